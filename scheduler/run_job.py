"""One run of one job, in whatever engine: what goes wrong stops neither the engine nor the other jobs."""

from datetime import timedelta
from threading import BoundedSemaphore, Lock

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from campaigns.sending.job_context import JobContext
from core.generation.verdict import SendingHeld
from core.logging import get_logger
from scheduler.heartbeat import BEAT_EVERY, record_run
from scheduler.jobs import Job

RETRY_AFTER = timedelta(minutes=1)
"""How long a job that did not run to its end waits at most: the next run of a rare one may be an hour away."""

log = get_logger(__name__)


class JobRunner:
    """Runs jobs for one process, no more of each at a time than `most_at_once` says (1 where it says nothing)."""

    def __init__(
        self,
        context: JobContext,
        jobs: tuple[Job, ...],
        *,
        most_at_once: dict[str, int] | None = None,
        retry_after: timedelta = RETRY_AFTER,
    ) -> None:
        self._context = context
        self._retry_after = retry_after
        self._places = {job.name: BoundedSemaphore((most_at_once or {}).get(job.name, 1)) for job in jobs}
        self._called: set[str] = set()
        """Jobs that somebody has made work for since their last run began."""
        self._beats: dict[str, float] = {}
        """By monotonic time, in seconds: a clock that is set back must not look like a job that stands still."""
        self._lock = Lock()

    def run(self, job: Job) -> None:
        """By the clock. Returns at once where the job runs already as often as it may: on a busy machine, where a
        run takes longer than the time between two, another one after it would keep the machine busy for ever. A
        rare job that failed, or was postponed, is tried until it has run to its end."""
        places = self._places[job.name]
        is_due = True
        while is_due and not self._context.stopping.is_set():
            if not places.acquire(blocking=False):
                return
            try:
                self._called.discard(job.name)
                self._run_to_its_end(job)
            finally:
                places.release()
            is_due = job.name in self._called

    def call(self, job: Job) -> None:
        """By whoever has made work for it. Where it runs already, another run begins after that one, which may
        have looked before the work was there."""
        self._called.add(job.name)
        self.run(job)

    def _run_to_its_end(self, job: Job) -> None:
        while not self._ran_to_its_end(job) and job.every > self._retry_after:
            if self._context.stopping.wait(self._retry_after.total_seconds()):
                return

    def _ran_to_its_end(self, job: Job) -> bool:
        try:
            return self._run(job)
        except Exception as error:
            if not is_away(error):
                raise
            # The rows are still there when the next run looks.
            log.warning("job.postponed", job=job.name, reason=type(getattr(error, "orig", error)).__name__)
            return False

    def _run(self, job: Job) -> bool:
        try:
            if not job.sends or self._context.guard.may_send():
                job.run(self._context)
        except SendingHeld as held:
            # Not the job's fault, and shown as what it is; the job itself is well.
            log.warning("job.held", job=job.name, verdict=held.verdict.value)
        except Exception as error:
            if is_away(error):
                raise
            log.exception("job.failed", job=job.name)
            self._beat(job, error=type(error).__name__)
            return False
        self._beat(job)
        return True

    def _beat(self, job: Job, error: str | None = None) -> None:
        uptime = self._context.uptime.seconds()
        with self._lock:
            last = self._beats.get(job.name)
            if error is None and last is not None and uptime - last < BEAT_EVERY.total_seconds():
                return
        with self._context.database.write() as session:
            record_run(session, job.name, now=self._context.clock.now(), error=error)
        with self._lock:
            if error is None:
                self._beats[job.name] = uptime
            else:
                self._beats.pop(job.name, None)  # that it is well again is to be seen at once


def is_away(error: Exception) -> bool:
    """Whether the database could not be reached, or had no time: what was to be done is done later."""
    if isinstance(error, OperationalError | NoConnectionFree):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated
