"""Time synchronisation: whether the clock that counts can be right."""

from collections.abc import Iterator

from core import time_sync
from core.clock import SystemClock
from scheduler.clock_faults import how_far_behind
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck
from scheduler.health.rules import judge_difference, judge_lag, judge_synchronisation


def check_clock(context: HealthContext) -> Iterator[HealthCheck]:
    with context.database.read() as session:
        lag = judge_lag(how_far_behind(session, context.clock.now()))
    if lag is not None:
        yield lag
    judged = _judge_own_clock() if context.database.is_sqlite else _judge_servers_clock(context)
    if judged is not None:
        yield judged


def _judge_own_clock() -> HealthCheck | None:
    return judge_synchronisation(time_sync.is_synchronised())


def _judge_servers_clock(context: HealthContext) -> HealthCheck | None:
    """On PostgreSQL its clock counts: this machine's is something to compare it with."""
    return judge_difference(context.database.now() - SystemClock().now())
