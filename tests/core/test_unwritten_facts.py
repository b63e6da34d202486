"""A no that cannot be written down is kept in the database, and in the journal as soon as it can be."""

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from core.db import Database
from core.generation import guard as guards
from core.generation.guard import RestoreGuard
from core.generation.hole import has_hole
from core.generation.journal import Journal
from core.generation.notes import note_fact, note_intent
from core.generation.state_dir import StateDir
from core.generation.tables import UnwrittenFact
from core.generation.verdict import SendingHeld, Verdict
from tests.core.machines import Ticks, identity_of, intend, machine


def full(*_: object, **__: object) -> int:
    raise OSError(28, "No space left on device")


def say_no(database: Database, **data: Any) -> None:
    with database.write() as session:
        note_fact(session, "no", **data)


def kept(database: Database) -> list[dict[str, Any]]:
    with database.read() as session:
        return [row.line for row in session.exec(select(UnwrittenFact))]


def kinds(folder: Path) -> list[str]:
    return [line.content["k"] for line in Journal(folder).lines() if line.content["k"] in ("no", "call")]


@pytest.fixture
def folder(database: Database, home: Path) -> Path:
    return StateDir(home).folder(identity_of(database))


@pytest.fixture
def working(own: RestoreGuard) -> RestoreGuard:
    assert own.verdict() is Verdict.MAY_SEND
    return own


def test_what_could_not_be_written_is_written_before_anything_is_sent(
    database: Database, working: RestoreGuard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        for number in range(3):
            say_no(database, number=number)
        assert has_hole(folder), "the database may be lost with what it keeps"
        assert working.verdict() is Verdict.JOURNAL_CLOSED
        with pytest.raises(SendingHeld):
            intend(database)
    assert working.verdict() is Verdict.MAY_SEND
    intend(database)
    assert kinds(folder) == ["no", "no", "no", "call"]
    assert (kept(database), has_hole(folder)) == ([], False)
    lines = [line.content for line in Journal(folder).lines() if line.content["k"] == "no"]
    counters = [line["c"] for line in lines]
    assert counters == sorted(set(counters)), "their place in the order of things is known"
    assert [line["d"]["number"] for line in lines] == [0, 1, 2]


def test_the_next_process_writes_what_one_that_was_killed_has_left(
    database: Database, working: RestoreGuard, home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        say_no(database)
    assert machine(database, home).verdict() is Verdict.MAY_SEND
    assert kinds(folder) == ["no"]
    assert (kept(database), has_hole(folder)) == ([], False)


def test_another_process_of_the_machine_writes_it_with_its_heartbeat(
    database: Database, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = Ticks()
    sender, pages = machine(database, home, ticks), machine(database, home, ticks)
    sender.take_as_own()
    assert (sender.verdict(), pages.verdict()) == (Verdict.MAY_SEND, Verdict.MAY_SEND)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        say_no(database)
    database.commit_hook = sender
    ticks.seconds += guards.BEAT_EVERY.total_seconds()
    assert sender.verdict() is Verdict.MAY_SEND
    assert kept(database) == []


def test_a_full_disk_that_is_still_full_keeps_everything(
    database: Database, working: RestoreGuard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "append", full)
    for _ in range(2):
        say_no(database)
        assert working.verdict() is Verdict.JOURNAL_CLOSED
    assert (len(kept(database)), has_hole(folder)) == (2, True)


def test_what_became_of_a_call_is_not_kept_for_later(
    database: Database, working: RestoreGuard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a later call to the same reader it would be taken for what became of that one."""
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with database.write() as session:
            note_fact(session, "moved", counts=False)
    assert (kept(database), has_hole(folder)) == ([], False)


def test_an_intent_that_cannot_be_written_down_takes_its_facts_along(
    database: Database, working: RestoreGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both() -> None:
        with database.write() as session:
            note_fact(session, "no")
            note_intent(session, "call")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with pytest.raises(SendingHeld):
            both()
    assert kept(database) == []
