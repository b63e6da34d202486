"""Where providers post what became of mail. Kept as it came and answered when that is durable; a job reads it.

Providers post by the thousand, so this one endpoint is on the event loop and asks for no dependencies.
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from core.public_urls import WEBHOOK
from web.http.app_context import app_context


class DirectRoute(Route):
    """Says in the scope which route it is, as FastAPI's own do: the request's line in the log needs it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, child = super().matches(scope)
        return match, {**child, "route": self}


async def receive_webhook(request: Request) -> Response:
    context = app_context(request)
    await context.webhook_writer.receive(
        request.path_params["sender_token"],
        headers=request.headers,
        body=await request.body(),
        now=context.clock.now(),
    )
    return Response(status_code=204)


ROUTE = DirectRoute(WEBHOOK, receive_webhook, methods=["POST"])
