"""Whoever pauses between two transactions on SQLite learns whether somebody else has written meanwhile."""

import sqlite3
from pathlib import Path
from threading import Timer

from core.sqlite_engine import is_written_within


def test_a_write_of_another_is_noticed_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a b%20c.sqlite3"
    with sqlite3.connect(path) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE word (text TEXT)")
    assert not is_written_within(path, 0.01)

    def write() -> None:
        with sqlite3.connect(path) as another:
            another.execute("INSERT INTO word VALUES ('a')")

    timer = Timer(0.01, write)
    timer.start()
    is_noticed = is_written_within(path, 1)
    timer.join()
    assert is_noticed
