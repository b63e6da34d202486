"""One process at a time, and no lock outlives its holder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import Conflict
from core.single_instance import lock_path, only_one

HOLD = """
import sys
from pathlib import Path
from core.single_instance import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _hold_elsewhere(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_second_process_is_told_which_one_runs(tmp_path: Path) -> None:
    path = tmp_path / "bilten.lock"
    holder = _hold_elsewhere(path)
    try:
        with pytest.raises(Conflict) as refused, only_one(path):
            pass
    finally:
        _end(holder)
    assert refused.value.params["pid"] == str(holder.pid)


def test_a_killed_process_leaves_the_lock_free(tmp_path: Path) -> None:
    path = tmp_path / "bilten.lock"
    _end(_hold_elsewhere(path))
    with only_one(path):
        assert path.read_text() == f"{os.getpid()}\n"


def test_the_lock_is_given_back_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "bilten.lock"
    for _ in range(2):
        with only_one(path):
            pass


def test_two_names_of_one_file_share_a_lock(tmp_path: Path) -> None:
    (tmp_path / "real.sqlite3").touch()
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "real.sqlite3")
    assert lock_path(tmp_path / "link.sqlite3") == lock_path(tmp_path / "real.sqlite3")
