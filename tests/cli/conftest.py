"""The command line run as a function: captured output, a settings file and a database of the test's own."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from cli.context import CliContext
from cli.main import run
from core.generation.local_state import place_of
from core.generation.mark import read_mark, write_mark
from core.generation.state_dir import StateDir
from tests.conftest import StoppedClock
from tests.kept_renderings import kept_renderings, same_public_ids

__all__ = ["kept_renderings", "same_public_ids"]

ME = ("--as", "admin@example.org")
"""For commands that change what is sent: somebody who may."""
SECRET = "a-secret-of-the-tests-own-long-enough"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        answer = json.loads(self.out)
        assert isinstance(answer, dict)
        return answer


Bilten = Callable[..., Ran]


def settings_file(folder: Path) -> Path:
    path = folder / ".env"
    path.write_text(
        f"BILTEN_SECRET_KEY={SECRET}\n"
        f"BILTEN_VAR_DIR={folder}/var\n"
        f"BILTEN_STATE_DIR={folder}/state\n"
        f"BILTEN_DATABASE_URL=sqlite:///{folder}/bilten.sqlite3\n"
    )
    path.chmod(0o600)
    return path


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return settings_file(tmp_path)


@pytest.fixture
def bare_bilten(env_file: Path, clock: StoppedClock, capsys: pytest.CaptureFixture[str]) -> Bilten:
    """`bilten` where nothing has been set up yet."""

    def ran(*arguments: str | Path) -> Ran:
        capsys.readouterr()  # what a fixture has logged
        code = run([str(argument) for argument in arguments], CliContext(env_file=env_file, clock=clock))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture(scope="session")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database after `bilten init`, to copy."""
    folder = tmp_path_factory.mktemp("set-up")
    quietly(folder, "init")
    who = [ME[1], "--name", "Ada", "--role", "admin", "--password-stdin"]
    quietly(folder, "user", "add", *who, stdin="correct horse battery staple\n")
    return folder / "bilten.sqlite3"


@pytest.fixture
def bilten(bare_bilten: Bilten, set_up: Path, tmp_path: Path) -> Bilten:
    """`bilten` after `bilten init`."""
    shutil.copy(set_up, tmp_path / "bilten.sqlite3")
    shutil.copytree(set_up.with_name("state"), tmp_path / "state")
    _know_the_place(tmp_path)
    (tmp_path / "var" / "assets").mkdir(parents=True)
    return bare_bilten


def _know_the_place(folder: Path) -> None:
    """The state was copied together with the database: a copy of the database alone would be held back."""
    place = place_of(make_url(f"sqlite:///{folder}/bilten.sqlite3"))
    for about in StateDir(folder / "state").folders():
        mark = read_mark(about)
        assert mark is not None
        write_mark(about, replace(mark, place=place))


def quietly(folder: Path, *arguments: str | Path, stdin: str = "") -> str:
    """Runs a command for a database that tests copy; it has to succeed. What it said comes back."""
    context = CliContext(env_file=settings_file(folder), clock=StoppedClock())
    output = io.StringIO()
    with redirect_stdout(output), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(stdin))
        assert run([str(argument) for argument in arguments], context) == 0
    return output.getvalue()
