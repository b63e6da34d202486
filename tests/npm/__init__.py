"""What only npm has: the reference MJML compiler and the accessibility engine axe, for tests alone.

`make test` brings both through their lock file where npm is there; without it these tests are skipped and say so.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"


def axe_source() -> str:
    """The accessibility engine, to be run in a page."""
    _skip_without("axe-core")
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def compile_with_npm(sources: Mapping[str, str]) -> dict[str, str]:
    """Html by name, by the compiler that the makers of MJML publish; an error in a source is an error here."""
    _skip_without("mjml")
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node is installed")
    done = subprocess.run(
        [node, FOLDER / "compile_mjml.cjs"],
        input=json.dumps(dict(sources)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    compiled: dict[str, str] = json.loads(done.stdout)
    return compiled


def _skip_without(package: str) -> None:
    if not (MODULES / package / "package.json").is_file():
        pytest.skip(f"{package} is not there: install npm and run make test")
