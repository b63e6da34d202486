"""Who did not get it, and what is in doubt: asked and decided on the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.message.outgoing import OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.refusals import RefusalSubject
from staff.tables import AuditEntry, Role
from staff.users import find_user
from tests.campaigns.world import World, make_world
from tests.cli.conftest import Bilten
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

BORIS = ("--as", "boris@example.org")


def refused(batch: OutgoingBatch) -> SendResult:
    return SendResult(
        tuple(
            Rejected(message.delivery_id, RejectReason.INVALID, "not today", RefusalSubject.READER)
            for message in batch.messages
        )
    )


@pytest.fixture
def world(
    migrated_sqlite: Path,
    tmp_path: Path,
    clock: StoppedClock,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[World]:
    """Of three readers one was refused, one is in doubt and one has it; the campaign is over."""
    (tmp_path / "bilten.sqlite3").write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    world = make_world(database, clock, settings, FakeProvider(max_batch=1, idempotency=None))
    world.add_readers(["asja", "bine", "cene"])
    world.provider.faults = [refused, OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=5)
    assert world.status(campaign_id) is CampaignStatus.SENT
    capsys.readouterr()
    yield world
    database.dispose()


def test_each_reader_is_listed_with_the_reason(world: World, bare_bilten: Bilten) -> None:
    ran = bare_bilten("campaign", "deliveries", "1", "--missed")
    assert ran.code == 0
    assert "asja@example.org" in ran.out
    assert "there is no such address · not today" in ran.out
    assert "cene@example.org" not in ran.out
    data = bare_bilten("campaign", "deliveries", "1", "--status", "in_doubt", "--json").data
    assert data["count"] == 1
    (delivery,) = data["deliveries"]
    assert (delivery["address"], delivery["status"], delivery["reason_text"]) == (
        "bine@example.org",
        "in_doubt",
        "the provider did not answer",
    )


READING = (
    "campaign deliveries 1", "subscribers list", "subscribers show 1", "suppressions list", "exports list",
    "gdpr requests", "audit list",
)  # fmt: skip


def test_whoever_only_reads_reports_is_shown_nobody_and_the_attempt_is_recorded_as_in_the_browser(
    world: World, bare_bilten: Bilten
) -> None:
    with world.database.write() as session:
        viewer = find_user(session, "boris@example.org")
        assert viewer is not None
        viewer.roles = frozenset({Role.VIEWER})
    for command in READING:
        ran = bare_bilten(*command.split(), *BORIS)
        assert (ran.code, "@" in ran.out) == (4, False), command
    assert bare_bilten("campaign", "deliveries", "1").code == 0
    with world.database.read() as session:
        refusals = session.exec(
            select(AuditEntry.actor, AuditEntry.subject)
            .where(AuditEntry.action == "access.refused")
            .order_by(col(AuditEntry.id))
        ).all()
    named = [" ".join(["bilten", *command.split()[:2]]) for command in READING]
    assert [tuple(refusal) for refusal in refusals] == [(world.boris.name, name) for name in named]


def test_a_long_list_says_how_to_go_on(world: World, bare_bilten: Bilten) -> None:
    assert (
        "Showing 2 of 3. To see the next ones: --after 2"
        in bare_bilten("campaign", "deliveries", "1", "--limit", "2").out
    )
    data = bare_bilten("campaign", "deliveries", "1", "--after", "2", "--json").data
    assert [delivery["id"] for delivery in data["deliveries"]] == [3]
    assert "No delivery matches" in bare_bilten("campaign", "deliveries", "1", "--outcome", "bounced").out


@pytest.mark.parametrize("option", ["--status", "--outcome"])
def test_a_state_that_there_is_not_is_refused_with_those_there_are(
    world: World, bare_bilten: Bilten, option: str
) -> None:
    ran = bare_bilten("campaign", "deliveries", "1", option, "lost")
    assert ran.code == 2
    assert "bounced" in ran.err or "in_doubt" in ran.err
    assert bare_bilten("campaign", "deliveries", "9").code == 3


def test_a_doubt_is_shown_and_sent_again_by_a_persons_word(world: World, bare_bilten: Bilten) -> None:
    shown = bare_bilten("campaign", "doubts", "1").out
    assert "Attempt 2," in shown
    assert "cut off" in shown
    assert "bilten campaign decide 1 ATTEMPT" in shown
    ran = bare_bilten("campaign", "decide", "1", "2", "--send-again", *BORIS, "--why", "Not in its log", "--json")
    assert ran.code == 0
    assert (ran.data["deliveries"], ran.data["campaign"]["status"]) == (1, "sending")
    world.run(rounds=4)
    assert dict(world.provider.received) == {"bine@example.org": 1, "cene@example.org": 1}
    assert "Nothing is in doubt." in bare_bilten("campaign", "doubts", "1").out
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "doubt.decided")).one()
    assert entry.detail["why"] == "Not in its log"


def test_several_doubts_are_named_as_they_are_shown_and_decided_at_once(world: World, bare_bilten: Bilten) -> None:
    world.add_readers(["dana"])
    world.provider.faults = [OutcomeUnknown("cut off"), OutcomeUnknown("cut off")]
    world.launched()
    world.run(rounds=10)
    shown = bare_bilten("campaign", "doubts", "2")
    assert "Waiting for a decision: 4-5 (2 attempts, 2 readers)" in shown.out
    decided = ("campaign", "decide", "2", "4-5", "--accepted", *BORIS, "--why", "It is in the log")
    assert bare_bilten(*decided, "--json").data["deliveries"] == 2
    assert bare_bilten(*decided).code == 5
    assert bare_bilten("campaign", "decide", "2", "4..5", "--accepted", *BORIS, "--why", "x").code == 2
    assert world.report(2).in_doubt == 0


def test_the_refused_are_sent_to_again_by_a_persons_word(world: World, bare_bilten: Bilten) -> None:
    again = ("campaign", "send-again", "1", "--reason", "invalid")
    assert bare_bilten(*again, "--why", "x").code == 4
    assert bare_bilten(*again, *BORIS).code == 2
    assert bare_bilten(*again, *BORIS, "--why", "x", "--status", "lost").code == 2
    data = bare_bilten(*again, *BORIS, "--why", "The limit is over", "--json").data
    assert (data["deliveries"], data["campaign"]["status"]) == (1, "sending")
    assert bare_bilten(*again, *BORIS, "--why", "The limit is over").code == 5
    world.run(rounds=4)
    assert dict(world.provider.received) == {"asja@example.org": 1, "cene@example.org": 1}


def test_leaving_is_kept_and_shown(world: World, bare_bilten: Bilten) -> None:
    assert bare_bilten("campaign", "decide", "1", "2", "--leave", *BORIS, "--why", "Old news").code == 0
    assert "Boris: Left in doubt (Old news)" in bare_bilten("campaign", "doubts", "1").out
    (doubt,) = bare_bilten("campaign", "doubts", "1", "--json").data["doubts"]
    assert [decision["choice"] for decision in doubt["decisions"]] == ["leave"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--why", "x", *BORIS), 2),
        (("--accepted", "--send-again", "--why", "x", *BORIS), 2),
        (("--accepted", *BORIS), 2),
        (("--accepted", "--why", "x"), 4),
        (("--accepted", "--why", "x", "--as", "ana@example.org"), 4),
        (("--accepted", "--why", "x", "--as", "nobody@example.org"), 3),
    ],
)
def test_half_a_decision_changes_nothing(
    world: World, bare_bilten: Bilten, arguments: tuple[str, ...], code: int
) -> None:
    assert bare_bilten("campaign", "decide", "1", "2", *arguments).code == code
    assert world.report(1).in_doubt == 1


def test_doctor_tells_what_needs_somebody(world: World, bare_bilten: Bilten) -> None:
    checks = {check["code"]: check for check in bare_bilten("doctor", "--json").data["checks"]}
    assert checks["campaigns-need-doubts"]["level"] == "warning"
    assert "it is not known whether one reader got it" in checks["campaigns-need-doubts"]["text"]
    assert checks["campaigns-need-doubts"]["more"][0].startswith("Check with the provider")
