"""Leader election: of any number of `bilten scheduler`, one leads and defers wake-ups; the others stand by.

The lead is an advisory lock on a connection of its own. Who loses that connection has lost the lead at once, and
PostgreSQL gives the lock to the next who asks. Two who lead for a moment do no harm: a wake-up that waits is not
deferred twice, and running a job twice changes nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Connection

from campaigns.sending.job_context import JobContext
from core.logging import get_logger
from scheduler.advisory_lock import has_the_lead, take_the_lead
from scheduler.jobs import JOBS, Job, sweeps
from scheduler.monotonic import MonotonicScheduler
from scheduler.run_job import is_away
from scheduler.wake_ups import defer, forget_stalled

log = get_logger(__name__)

POLL_EVERY = 1.0
"""Seconds between two looks at the lock, whether one has it or wants it."""
CLEAN_EVERY = timedelta(minutes=1)


class Leader:
    def __init__(self, context: JobContext, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._context = context
        self._intervals = {name: swept[0].every for name, swept in sweeps(jobs).items()}

    def run(self) -> None:
        """Leads or stands by until the process is stopping; while the database is away, asks for it again."""
        stopping = self._context.stopping
        log.info("scheduler.started", scheduler=self._context.worker)
        while not stopping.is_set():
            try:
                with self._context.database.own_connection() as connection:
                    self._stand_by(connection)
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("scheduler.cut_off", scheduler=self._context.worker, reason=type(error).__name__)
                stopping.wait(POLL_EVERY)
        log.info("scheduler.stopped", scheduler=self._context.worker)

    def _stand_by(self, connection: Connection) -> None:
        while not self._context.stopping.is_set():
            if take_the_lead(connection):
                self._lead(connection)
                return
            self._context.stopping.wait(POLL_EVERY)

    def _lead(self, connection: Connection) -> None:
        """Until the process is stopping, or the lock is lost."""
        log.info("scheduler.leads", scheduler=self._context.worker)
        with self._deferring():
            while has_the_lead(connection):
                if self._context.stopping.wait(POLL_EVERY):
                    return
        log.warning("scheduler.lost_the_lead", scheduler=self._context.worker)

    @contextmanager
    def _deferring(self) -> Iterator[None]:
        """APScheduler's clock runs while the block does."""
        clock = MonotonicScheduler(threads=len(self._intervals) + 1)
        for name, every in self._intervals.items():
            clock.add(name, self._defer, name, every=every)
        clock.add("clean", self._clean, every=CLEAN_EVERY)
        clock.start()
        try:
            yield
        finally:
            clock.stop()

    def _defer(self, name: str) -> None:
        with self._kept_going("defer"), self._context.database.write() as session:
            defer(session, [name])

    def _clean(self) -> None:
        with self._kept_going("clean"), self._context.database.write() as session:
            forget_stalled(session)

    @contextmanager
    def _kept_going(self, step: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("scheduler.postponed", step=step, reason=type(error).__name__)
