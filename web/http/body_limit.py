"""No request body beyond a limit, whether its length is announced or it comes in chunks.

The body is read before the application is asked: every endpoint needs all of it anyway, and an answer can still
be given when it turns out too long.
"""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 1_000_000


class BodyLimit:
    def __init__(self, app: ASGIApp, *, refuse: Callable[[Request], Response]) -> None:
        self.app = app
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = None if _announces_too_much(scope) else await _read(receive)
        if body is None:
            await self.refuse(Request(scope))(scope, receive, send)
            return
        await self.app(scope, _replay(body, receive), send)


def _announces_too_much(scope: Scope) -> bool:
    announced = Headers(scope=scope).get("content-length", "0")
    # int() takes digits that are not ASCII; a server that does not check would read them otherwise.
    return not (announced.isascii() and announced.isdigit()) or int(announced[:20]) > MAX_BODY_BYTES


async def _read(receive: Receive) -> bytes | None:
    """The whole body; None as soon as it is too long."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(chunks)
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > MAX_BODY_BYTES:
            return None
        if not message.get("more_body", False):
            return b"".join(chunks)


def _replay(body: bytes, receive: Receive) -> Receive:
    is_given = False

    async def replay() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
