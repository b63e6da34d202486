"""Waiting for what other processes do: as long as it takes, within reason."""

import time
from collections.abc import Callable

PATIENCE = 600.0


def until(comes_true: Callable[[], bool], *, within: float = PATIENCE, every: float = 0.05) -> None:
    deadline = time.monotonic() + within
    while not comes_true():
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(every)
