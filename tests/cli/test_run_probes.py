"""The command line looks out of the house only where it may, and says what it saw."""

from pathlib import Path

import pytest

from campaigns.review.external.probes import Probes
from cli.context import CliContext
from cli.doctor import health_context
from cli.main import run
from core.outbound import OutboundClient
from scheduler.health.senders import check_domains, check_spam_filter
from tests.cli.conftest import ME, Bilten
from tests.conftest import StoppedClock
from tests.fakes.dns import FakeDns

NEWS = """---
kind: statement
date: 2026-11-20
title: The report
summary: What it says.
---
Read [the report](https://gone.example/report) itself.
"""


@pytest.fixture
def campaign(bilten: Bilten, env_file: Path, tmp_path: Path) -> int:
    (tmp_path / "report.en.md").write_text(NEWS)
    assert bilten("news", "add", *ME, tmp_path / "report.en.md").code == 0
    assert bilten("campaign", "draft", *ME, "report", "--list", "bulletin", "--sender", "simulator").code == 0
    env_file.write_text(env_file.read_text() + "BILTEN_OUTBOUND_CHECKS=on\n")
    return 1


def test_the_check_looks_first_and_tells_of_it(
    campaign: int, env_file: Path, clock: StoppedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    probes = Probes(OutboundClient(dns=FakeDns()), FakeDns(), None)
    code = run(["campaign", "check", str(campaign)], CliContext(env_file=env_file, clock=clock, probes=probes))
    out = capsys.readouterr().out
    assert code == 2
    assert "https://gone.example/report" in out
    assert "_dmarc" in out


def test_doctor_tells_what_the_senders_domain_says(bilten: Bilten, env_file: Path) -> None:
    assert "cli-doctor-outbound-off" in {check["code"] for check in bilten("doctor", "--json").data["checks"]}
    context = CliContext(env_file=env_file, probes=Probes(None, FakeDns(), None))
    checks = [*check_domains(health_context(context)), *check_spam_filter(health_context(context))]
    context.close()
    assert {check.code for check in checks} == {
        "delivery-domain-dkim-missing",
        "delivery-domain-dmarc-missing",
        "scheduler-health-spam-filter-none",
    }
