"""Where providers post what became of mail. Stored as it came and answered at once; processed by a job."""

from fastapi import Request, Response

from delivery.providers import build_webhook_parser
from delivery.webhooks import receive
from web.page import pages_router
from web.posted import PostedBody
from web.wiring import Wired

router = pages_router()


@router.post("/webhooks/{sender_token}")
def receive_webhook(request: Request, wiring: Wired, sender_token: str, body: PostedBody) -> Response:
    receive(
        wiring.database,
        sender_token=sender_token,
        headers=request.headers,
        body=body,
        now=wiring.clock.now(),
        parser_for=lambda provider: build_webhook_parser(provider, wiring.settings),
    )
    return Response(status_code=204)
