"""Headers that every response carries: what a page may load, who may frame it, what a browser may keep and tell.

A response that sets one of these itself keeps its own: the preview of a mail, a file that may be cached.
"""

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_MAIL = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "sandbox allow-downloads allow-popups allow-popups-to-escape-sandbox; "
)
WEB_VERSION_POLICY = f"{_MAIL}img-src 'self' data:; frame-ancestors 'none'"
PREVIEW_POLICY = f"{_MAIL}img-src 'self' {{public}} data:; frame-ancestors 'self'"
"""`public`: the origin under which readers find pictures; staff may have come by another name of this server."""
PICTURELESS_POLICY = f"{_MAIL}img-src 'none'; frame-ancestors 'self'"
"""As a program shows a mail that fetches no pictures."""
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

FRAMED_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {framers}"
)
"""Of the one page that other websites may frame: without a script."""

COMMON_HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Links in mails carry tokens: no other site may learn the address of a page that somebody came from.
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
    "Cache-Control": "no-store",
}
_FRAMERS = "framers"
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"


def let_frame(request: Request, origins: Sequence[str]) -> None:
    """These websites may show the answer in a frame, whatever it is; nobody else."""
    setattr(request.state, _FRAMERS, tuple(origins))


class SecurityHeaders:
    def __init__(self, app: ASGIApp, *, is_https: bool) -> None:
        self.app = app
        self.headers = dict(COMMON_HEADERS)
        if is_https:
            self.headers["Strict-Transport-Security"] = STRICT_TRANSPORT

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _headers(self, scope: Scope) -> dict[str, str]:
        framers = scope.get("state", {}).get(_FRAMERS)
        if not framers:
            return self.headers
        # X-Frame-Options knows no origins; a browser that reads only that one must not refuse what we allow.
        headers = {name: value for name, value in self.headers.items() if name != "X-Frame-Options"}
        headers["Content-Security-Policy"] = FRAMED_POLICY.format(framers=" ".join(framers))
        # A site that is isolated from others (COEP) frames only what says that it may be.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return headers
