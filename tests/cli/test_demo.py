"""The demo, as a newcomer runs it: the main job from news files to .eml files, and the sum of it as JSON."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from core.single_instance import lock_path, only_one
from tests.cli.conftest import Bilten

BILTEN = Path(sys.executable).with_name("bilten")
CAMPAIGN = {
    "id", "name", "kind", "status", "recipients", "accepted", "delivered", "bounced", "complained", "skipped",
}  # fmt: skip


@pytest.mark.slow
def test_the_demo_does_the_main_job_and_sums_it_up(tmp_path: Path) -> None:
    elsewhere = {
        **os.environ,
        "BILTEN_RESEND_BASE_URL": "https://api.example.org",
        "BILTEN_RESEND_API_KEY": "re_real",
    }
    ran = subprocess.run(
        [BILTEN, "demo", "--no-serve", "--json"],
        cwd=tmp_path,
        env=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    summary = json.loads(ran.stdout.splitlines()[-1])
    assert set(summary) == {"news_items", "subscribers", "campaigns", "outbox", "messages", "seconds"}
    assert summary["news_items"] == 6
    assert summary["subscribers"] == {"imported": 200, "refused": 6}
    statement, bulletin, by_itself = summary["campaigns"]
    assert set(statement) == CAMPAIGN
    assert (statement["kind"], bulletin["kind"]) == ("statement", "bulletin")
    assert {campaign["status"] for campaign in (statement, bulletin, by_itself)} == {"sent"}
    assert statement["delivered"] > 180
    assert sum(campaign["bounced"] for campaign in summary["campaigns"]) > 0
    kept = list(Path(summary["outbox"]).glob("*.eml"))
    assert len(kept) == summary["messages"] == sum(campaign["accepted"] for campaign in summary["campaigns"])


def test_two_demos_in_one_folder_do_not_sweep_it_from_under_each_other(
    bare_bilten: Bilten, tmp_path: Path
) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / ".made-by-bilten-demo").touch()
    with only_one(lock_path(tmp_path / "demo")):
        ran = bare_bilten("demo", "--no-serve", "--folder", tmp_path / "demo")
    assert ran.code == 5
    assert (tmp_path / "demo" / ".made-by-bilten-demo").exists()


def test_a_port_that_is_taken_is_said_to_be_and_nothing_is_touched(bare_bilten: Bilten, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = bare_bilten("demo", "--port", port, "--folder", tmp_path / "demo")
    assert ran.code == 75
    assert port in ran.err
    assert not (tmp_path / "demo").exists()
