"""Machines that work on one database, each with what it remembers of it, and a database that is put back."""

from pathlib import Path

import pytest
from sqlalchemy import update

from core.db import Database
from core.generation.counter import read_generation
from core.generation.guard import RestoreGuard
from core.generation.notes import note_fact, note_intent
from core.generation.state_dir import StateDir
from core.generation.tables import DatabaseState, Machine
from tests.conftest import NOON, StoppedClock


class Ticks:
    """Monotonic time that moves when told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def machine(database: Database, folder: Path, ticks: Ticks | None = None) -> RestoreGuard:
    """A process of the machine whose state directory that is."""
    return RestoreGuard(database, StateDir(folder), StoppedClock(), monotonic=ticks or Ticks())


def intend(database: Database, **data: object) -> None:
    with database.write() as session:
        note_intent(session, "call", **data)


def add_machine_and_intend(database: Database) -> None:
    with database.write() as session:
        session.add(Machine(id="x", host="x", seen_at=NOON))
        note_intent(session, "call")


def intend_and_fail(database: Database) -> None:
    with database.write() as session:
        note_intent(session, "call")
        raise RuntimeError


def say_no_and_be_cut_off(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> None:
        raise ConnectionError

    with database.write() as session:
        note_fact(session, "no")
        monkeypatch.setattr(session, "commit", cut)


def counter_of(database: Database) -> int:
    with database.read() as session:
        return read_generation(session).counter


def put_back(database: Database, counter: int) -> None:
    """What a restore does, as far as the guard can tell."""
    with database.engine.begin() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.execute(update(DatabaseState).values(counter=counter, last_machine=None))


def identity_of(database: Database) -> str:
    with database.read() as session:
        return read_generation(session).identity
