"""Help is quick and complete."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.context import Workplace
from cli.main import run
from docs.commands import commands

SLOW = {"sqlmodel", "sqlalchemy", "fastapi", "pydantic", "alembic", "rich", "uvicorn", "httpx", "structlog"}


def test_help_imports_nothing_slow() -> None:
    program = (
        "import sys; from cli.main import run; from cli.context import Workplace; "
        "code = run(['--help'], Workplace()); print(code, *sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    code, *modules = ran.stderr.split()
    assert code == "0"
    assert SLOW & set(modules) == set()
    assert "subscribers" in ran.stdout


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*name.split()[1:], "--help"], Workplace(env_file=None)) == 0
    assert name in capsys.readouterr().out


def test_the_installed_command_runs() -> None:
    installed = Path(sys.executable).with_name("bilten")
    ran = subprocess.run([installed, "--help"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("Usage: bilten")
