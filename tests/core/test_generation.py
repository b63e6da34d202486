"""A machine knows a database that is older than what it has seen of it, or that it has never worked on."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlmodel import select

from core.db import Database
from core.generation import guard as guards
from core.generation.counter import read_generation
from core.generation.guard import RestoreGuard
from core.generation.journal import Journal
from core.generation.mark import Mark, read_mark, write_mark
from core.generation.notes import note_fact
from core.generation.state_dir import StateDir
from core.generation.tables import DatabaseState, Machine
from core.generation.verdict import SendingHeld, Verdict
from tests.conftest import NOON
from tests.core.machines import (
    Ticks,
    add_machine_and_intend,
    counter_of,
    identity_of,
    intend,
    intend_and_fail,
    machine,
    put_back,
    say_no_and_be_cut_off,
)


def test_the_machine_that_made_a_database_may_send_from_it(own: RestoreGuard) -> None:
    assert own.verdict() is Verdict.MAY_SEND


def test_a_machine_that_has_never_worked_on_it_may_not(database: Database, tmp_path: Path) -> None:
    guard = machine(database, tmp_path / "elsewhere")
    assert guard.verdict() is Verdict.UNKNOWN_HERE
    with pytest.raises(SendingHeld):
        intend(database)
    assert counter_of(database) == 0


def test_an_intent_that_is_refused_leaves_nothing_behind(database: Database, tmp_path: Path) -> None:
    machine(database, tmp_path / "elsewhere")
    with pytest.raises(SendingHeld):
        add_machine_and_intend(database)
    with database.read() as session:
        assert "x" not in session.exec(select(Machine.id)).all()


def test_each_intent_raises_the_counter_and_stands_in_the_journal(
    database: Database, own: RestoreGuard, home: Path
) -> None:
    own.verdict()
    before = counter_of(database)
    intend(database, key="a")
    intend(database, key="b")
    assert counter_of(database) == before + 2
    identity = identity_of(database)
    lines = [line.content for line in Journal(StateDir(home).folder(identity)).lines()]
    assert [(line["c"], line["d"]) for line in lines] == [(before + 1, {"key": "a"}), (before + 2, {"key": "b"})]


def test_an_older_database_is_quarantined_at_the_start(database: Database, own: RestoreGuard, home: Path) -> None:
    for _ in range(5):
        intend(database)
    put_back(database, 3)
    assert machine(database, home).verdict() is Verdict.QUARANTINED
    with database.read() as session:
        generation = read_generation(session)
    assert generation.is_quarantined
    assert generation.quarantined_counter == 3


def test_an_older_database_is_noticed_at_the_next_intent(database: Database, own: RestoreGuard) -> None:
    for _ in range(5):
        intend(database)
    put_back(database, 3)
    with pytest.raises(SendingHeld) as held:
        intend(database)
    assert held.value.verdict is Verdict.QUARANTINED
    with database.read() as session:
        generation = read_generation(session)
    assert (generation.is_quarantined, generation.counter, generation.quarantined_counter) == (True, 3, 3)


def test_a_no_is_kept_in_an_older_database_and_quarantines_it(database: Database, own: RestoreGuard) -> None:
    for _ in range(5):
        intend(database)
    put_back(database, 3)
    with database.write() as session:
        session.add(Machine(id="somebody", host="x", seen_at=NOON))
        note_fact(session, "no")
    with database.read() as session:
        assert session.get(Machine, "somebody") is not None
        generation = read_generation(session)
    assert (generation.is_quarantined, generation.counter) == (True, 3)


def test_an_older_database_is_noticed_by_a_heartbeat(database: Database, home: Path) -> None:
    ticks = Ticks()
    guard = machine(database, home, ticks)
    guard.take_as_own()
    assert guard.verdict() is Verdict.MAY_SEND
    put_back(database, 0)
    ticks.seconds += guards.BEAT_EVERY.total_seconds()
    guard.verdict()
    assert guard.verdict() is Verdict.QUARANTINED


def test_an_older_database_is_noticed_at_a_new_connection(database: Database, own: RestoreGuard) -> None:
    own.verdict()
    intend(database)
    put_back(database, 1)
    database.engine.dispose()
    with database.read() as session:
        session.execute(text("SELECT 1"))
    assert own.verdict() is Verdict.QUARANTINED


def test_all_machines_see_a_quarantine(database: Database, own: RestoreGuard, tmp_path: Path) -> None:
    own.verdict()
    with database.engine.begin() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.execute(update(DatabaseState).values(quarantined_at=NOON, quarantined_counter=1))
    with pytest.raises(SendingHeld):
        intend(database)


@pytest.mark.parametrize("lost", ["mark", "journal line"])
def test_a_process_killed_after_its_commit_is_no_restore(
    database: Database, own: RestoreGuard, home: Path, lost: str
) -> None:
    """Between the commit and the line, or the mark, nothing was called: the database is ahead of them."""
    own.verdict()
    if lost == "mark":
        intend(database)
    else:
        database.commit_hook = None
        with database.engine.begin() as connection:
            if database.is_sqlite:
                connection.exec_driver_sql("PRAGMA query_only = OFF")
            connection.execute(update(DatabaseState).values(counter=DatabaseState.counter + 1))
    assert machine(database, home).verdict() is Verdict.MAY_SEND


def test_a_transaction_that_is_undone_raises_no_mark(database: Database, own: RestoreGuard, home: Path) -> None:
    own.verdict()
    before = counter_of(database)
    with pytest.raises(RuntimeError):
        intend_and_fail(database)
    assert counter_of(database) == before
    assert machine(database, home).verdict() is Verdict.MAY_SEND


def test_a_commit_that_is_lost_after_a_no_was_written_down_is_no_restore(
    database: Database, own: RestoreGuard, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.verdict()

    with pytest.raises(ConnectionError):
        say_no_and_be_cut_off(database, monkeypatch)
    assert machine(database, home).verdict() is Verdict.MAY_SEND


def test_a_machine_joins_once_it_has_seen_another_alive_twice(
    database: Database, home: Path, tmp_path: Path
) -> None:
    ticks = Ticks()
    own = machine(database, home, ticks)
    own.take_as_own()
    own.verdict()
    new = machine(database, tmp_path / "new", ticks)
    assert new.verdict() is Verdict.UNKNOWN_HERE
    for expected in (Verdict.UNKNOWN_HERE, Verdict.MAY_SEND):
        ticks.seconds += guards.BEAT_EVERY.total_seconds()
        database.commit_hook = own
        own.verdict()
        assert new.verdict() is expected
    mark = read_mark(StateDir(home).folder(identity_of(database)))
    assert mark is not None
    assert mark.machines == 2, "who was alone knows that it is alone no more before the other one works"


def test_a_machine_that_slept_while_another_worked_waits_for_it(
    database: Database, own: RestoreGuard, home: Path, tmp_path: Path
) -> None:
    """A newer copy of a database that it worked on once is not its own any more."""
    own.verdict()
    with database.engine.begin() as connection:
        if database.is_sqlite:
            connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.execute(update(DatabaseState).values(counter=500, last_machine="another"))
    assert machine(database, home).verdict() is Verdict.WENT_ON_ELSEWHERE


def test_two_databases_on_one_machine_are_kept_apart(migrated_sqlite: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first, second = (_copy(migrated_sqlite, tmp_path / name, identity=name) for name in ("first", "second"))
    for database in (first, second):
        machine(database, home).take_as_own()
    for _ in range(5):
        intend(first)
    assert machine(second, home).verdict() is Verdict.MAY_SEND
    first.dispose()
    second.dispose()


def _copy(source: Path, target: Path, *, identity: str) -> Database:
    database = Database(f"sqlite:///{shutil.copy(source, target)}")
    with database.write() as session:
        session.execute(update(DatabaseState).values(identity=identity))
    return database


def test_nothing_is_intended_while_the_journal_cannot_be_written(
    database: Database, own: RestoreGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.verdict()

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with pytest.raises(SendingHeld) as held:
            intend(database)
        assert held.value.verdict is Verdict.JOURNAL_CLOSED
        assert own.verdict() is Verdict.JOURNAL_CLOSED
        with database.write() as session:
            session.add(Machine(id="somebody", host="x", seen_at=NOON))
            note_fact(session, "no")
    with database.read() as session:
        assert session.get(Machine, "somebody") is not None, "a no counts, whatever the disk says"
    assert own.verdict() is Verdict.MAY_SEND


def test_a_mark_never_falls_and_a_torn_one_is_none(tmp_path: Path) -> None:
    write_mark(tmp_path, Mark(7, 1, 3, {"delivery": 9}))
    write_mark(tmp_path, Mark(5, 2, 1, {"delivery": 4, "subscriber": 2}))
    assert read_mark(tmp_path) == Mark(7, 2, 3, {"delivery": 9, "subscriber": 2})
    (tmp_path / "mark.json").write_bytes((tmp_path / "mark.json").read_bytes()[:-9])
    assert read_mark(tmp_path) is None
