"""One website that news comes from: how it fares, how it is read, and what has come of it."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.feeds.connect_feed import change_feed, get_feed, latest_entries, read_now, stop_feed
from campaigns.feeds.feed_intake import feed_intake
from campaigns.feeds.how_followed import how_followed
from campaigns.reporting.feed_needs import is_unread
from core.errors import BiltenError, Conflict, InputRefused
from news.feeds.websub.known_hub import current_hubs
from news.sources import last_refusals
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.feed_form import feed_form_values, read_feed_form, stored_feed_form
from web.staff.feed_list import followed_view
from web.staff.path_params import FeedNumber

SHOWN = 20
_DONE = {"connected", "changed", "read"}

router = pages_router()


@router.api_route("/sources/{source_id}", methods=READING)
def show_source(request: Request, context: Context, current_user: SignedIn, source_id: FeedNumber) -> Response:
    return _page(context, current_user, source_id, done=request.query_params.get("done", ""))


@router.post("/sources/{source_id}/settings")
def do_change(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, source_id: FeedNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            change_feed(session, source_id, read_feed_form(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, source_id, refused=refused, typed=form)
    return RedirectResponse(f"/sources/{source_id}?done=changed", status_code=303)


@router.post("/sources/{source_id}/read")
def do_read(context: Context, current_user: SignedIn, _form: StaffForm, source_id: FeedNumber) -> Response:
    intake = feed_intake(context.services, context.probes.pages)
    read_now(intake, source_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/sources/{source_id}?done=read", status_code=303)


@router.post("/sources/{source_id}/stop")
def do_stop(context: Context, current_user: SignedIn, _form: StaffForm, source_id: FeedNumber) -> Response:
    with context.database.write() as session:
        stop_feed(session, source_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse("/sources?done=stopped", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    source_id: int,
    *,
    done: str = "",
    refused: BiltenError | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    with context.database.read() as session:
        source, feed = get_feed(session, source_id)
        entries = latest_entries(session, source_id, limit=SHOWN)
        hub = current_hubs(session, [source_id]).get(source_id)
    return staff_page(
        context,
        current_user,
        "staff/source",
        status=refused.http_status if refused else 200,
        section="settings",
        source=source,
        feed=feed,
        is_unread=is_unread(feed, now=context.clock.now()),
        problems=last_refusals(source),
        followed=how_followed(feed, hub, followed_view(context, current_user)),
        entries=entries,
        done=done if done in _DONE else "",
        refused=refused,
        **feed_form_values(typed or stored_feed_form(source, feed)),
    )
