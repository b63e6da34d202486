"""`bilten worker`: runs the jobs that it is woken for, on any number of machines.

Each job has places of its own in each process, as in the embedded engine: a long campaign keeps nobody from
freeing leases or reading webhooks. A worker that is cut off from the database finishes what it has in hand, and
asks for the database again.
"""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException

from campaigns.sending.job_context import JobContext
from core.db import NETWORK
from core.logging import get_logger
from scheduler.jobs import JOBS, Job, sweeps
from scheduler.run_job import JobRunner
from scheduler.wake_ups import QUEUE

log = get_logger(__name__)

SENDING = "send_campaigns"
STOP_CHECK_EVERY = 0.2
"""Seconds between two looks at whether to stop."""
POLL_EVERY = 1.0
"""Seconds between two looks for wake-ups: after an outage of the database its notices may not come any more."""
ASK_AGAIN_AFTER = 1.0
STALLED_AFTER = 60.0
NO_CONNECTION_WITHIN = 3.0
"""Seconds until a pool is given up and a new one begun: an old one asks ever more seldom after an outage."""


class Worker:
    """One a process. Runs until the process is stopping."""

    def __init__(self, context: JobContext, *, jobs: tuple[Job, ...] = JOBS) -> None:
        self._context = context
        self._jobs = jobs
        self._concurrency = context.settings.worker_concurrency
        self._runner = JobRunner(context, jobs, most_at_once={SENDING: self._concurrency})

    def run(self) -> None:
        log.info("worker.started", worker=self._context.worker)
        asyncio.run(self._run())
        log.info("worker.stopped", worker=self._context.worker)

    @property
    def _places(self) -> int:
        return len(self._jobs) + self._concurrency

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(self._places))
        loop.set_exception_handler(self._left_undone)
        while not self._context.stopping.is_set():
            try:
                await self._work()
            except ConnectorException as error:
                cause = error.__cause__ or error
                log.warning("worker.cut_off", worker=self._context.worker, reason=type(cause).__name__)
            except Exception:
                log.exception("worker.failed", worker=self._context.worker)
            if not self._context.stopping.is_set():
                await asyncio.sleep(ASK_AGAIN_AFTER)

    def _left_undone(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """procrastinate could not write that a wake-up is done: nothing waits for that."""
        if isinstance(context.get("exception"), ConnectorException):
            log.warning("worker.cut_off", worker=self._context.worker, reason="ConnectorException")
        else:
            loop.default_exception_handler(context)

    async def _work(self) -> None:
        """Ends in order when the process is stopping: no new wake-up is taken, what runs is waited for."""
        async with self._app() as app:
            working = asyncio.create_task(
                app.run_worker_async(
                    queues=[QUEUE],
                    name=self._context.worker,
                    concurrency=self._places,
                    fetch_job_polling_interval=POLL_EVERY,
                    delete_jobs="always",
                    install_signal_handlers=False,
                    stalled_worker_timeout=STALLED_AFTER,
                )
            )
            while not working.done() and not self._context.stopping.is_set():
                await asyncio.wait([working], timeout=STOP_CHECK_EVERY)
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working

    @asynccontextmanager
    async def _app(self) -> AsyncIterator[App]:
        app = App(connector=PsycopgConnector(**self._pool()))
        for job in self._jobs:
            app.task(name=job.name, queue=QUEUE)(partial(self._runner.call, job))
        for name, jobs in sweeps(self._jobs).items():
            app.task(name=name, queue=QUEUE)(partial(self._sweep, jobs))
        async with app.open_async():
            yield app

    async def _sweep(self, jobs: tuple[Job, ...]) -> None:
        """Each in a place of its own, as if it had been woken alone: a long one keeps none of the others waiting,
        and the next sweep runs them again beside it."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(None, self._runner.run, job) for job in jobs))

    def _pool(self) -> dict[str, Any]:
        url = self._context.database.url.set(drivername="postgresql")
        return {
            "conninfo": url.render_as_string(hide_password=False),
            "kwargs": NETWORK,
            "min_size": 1,
            "max_size": 4,
            "timeout": NO_CONNECTION_WITHIN,
        }
