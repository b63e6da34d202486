"""Databases for tests: SQLite and PostgreSQL, migrated once and copied, each empty at the start of a test."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
import pytest

from core.db import Database
from migrations.tables import METADATA
from migrations.upgrade import upgrade
from tests.postgres_versions import ThrowawayServer

ROOT = Path(__file__).parents[1]
WAKE_UPS = (
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)
_TEMPLATE = "bilten_migrated"

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Where nothing depends on the database that has not been shown on both."""


def on_postgres_once(argument: str, values: Sequence[object]) -> pytest.MarkDecorator:
    """Where they differ in nothing that a database is asked: each on SQLite, the first on PostgreSQL, too."""
    on_each = [*(("sqlite", value) for value in values), ("postgres", values[0])]
    return pytest.mark.parametrize(("database_url", argument), on_each, indirect=["database_url"])


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """A file to copy. It is made once, and anew where anything that makes it has changed."""
    cache = getattr(pytestconfig, "cache", None)  # which `-p no:cacheprovider` leaves out
    folder = cache.mkdir("migrated-sqlite") if cache else tmp_path_factory.mktemp("migrated-sqlite")
    kept = folder / f"{_digest()}.sqlite3"
    if not kept.exists():
        _migrate(folder / f"{os.getpid()}.new", kept)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"))


def _migrate(new: Path, kept: Path) -> None:
    new.unlink(missing_ok=True)
    database = Database(f"sqlite:///{new}")
    upgrade(database)
    database.dispose()
    for outdated in set(kept.parent.glob("*.sqlite3")) - {kept}:
        outdated.unlink(missing_ok=True)
    new.replace(kept)  # whole at every moment, however many make it at once
    new.with_name(f"{new.name}.lock").unlink()


def _digest() -> str:
    """Of the migrations, of what they run on, and of the libraries' versions."""
    sources = [*sorted((ROOT / "migrations").rglob("*.py")), ROOT / "core/db.py", ROOT / "uv.lock"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()[:32]


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> Iterator[ThrowawayServer]:
    """A PostgreSQL server shared by the test processes of this run.

    Not in pytest's own folder: that is pruned by later runs, and closed to the user the server runs as.
    """
    shared = Path(tempfile.gettempdir()).resolve() / f"bilten-postgres-{testrun_uid}"
    shared.mkdir(exist_ok=True)
    server = ThrowawayServer(shared, cleanup_mode="delete")
    server.start()
    yield server
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: ThrowawayServer, worker_id: str) -> str:
    """A database for this test process. Tables of its own has whoever migrates it."""
    name = f"bilten_{worker_id}"
    _execute(postgres_server, f"CREATE DATABASE {name}")
    return _url(postgres_server, name)


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: ThrowawayServer, postgres_url: str) -> Iterator[Database]:
    """The same database, migrated: a copy of one that the first test process has made."""
    database = Database(postgres_url)
    name = database.url.database
    with _alone(postgres_server.pgdata / "template.lock"):
        if not _execute(postgres_server, f"SELECT FROM pg_database WHERE datname = '{_TEMPLATE}'"):
            _execute(postgres_server, f"CREATE DATABASE {_TEMPLATE}")
            template = Database(_url(postgres_server, _TEMPLATE))
            upgrade(template)
            template.dispose()
        _execute(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")
        _execute(postgres_server, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
    yield database
    database.dispose()


def _url(server: ThrowawayServer, name: str) -> str:
    return server.get_uri(name).replace("postgresql://", "postgresql+psycopg://")


def _execute(server: ThrowawayServer, statement: str) -> int:
    """How many rows there were."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        return connection.execute(statement.encode()).rowcount


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """The other test processes wait."""
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database of the test's own, for whoever opens it."""
    if request.param == "sqlite":
        path = tmp_path / "bilten.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        return f"sqlite:///{path}"
    empty(request.getfixturevalue("migrated_postgres"))
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.dispose()


def empty(database: Database) -> None:
    """Every row is gone, its place is free, and every number begins anew. TRUNCATE says the same and takes five
    times as long, because it makes each of a hundred files anew, of tables that were empty, too."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(_emptying())
        filled = connection.exec_driver_sql("SELECT current_setting('bilten.filled')").scalar_one()
        if filled:
            connection.exec_driver_sql(f"VACUUM {filled}")


@cache
def _emptying() -> str:
    """One statement: asking about each table, and answering, took longer than what there is to do."""
    tables = ",".join((*(table.name for table in METADATA.sorted_tables), *WAKE_UPS))
    return f"""
        DO $$
        DECLARE
            name text; sequence text; is_filled boolean; filled text[];
        BEGIN
            SET LOCAL session_replication_role = replica; -- in any order, whoever refers to whom
            FOREACH name IN ARRAY '{{{tables}}}'::text[] LOOP
                EXECUTE 'SELECT EXISTS (SELECT FROM ' || quote_ident(name) || ')' INTO is_filled;
                IF is_filled THEN
                    EXECUTE 'DELETE FROM ' || quote_ident(name);
                    filled := filled || quote_ident(name);
                END IF;
            END LOOP;
            FOR sequence IN
                SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename)
                FROM pg_sequences WHERE last_value IS NOT NULL
            LOOP
                EXECUTE 'ALTER SEQUENCE ' || sequence || ' RESTART';
            END LOOP;
            INSERT INTO database_state (identity, counter, machines) VALUES (gen_random_uuid(), 0, 0);
            PERFORM set_config('bilten.filled', coalesce(array_to_string(filled, ','), ''), false);
        END $$
    """  # noqa: S608  our own names
