"""The units of docs/systemd are ones that systemd takes, and start commands that exist."""

import shutil
import subprocess
from pathlib import Path

import pytest

from docs.commands import commands
from tests.equipment import skip_without
from tests.project.test_rules import ROOT
from web.http.connection_limits import MOST

UNITS = sorted((ROOT / "docs" / "systemd").glob("*.service"))
TIMERS = sorted((ROOT / "docs" / "systemd").glob("*.timer"))
STAYS = {"bilten serve", "bilten scheduler", "bilten worker"}
HOME = "/srv/bilten"


def _start(unit: Path) -> str:
    [line] = [line for line in unit.read_text(encoding="utf-8").splitlines() if line.startswith("ExecStart=")]
    return line.removeprefix(f"ExecStart={HOME}/.venv/bin/")


def test_there_is_a_unit_for_each_command_that_stays() -> None:
    assert {_start(unit) for unit in UNITS} - {_start(timer.with_suffix(".service")) for timer in TIMERS} == STAYS
    assert all(any(_start(unit).startswith(name) for name, _ in commands()) for unit in UNITS)


@pytest.mark.parametrize("unit", [*UNITS, *TIMERS], ids=lambda unit: unit.name)
def test_systemd_takes_a_unit(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        skip_without("systemd")
    program = tmp_path / ".venv" / "bin" / "bilten"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    installed = tmp_path / unit.name
    installed.write_text(unit.read_text(encoding="utf-8").replace(HOME, str(tmp_path)))
    if unit in TIMERS:
        shutil.copy(unit.with_suffix(".service"), tmp_path)
    asked = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(installed)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_waits_for_the_clock(unit: Path) -> None:
    lines = unit.read_text(encoding="utf-8").splitlines()
    for key in ("After", "Wants"):
        [line] = [line for line in lines if line.startswith(f"{key}=")]
        assert "time-sync.target" in line.split("=", maxsplit=1)[1].split()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_names_the_folder_that_systemd_makes_for_it(unit: Path) -> None:
    """Without, each process would look in a home that it cannot write to, or keep a journal of its own."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    assert "StateDirectory=bilten" in lines
    assert "Environment=BILTEN_STATE_DIR=/var/lib/bilten" in lines


def test_the_web_app_has_files_for_many_connections() -> None:
    lines = (ROOT / "docs" / "systemd" / "bilten.service").read_text(encoding="utf-8").splitlines()
    [limit] = [int(line.partition("=")[2]) for line in lines if line.startswith("LimitNOFILE=")]
    assert limit >= 2 * MOST
