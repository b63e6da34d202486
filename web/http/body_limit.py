"""No request body beyond a limit, whether its length is announced or it comes in chunks.

The body is read before the application is asked: every endpoint needs all of it anyway, and an answer can still
be given when it turns out too long. A form with large files is not read: it is counted as it streams by, and
whoever reads it has checked who sends it.
"""

from collections.abc import Callable, Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 1_000_000
"""Where a path has no limit of its own."""


class BodyLimit:
    def __init__(
        self,
        app: ASGIApp,
        *,
        refuse: Callable[[Request], Response],
        limits: Mapping[str, int] | None = None,
        streamed: Mapping[str, int] | None = None,
    ) -> None:
        """`limits`: bytes, by how a path begins. `streamed`: of multipart forms, not read here."""
        self.app = app
        self.refuse = refuse
        self.limits = limits or {}
        self.streamed = streamed or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        streamed = _limit_for(scope["path"], self.streamed, 0) if _is_multipart(scope) else 0
        if streamed and not _announces_too_much(scope, streamed):
            await self.app(scope, _counted(receive, streamed), send)
            return
        limit = _limit_for(scope["path"], self.limits, MAX_BODY_BYTES)
        body = None if _announces_too_much(scope, limit) else await _read(receive, limit)
        if body is None:
            await self.refuse(Request(scope))(scope, receive, send)
            return
        await self.app(scope, _replay(body, receive), send)


def _limit_for(path: str, limits: Mapping[str, int], otherwise: int) -> int:
    return next((limit for start, limit in limits.items() if path.startswith(start)), otherwise)


def _is_multipart(scope: Scope) -> bool:
    return Headers(scope=scope).get("content-type", "").lower().startswith("multipart/form-data")


def _counted(receive: Receive, limit: int) -> Receive:
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise HTTPException(413)
        return message

    return counted


def _announces_too_much(scope: Scope, limit: int) -> bool:
    announced = Headers(scope=scope).get("content-length", "0")
    # int() takes digits that are not ASCII; a server that does not check would read them otherwise.
    return not (announced.isascii() and announced.isdigit()) or int(announced[:20]) > limit


async def _read(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None as soon as it is too long."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(chunks)
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > limit:
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
