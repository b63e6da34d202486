"""Ticket lock (FIFO): the threads of a process write to SQLite in the order in which they came.

SQLite's own wait for its one writer is a sleep and a new try: whoever comes at the right moment overtakes all
others, and under a flood of writes somebody sleeps on for seconds.
"""

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, get_ident

from sqlalchemy.exc import OperationalError


class WriterQueue:
    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._holder: int | None = None

    @contextmanager
    def hold(self, *, within: float) -> Iterator[None]:
        """The block has the turn to itself; a block of the same thread inside it shares it. After `within` seconds
        of waiting, raises what SQLite says of a database that is busy."""
        if self._holder == get_ident():
            yield
            return
        self._take(within)
        try:
            yield
        finally:
            self._pass_on()

    def _take(self, within: float) -> None:
        with self._lock:
            if self._holder is None:
                self._holder = get_ident()
                return
            mine = Event()
            self._waiting.append(mine)
        if not mine.wait(within):
            with self._lock:
                if mine in self._waiting:
                    self._waiting.remove(mine)
                    raise OperationalError("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))
        self._holder = get_ident()

    def _pass_on(self) -> None:
        with self._lock:
            if self._waiting:
                # It stays held: nobody who comes now overtakes the one who is woken.
                self._waiting.popleft().set()
            else:
                self._holder = None
