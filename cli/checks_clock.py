"""Time synchronisation, as `bilten doctor` sees it: whether the clock that counts can be right."""

from collections.abc import Iterator
from datetime import timedelta

from cli.checks import Check, Level
from cli.context import CliContext

MAY_DIFFER_BY = timedelta(minutes=1)


def check_clock(context: CliContext) -> Iterator[Check]:
    from core.clock import STEP
    from scheduler.clock_faults import how_far_behind

    with context.database.read() as session:
        behind = how_far_behind(session, context.clock.now())
    if behind > STEP:
        yield Check(Level.PROBLEM, "cli-doctor-clock-behind", {"minutes": round(behind / timedelta(minutes=1))})
    yield from _own_clock() if context.database.is_sqlite else _servers_clock(context)


def _own_clock() -> Iterator[Check]:
    from core.time_sync import is_synchronised

    is_kept = is_synchronised()
    if is_kept is not None:
        code = "cli-doctor-clock" if is_kept else "cli-doctor-clock-unsynchronised"
        yield Check(Level.GOOD if is_kept else Level.WARNING, code)


def _servers_clock(context: CliContext) -> Iterator[Check]:
    """On PostgreSQL its clock counts: this machine's is something to compare it with."""
    from core.clock import SystemClock

    off = context.database.now() - SystemClock().now()
    if abs(off) > MAY_DIFFER_BY:
        yield Check(Level.WARNING, "cli-doctor-clock-differs", {"minutes": round(abs(off) / timedelta(minutes=1))})
