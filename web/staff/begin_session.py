"""Signed in right after a password was set: whoever has just typed it twice is not asked a third time."""

from datetime import datetime
from functools import partial

from fastapi import Request, Response

from campaigns.staff_mail.alert_administrators import alert_new_device
from staff.sign_in import Credentials, SecondFactorNeeded, sign_in
from web.http.app_context import AppContext
from web.http.client_source import source_of
from web.staff.browser_name import browser_name
from web.staff.pending_code import ask_for_code, pending_token
from web.staff.signed_in import begin


def begin_session(
    request: Request, context: AppContext, address: str, password: str, *, next_page: str, now: datetime
) -> Response:
    """On to `next_page`, with the cookies of somebody who is signed in. Whoever has a second
    factor is asked for its code first: a link for a new password does not get around it. Raises as
    `staff.sign_in.sign_in` does."""
    settings = context.settings
    who = Credentials(
        address, password, source_of(request), browser=browser_name(request.headers.get("user-agent", ""))
    )
    try:
        signed_in = sign_in(
            context.database,
            context.guard,
            who,
            now=now,
            lifetime=settings.session_lifetime,
            on_new_device=partial(alert_new_device, browser=who.browser, services=context.services, now=now),
        )
    except SecondFactorNeeded as needed:
        pending = pending_token(context, needed.user, next_page=next_page)
        return ask_for_code(request, context, needed.user.id, pending)
    return begin(request, context, signed_in, next_page=next_page)
