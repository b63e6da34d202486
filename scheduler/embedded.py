"""The embedded engine: APScheduler's clock and threads, in the process that also serves the web app.

Its job store is memory, filled from JOBS at each start: the tables are the truth. Its defaults would drop a run
that is a second late without a word, so lateness is allowed without limit and runs that piled up become one.
"""

from datetime import UTC, datetime
from threading import Lock

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job as ScheduledJob
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.exc import OperationalError

from campaigns.house import House
from core.clock import SystemClock
from core.logging import get_logger
from delivery.queue import forget_dead_workers
from scheduler.heartbeat import BEAT_EVERY, record_run
from scheduler.jobs import JOBS, Job

log = get_logger(__name__)


class Engine:
    """Runs every job of JOBS until it is stopped. One a process, and one process a SQLite file."""

    def __init__(self, house: House, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._house = house
        self._jobs = jobs
        self._beats: dict[str, datetime] = {}
        self._lock = Lock()
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
                self._run,
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

    def _run(self, job: Job) -> None:
        try:
            job.run(self._house)
        except OperationalError as error:
            # The database is busy or away: the rows are still there when the next run looks.
            log.warning("job.postponed", job=job.name, reason=type(error.orig).__name__)
        except Exception as error:
            log.exception("job.failed", job=job.name)
            self._beat(job, error=type(error).__name__)
        else:
            self._beat(job)

    def _beat(self, job: Job, error: str | None = None) -> None:
        now = self._house.clock.now()
        with self._lock:
            last = self._beats.get(job.name)
            if error is None and last is not None and now - last < BEAT_EVERY:
                return
            self._beats[job.name] = now
        with self._house.database.write() as session:
            record_run(session, job.name, now=now, error=error)
