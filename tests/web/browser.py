"""A browser without a network: httpx in front of the application, in this process."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI

BASE = "http://127.0.0.1:8000"


class Answer(httpx.Response):
    @property
    def text(self) -> str:
        """As it is read: without the places where an address may break, so that one is found, or is not there."""
        return super().text.replace("<wbr>", "")


class InProcess(httpx.BaseTransport):
    """Hands each request to the application on an event loop that outlives it, as a server does."""

    def __init__(self, app: FastAPI, portal: BlockingPortal, source: str) -> None:
        self._far_side = httpx.ASGITransport(app, client=(source, 4711))
        self._portal = portal

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._portal.call(self._answer, request)

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        # The far side reads bodies asynchronously; chunks stay chunks.
        asked = httpx.Request(
            request.method, request.url, headers=request.headers, content=_chunks(request), extensions={}
        )
        answer = await self._far_side.handle_async_request(asked)
        return Answer(answer.status_code, headers=answer.headers, content=await answer.aread())


async def _chunks(request: httpx.Request) -> AsyncIterator[bytes]:
    assert isinstance(request.stream, httpx.SyncByteStream)
    for chunk in request.stream:
        yield chunk


@contextmanager
def browser(app: FastAPI, base_url: str = BASE, *, source: str = "127.0.0.1") -> Iterator[httpx.Client]:
    """`source`: the address that it comes from."""
    with (
        start_blocking_portal() as portal,
        httpx.Client(transport=InProcess(app, portal, source), base_url=base_url) as client,
    ):
        yield client
