"""Bulkhead: whoever leaves waits for nobody, even while every other thread of the server is busy."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore

import httpx
import pytest
from fastapi import FastAPI

from tests.web.browser import browser
from tests.web.conftest import Reader

CROWD = 60
"""More than there are threads for everybody."""


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def go_on() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def test_whoever_leaves_waits_for_none_of_the_pages_that_hold_every_thread(
    app: FastAPI, go_on: Event, reader: Reader
) -> None:
    entered = Semaphore(0)

    @app.get("/slow")
    def slow() -> None:
        entered.release()
        go_on.wait(60)

    with browser(app) as client, ThreadPoolExecutor(CROWD) as crowd:
        waiting = [crowd.submit(client.get, "/slow") for _ in range(CROWD)]
        for _ in range(40):
            assert entered.acquire(timeout=30)
        try:
            for path in (reader.unsubscribe_path, reader.preferences_path, reader.confirm_path):
                assert client.get(path, timeout=30).status_code == 200
            leave = client.post(reader.unsubscribe_path, content=b"List-Unsubscribe=One-Click", timeout=30)
            assert leave.status_code == 200
            assert not any(one.done() for one in waiting)
        finally:
            go_on.set()
        assert all(isinstance(one.result(30), httpx.Response) for one in waiting)
