"""Database templates: a database of a revision is migrated once and copied, for migrating takes seconds each time.

What a test is about runs for itself: this is only how it comes to the database that it begins with. A revision
that is not kept yet is made from the last one before it that is.
"""

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from core.db import Database
from migrations.schema_state import head_revision, program_revisions
from migrations.upgrade import upgrade
from tests.databases import _alone, _execute, _url
from tests.postgres_versions import ThrowawayServer

MigratedTo = Callable[..., Database]
"""The test's own database, empty, at a revision, or as this version has it."""
SCHEMA = "bare"
"""The migrations are not to depend on the schema that is there anyway."""
_NEW = "bilten_revision_new"


@pytest.fixture(scope="session")
def kept_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("revisions")


@pytest.fixture
def migrated_to(bare: Database, request: pytest.FixtureRequest) -> MigratedTo:
    if bare.is_sqlite:
        return partial(_copied_file, bare, request.getfixturevalue("kept_files"))
    return partial(_copied_postgres, bare, request.getfixturevalue("postgres_server"))


def _copied_file(bare: Database, kept: Path, revision: str = head_revision()) -> Database:
    file = kept / f"{revision}.sqlite3"
    if not file.exists():
        _make_file(file, kept / "new.sqlite3")
    bare.dispose()
    assert bare.sqlite_path is not None
    shutil.copy(file, bare.sqlite_path)
    return bare


def _make_file(file: Path, new: Path) -> None:
    before = _last_before(file.stem, (path.stem for path in file.parent.glob("[0-9]*.sqlite3")))
    if before is not None:
        shutil.copy(file.with_stem(before), new)
    _migrate(f"sqlite:///{new}", file.stem)
    new.replace(file)


def _copied_postgres(bare: Database, server: ThrowawayServer, revision: str = head_revision()) -> Database:
    """All test processes of a run have the same templates on their server."""
    bare.dispose()
    with _alone(server.pgdata / "template.lock"):
        if not _is_kept(server, revision):
            _make_template(server, revision)
    create_postgres(server, str(bare.url.database), template=_template(revision))
    return bare


def _make_template(server: ThrowawayServer, revision: str) -> None:
    before = _last_before(revision, (each for each in program_revisions() if _is_kept(server, each)))
    create_postgres(server, _NEW, template=before and _template(before))
    _migrate(in_schema(server, _NEW), revision)
    _execute(server, f"ALTER DATABASE {_NEW} RENAME TO {_template(revision)}")


def create_postgres(server: ThrowawayServer, name: str, *, template: str | None = None) -> None:
    """Anew, with nothing in it, or as a copy."""
    _execute(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    if template is not None:
        _execute(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return
    _execute(server, f"CREATE DATABASE {name}")
    database = Database(_url(server, name))
    with database.own_connection() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
    database.dispose()


def in_schema(server: ThrowawayServer, name: str) -> str:
    url = _url(server, name)
    return f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{SCHEMA}"


def _is_kept(server: ThrowawayServer, revision: str) -> bool:
    return bool(_execute(server, f"SELECT FROM pg_database WHERE datname = '{_template(revision)}'"))


def _template(revision: str) -> str:
    return f"bilten_revision_{revision}"


def _last_before(revision: str, kept: Iterable[str]) -> str | None:
    return max((each for each in kept if each < revision), default=None)


def _migrate(url: str, revision: str) -> None:
    database = Database(url)
    upgrade(database, revision)
    database.dispose()
