"""Bulkhead for hashing passwords: few threads of their own, a short queue, and who finds it full is told at once.

There are two. One is for anybody; a flood of wrong passwords can fill it, and nothing else. The other is kept for
the devices that an account knows (`staff.known_devices`), and for commands: a flood never refuses them.

Hashing takes all the processors that it gets (Argon2: four threads, 64 MiB). On Linux its threads have a lower
priority (nice(2), where each thread has its own), so that the web server's come first.
"""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TypeVar

from core.errors import Unavailable
from core.write_guard import refuse_in_write

Answer = TypeVar("Answer")

WAITING_AT_MOST = 4
"""Who would wait longer than this many hashes take is told so at once, and holds no thread of the server."""
LOWER_PRIORITY = 10
"""Of nice(2)'s 19: a tenth of what others get while they want it, everything while they do not."""


def threads_for(processors: int | None) -> int:
    """All but one processor, two at most: Argon2 takes 64 MiB for each hash; a flood must not take all memory."""
    return max(1, min(2, (processors or 1) - 1))


class Bulkhead:
    def __init__(self, name: str, *, threads: int, waiting: int = WAITING_AT_MOST) -> None:
        self._name = name
        self.threads = threads
        self.places = threads + waiting
        self._taken = 0
        self._lock = threading.Lock()

    @property
    def is_full(self) -> bool:
        return self._taken >= self.places

    def run(self, work: Callable[[], Answer]) -> Answer:
        """`work` in one of these threads, when its turn has come. Raises Unavailable at once if too many wait."""
        refuse_in_write("hashing a password")
        with self._lock:
            self.expect_room()
            self._taken += 1
        try:
            return self._threads.submit(work).result()
        finally:
            with self._lock:
                self._taken -= 1

    def expect_room(self) -> None:
        """Raises Unavailable where `run` would."""
        if self.is_full:
            raise Unavailable("staff-sign-in-busy")

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self.threads, thread_name_prefix=self._name, initializer=_give_way)


def _give_way() -> None:
    """Threads that Argon2 starts have the priority of the one that starts them."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOWER_PRIORITY)


ANYBODY = Bulkhead("argon2", threads=threads_for(os.cpu_count()))
KNOWN = Bulkhead("argon2-known", threads=1)
"""For devices that an account knows, and for whoever has the command line."""
