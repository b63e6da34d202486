"""Backups and restores from the command line."""

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cli.backup import app as backup_app
from core.errors import Conflict
from tests.cli.conftest import Bilten
from tests.conftest import StoppedClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one.zip"


def test_a_backup_is_made_and_verified_and_says_where_the_key_is(bilten: Bilten, file: Path) -> None:
    ran = bilten("backup", file)
    assert ran.code == 0, ran.err
    assert "written and verified" in ran.out
    assert "secret key is not in it" in ran.out
    again = bilten("backup", "verify", file)
    assert again.code == 0
    assert "is complete and undamaged" in again.out
    assert bilten("backup", "verify", file, "--json").data["rows"]["mailing_list"] == 1


def test_the_long_name_is_the_same_command(bilten: Bilten, file: Path) -> None:
    assert bilten("backup", "create", "--with-key", file).code == 0
    assert bilten("backup", file).code == 5
    ran = bilten("backup", "--overwrite", "--json", file)
    assert (ran.code, ran.data["has_key"]) == (0, False)
    assert backup_app.info.help


def test_doctor_knows_how_old_the_last_one_is(bilten: Bilten, file: Path, clock: StoppedClock) -> None:
    assert "backup" not in bilten("doctor").out
    bilten("backup", file)
    clock.advance(hours=3)
    assert "The last backup was made 3 hours ago" in bilten("doctor").out


def test_doctor_knows_that_one_is_damaged(bilten: Bilten, file: Path) -> None:
    bilten("backup", file)
    file.write_bytes(file.read_bytes()[:-10])
    ran = bilten("backup", "verify", file)
    assert ran.code == 2
    assert "its end is missing" in ran.err
    assert "or is damaged" in bilten("doctor").out


