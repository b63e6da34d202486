"""The embedded engine: APScheduler's clock and threads, in the process that also serves the web app."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from apscheduler.job import Job as ScheduledJob
from sqlalchemy import event
from sqlmodel import Session

from campaigns.sending.job_context import JobContext
from core.logging import get_logger
from delivery.attempts.queue import forget_dead_workers
from scheduler.jobs import JOBS, Job
from scheduler.monotonic import MonotonicScheduler
from scheduler.run_job import JobRunner

log = get_logger(__name__)


class Engine:
    """Runs every job of JOBS until it is stopped. One a process, and one process a SQLite file."""

    def __init__(self, context: JobContext, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._context = replace(context, wake=self.wake)
        self._jobs = jobs
        self._runner = JobRunner(self._context, jobs)
        self._woken = ThreadPoolExecutor(len(jobs), thread_name_prefix="woken")
        self._scheduler = MonotonicScheduler(threads=len(jobs))

    def start(self) -> None:
        """What a process before this one left behind is freed first: nobody else holds this database."""
        context = self._context
        if context.database.is_sqlite:
            with context.database.write() as session:
                forget_dead_workers(session, alive=context.worker, now=context.clock.now())
        for job in self._jobs:
            self._scheduler.add(job.name, self._runner.run, job, every=job.every)
        self._scheduler.start()
        log.info("engine.started", worker=context.worker)

    def wake(self, session: Session, job: Callable[[JobContext], None]) -> None:
        """Runs `job` as soon as the session's transaction has been committed, in a thread of its own; whoever
        commits waits for nothing. What is lost by it, the next sweep finds."""

        def run(_session: object) -> None:
            with suppress(RuntimeError):  # the engine has stopped meanwhile
                self._woken.submit(self._runner.call, woken)

        for woken in self._jobs:
            if woken.run is job:
                event.listen(session, "after_commit", run, once=True)
                return

    def scheduled(self) -> list[ScheduledJob]:
        """What APScheduler holds, as it holds it."""
        return self._scheduler.jobs()

    def stop(self) -> None:
        """Ends when what is in flight has been recorded; nothing new is claimed meanwhile."""
        self._context.stopping.set()
        self._scheduler.stop()
        self._woken.shutdown()
        log.info("engine.stopped", worker=self._context.worker)
