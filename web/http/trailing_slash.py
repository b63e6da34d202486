"""Trailing slash: an address with one is the same as without, and is answered where it was asked.

A redirect would repeat the reader's token in an address that begins with http:// behind a proxy that ends TLS, and
would turn the POST of a mail program (RFC 8058) into nothing.
"""

from starlette.types import ASGIApp, Receive, Scope, Send


class TrailingSlashMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and len(path) > 1 and path.endswith("/"):
            # In place: the log reads from this scope which route it was.
            scope["path"] = path.rstrip("/") or "/"
        await self.app(scope, receive, send)
