"""Where hubs come to (WebSub): to ask whether we have asked them (GET), and to tell of news (POST)."""

from functools import partial

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool

from core.public_urls import HUB_CALLBACK
from news.feeds.websub.answer_hub import IntentCheck, answer_hub
from news.feeds.websub.ask_hub import HubCredentials
from news.feeds.websub.receive_ping import HubMessage, receive_ping
from scheduler.jobs import read_websites
from web.http.app_context import Context
from web.http.templates import pages_router

PREFIX = HUB_CALLBACK.partition("{")[0]

router = pages_router()


@router.get(HUB_CALLBACK)
def verify(request: Request, context: Context, token: str) -> Response:
    """The challenge, as text and nothing else, for what we have asked for; 404 for anything else."""
    asked = request.query_params
    names = ("mode", "topic", "challenge", "lease_seconds", "reason")
    question = IntentCheck(*(asked.get(f"hub.{name}", "") for name in names))
    if not answer_hub(context.database, token, question, now=context.clock.now()):
        return Response(status_code=404)
    return PlainTextResponse(question.challenge)


@router.post(HUB_CALLBACK)
async def receive(request: Request, context: Context, token: str) -> Response:
    """202 whatever its signature; 410 where nobody is told of anything, so that the hub ends it."""
    ping = HubMessage(token, await request.body(), request.headers.get("x-hub-signature", ""))
    secret = HubCredentials(context.settings.public_url, context.services.signer).secret(token)
    wake, now = partial(context.wake, job=read_websites), context.clock.now()
    is_known = await run_in_threadpool(receive_ping, context.database, ping, secret, wake=wake, now=now)
    return Response(status_code=202 if is_known else 410)
