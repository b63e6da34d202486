"""Bulkhead: threads of their own for what must never wait.

Endpoints that are plain functions run in threads, and those that there are for everybody can all be busy: with a
flood of sign-ins, of sign-ups, with slow pages. Whoever leaves a list, or chooses what they get, waits for none.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial, wraps
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import FastAPI, Response

THREADS = 8
ORDINARY_THREADS = 16
"""For everybody else: few enough that all of them find a connection to the database."""


_limiter = RunVar[CapacityLimiter]("bilten_reserved_threads")


def _threads() -> CapacityLimiter:
    """One for each event loop, of which a server has one."""
    try:
        return _limiter.get()
    except LookupError:
        limiter = CapacityLimiter(THREADS)
        _limiter.set(limiter)
        return limiter


def reserved(endpoint: Callable[..., Response]) -> Callable[..., Any]:
    """The same endpoint, in a thread of those that are kept free for such."""

    @wraps(endpoint)
    async def run(**values: Any) -> Response:
        return await to_thread.run_sync(partial(endpoint, **values), limiter=_threads())

    return run


@asynccontextmanager
async def with_ordinary_threads(_: FastAPI) -> AsyncIterator[None]:
    """The lifespan of the application."""
    to_thread.current_default_thread_limiter().total_tokens = ORDINARY_THREADS
    yield
