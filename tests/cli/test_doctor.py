"""`bilten doctor` says what keeps mail from going out, and exits with 1 then."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text, update

from cli.context import CliContext
from core import time_sync
from delivery.senders.breaker import pause_sender
from delivery.tables import Sender
from news.import_files import NewsIntake
from news.sources import read_source
from scheduler.health.health_check import Level
from scheduler.health.senders import check_tracking
from scheduler.heartbeat import record_run
from scheduler.jobs import JOBS
from scheduler.tables import ClockFault
from tests.cli.conftest import ME, SECRET, Bilten
from tests.conftest import NOON
from tests.fakes.smtp_server import smtp_server


@pytest.fixture
def healthy(bilten: Bilten, env_file: Path) -> Iterator[Bilten]:
    """`bilten` with a provider that answers and a scheduler that has just gone round."""
    provider = socket.create_server(("127.0.0.1", 0))
    port = provider.getsockname()[1]
    env_file.write_text(env_file.read_text() + f"BILTEN_RESEND_BASE_URL=http://127.0.0.1:{port}\n")
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        for job in JOBS:
            record_run(session, job.name, now=NOON)
    context.close()
    yield bilten
    provider.close()


def _codes(bilten: Bilten, level: Level = Level.PROBLEM) -> list[str]:
    return [check["code"] for check in bilten("doctor", "--json").data["checks"] if check["level"] == level]


def test_where_all_is_well_it_says_so(healthy: Bilten) -> None:
    ran = healthy("doctor")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Nothing prevents sending."


def test_silence_of_scheduler_and_provider_is_a_problem(bilten: Bilten, env_file: Path) -> None:
    env_file.write_text(env_file.read_text() + "BILTEN_RESEND_BASE_URL=http://127.0.0.1:9\n")
    assert bilten("doctor").code == 1
    assert _codes(bilten) == ["cli-doctor-provider-silent", "cli-doctor-scheduler-silent"]


def test_a_job_that_fails_is_named(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        record_run(session, "send_campaigns", now=NOON, error="RuntimeError")
    context.close()
    assert "send_campaigns" in healthy("doctor").out
    assert _codes(healthy) == ["cli-doctor-jobs-silent"]


def test_a_paused_sender_is_a_problem(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        pause_sender(session, 1, reason="sender_misconfigured", detail="the key is wrong")
    context.close()
    assert "the key is wrong" in healthy("doctor").out
    assert _codes(healthy) == ["campaigns-need-sender"]


def test_another_secret_key_than_the_one_of_the_addresses_is_a_problem(
    healthy: Bilten, env_file: Path, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("address,name,language\nana@example.org,Ana,sl\n")
    healthy("subscribers", "import", people, "--list", "bulletin", "--consent", "Assembly")
    assert _codes(healthy) == []
    env_file.write_text(env_file.read_text().replace(SECRET, "quite-another-secret-of-some-length"))
    assert _codes(healthy) == ["cli-doctor-secret-other"]


def test_made_up_words_in_mails_are_a_warning(healthy: Bilten) -> None:
    assert "cli-doctor-brand-placeholder" in _codes(healthy, Level.WARNING)
    healthy("brand", "set", *ME, "--postal-address", "Street 1, Ljubljana")
    assert "cli-doctor-brand-placeholder" not in _codes(healthy, Level.WARNING)


def test_a_sign_up_sender_that_does_not_exist_is_a_problem(healthy: Bilten, env_file: Path) -> None:
    assert "cli-doctor-sign-up-closed" in _codes(healthy, Level.WARNING)
    env_file.write_text(env_file.read_text() + "BILTEN_SIGN_UP_SENDER=nobody\n")
    assert _codes(healthy) == ["cli-doctor-sign-up-unknown"]


def test_files_that_a_watched_folder_could_not_read_are_told(
    healthy: Bilten, env_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "inbox").mkdir()
    arguments = ["--folder", tmp_path / "inbox", "--list", "bulletin", "--sender", "simulator"]
    assert healthy("automation", "add", "new", *arguments).code == 0
    assert _codes(healthy, Level.WARNING).count("campaigns-need-news") == 0
    broken = tmp_path / "inbox" / "broken.sl.md"
    broken.write_text("---\nkind: rumour\n---\n")
    context = CliContext(env_file=env_file)
    read_source(NewsIntake(context.database, context.assets), 1, now=NOON + timedelta(days=365))
    context.close()
    assert _codes(healthy, Level.WARNING).count("campaigns-need-news") == 1


def test_without_a_database_it_says_how_to_make_one(bare_bilten: Bilten) -> None:
    ran = bare_bilten("doctor")
    assert ran.code == 1
    assert "bilten init" in ran.out


def test_an_unsafe_setting_in_production_is_named(bare_bilten: Bilten, env_file: Path) -> None:
    env_file.write_text(env_file.read_text() + "BILTEN_ENVIRONMENT=production\n")
    ran = bare_bilten("doctor")
    assert ran.code == 1
    assert "BILTEN_PUBLIC_URL" in ran.out


def test_where_only_the_account_can_switch_tracking_off_it_says_so(bilten: Bilten, env_file: Path) -> None:
    sender = Sender(
        name="main",
        provider="resend",
        webhook_token="t",
        from_name="Ana",
        from_address="a@example.org",
        created_at=NOON,
    )
    context = CliContext(env_file=env_file)
    assert list(check_tracking(context.settings, sender)) == []
    env_file.write_text(
        env_file.read_text()
        + "BILTEN_RESEND_BASE_URL=https://api.example.org\nBILTEN_MAILJET_BASE_URL=https://api.example.org\n"
    )
    away = CliContext(env_file=env_file)
    assert [check.code for check in check_tracking(away.settings, sender)] == ["scheduler-health-tracking-account"]
    sender.provider = "mailjet"
    assert list(check_tracking(away.settings, sender)) == []
    sender.provider = "outbox"
    assert list(check_tracking(away.settings, sender)) == []


def test_a_schema_that_is_not_what_its_number_says_is_shown(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        session.execute(text("DROP INDEX ix_delivery_campaign_id_status_next_attempt_at"))
        session.execute(text("ALTER TABLE campaign DROP COLUMN visibility"))
        session.execute(text("CREATE TABLE stray (id INTEGER PRIMARY KEY)"))
    context.close()
    ran = healthy("doctor")
    assert ran.code == 1
    assert (
        "delivery (campaign_id, status, next_attempt_at) ix_delivery_campaign_id_status_next_attempt_at is missing"
        in ran.out
    )
    assert "campaign.visibility is missing" in ran.out
    assert "stray should not be there" in ran.out


def test_numbers_that_could_be_given_twice_are_shown(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        session.execute(text("CREATE TABLE suppression2 AS SELECT * FROM suppression"))
        session.execute(text("DROP TABLE suppression"))
        session.execute(text("ALTER TABLE suppression2 RENAME TO suppression"))
    context.close()
    assert "suppression: AUTOINCREMENT is not as it should be" in healthy("doctor").out


def test_a_copy_from_before_an_upgrade_is_shown_until_init_removes_it(healthy: Bilten, tmp_path: Path) -> None:
    copy = tmp_path / "bilten.sqlite3.before-0023"
    copy.touch()
    assert _codes(healthy, Level.WARNING).count("cli-doctor-copy-kept") == 1
    assert healthy("init").code == 0
    assert not copy.exists()


def _warnings(bilten: Bilten) -> list[str]:
    return _codes(bilten, Level.WARNING)


@pytest.mark.parametrize(("is_kept", "warns"), [(False, True), (True, False), (None, False)])
def test_a_clock_that_nothing_keeps_right_is_told(
    healthy: Bilten, monkeypatch: pytest.MonkeyPatch, is_kept: bool | None, warns: bool
) -> None:
    monkeypatch.setattr(time_sync, "is_synchronised", lambda: is_kept)
    assert ("cli-doctor-clock-unsynchronised" in _warnings(healthy)) is warns


def test_a_clock_that_is_behind_the_last_sign_of_life_is_a_problem(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        for job in JOBS:
            record_run(session, job.name, now=NOON + timedelta(hours=1))
    context.close()
    assert _codes(healthy) == ["cli-doctor-clock-behind", "cli-doctor-scheduler-silent"]
    assert "60 min" in healthy("doctor").out


def test_a_clock_that_was_wrong_is_told_for_some_days(healthy: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        session.add(ClockFault(noticed_at=NOON - timedelta(days=2), step_seconds=-3600, put_right={}))
    context.close()
    assert "scheduler-need-clock-back" in _warnings(healthy)
    assert "timedatectl" in healthy("doctor").out


def _by_smtp(env_file: Path, port: int) -> None:
    env_file.write_text(
        env_file.read_text() + f"BILTEN_SMTP_HOST=localhost\nBILTEN_SMTP_PORT={port}\nBILTEN_SMTP_SECURITY=none\n"
    )
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        session.execute(update(Sender).values(provider="smtp"))
    context.close()


def test_a_mail_server_is_asked_as_for_sending(healthy: Bilten, env_file: Path) -> None:
    with smtp_server() as server:
        _by_smtp(env_file, server.port)
        assert _codes(healthy) == []
        assert server.arrived == []
        server.script.mail = "553 5.7.1 not your address"
        assert _codes(healthy) == ["cli-doctor-session-refused"]
        assert "not your address" in healthy("doctor").out


def test_one_email_goes_through_each_sender_on_request(healthy: Bilten, env_file: Path) -> None:
    with smtp_server() as server:
        _by_smtp(env_file, server.port)
        assert healthy("doctor", "--mail", "no address").code == 2
        assert server.arrived == []
        assert healthy("doctor", "--mail", "ana@example.org").code == 0
        assert server.recipients == ["ana@example.org"]
        server.script.rcpt["ana@example.org"] = "550 5.1.1 no such user"
        ran = healthy("doctor", "--mail", "ana@example.org")
        assert ran.code == 1
        assert "no such user" in ran.out
