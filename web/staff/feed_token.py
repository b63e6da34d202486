"""A website that sends by itself: its token, shown once."""

from fastapi import Request, Response

from campaigns.feeds.connect_feed import get_feed
from campaigns.feeds.connect_webhook import connect_webhook, renew_token
from core.errors import Conflict, InputRefused
from core.public_urls import news_webhook_url
from web.http.app_context import AppContext, Context
from web.http.templates import pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.feed_form import read_feed_form
from web.staff.feed_list import new_source_page
from web.staff.path_params import FeedNumber

router = pages_router()


@router.post("/new-source/webhook")
def do_connect_webhook(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    wanted, actor, now = read_feed_form(form), current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            source_id, token = connect_webhook(session, wanted, actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return new_source_page(context, current_user, {"webhook_name": form.get("name", "")}, refused=refused)
    return _token_page(context, current_user, source_id, token)


@router.post("/sources/{source_id}/token")
def do_renew_token(context: Context, current_user: SignedIn, _form: StaffForm, source_id: FeedNumber) -> Response:
    with context.database.write() as session:
        token = renew_token(session, source_id, actor=current_user.principal, now=context.clock.now())
    return _token_page(context, current_user, source_id, token)


def _token_page(context: AppContext, current_user: CurrentUser, source_id: int, token: str) -> Response:
    with context.database.read() as session:
        name = get_feed(session, source_id)[0].name
    return staff_page(
        context,
        current_user,
        "staff/source_token",
        section="settings",
        source_id=source_id,
        source_name=name,
        address=news_webhook_url(context.settings),
        token=token,
    )
