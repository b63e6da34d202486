"""Bulkhead: a flood of wrong passwords fills its own places, and those of known devices stay free."""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Semaphore

import pytest

from core.errors import Unavailable
from staff.hashing import Bulkhead, threads_for
from tests.kill.patience import PATIENCE, until


@contextmanager
def filled(places: Bulkhead) -> Iterator[None]:
    """Everything that fits is in it, and nothing of it ends before the block does."""
    go_on, entered = Event(), Semaphore(0)

    def work() -> bool:
        entered.release()
        return go_on.wait(PATIENCE)

    with ThreadPoolExecutor(places.places) as crowd:
        waiting = [crowd.submit(places.run, work) for _ in range(places.places)]
        try:
            for _ in range(places.threads):
                assert entered.acquire(timeout=PATIENCE)
            until(lambda: places.is_full, within=PATIENCE)
            yield
        finally:
            go_on.set()
        assert all(job.result(PATIENCE) for job in waiting)


def test_who_finds_it_full_is_told_at_once_and_the_next_one_is_welcome_again() -> None:
    places = Bulkhead("test", threads=2, waiting=3)
    with filled(places), pytest.raises(Unavailable, match="staff-sign-in-busy"):
        places.run(lambda: True)
    assert places.run(lambda: True)


def test_no_more_run_at_once_than_there_are_threads() -> None:
    places, running, most = Bulkhead("test", threads=2, waiting=8), 0, 0
    lock, both = threading.Lock(), threading.Barrier(2)

    def work() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        both.wait(PATIENCE)
        with lock:
            running -= 1

    with ThreadPoolExecutor(10) as crowd:
        for job in [crowd.submit(places.run, work) for _ in range(10)]:
            job.result(PATIENCE)
    assert most == 2


def test_what_fails_gives_its_place_back() -> None:
    places = Bulkhead("test", threads=1, waiting=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            places.run(lambda: 1 // 0)
    assert not places.is_full


@pytest.mark.parametrize(("processors", "threads"), [(None, 1), (1, 1), (2, 1), (3, 2), (64, 2)])
def test_one_processor_is_left_and_memory_too(processors: int | None, threads: int) -> None:
    assert threads_for(processors) == threads


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives each thread a priority of its own")
def test_hashing_gives_way_to_everything_else() -> None:
    def priority() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    here = priority()
    assert Bulkhead("test", threads=1).run(priority) > here
    assert priority() == here
