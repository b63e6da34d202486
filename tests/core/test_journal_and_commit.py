"""Write-ahead journal: facts are on the disk before their commit, intents after it and before what they do."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from core.db import Database
from core.generation.counter import beat
from core.generation.guard import BEAT_EVERY, RestoreGuard
from core.generation.journal import Journal
from core.generation.mark import read_mark
from core.generation.notes import note_fact, note_intent
from core.generation.state_dir import StateDir
from core.generation.verdict import Verdict
from tests.conftest import NOON
from tests.core.machines import (
    Ticks,
    identity_of,
    intend,
    machine,
)


@pytest.mark.parametrize(
    ("note", "order"),
    [(note_fact, ["on the disk", "commit"]), (note_intent, ["commit", "on the disk"])],
    ids=["a fact before", "an intent after"],
)
def test_the_journal_is_on_the_disk_at_the_right_side_of_the_commit(
    database: Database,
    own: RestoreGuard,
    monkeypatch: pytest.MonkeyPatch,
    note: Callable[..., None],
    order: list[str],
) -> None:
    """A fact holds whatever becomes of its transaction; what is intended is not done before both are there."""
    own.verdict()
    happened = []
    fsync = os.fsync

    def to_disk(descriptor: int) -> None:
        fsync(descriptor)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            happened.append("on the disk")

    monkeypatch.setattr(os, "fsync", to_disk)
    with database.write() as session:
        event.listen(session, "after_commit", lambda _: happened.append("commit"))
        note(session, "call")
    assert happened == order


@pytest.mark.parametrize("note", [note_fact, note_intent])
def test_when_a_commit_is_cut_off_a_fact_stands_in_the_journal_and_an_intent_does_not(
    database: Database,
    own: RestoreGuard,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    note: Callable[..., None],
) -> None:
    own.verdict()

    def cut(*_: object) -> None:
        raise ConnectionError

    def written_and_cut_off() -> None:
        with database.write() as session:
            note(session, "it")
            monkeypatch.setattr(session, "commit", cut)

    with pytest.raises(ConnectionError):
        written_and_cut_off()
    kinds = [line.content["k"] for line in Journal(StateDir(home).folder(identity_of(database))).lines()]
    assert ("it" in kinds) is (note is note_fact)
    assert machine(database, home).verdict() is Verdict.MAY_SEND


def lose_the_journal(folder: Path) -> None:
    for path in folder.glob("journal-*.jsonl"):
        path.unlink()


@pytest.mark.parametrize("same_process", [True, False])
def test_a_journal_that_was_lost_goes_on_with_its_numbers(
    database: Database, own: RestoreGuard, home: Path, *, same_process: bool
) -> None:
    """It would pass for one that has everything from the first day on."""
    folder = StateDir(home).folder(identity_of(database))
    for key in "abc":
        intend(database, key=key)
    own.take_as_own()
    lose_the_journal(folder)
    if not same_process:
        machine(database, home)
    for key in "defgh":
        intend(database, key=key)
    assert [line.number for line in Journal(folder).lines()] == [4, 5, 6, 7, 8]


def test_lines_that_were_lost_since_the_mark_are_missed(database: Database, own: RestoreGuard, home: Path) -> None:
    folder = StateDir(home).folder(identity_of(database))
    for key in "abc":
        intend(database, key=key)
    lose_the_journal(folder)
    intend(database, key="d")
    assert [line.number for line in Journal(folder).lines()] == [4]


def test_an_end_of_the_journal_that_was_lost_leaves_a_gap(
    database: Database, own: RestoreGuard, home: Path
) -> None:
    folder = StateDir(home).folder(identity_of(database))
    for key in "abc":
        intend(database, key=key)
    own.take_as_own()
    [path] = folder.glob("journal-*.jsonl")
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:1]))
    machine(database, home)
    intend(database, key="d")
    assert [line.number for line in Journal(folder).lines()] == [1, 4]


def test_a_machine_that_joins_once_more_without_what_it_remembered_says_from_when_on_it_knows(
    database: Database, own: RestoreGuard, home: Path, tmp_path: Path
) -> None:
    ticks = Ticks()
    other = machine(database, tmp_path / "other", ticks)
    other.take_as_own()
    with database.write() as session:
        beat(session, other.local.machine_id, number=1, host="x", now=NOON)
    own.take_as_own()
    shutil.rmtree(StateDir(tmp_path / "other").folder(identity_of(database)))
    again = machine(database, tmp_path / "other", ticks)
    alive = machine(database, home, ticks)
    verdicts = [again.verdict()]
    for _ in range(3):
        ticks.seconds += BEAT_EVERY.total_seconds()
        database.commit_hook = alive
        alive.verdict()
        verdicts.append(again.verdict())
    assert verdicts[-1] is Verdict.MAY_SEND
    mark = read_mark(StateDir(tmp_path / "other").folder(identity_of(database)))
    assert mark is not None
    assert 0 < mark.begins_at <= mark.counter
    first = read_mark(StateDir(home).folder(identity_of(database)))
    assert first is not None
    assert first.begins_at == 0
