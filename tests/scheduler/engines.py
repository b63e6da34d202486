"""The engines as a test meets them: started, stopped, and the same jobs whichever it is."""

from dataclasses import replace
from threading import Thread
from typing import Protocol

from campaigns.sending.job_context import JobContext
from scheduler.embedded import Engine
from scheduler.jobs import Job
from scheduler.leader import Leader
from scheduler.wake_ups import wake
from scheduler.worker import Worker
from tests.kill.patience import PATIENCE

LONG = PATIENCE


class Running(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


class Distributed:
    """A leader and workers, each in a thread of its own instead of on a machine of its own."""

    def __init__(self, context: JobContext, *, jobs: tuple[Job, ...], workers: int = 1) -> None:
        context = replace(context, wake=wake)
        self._context = context
        runs = [Leader(context, jobs=jobs).run, *(Worker(context, jobs=jobs).run for _ in range(workers))]
        self._threads = [Thread(target=run) for run in runs]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._context.stopping.set()
        for thread in self._threads:
            thread.join(LONG)
            assert not thread.is_alive()


class Once:
    """An engine that a test may have stopped already when its fixture does."""

    def __init__(self, engine: Running) -> None:
        self._engine = engine
        self.start = engine.start

    def stop(self) -> None:
        stop, self._engine = self._engine.stop, _Stopped()
        stop()


class _Stopped:
    def start(self) -> None:
        raise AssertionError("an engine starts once")

    def stop(self) -> None:
        """It has stopped."""


def build(mode: str, context: JobContext, jobs: tuple[Job, ...]) -> Running:
    return Once(Distributed(context, jobs=jobs) if mode == "distributed" else Engine(context, jobs=jobs))
