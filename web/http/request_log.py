"""One line for each request, and the last net under an endpoint that fails.

The line has the route's template, never the URL: tokens live there. No address, no IP.
"""

import secrets
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.logging import get_logger

UNMATCHED = "(none)"


class RequestLog:
    def __init__(self, app: ASGIApp, *, failure_page: Callable[[Request, str], Response]) -> None:
        self.app = app
        self.failure_page = failure_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope.setdefault("state", {})
        started = time.perf_counter()
        status: int | None = None

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_noting_status)
        except Exception:
            reference = _log_failure(scope)
            if status is not None:
                raise
            await self.failure_page(Request(scope), reference)(scope, receive, send_noting_status)
        _log_answer(scope, status=status, seconds=time.perf_counter() - started)


def _log_failure(scope: Scope) -> str:
    """Logs the exception under a reference that the person who met it can quote."""
    reference = secrets.token_hex(4)
    get_logger(__name__).error("request.failed", reference=reference, route=route_template(scope), exc_info=True)
    return reference


def _log_answer(scope: Scope, *, status: int | None, seconds: float) -> None:
    facts = {
        "method": scope["method"],
        "route": route_template(scope),
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
    }
    refusal = scope["state"].get("refusal")
    get_logger(__name__).info("request.answered", **facts, **({"refusal": refusal} if refusal else {}))


def route_template(scope: Scope) -> str:
    """`/u/{token}`, or the folder of a file; of an address that nothing matches, nothing is told."""
    return str(getattr(scope.get("route"), "path", "") or scope.get("root_path") or UNMATCHED)
