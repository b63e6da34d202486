"""The processes that get killed: whole engines, over real HTTP, in a world whose clock runs fast.

One process is started, imports everything, and forks itself for each life, because a life is shorter than the
imports. It speaks lines of JSON: on stdin {"begin": order} begins a life, which ends when it is killed or told to
with SIGTERM, and its process id comes back; {"reap": pid} waits for the end of that life and tells how it came.
"""

import json
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any

from sqlmodel import col, select

from campaigns.digests.run_digests import run_digests
from campaigns.imports.run_imports import run_imports
from campaigns.retention.run_retention import finish_run
from campaigns.retention.tables import RetentionRun
from campaigns.sending.job_context import JobContext, leave_to_the_next_sweep
from campaigns.services import build_services
from core.clock import Clock, SystemClock, UptimeClock, clock_of, machine_uptime
from core.db import Database
from core.generation import guard
from core.logging import configure_logging
from core.settings import Settings, load_settings
from scheduler.build import build_job_context
from scheduler.embedded import Engine
from scheduler.leader import Leader
from scheduler.wake_ups import wake
from scheduler.worker import Worker
from templates.check import check_rendered
from templates.content import BrandView
from templates.examples import example
from templates.render import render

BATCH = 10
CLOCK_FACTOR = 40
_TOLD_TO_END = (signal.SIGTERM,)


@dataclass(frozen=True)
class FastClock:
    """Time from `start` on, `factor` times as fast as by `clock`, and the same for every life."""

    clock: Clock
    start: datetime
    factor: int = CLOCK_FACTOR

    def now(self) -> datetime:
        return self.start + (self.clock.now() - self.start) * self.factor


def live(order: dict[str, Any]) -> None:
    """Start like the real thing, run until told to stop, stop in an orderly way."""
    guard.BEAT_EVERY /= order["clock_factor"]
    _set_the_clock_wrong(timedelta(minutes=order["skew_minutes"]))
    database = Database(order["database_url"])
    clock = FastClock(clock_of(database), datetime.fromtimestamp(order["start"], UTC), order["clock_factor"])
    is_alone = order["role"] in ("embedded", "digesting", "people")
    uptime = machine_uptime()
    context = build_job_context(
        build_services(_settings(order), database, clock),
        wake=leave_to_the_next_sweep if is_alone else wake,
        uptime=UptimeClock(uptime.boot, lambda: uptime.seconds() * order["clock_factor"]),
    )
    for name in order["far_sides"]:
        provider = context.provider(name)
        provider.capabilities = replace(provider.capabilities, max_batch=BATCH)
    signal.signal(signal.SIGTERM, lambda *_: context.stopping.set())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _TOLD_TO_END)
    ROLES[order["role"]](context)
    database.dispose()


def _set_the_clock_wrong(skew: timedelta) -> None:
    """That of this machine, for whoever should ask it."""

    def now(_: SystemClock) -> datetime:
        return datetime.now(UTC) + skew

    SystemClock.now = now  # type: ignore[assignment, method-assign]  # in this process only


def _settings(order: dict[str, Any]) -> Settings:
    return load_settings(
        env_file=None,
        database_url=order["database_url"],
        var_dir=Path(order["var_dir"]),
        state_dir=order["state_dir"],
        provider_timeout=timedelta(seconds=30),
        lease=timedelta(seconds=order["clock_factor"]),  # a second
        error_threshold=order["error_threshold"],
        max_attempts=10_000,
        retention_left=timedelta(seconds=order.get("retention_left", 0)),
        **{f"{name}_base_url": url for name, url in order["far_sides"].items() if url},
    )


def _embedded(context: JobContext) -> None:
    engine = Engine(context)
    engine.start()
    _wait_for(context.stopping)
    engine.stop()


def _wait_for(stopping: Event) -> None:
    # A signal's handler runs between two waits only.
    while not stopping.wait(0.05):
        pass


def _digesting(context: JobContext) -> None:
    """And nothing else, as often as it can: most lives are shorter than the time between two sweeps."""
    while not context.stopping.wait(0.05):
        run_digests(context)


def _people(context: JobContext) -> None:
    """Imports and erasures, and nothing else."""
    while not context.stopping.wait(0.02):
        run_imports(context)
        _go_on_erasing(context)


def _go_on_erasing(context: JobContext) -> None:
    """What was asked for. Not by the job, which takes a clock that goes so fast for one that was set forward."""
    unfinished = select(RetentionRun.id).where(col(RetentionRun.finished_at).is_(None))
    with context.database.read() as session:
        run_id = session.exec(unfinished).first()
    if run_id is not None:
        stopping = context.stopping.is_set
        finish_run(context.database, context.settings, run_id, now=context.clock.now(), is_stopping=stopping)


ROLES: dict[str, Callable[[JobContext], None]] = {
    "embedded": _embedded,
    "digesting": _digesting,
    "people": _people,
    "scheduler": lambda context: Leader(context).run(),
    "worker": lambda context: Worker(context).run(),
}


@cache
def _warm_up() -> None:
    """What a first rendering and its check take is longer than most lives: each has it from here."""
    brand = BrandView(name="Odprta pot", postal_address="Ljubljana", website="https://example.org")
    site = "https://example.org"
    written = example("digest", "en", brand=brand, site=site, picture=lambda name: f"{site}/{name}.png")
    check_rendered(written, render(written))


def _begin(order: dict[str, Any]) -> dict[str, Any]:
    if order["role"] == "digesting":
        _warm_up()
    # Whoever tells a life to end before it can hear is heard as soon as it can: else that would be a kill.
    signal.pthread_sigmask(signal.SIG_BLOCK, _TOLD_TO_END)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            live(order)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _TOLD_TO_END)
    return {"pid": child}


def _reap(child: int) -> dict[str, Any]:
    _, status = os.waitpid(child, 0)
    return {"killed": os.WIFSIGNALED(status), "code": os.waitstatus_to_exitcode(status)}


def main() -> None:
    configure_logging(level="error", style="json")
    for library in ("procrastinate", "psycopg"):
        # Being cut off is what they are here for.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    for line in sys.stdin:
        command = json.loads(line)
        answer = _begin(command["begin"]) if "begin" in command else _reap(command["reap"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
