"""Promise 1 under a wrong clock: `bilten serve` itself, whose system clock is set back, or was days ahead.

libfaketime stands between the process and the system's clock, and leaves the
monotonic one alone, as the kernel does when somebody sets the clock.
"""

import os
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col, func, select

from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, Sender
from scheduler.clock_faults import clock_needs
from scheduler.heartbeat import silent_jobs
from scheduler.jobs import MAX_SILENCE
from scheduler.tables import ClockFault
from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from tests.equipment import why_without
from tests.kill.patience import until
from tests.kill.stage import Stage

READERS = 800
"""Eight calls, a second apart: there is time to set the clock in the middle."""
WHEEL = find_spec("libfaketime")
assert WHEEL is not None
assert WHEEL.origin is not None
LIBRARY = Path(WHEEL.origin).parent / "vendor/libfaketime/src/libfaketime.so.1"
pytestmark = pytest.mark.skipif(
    not LIBRARY.exists() or (sys.platform, platform.machine()) != ("linux", "x86_64"),
    reason=why_without("libfaketime"),
)


class SystemClockOf:
    """What the processes of a test believe is the time; as far off as somebody has set it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.set(timedelta(0))

    def set(self, off: timedelta) -> None:
        # At once or not at all: a process may read it at any moment.
        new = self._file.with_suffix(".new")
        new.write_text(f"{off.total_seconds():+.0f}\n")
        new.replace(self._file)

    def environment(self) -> dict[str, str]:
        return {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            # It is read again each second: at each look of each thread it took longer than the work.
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }


@pytest.fixture
def system_clock(tmp_path: Path) -> SystemClockOf:
    return SystemClockOf(tmp_path / "clock")


@pytest.fixture
def stage(database: Database, settings: Settings) -> Stage:
    stage = Stage(database, settings, readers=READERS, fast=1)
    with database.write() as session:
        session.execute(update(Sender).values(calls_per_second=1.0))
    stage.begin_campaign()
    return stage


@pytest.fixture
def far() -> Iterator[SimulatorThread]:
    with SimulatorThread(SimulatorConfig()) as far:
        yield far


@contextmanager
def serving(stage: Stage, far: SimulatorThread, clock: SystemClockOf, folder: Path) -> "Iterator[None]":
    """`bilten serve`, killed in the end."""
    own = {
        "BILTEN_DATABASE_URL": stage.database.url.render_as_string(hide_password=False),
        "BILTEN_VAR_DIR": str(folder / "var"),
        "BILTEN_RESEND_BASE_URL": far.url,
        "BILTEN_MAX_LATENESS": "P30D",
    }
    process = subprocess.Popen(
        [Path(sys.executable).parent / "bilten", "serve", "--with-engine", "--port", "0"],
        env=os.environ | own | clock.environment(),
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def accepted(stage: Stage) -> int:
    with stage.database.read() as session:
        is_accepted = col(Delivery.status) == DeliveryStatus.ACCEPTED
        return session.exec(select(func.count(col(Delivery.id))).where(is_accepted)).one()


def test_a_clock_that_is_set_back_an_hour_in_mid_send_holds_nobody_up(
    stage: Stage, far: SimulatorThread, system_clock: SystemClockOf, tmp_path: Path
) -> None:
    with serving(stage, far, system_clock, tmp_path):
        until(lambda: accepted(stage) > 0)
        system_clock.set(-timedelta(hours=1))
        until(stage.is_over)
    assert stage.account(far).is_proof


# On PostgreSQL, a machine's own clock decides nothing.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_after_a_start_with_the_clock_ten_days_ahead_mail_goes_on_once_it_is_right(
    stage: Stage, far: SimulatorThread, system_clock: SystemClockOf, tmp_path: Path
) -> None:
    system_clock.set(timedelta(days=10))
    with serving(stage, far, system_clock, tmp_path):
        until(lambda: accepted(stage) > 0)
    system_clock.set(timedelta(0))
    with serving(stage, far, system_clock, tmp_path):
        until(stage.is_over)
        until(lambda: _is_well(stage))
    account = stage.account(far)
    assert account.is_proof, account
    with stage.database.read() as session:
        [fault] = session.exec(select(ClockFault)).all()
        shown = clock_needs(session, now=stage.clock.now(), zone="Europe/Ljubljana")
    assert timedelta(seconds=-fault.step_seconds) > timedelta(days=9)
    assert [need.code for need in shown] == ["scheduler-need-clock-back"]


def _is_well(stage: Stage) -> bool:
    with stage.database.read() as session:
        return not silent_jobs(session, MAX_SILENCE, now=stage.clock.now())
