"""Bulkhead: threads of their own for what must never wait, and few for what anybody can send by the thousand.

Endpoints that are plain functions run in threads, and those that there are for everybody can all be busy: with a
flood of sign-ins, with slow pages. Whoever leaves a list, or chooses what they get, waits for none. Sign-ups have
few threads, so that few of them stand before somebody who leaves where all have to queue: for a processor, and for
the turn to write.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial, wraps
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import FastAPI, Response

THREADS = 8
CROWD_THREADS = 2
ORDINARY_THREADS = 16
"""For everybody else: few enough that all of them find a connection to the database."""


Endpoint = Callable[..., Response]
_reserved = RunVar[CapacityLimiter]("bilten_reserved_threads")
_crowd = RunVar[CapacityLimiter]("bilten_crowd_threads")


def reserved(endpoint: Endpoint) -> Callable[..., Any]:
    """The same endpoint, in a thread of those that are kept free for such."""
    return _in_threads(endpoint, _reserved, THREADS)


def crowded(endpoint: Endpoint) -> Callable[..., Any]:
    """The same endpoint, in one of the few threads that a crowd may have."""
    return _in_threads(endpoint, _crowd, CROWD_THREADS)


def _in_threads(endpoint: Endpoint, variable: RunVar[CapacityLimiter], threads: int) -> Callable[..., Any]:
    @wraps(endpoint)
    async def run(**values: Any) -> Response:
        return await to_thread.run_sync(partial(endpoint, **values), limiter=_limiter(variable, threads))

    return run


def _limiter(variable: RunVar[CapacityLimiter], threads: int) -> CapacityLimiter:
    """One for each event loop, of which a server has one."""
    try:
        return variable.get()
    except LookupError:
        limiter = CapacityLimiter(threads)
        variable.set(limiter)
        return limiter


@asynccontextmanager
async def with_ordinary_threads(_: FastAPI) -> AsyncIterator[None]:
    """The lifespan of the application."""
    to_thread.current_default_thread_limiter().total_tokens = ORDINARY_THREADS
    yield
