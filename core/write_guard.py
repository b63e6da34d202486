"""Guard of write transactions: nothing slow or foreign happens while one is open.

A write transaction holds SQLite's only write lock, and row locks on PostgreSQL: whoever decodes a file, asks the
network, starts a process, hashes a password or renders a mail in it keeps everybody else from unsubscribing. Each
such function calls `refuse_in_write`; in tests that raises, in production it is logged, once for each place.
"""

import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from core.logging import get_logger

log = get_logger(__name__)


class SlowInWrite(RuntimeError):
    """A defect of the program: `what` was begun with a write transaction open in this thread."""


class _State(threading.local):
    depth = 0


_state = _State()
_logged: set[str] = set()
_policy = {"raises": False}


def raise_in_write(*, raises: bool) -> None:
    """Whether a breach raises SlowInWrite (tests) or is logged as an error (production, the default)."""
    _policy["raises"] = raises


def is_writing() -> bool:
    """Whether a write transaction is open in this thread."""
    return _state.depth > 0


@contextmanager
def writing() -> Iterator[None]:
    """Marks the block as a write transaction of this thread. For `Database.write` alone."""
    _state.depth += 1
    try:
        yield
    finally:
        _state.depth -= 1


def refuse_in_write(what: str) -> None:
    """`what` is slow, or waits for others: a defect where a write transaction is open. Raises SlowInWrite in
    tests; in production it goes on, and the log names `what` once."""
    if not is_writing():
        return
    if _policy["raises"]:
        raise SlowInWrite(what)
    if what not in _logged:
        _logged.add(what)
        log.error("write.held_up", what=what, stack="".join(traceback.format_stack(limit=8)))
