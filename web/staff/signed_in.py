"""The end of a sign-in, however many steps it had: cookies, and on to the page that was asked for."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from staff.known_devices import REMEMBERED_FOR, with_secret
from staff.sign_in import SignInResult
from web.http.app_context import AppContext
from web.http.live import LIVE, SIGNED_IN, is_live
from web.http.typed_fields import keep_typed, typed_fields
from web.staff.carried_form import CarriedForm
from web.staff.cookies import DEVICE, FORM, PENDING, SESSION, drop_cookie, read_cookie, set_cookie
from web.staff.current_user import CurrentUser, staff_page


def begin(
    request: Request,
    context: AppContext,
    signed_in: SignInResult,
    *,
    next_page: str,
    carried: CarriedForm | None = None,
) -> Response:
    """`carried`: what was typed before they were signed out."""
    settings, current_user = context.settings, CurrentUser(signed_in.user, signed_in.secret)
    response = go_on(request, context, current_user, next_page=next_page, carried=carried)
    set_cookie(response, settings, SESSION, signed_in.secret, lifetime=settings.session_lifetime)
    device = with_secret(read_cookie(request, settings, DEVICE), signed_in.device)
    set_cookie(response, settings, DEVICE, device, lifetime=REMEMBERED_FOR)
    drop_cookie(response, settings, FORM)
    drop_cookie(response, settings, PENDING)
    return response


def go_on(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    *,
    next_page: str,
    carried: CarriedForm | None,
) -> Response:
    """To where somebody wanted to get who is signed in now."""
    if is_live(request):
        return signed_in_over(context, current_user)
    if carried:
        return with_carried(request, context, current_user, carried, next_page=next_page)
    return RedirectResponse(next_page, status_code=303)


def signed_in_over(context: AppContext, current_user: CurrentUser, *, status: int = 200) -> Response:
    """For a page that goes on in a new session: the token that its forms have now, and whose they are.
    `status`: of what it sent with another token."""
    response = staff_page(context, current_user, "staff/signed_in_over", status=status)
    response.headers[LIVE] = SIGNED_IN
    return response


def with_carried(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    carried: CarriedForm,
    *,
    next_page: str,
    status: int = 200,
) -> Response:
    """A page of its own: nothing is saved or done by signing in. `status`: of a form that was refused."""
    keep_typed(request, carried.fields)
    typed = typed_fields(request, is_staff=True)
    return staff_page(
        context,
        current_user,
        "staff/send_again",
        status=status,
        section="",
        carried=carried,
        next_page=next_page,
        typed=typed,
        is_refused=status != 200,
    )
