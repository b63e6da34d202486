"""Signed in right after a password was set: whoever has just typed it twice is not asked a third time."""

from datetime import datetime

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from staff.known_devices import REMEMBERED_FOR
from staff.sign_in import Credentials, sign_in
from web.http.app_context import AppContext
from web.http.client_source import source_of
from web.staff.browser_name import browser_name
from web.staff.cookies import DEVICE, FORM, SESSION, drop_cookie, set_cookie


def begin_session(
    request: Request, context: AppContext, address: str, password: str, *, next_page: str, now: datetime
) -> Response:
    """On to `next_page`, with the cookies of somebody who is signed in. Raises as `staff.sign_in.sign_in` does."""
    settings = context.settings
    who = Credentials(
        address, password, source_of(request), browser=browser_name(request.headers.get("user-agent", ""))
    )
    signed_in = sign_in(context.database, context.guard, who, now=now, lifetime=settings.session_lifetime)
    response = RedirectResponse(next_page, status_code=303)
    set_cookie(response, settings, SESSION, signed_in.secret, lifetime=settings.session_lifetime)
    set_cookie(response, settings, DEVICE, signed_in.device, lifetime=REMEMBERED_FOR)
    drop_cookie(response, settings, FORM)
    return response
