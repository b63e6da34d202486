"""Bulkhead: whoever leaves waits for nobody, even while every other thread of the server is busy."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Semaphore

import httpx
import pytest
from fastapi import FastAPI

from tests.kill.patience import PATIENCE
from tests.web.browser import browser
from tests.web.conftest import Reader
from web.http.reserved_threads import CROWD_THREADS
from web.public import sign_up_form

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
        go_on.wait(PATIENCE)

    with browser(app) as client, ThreadPoolExecutor(CROWD) as crowd:
        waiting = [crowd.submit(client.get, "/slow") for _ in range(CROWD)]
        for _ in range(40):
            assert entered.acquire(timeout=PATIENCE)
        try:
            for path in (reader.unsubscribe_path, reader.preferences_path, reader.confirm_path):
                assert client.get(path, timeout=PATIENCE).status_code == 200
            leave = client.post(reader.unsubscribe_path, content=b"List-Unsubscribe=One-Click", timeout=PATIENCE)
            assert leave.status_code == 200
            assert not any(future.done() for future in waiting)
        finally:
            go_on.set()
        assert all(isinstance(future.result(PATIENCE), httpx.Response) for future in waiting)


def test_of_a_crowd_that_signs_up_only_few_stand_in_the_way_of_others(
    app: FastAPI, go_on: Event, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """12 sign-ups at once stood before somebody who left, in the queue for the turn to write."""
    entered, at_once, most, lock = Semaphore(0), 0, 0, Lock()

    def slow(*_: object, **__: object) -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        entered.release()
        go_on.wait(PATIENCE)
        with lock:
            at_once -= 1

    monkeypatch.setattr(sign_up_form, "wait_to_ask", slow)
    form = {"address": "new@example.org", "name": "", "language": "en", "website": ""}
    with browser(app) as client, ThreadPoolExecutor(12) as crowd:
        waiting = [crowd.submit(client.post, "/subscribe/bulletin", data=form) for _ in range(12)]
        for _ in range(CROWD_THREADS):
            assert entered.acquire(timeout=PATIENCE)
        try:
            assert client.get("/subscribe/bulletin", timeout=PATIENCE).status_code == 200
            leave = client.post(reader.unsubscribe_path, content=b"List-Unsubscribe=One-Click", timeout=PATIENCE)
            assert leave.status_code == 200
        finally:
            go_on.set()
        assert {future.result(PATIENCE).status_code for future in waiting} == {200}
    assert most == CROWD_THREADS
