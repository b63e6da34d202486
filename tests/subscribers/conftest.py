"""A list to subscribe to, and short ways to say who did what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.addresses import EmailAddress, address_hash
from core.db import Database
from subscribers.lists import create_list
from tests.conftest import NOON

SECRET = "secret-of-the-tests"


def hash_of(address: str) -> str:
    return address_hash(EmailAddress.parse(address), secret=SECRET)


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
