"""The command line run as a function: captured output, a settings file and a database of the test's own."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog

from cli.context import Workplace
from cli.main import run
from tests.conftest import StoppedClock

SECRET = "a-secret-of-the-tests-own-long-enough"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


Bilten = Callable[..., Ran]


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    path = tmp_path / ".env"
    path.write_text(
        f"BILTEN_SECRET_KEY={SECRET}\n"
        f"BILTEN_VAR_DIR={tmp_path}/var\n"
        f"BILTEN_DATABASE_URL=sqlite:///{tmp_path}/bilten.sqlite3\n"
    )
    return path


@pytest.fixture
def bare_bilten(env_file: Path, clock: StoppedClock, capsys: pytest.CaptureFixture[str]) -> Bilten:
    """`bilten` where nothing has been set up yet."""

    def ran(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments], Workplace(env_file=env_file, clock=clock))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def bilten(bare_bilten: Bilten, migrated_sqlite: Path, tmp_path: Path) -> Bilten:
    """`bilten` after `bilten init`."""
    shutil.copy(migrated_sqlite, tmp_path / "bilten.sqlite3")
    assert bare_bilten("init").code == 0
    return bare_bilten
