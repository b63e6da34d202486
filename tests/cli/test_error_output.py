"""Whatever goes wrong: plain words on stderr, an exit code that means something, no traceback."""

import json
import sqlite3
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from cli import news
from cli.context import CliContext
from cli.error_output import known_error
from core import db, sqlite_engine
from tests.cli.conftest import ME, Bilten
from tests.kill.patience import PATIENCE
from tests.project.test_rules import ROOT


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(news, "_import", broken)


def test_without_a_database_it_says_how_to_make_one(bare_bilten: Bilten, tmp_path: Path) -> None:
    ran = bare_bilten("news", "list")
    assert ran.code == 78
    assert "bilten init" in ran.err
    assert not (tmp_path / "bilten.sqlite3").exists()


def test_an_older_database_is_not_worked_on(bare_bilten: Bilten, tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "bilten.sqlite3").close()
    ran = bare_bilten("news", "list")
    assert (ran.code, "bilten init" in ran.err) == (78, True)


def test_a_wrong_setting_is_named_and_its_value_is_not_shown(bare_bilten: Bilten, env_file: Path) -> None:
    env_file.write_text("BILTEN_RESEND_BASE_URL=ftp://user:hunter2@example.org\n")
    ran = bare_bilten("news", "list")
    assert ran.code == 78
    assert "BILTEN_RESEND_BASE_URL" in ran.err
    assert "hunter2" not in ran.err


def test_errors_are_told_in_the_staffs_language(bare_bilten: Bilten, env_file: Path) -> None:
    env_file.write_text(env_file.read_text() + "BILTEN_STAFF_LANGUAGE=sl\n")
    assert "Podatkovne zbirke" in bare_bilten("news", "list").err


def test_a_busy_database_means_try_again_later(
    bilten: Bilten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_engine, "BUSY_TIMEOUT_MS", 1)
    monkeypatch.setattr(db, "BUSY_TIMEOUT_MS", 1)
    other = sqlite3.connect(tmp_path / "bilten.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = bilten("lists", "add", "press", "Press")
    other.close()
    assert ran.code == 75
    assert "Nothing was changed" in ran.err


def test_a_defect_leaves_its_traceback_in_a_file_without_addresses(
    bilten: Bilten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(monkeypatch, RuntimeError("ana@example.org is odd"))
    ran = bilten("news", "add", *ME, ".")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    [kept] = (tmp_path / "var" / "errors").iterdir()
    assert str(kept) in ran.err
    assert "RuntimeError" in kept.read_text()
    assert "ana@example.org" not in kept.read_text() + ran.err


def test_debug_shows_the_traceback(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, RuntimeError("odd"))
    assert "Traceback" in bilten("--debug", "news", "add", *ME, ".").err


def test_ctrl_c_is_no_error_of_ours(bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, KeyboardInterrupt())
    ran = bilten("news", "add", *ME, ".")
    assert ran.code == 130
    assert "Traceback" not in ran.err


def test_a_program_gets_errors_as_an_object_too(bare_bilten: Bilten) -> None:
    ran = bare_bilten("news", "list", "--json")
    assert ran.data["error"]["code"] == "cli-database-missing"
    assert ran.err == json.loads(ran.out)["error"]["text"] + "\n"


def test_a_command_written_wrongly_is_refused(bare_bilten: Bilten) -> None:
    assert bare_bilten("news", "ad").code == 2
    assert bare_bilten("news", "add").code == 2


@pytest.mark.parametrize(
    "wrong", [["news", "ad"], ["news", "list", "--limit", "0"], ["user", "add", "--nonsense"]]
)
def test_a_program_is_told_of_a_command_written_wrongly(bare_bilten: Bilten, wrong: list[str]) -> None:
    ran = bare_bilten(*wrong, "--json")
    assert ran.code == 2
    assert ran.data["error"]["code"] == "cli-misused"
    assert "Usage:" in ran.err


@pytest.mark.parametrize(
    "command",
    [
        ["news", "list", "--after"],
        ["subscribers", "list", "--after"],
        ["campaign", "status", "--before"],
        ["campaign", "status"],
        ["campaign", "cancel"],
    ],
)
def test_a_number_beyond_what_databases_hold_is_no_defect(bilten: Bilten, command: list[str]) -> None:
    assert bilten(*command, "9" * 24).code == 2
    assert bilten(*command, str(2**63 - 1)).code in (0, 3)


def test_files_that_bilten_makes_are_for_this_user_only(tmp_path: Path) -> None:
    bilten = Path(sys.executable).with_name("bilten")
    subprocess.run([bilten, "init"], cwd=tmp_path, check=True, capture_output=True)
    made = [path for path in tmp_path.rglob("*") if path.stat().st_mode & 0o077]
    assert (tmp_path / "var" / "bilten.sqlite3").exists()
    assert made == []


@pytest.mark.parametrize("url", ["garbage", "sqlite://", "sqlite:///:memory:"])
def test_a_database_that_is_none_is_a_wrong_setting(bare_bilten: Bilten, env_file: Path, url: str) -> None:
    env_file.write_text(f"BILTEN_DATABASE_URL={url}\n")
    ran = bare_bilten("init")
    assert ran.code == 78
    assert "BILTEN_DATABASE_URL" in ran.err


@pytest.mark.parametrize("command", [["init"], ["news", "list"], ["doctor"]])
def test_a_file_that_is_no_database_is_said_to_be_none(
    bare_bilten: Bilten, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "bilten.sqlite3").write_bytes(bytes(range(256)) * 20)
    ran = bare_bilten(*command)
    assert ran.code == (1 if command == ["doctor"] else 78)
    assert "damaged" in ran.err + ran.out


@pytest.mark.parametrize("setting", ["BILTEN_VAR_DIR={}/file/var", "BILTEN_DATABASE_URL=sqlite:///{}/file/x/y"])
def test_a_folder_that_cannot_be_made_is_named(
    bare_bilten: Bilten, tmp_path: Path, env_file: Path, setting: str
) -> None:
    (tmp_path / "file").touch()
    env_file.write_text(env_file.read_text() + setting.format(tmp_path) + "\n")
    ran = bare_bilten("init")
    assert ran.code == 78
    assert f"{tmp_path}/file/" in ran.err


def test_a_full_disk_is_no_silent_database() -> None:
    error = OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))
    known = known_error(error)
    assert known is not None
    assert known.code == "cli-disk-full"


def test_no_room_for_the_answer_is_a_full_disk() -> None:
    known = known_error(OSError(ENOSPC, "No space left on device"))
    assert known is not None
    assert known.code == "cli-disk-full"


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_it_runs_where_streams_are_closed(closed: str) -> None:
    command = f"exec {sys.executable} -c 'from cli.entry import main; main()' lists --help {closed}"
    assert subprocess.run(["sh", "-c", command], cwd=ROOT, check=False, timeout=PATIENCE).returncode == 0


def test_nothing_is_left_open(bilten: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    pool = context.database.engine.pool
    context.close()
    assert context.database.engine.pool is not pool


def test_a_database_that_does_not_answer_means_try_again_later(bare_bilten: Bilten, env_file: Path) -> None:
    env_file.write_text("BILTEN_DATABASE_URL=postgresql+psycopg://bilten:hunter2@127.0.0.1:9/bilten\n")
    ran = bare_bilten("news", "list")
    assert ran.code == 75
    assert "hunter2" not in ran.err + ran.out
