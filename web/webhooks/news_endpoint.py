"""Where a website's plug-in posts its news. Kept and answered; the job that reads it is woken."""

from functools import partial

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool

from core.errors import BiltenError, NotAllowed
from core.public_urls import NEWS_WEBHOOK
from news.feeds.webhook.keep_post import receive_post
from scheduler.jobs import read_websites
from web.http.app_context import Context
from web.http.templates import pages_router

router = pages_router()


@router.post(NEWS_WEBHOOK)
async def receive_news(request: Request, context: Context) -> Response:
    """202 when it is durable, 401 for a wrong token, 422 with the field for a wrong body, 429 when many wait."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    body, now = await request.body(), context.clock.now()
    token = token.strip() if scheme.lower() == "bearer" else ""
    wake = partial(context.wake, job=read_websites)
    try:
        await run_in_threadpool(receive_post, context.database, token, body, wake=wake, now=now)
    except BiltenError as refused:
        reason = context.services.texts.text("en", refused.code, **refused.params)
        status = 401 if isinstance(refused, NotAllowed) else refused.http_status
        headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
        return PlainTextResponse(f"{reason}\n", status_code=status, headers=headers)
    return Response(status_code=202)
