"""The embedded engine: APScheduler's clock and threads, in the process that also serves the web app.

Its job store is memory, filled from JOBS at each start: the tables are the truth. Its defaults would drop a run
that is a second late without a word, so lateness is allowed without limit and runs that piled up become one.
"""

from datetime import UTC

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job as ScheduledJob
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from campaigns.house import House
from core.clock import SystemClock
from core.logging import get_logger
from delivery.queue import forget_dead_workers
from scheduler.jobs import JOBS, Job
from scheduler.run_job import JobRunner

log = get_logger(__name__)


class Engine:
    """Runs every job of JOBS until it is stopped. One a process, and one process a SQLite file."""

    def __init__(self, house: House, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._house = house
        self._jobs = jobs
        self._runner = JobRunner(house, jobs)
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(len(jobs))},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )

    def start(self) -> None:
        """What a process before this one left behind is freed first: nobody else holds this database."""
        house = self._house
        if house.database.is_sqlite:
            with house.database.write() as session:
                forget_dead_workers(session, alive=house.worker, now=house.clock.now())
        # APScheduler lives by the machine's clock, whatever clock the jobs are given.
        at_once = SystemClock().now()
        for job in self._jobs:
            self._scheduler.add_job(
                self._runner.run,
                IntervalTrigger(seconds=int(job.every.total_seconds()), timezone=UTC),
                args=[job],
                id=job.name,
                next_run_time=at_once,
            )
        self._scheduler.start()
        log.info("engine.started", worker=house.worker)

    def scheduled(self) -> list[ScheduledJob]:
        """What APScheduler holds, as it holds it."""
        return list(self._scheduler.get_jobs())

    def stop(self) -> None:
        """Ends when what is in flight has been recorded; nothing new is claimed meanwhile."""
        self._house.stopping.set()
        self._scheduler.shutdown(wait=True)
        log.info("engine.stopped", worker=self._house.worker)
