"""Routes: every page that there is, in the order in which they are tried."""

from functools import cache

from fastapi import APIRouter
from starlette.routing import BaseRoute

from web import health
from web.http import static_files
from web.public import (
    archive,
    assets,
    confirm,
    counted_link,
    preferences,
    publications,
    subscribe,
    unsubscribe,
    web_version,
)
from web.staff import (
    audience_page,
    automation_actions,
    automation_page,
    brand_page,
    campaign_actions,
    campaign_comments,
    campaign_drafts,
    campaign_list,
    campaign_new,
    campaign_new_readers,
    campaign_page,
    campaign_review,
    campaign_variants,
    clicks_page,
    colleague_page,
    colleagues,
    compose_blocks,
    compose_news,
    compose_page,
    compose_presence,
    compose_reader,
    compose_versions,
    deliveries_page,
    delivery_page,
    doubts,
    first_steps,
    folders,
    list_page,
    lists,
    media_page,
    news_actions,
    news_form,
    news_import,
    news_list,
    news_page,
    news_versions,
    password_page,
    reader_search_page,
    report_clicks,
    report_page,
    segments,
    sender_complaints,
    sender_list,
    sender_page,
    sender_trial,
    senders,
    set_up,
    settings_page,
    sign_in,
    template_pages,
)
from web.webhooks import endpoint

PAGES = (
    sign_in,
    set_up,
    password_page,
    first_steps,
    campaign_list,
    campaign_new,
    campaign_new_readers,
    campaign_page,
    campaign_actions,
    campaign_comments,
    campaign_drafts,
    campaign_review,
    campaign_variants,
    compose_blocks,
    compose_news,
    compose_page,
    compose_presence,
    compose_reader,
    compose_versions,
    deliveries_page,
    delivery_page,
    audience_page,
    report_page,
    report_clicks,
    reader_search_page,
    doubts,
    news_list,
    media_page,
    news_import,
    news_form,
    news_page,
    news_versions,
    news_actions,
    brand_page,
    template_pages,
    senders,
    sender_list,
    sender_page,
    sender_complaints,
    sender_trial,
    lists,
    list_page,
    segments,
    automation_page,
    automation_actions,
    folders,
    colleagues,
    colleague_page,
    settings_page,
    clicks_page,
    counted_link,
    unsubscribe,
    preferences,
    confirm,
    subscribe,
    web_version,
    archive,
    publications,
    assets,
    health,
    static_files,
)


@cache
def routes() -> tuple[BaseRoute, ...]:
    """Put together once a process: routes are part of the program, and FastAPI works out what each of them asks
    for at the first request, which takes longer than most requests do."""
    router = APIRouter()
    # First, because routes are tried in their order, and providers post by the thousand.
    router.routes.append(endpoint.ROUTE)
    for page in PAGES:
        router.include_router(page.router)
    return tuple(router.routes)
