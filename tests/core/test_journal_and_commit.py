"""Write-ahead journal: facts are on the disk before their commit, intents after it and before what they do."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from core.db import Database
from core.generation.guard import RestoreGuard
from core.generation.journal import Journal
from core.generation.notes import note_fact, note_intent
from core.generation.state_dir import StateDir
from core.generation.verdict import Verdict
from tests.core.machines import (
    identity_of,
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
