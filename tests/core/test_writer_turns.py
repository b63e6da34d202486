"""A ticket lock: nobody overtakes, nobody is forgotten."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from core import db
from core.db import Database
from core.writer_turns import WriterQueue
from tests.kill.patience import PATIENCE, until


def test_turns_are_given_in_the_order_in_which_they_were_asked_for() -> None:
    turns, order, threads = WriterQueue(), list[int](), list[Thread]()

    def take(number: int) -> None:
        with turns.hold(within=PATIENCE):
            order.append(number)

    with turns.hold(within=PATIENCE):
        for number in range(20):
            threads.append(Thread(target=take, args=(number,)))
            threads[-1].start()
            until(lambda: len(turns._waiting) == len(threads), within=PATIENCE, every=0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(20))


def test_never_two_at_once() -> None:
    turns, inside, most, lock = WriterQueue(), 0, 0, Lock()

    def work(_: int) -> None:
        nonlocal inside, most
        with turns.hold(within=PATIENCE):
            with lock:
                inside += 1
                most = max(most, inside)
            with lock:
                inside -= 1

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(work, range(2000)))
    assert (most, inside) == (1, 0)


def test_who_waits_in_vain_takes_nobodys_place() -> None:
    turns, go_on, has_it = WriterQueue(), Event(), Event()

    def hold() -> None:
        with turns.hold(within=PATIENCE):
            has_it.set()
            go_on.wait(PATIENCE)

    holder = Thread(target=hold)
    holder.start()
    assert has_it.wait(PATIENCE)
    with pytest.raises(OperationalError, match="locked"), turns.hold(within=0.01):
        raise AssertionError("two had the turn")
    go_on.set()
    holder.join()
    with turns.hold(within=PATIENCE):
        pass


def test_a_block_inside_its_own_block_shares_the_turn_and_a_failure_passes_it_on() -> None:
    turns = WriterQueue()
    with turns.hold(within=1), turns.hold(within=1):
        pass
    with pytest.raises(ValueError, match="x"), turns.hold(within=1):
        raise ValueError("x")
    with turns.hold(within=1):
        pass


def test_a_writer_that_waits_too_long_is_told_so_as_the_database_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(f"sqlite:///{tmp_path}/x.sqlite3")
    monkeypatch.setattr(db, "BUSY_TIMEOUT_MS", 10)
    has_it, go_on = Event(), Event()

    def write() -> None:
        with database.write() as session:
            session.execute(text("CREATE TABLE a (b)"))
            has_it.set()
            go_on.wait(PATIENCE)

    writer = Thread(target=write)
    writer.start()
    assert has_it.wait(PATIENCE)
    with pytest.raises(OperationalError, match="locked"), database.write() as session:
        session.execute(text("SELECT 1"))
    go_on.set()
    writer.join()
    with database.write() as session:
        session.execute(text("INSERT INTO a VALUES (1)"))
    database.dispose()


def test_a_write_that_fails_lets_the_next_one_write_at_once(database: Database) -> None:
    with pytest.raises(ValueError, match="x"):
        _fail(database)
    with ThreadPoolExecutor(1) as threads:

        def write() -> int:
            with database.write() as session:
                return int(session.execute(text("SELECT count(*) FROM mailing_list")).scalar_one())

        assert threads.submit(write).result(PATIENCE) == 0


def _fail(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DELETE FROM mailing_list"))
        raise ValueError("x")
