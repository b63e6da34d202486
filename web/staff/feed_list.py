"""The websites that news comes from: how each of them fares, and a new one, previewed before it is connected."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.feeds.connect_feed import connect_feed, list_feeds
from campaigns.feeds.feed_inbox import count_waiting
from campaigns.feeds.feed_intake import feed_intake
from campaigns.feeds.how_followed import FollowedView, how_followed
from campaigns.feeds.preview_feed import MAX_ADDRESS, FeedPreview, preview_feed
from campaigns.reporting.feed_needs import is_unread
from core.errors import BiltenError, Conflict, InputRefused
from core.i18n import local_time
from core.public_addresses import is_reachable
from news.feeds.websub.known_hub import current_hubs
from news.sources import last_refusals
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.feed_form import feed_form_values, kind_choice, read_feed_form

_DONE = {"stopped"}

router = pages_router()


@router.api_route("/sources", methods=READING)
def show_sources(request: Request, context: Context, current_user: SignedIn) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        feeds = list_feeds(session)
        waiting = count_waiting(session, now=now)
        hubs = current_hubs(session, [source.id for source, _ in feeds])
    done, view = request.query_params.get("done", ""), followed_view(context, current_user)
    return staff_page(
        context,
        current_user,
        "staff/sources",
        section="settings",
        feeds=[
            (
                source,
                feed,
                is_unread(feed, now=now),
                last_refusals(source)[:2],
                how_followed(feed, hubs.get(source.id), view),
            )
            for source, feed in feeds
        ],
        waiting=waiting,
        done=done if done in _DONE else "",
    )


@router.api_route("/new-source", methods=READING)
def show_new_source(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_SOURCES)
    return new_source_page(context, current_user, {})


@router.post("/new-source/preview")
def do_preview(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    """Fetches, and saves nothing."""
    require(current_user.principal, Permission.MANAGE_SOURCES)
    try:
        preview = _preview(context, current_user, form)
    except InputRefused as refused:
        request.state.refusal = refused.code
        return new_source_page(context, current_user, form, refused=refused)
    return _preview_page(context, current_user, form, preview)


@router.post("/new-source")
def do_connect(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_SOURCES)
    try:
        intake = feed_intake(context.services, context.probes.pages)
        wanted = read_feed_form(form)
        source_id, _ = connect_feed(intake, form.get("address", ""), wanted, actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return new_source_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/sources/{source_id}?done=connected", status_code=303)


def followed_view(context: AppContext, current_user: CurrentUser) -> FollowedView:
    """For whoever is signed in."""
    settings = context.settings
    shown = partial(local_time, language=current_user.user.language, zone=settings.time_zone)
    return FollowedView(context.clock.now(), is_reachable(settings.public_url), shown)


def _preview(context: AppContext, current_user: CurrentUser, form: Mapping[str, str]) -> FeedPreview:
    intake = feed_intake(context.services, context.probes.pages)
    choice = kind_choice(form)
    now = context.clock.now()
    return preview_feed(intake, form.get("address", ""), choice, actor=current_user.principal, now=now)


def _preview_page(
    context: AppContext, current_user: CurrentUser, form: Mapping[str, str], preview: FeedPreview
) -> Response:
    typed: dict[str, Any] = {**form, "name": form.get("name") or preview.title[:80]}
    return staff_page(
        context,
        current_user,
        "staff/source_preview",
        section="settings",
        preview=preview,
        **feed_form_values(typed),
    )


def new_source_page(
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    """Where a website is connected; with what was chosen on the preview, where it was refused there."""
    return staff_page(
        context,
        current_user,
        "staff/source_new",
        status=refused.http_status if refused else 200,
        section="settings",
        max_address=MAX_ADDRESS,
        refused=refused,
        has_settings="name" in form,
        **feed_form_values(form),
    )
