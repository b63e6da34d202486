"""One SQLite file takes another's place: killed at any step, a whole database stands under the name."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.project.test_rules import ROOT

STEPS = 8
"""More than it takes."""
PROGRAM = """
import os, sys
from pathlib import Path
from core.backup.sqlite import take_the_place_of

steps, folder = int(sys.argv[1]), Path(sys.argv[2])

def counted(step):
    def taken(*arguments, **named):
        global steps
        if steps == 0:
            os._exit(9)
        steps -= 1
        return step(*arguments, **named)
    return taken

for name in ("link", "rename", "replace", "fsync"):
    setattr(os, name, counted(getattr(os, name)))
take_the_place_of(folder / "bilten.sqlite3", by=folder / "restored", aside=folder / "aside")
"""


def _database(path: Path, content: str, *, leave_open: bool) -> sqlite3.Connection | None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE is_ (what TEXT)")
    connection.execute("INSERT INTO is_ VALUES (?)", [content])
    if leave_open:
        return connection
    connection.close()
    return None


def _content(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT what FROM is_").fetchone()[0])


@pytest.mark.parametrize("steps", range(STEPS))
def test_killed_at_any_step_one_whole_database_is_there(tmp_path: Path, steps: int) -> None:
    kept = tmp_path / "as-after-a-kill"
    kept.mkdir()
    opened = _database(tmp_path / "bilten.sqlite3", "old", leave_open=True)
    for name in ("bilten.sqlite3", "bilten.sqlite3-wal", "bilten.sqlite3-shm"):
        shutil.copy(tmp_path / name, kept)
    assert opened is not None
    opened.close()
    _database(kept / "restored", "new", leave_open=False)
    ran = subprocess.run([sys.executable, "-c", PROGRAM, str(steps), kept], cwd=ROOT, check=False)
    assert ran.returncode in (0, 9)
    content = _content(kept / "bilten.sqlite3")
    assert content == "new" if ran.returncode == 0 else content in ("old", "new")
    if content == "new":
        assert _content(kept / "aside") == "old"
    assert (steps == STEPS - 1) <= (ran.returncode == 0)
