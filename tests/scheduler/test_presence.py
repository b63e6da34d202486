"""A process that runs no jobs is one of those who work on the database."""

from pathlib import Path

from core.db import Database
from core.generation import guard as guards
from core.generation.counter import read_generation
from core.generation.guard import RestoreGuard
from core.generation.mark import read_mark
from core.generation.state_dir import StateDir
from scheduler.presence import present
from tests.conftest import StoppedClock
from tests.core.machines import Ticks, machine
from tests.kill.patience import until


def test_it_joins_once_it_has_seen_another_at_work_and_has_a_mark_of_its_own(
    database: Database, tmp_path: Path
) -> None:
    ticks = Ticks()
    worker = machine(database, tmp_path / "worker", ticks)
    worker.take_as_own()
    pages_database = Database(database.url.render_as_string(hide_password=False))
    pages = RestoreGuard(pages_database, StateDir(tmp_path / "pages"), StoppedClock(), monotonic=ticks)

    def has_mark() -> bool:
        with database.read() as session:
            identity = read_generation(session).identity
        return read_mark(StateDir(tmp_path / "pages").folder(identity)) is not None

    def a_beat_later() -> bool:
        ticks.seconds += guards.BEAT_EVERY.total_seconds()
        worker.verdict()
        return has_mark()

    with present(pages, every=0.01):
        until(a_beat_later)
    pages_database.dispose()
