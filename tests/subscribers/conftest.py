"""A list to subscribe to, and short ways to say who did what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlmodel import Session

from core.addresses import EmailAddress, address_hash
from core.db import Database
from subscribers import csv_refused, import_pieces, read_import, write_import
from subscribers.import_csv import import_csv
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.lists import create_list
from tests.conftest import NOON

SECRET = "secret-of-the-tests"


def hash_of(address: str) -> str:
    return address_hash(EmailAddress.parse(address), secret=SECRET)


@contextmanager
def session_beside_imports(database: Database) -> Iterator[Session]:
    """To write and look with, in a test that imports files in between (`imported`), which are written by
    themselves."""
    writer = database.engine.execution_options(bilten_writes=True)
    with Session(writer, expire_on_commit=False, info={"database": database}) as session:
        yield session
        session.commit()


def imported(session: Session, path: Path, request: ImportRequest) -> CsvReport:
    """What was written until now is committed first."""
    session.commit()
    session.expire_all()
    return import_csv(session.info["database"], path, request, secret=SECRET, now=NOON)


@pytest.fixture
def list_id(database: Database) -> int:
    with database.write() as session:
        return create_list(session, slug="bulletin", name="Bilten", now=NOON).id


@pytest.fixture
def csv(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def chunks_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """How many rows of an import are written at once, however long that takes."""

    def set_to(count: int) -> None:
        for module in (csv_refused, read_import, write_import):
            monkeypatch.setattr(module, "CHUNK", count)
        monkeypatch.setattr(import_pieces, "FIRST", count)
        monkeypatch.setattr(import_pieces, "LONG", 3600)

    return set_to
