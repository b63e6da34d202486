"""A machine at home, and the database that it made."""

from pathlib import Path

import pytest

from core.db import Database
from core.generation.guard import RestoreGuard
from tests.core.machines import machine


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def own(database: Database, home: Path) -> RestoreGuard:
    """The machine that made the database."""
    guard = machine(database, home)
    guard.take_as_own()
    return guard
