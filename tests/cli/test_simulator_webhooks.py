"""Which webhooks `bilten simulator` can post, and what Bilten has to be told before it believes them."""

from pathlib import Path
from typing import Any

import pytest

from cli.context import CliContext
from cli.simulator import _api_keys, _webhooks, _what_to_set
from simulator.config import SimulatorConfig
from simulator.dialects import DIALECTS
from tests.cli.conftest import Bilten


def _facts(bilten: Bilten, env_file: Path, provider: str) -> tuple[CliContext, dict[str, Any]]:
    made = bilten(
        "senders", "add", provider, "--provider", provider,
        "--from-name", "Bilten", "--from-address", "bulletin@example.org",
    )  # fmt: skip
    assert made.code == 0, made.err
    context = CliContext(env_file=env_file)
    return context, _webhooks(context, provider, env_file.parent / "simulator")


@pytest.mark.parametrize("provider", ["brevo", "mailjet", "postmark", "resend"])
def test_with_a_shared_secret_they_are_proven_by_it(bilten: Bilten, env_file: Path, provider: str) -> None:
    with env_file.open("a") as file:
        file.write(f"BILTEN_{provider.upper()}_WEBHOOK_SECRET=whsec_c2hhcmVk\n")
    context, facts = _facts(bilten, env_file, provider)
    assert facts["webhook_secret"] == "whsec_c2hhcmVk"
    assert facts["webhook_dialect"] == provider
    assert _what_to_set(context, SimulatorConfig(**facts)) == []


@pytest.mark.parametrize("provider", ["mailgun", "outbox", "scaleway", "ses", "smtp"])
def test_what_nobody_here_could_prove_is_not_posted(bilten: Bilten, env_file: Path, provider: str) -> None:
    _context, facts = _facts(bilten, env_file, provider)
    assert facts == {}


def test_a_key_of_the_simulators_own_is_made_once_and_named_until_it_is_set(
    bilten: Bilten, env_file: Path
) -> None:
    context, facts = _facts(bilten, env_file, "sendgrid")
    [line] = _what_to_set(context, SimulatorConfig(**facts))
    setting = line.split()[-1].replace("\u2068", "").replace("\u2069", "")
    assert setting.startswith("BILTEN_SENDGRID_WEBHOOK_KEY=")
    with env_file.open("a") as file:
        file.write(f"{setting}\n")
    context.read_settings_again()
    again = _webhooks(context, "sendgrid", env_file.parent / "simulator")
    assert again == facts
    assert _what_to_set(context, SimulatorConfig(**again)) == []


def test_the_simulator_expects_the_keys_that_bilten_shows(bilten: Bilten, env_file: Path) -> None:
    with env_file.open("a") as file:
        file.write("BILTEN_POSTMARK_SERVER_TOKEN=token\nBILTEN_SES_SECRET_ACCESS_KEY=secret\n")
    keys = _api_keys(CliContext(env_file=env_file).settings)
    assert set(keys) == set(DIALECTS)
    assert (keys["postmark"], keys["ses"], keys["brevo"]) == ("token", "secret", "simulator")
    assert keys["resend"] == SimulatorConfig().api_key("resend")
