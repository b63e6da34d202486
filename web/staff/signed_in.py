"""The end of a sign-in, however many steps it had: cookies, and on to the page that was asked for."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from staff.known_devices import REMEMBERED_FOR
from staff.sign_in import SignInResult
from web.http.app_context import AppContext
from web.http.live import LIVE, SIGNED_IN, is_live
from web.staff.cookies import DEVICE, FORM, PENDING, SESSION, drop_cookie, set_cookie
from web.staff.current_user import CurrentUser, staff_page


def begin(request: Request, context: AppContext, signed_in: SignInResult, *, next_page: str) -> Response:
    """Where a page asked to sign in over itself: the token that its forms have now, and whose they are."""
    settings = context.settings
    response: Response
    if is_live(request):
        response = staff_page(context, CurrentUser(signed_in.user, signed_in.secret), "staff/signed_in_over")
        response.headers[LIVE] = SIGNED_IN
    else:
        response = RedirectResponse(next_page, status_code=303)
    set_cookie(response, settings, SESSION, signed_in.secret, lifetime=settings.session_lifetime)
    set_cookie(response, settings, DEVICE, signed_in.device, lifetime=REMEMBERED_FOR)
    drop_cookie(response, settings, FORM)
    drop_cookie(response, settings, PENDING)
    return response
