"""Redirect of a counted link: to the one address that was approved with the email, and no other (ADR 66).

Counting is no change that a reader asks for, and therefore allowed to a GET (RFC 9110, 9.2.1). A reader is led on
first; what is counted afterwards is a number for the link and the day. HEAD and a browser that only prefetches are
led on and not counted.
"""

from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.background import BackgroundTask

from campaigns.clicks.click_links import CODE
from campaigns.clicks.count_clicks import find_link
from core.clock import own_clock
from core.errors import NotFound
from core.public_urls import CLICK
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.templates import READING, pages_router
from web.public.page import page_language

NO_SUCH_PAGE = "web-error-404"
CLICKS_PER_SOURCE = 120
"""Within an hour. Whoever follows links faster is led on, and counted no more: the number is to mean something."""

router = pages_router()


@router.api_route(CLICK, methods=READING)
def follow(request: Request, context: Context, code: str) -> Response:
    """Raises NotFound for whatever was not made here."""
    page_language(request)
    if not CODE.fullmatch(code):
        raise NotFound(NO_SUCH_PAGE)
    with context.database.read() as session:
        link = find_link(session, code)
    if link is None:
        raise NotFound(NO_SUCH_PAGE)
    response = RedirectResponse(link.target, status_code=302)
    response.headers["X-Robots-Tag"] = "noindex"
    if link.is_counted and _is_followed(request) and _is_one_of_few(request, context):
        day = context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date()
        response.background = BackgroundTask(context.clicks.count, code, day)
    return response


def _is_followed(request: Request) -> bool:
    """Not only looked at, or fetched in case somebody should want it (https://wicg.github.io/nav-speculation)."""
    return request.method == "GET" and "prefetch" not in request.headers.get("sec-purpose", "")


def _is_one_of_few(request: Request, context: AppContext) -> bool:
    return context.clicks_by_source.take(source_of(request), now=own_clock(context.clock).now()) is None