def test_the_backup_of_the_day_is_made_once(bilten: Bilten, tmp_path: Path) -> None:
    folder = tmp_path / "daily"
    folder.mkdir()
    assert bilten("backup", "daily", folder).code == 0
    assert "already" in bilten("backup", "daily", folder).out
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("command", [("backup", "verify"), ("restore",)])
def test_a_file_that_is_not_there_is_named(bilten: Bilten, tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = bilten(*command, str(tmp_path / "nothere.zip"))
    assert ran.code == 2
    assert "There is no backup to read at" in ran.err
    assert "nothere.zip" in ran.err


def test_of_an_older_state_no_backup_of_the_day_is_made(bilten: Bilten, tmp_path: Path) -> None:
    folder = tmp_path / "daily"
    folder.mkdir()
    with closing(sqlite3.connect(tmp_path / "bilten.sqlite3")) as database, database:
        database.execute(
            "UPDATE database_state SET quarantined_at = '2026-01-01', quarantine_reason = 'behind_mark'"
        )
    ran = bilten("backup", "daily", folder)
    assert (ran.code, list(folder.iterdir())) == (0, [])
    assert "bilten adopt" in ran.out
    with closing(sqlite3.connect(tmp_path / "bilten.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM backup_run").fetchone() == (0,)


def test_a_restore_is_rehearsed_before_it_is_done(bilten: Bilten, file: Path) -> None:
    bilten("backup", file)
    bilten("lists", "add", "second", "Second")
    ran = bilten("restore", file)
    assert ran.code == 0, ran.err
    assert "nothing was changed" in ran.out
    # Not even that the database in use would be taken for an older one.
    assert "Sending is paused" not in bilten("doctor").out
    assert bilten("restore", file, "--json").data["replay"]["lists"] == 1
    assert len(bilten("lists", "list", "--json").data["lists"]) == 2
    ran = bilten("restore", file, "--apply")
    assert ran.code == 0, ran.err
    assert "replaced-" in ran.out
    # What was made since comes back with its number, for the noes that were said to it.
    assert len(bilten("lists", "list", "--json").data["lists"]) == 2


def test_on_a_machine_that_does_not_know_the_database_nothing_is_sent_after_a_restore(
    bilten: Bilten, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bilten("backup", file)
    monkeypatch.setenv("BILTEN_STATE_DIR", str(tmp_path / "elsewhere"))
    ran = bilten("restore", file, "--apply")
    assert ran.code == 0, ran.err
    assert "never worked on this database" in ran.out
    assert "has never worked on this database" in bilten("doctor").out
    assert bilten("adopt", "--is-latest", "--apply").code == 0
    assert "has never worked on this database" not in bilten("doctor").out


def test_a_restore_that_fails_at_its_end_leaves_the_database_in_use_as_it_was(
    bilten: Bilten, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise Conflict("core-restore-in-use", count=1, who="10.0.0.2")

    people = tmp_path / "people.csv"
    people.write_text("address\nana@example.org\n")
    bilten("subscribers", "import", people, "--list", "bulletin", "--consent", "Assembly")
    bilten("backup", file)
    left = ["--list", "bulletin", "--consent", "left", "--said-no", "unsubscribed"]
    assert bilten("subscribers", "import", people, *left).code == 0
    assert bilten("restore", file, "--json").data["replay"] is not None
    with monkeypatch.context() as patch:
        patch.setattr("core.backup.sqlite.take_the_place_of", cannot)
        assert bilten("restore", file, "--apply").code == 5
    assert "Sending is paused" not in bilten("doctor").out


@pytest.mark.parametrize("apply", [[], ["--apply"]], ids=["rehearsed", "done"])
def test_an_ordinary_restore_logs_no_error(bilten: Bilten, file: Path, tmp_path: Path, apply: list[str]) -> None:
    people = tmp_path / "people.csv"
    people.write_text("address\nana@example.org\n")
    bilten("backup", file)
    left = ["--list", "bulletin", "--consent", "left", "--said-no", "unsubscribed"]
    assert bilten("subscribers", "import", people, *left).code == 0
    ran = bilten("restore", file, *apply)
    assert (ran.code, ran.err) == (0, "")
    assert "database.quarantined" not in ran.out


def test_a_drill_in_another_place_leaves_the_database_in_use_alone(
    bilten: Bilten, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same state folder, which is the user's where none is set."""
    bilten("backup", file)
    with monkeypatch.context() as drill:
        drill.setenv("BILTEN_DATABASE_URL", f"sqlite:///{tmp_path}/drill/bilten.sqlite3")
        ran = bilten("restore", file, "--apply")
        assert ran.code == 0, ran.err
        assert "has worked on this database in another place" in ran.out
        assert "in another place" in bilten("doctor").out
    assert "Sending is paused" not in bilten("doctor").out


def test_a_database_that_was_moved_goes_on_once_it_is_adopted(
    bilten: Bilten, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "moved").mkdir()
    for part in tmp_path.glob("bilten.sqlite3*"):
        part.rename(tmp_path / "moved" / part.name)
    monkeypatch.setenv("BILTEN_DATABASE_URL", f"sqlite:///{tmp_path}/moved/bilten.sqlite3")
    assert "in another place" in bilten("doctor").out
    assert bilten("adopt", "--apply").code == 0
    assert "Sending is paused" not in bilten("doctor").out


def test_a_backup_can_be_made_before_an_upgrade(bilten: Bilten, file: Path, tmp_path: Path) -> None:
    """With the new program and the old database, as docs/operating.md says."""
    from sqlalchemy import text

    from core.db import Database

    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0021'"))
    database.dispose()
    assert bilten("backup", file).code == 0
    assert bilten("backup", "verify", file, "--json").data["schema"] == "0021"


def test_a_disk_that_is_full_leaves_the_old_backup(bilten: Bilten, file: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk's: room for the database, none for the pictures."""
    bilten("backup", file)
    before = file.read_bytes()
    picture = tmp_path / "var" / "assets" / "ab" / ("ab" * 32)
    picture.parent.mkdir()
    picture.write_bytes(random.Random(1).randbytes(2_000_000))
    limited = (
        "import resource, sys; from pathlib import Path;"
        "from cli.context import CliContext; from cli.main import run;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000));"
        "sys.exit(run(sys.argv[2:], CliContext(env_file=Path(sys.argv[1]))))"
    )
    command = ["backup", "--overwrite", "--json", str(file)]
    ran = subprocess.run(
        [sys.executable, "-c", limited, str(tmp_path / ".env"), *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 75, ran.stderr
    assert json.loads(ran.stdout)["error"]["code"] == "core-backup-disk-full"
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".bilten-backup-*"))
