"""`bilten init` as processes: killed in the middle, started twice, beside a running Bilten, without room."""

import multiprocessing
import os
import resource
import signal
import sqlite3
import sys
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from cli.context import CliContext
from cli.main import main, run
from core.db import Database
from core.single_instance import lock_path, only_one
from migrations.schema_state import current_revision, is_current
from tests.project.filled import Contents, contents, fill, narrowed
from tests.project.kept_revisions import MigratedTo
from tests.project.test_upgrade_keeps_rows import as_now

pytestmark = pytest.mark.slow  # each starts processes of its own

OLD = "0004"
FORKING = multiprocessing.get_context("forkserver")
"""Each process is a fork of one that has imported what `init` does, which takes longer than to upgrade."""
FORKING.set_forkserver_preload(
    [__name__, "cli.init", "migrations.tables", "staff.audit", "delivery.senders.senders"]
)
MOMENTS = {
    "sqlite": (
        "foreign_key_check",
        "INSERT INTO _alembic_tmp_campaign",
        "DROP TABLE delivery",
        "version_num='0022'",
        "COMMIT",
    ),
    "postgresql": ("CREATE TABLE template_in_use", "DROP COLUMN lease_until", "COMMIT"),
}
"""A part of the statement after which the process dies."""


@pytest.fixture
def old(migrated_to: MigratedTo) -> Database:
    """A full database of long ago."""
    bare = migrated_to(OLD)
    fill(bare)
    return bare


def _environment(database: Database, tmp_path: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("BILTEN_")},
        "BILTEN_DATABASE_URL": database.url.render_as_string(hide_password=False),
        "BILTEN_VAR_DIR": str(tmp_path / "var"),
        "BILTEN_STATE_DIR": str(tmp_path / "state"),
        "BILTEN_SECRET_KEY": "a-secret-of-the-tests-own-long-enough",
    }


def _init(environment: dict[str, str], folder: Path, *, room: int | None) -> None:
    """`bilten init`. `room`: how many bytes a file may have."""
    _settle_in(environment, folder)
    if room is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    sys.argv[1:] = ["init", "--json"]
    main()


def _init_and_die(environment: dict[str, str], folder: Path, *, at: str) -> None:
    """The same, killed right after the statement that has `at` in it, or just before the commit."""
    _settle_in(environment, folder)

    @event.listens_for(Engine, "after_cursor_execute")
    def die(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if at in " ".join(statement.split()):
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "commit")
    def die_before_the_commit(connection: Any) -> None:
        if at == "COMMIT":
            os.kill(os.getpid(), signal.SIGKILL)

    sys.exit(run(["init", "--json"], CliContext(env_file=None)))


def _settle_in(environment: dict[str, str], folder: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for stream in (1, 2):
        os.dup2(os.open(_output_file(folder, os.getpid(), stream), os.O_WRONLY | os.O_CREAT, 0o600), stream)


def _output_file(folder: Path, pid: int | None, stream: int) -> Path:
    return folder / f"output-{pid}-{stream}"


def _start(database: Database, tmp_path: Path, *, room: int | None = None) -> BaseProcess:
    return _started(
        FORKING.Process(target=_init, args=(_environment(database, tmp_path), tmp_path), kwargs={"room": room})
    )


def _start_to_die(database: Database, tmp_path: Path, at: str) -> BaseProcess:
    return _started(
        FORKING.Process(target=_init_and_die, args=(_environment(database, tmp_path), tmp_path), kwargs={"at": at})
    )


def _started(process: BaseProcess) -> BaseProcess:
    process.start()
    return process


def _ended(process: BaseProcess) -> int:
    process.join(300)
    assert process.exitcode is not None
    return process.exitcode


def _output(process: BaseProcess, tmp_path: Path, *streams: int) -> str:
    return "".join(_output_file(tmp_path, process.pid, stream).read_text("utf-8") for stream in streams or (1, 2))


def _copies(database: Database) -> list[Path]:
    path = database.sqlite_path
    return [] if path is None else sorted(path.parent.glob("*.before-*"))


def _is_as_it_was(database: Database, before: Contents) -> bool:
    return current_revision(database) == OLD and contents(database) == before


def _is_whole(database: Database, before: Contents) -> bool:
    after = contents(database)
    # What init adds of its own, where there is none yet, it adds after the upgrade.
    return is_current(database) and narrowed(after, before) == narrowed(as_now(before, since=OLD), after)


def test_whenever_it_is_killed_the_database_is_whole_and_the_next_run_ends_it(
    old: Database, tmp_path: Path
) -> None:
    before = contents(old)
    for moment in MOMENTS[old.url.get_backend_name()]:
        assert _ended(_start_to_die(old, tmp_path, moment)) == -signal.SIGKILL, moment
        assert _is_as_it_was(old, before), moment
        old.dispose()
    last = _start(old, tmp_path)
    assert _ended(last) == 0, _output(last, tmp_path)
    assert _is_whole(old, before)
    assert _copies(old) == []


def test_two_at_once_do_no_harm(old: Database, tmp_path: Path) -> None:
    before = contents(old)
    both = [_start(old, tmp_path) for _ in range(2)]
    codes = sorted(_ended(each) for each in both)
    # Whoever comes second waits for the first, or is told that it is at work.
    assert codes in ([0, 0], [0, 5])
    assert _is_whole(old, before)


@pytest.mark.parametrize("bare", ["sqlite"], indirect=True)
def test_while_bilten_runs_on_the_file_nothing_is_changed(old: Database, tmp_path: Path) -> None:
    before = contents(old)
    assert old.sqlite_path is not None
    with only_one(lock_path(old.sqlite_path)):
        process = _start(old, tmp_path)
        code = _ended(process)
    assert (code, str(os.getpid()) in _output(process, tmp_path)) == (5, True)
    assert _is_as_it_was(old, before)


@pytest.mark.parametrize("bare", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("room", "code", "expected"), [(0.5, 75, "core-upgrade-no-copy"), (1.05, 5, "before-")])
def test_without_room_nothing_is_changed_and_it_is_said(
    old: Database, tmp_path: Path, room: float, code: int, expected: str
) -> None:
    """No file may grow beyond a part of the database: first the copy has no room, then the migration."""
    before = contents(old)
    path = old.sqlite_path
    assert path is not None
    old.dispose()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    limit = int(path.stat().st_size * room)
    process = _start(old, tmp_path, room=limit)
    assert _ended(process) == code, _output(process, tmp_path, 2)
    assert expected in _output(process, tmp_path, 1)
    assert _is_as_it_was(old, before)
    old.dispose()
    assert _ended(_start(old, tmp_path)) == 0
    assert _is_whole(old, before)


@pytest.mark.parametrize("bare", ["sqlite"], indirect=True)
def test_the_copy_holds_what_was_only_in_the_write_ahead_log_and_is_for_this_user_only(
    old: Database, tmp_path: Path
) -> None:
    before = contents(old)
    assert old.sqlite_path is not None
    assert old.sqlite_path.with_name("bare.sqlite3-wal").stat().st_size > 0
    # The process above keeps its connection open, so that nothing moves from the log into the file.
    assert _ended(_start_to_die(old, tmp_path, "DROP TABLE campaign")) == -signal.SIGKILL
    (copy,) = _copies(old)
    assert copy.stat().st_mode & 0o777 == 0o600
    opened = Database(f"sqlite:///{copy}")
    assert _is_as_it_was(opened, before)
    opened.dispose()
