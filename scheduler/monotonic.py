"""Monotonic scheduling: APScheduler by how much time goes by, whatever the wall clock is set to.

APScheduler reckons by the wall clock. Set back by an hour, it would run nothing for an hour; set forward by ten
days, it would go through every second of them. Here a run is due a while after the one before it, and a job that
is not run although its time has gone by on the monotonic clock is put forward (ADR 35).
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job
from apscheduler.jobstores.base import JobLookupError
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

CHECK_EVERY = 1.0
"""Seconds between two looks at whether a run is overdue; by so much it may be: a busy machine is late, too."""
AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A moment that has gone by on every clock."""


class MonotonicInterval(IntervalTrigger):  # type: ignore[misc]  # APScheduler has no types
    """So long after the run before it, whatever the wall clock says lies between: what piled up is one run."""

    def __init__(self, every: timedelta, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(seconds=int(every.total_seconds()), timezone=UTC)
        self._monotonic = monotonic
        self._due_at = monotonic()

    def get_next_fire_time(self, _: datetime | None, now: datetime) -> datetime:
        self._due_at = self._monotonic() + self.interval_length
        due: datetime = now + self.interval
        return due

    @property
    def is_overdue(self) -> bool:
        return self._monotonic() > self._due_at + CHECK_EVERY


class MonotonicScheduler:
    """Runs jobs in threads until it is stopped. Its store is memory: the tables are the truth.

    APScheduler's defaults would drop a run that is a second late without a word, so lateness is allowed without
    limit, and runs that piled up become one.
    """

    def __init__(self, *, threads: int) -> None:
        self._stopping = Event()
        self._guard = Thread(target=self._watch, name="overdue jobs", daemon=True)
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(threads)},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )

    def add(self, name: str, run: Callable[..., None], *args: Any, every: timedelta) -> None:
        """The first run is as soon as possible."""
        trigger = MonotonicInterval(every)
        self._scheduler.add_job(run, trigger, args=args, id=name, next_run_time=AT_ONCE)

    def start(self) -> None:
        self._scheduler.start()
        self._guard.start()

    def jobs(self) -> list[Job]:
        """What APScheduler holds, as it holds it."""
        return list(self._scheduler.get_jobs())

    def stop(self) -> None:
        """Ends when what runs has come to its end."""
        self._stopping.set()
        self._guard.join()
        self._scheduler.shutdown(wait=True)

    def _watch(self) -> None:
        while not self._stopping.wait(CHECK_EVERY):
            for job in self.jobs():
                if job.trigger.is_overdue:
                    self._put_forward(job)

    def _put_forward(self, job: Job) -> None:
        try:
            job.modify(next_run_time=AT_ONCE)
        except JobLookupError:  # it has gone meanwhile
            return
