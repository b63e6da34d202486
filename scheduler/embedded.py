"""The embedded engine: APScheduler's clock and threads, in the process that also serves the web app."""

from apscheduler.job import Job as ScheduledJob

from campaigns.sending.job_context import House
from core.logging import get_logger
from delivery.attempts.queue import forget_dead_workers
from scheduler.jobs import JOBS, Job
from scheduler.monotonic import MonotonicScheduler
from scheduler.run_job import JobRunner

log = get_logger(__name__)


class Engine:
    """Runs every job of JOBS until it is stopped. One a process, and one process a SQLite file."""

    def __init__(self, house: House, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._house = house
        self._jobs = jobs
        self._runner = JobRunner(house, jobs)
        self._scheduler = MonotonicScheduler(threads=len(jobs))

    def start(self) -> None:
        """What a process before this one left behind is freed first: nobody else holds this database."""
        house = self._house
        if house.database.is_sqlite:
            with house.database.write() as session:
                forget_dead_workers(session, alive=house.worker, now=house.clock.now())
        for job in self._jobs:
            self._scheduler.add(job.name, self._runner.run, job, every=job.every)
        self._scheduler.start()
        log.info("engine.started", worker=house.worker)

    def scheduled(self) -> list[ScheduledJob]:
        """What APScheduler holds, as it holds it."""
        return self._scheduler.jobs()

    def stop(self) -> None:
        """Ends when what is in flight has been recorded; nothing new is claimed meanwhile."""
        self._house.stopping.set()
        self._scheduler.stop()
        log.info("engine.stopped", worker=self._house.worker)
