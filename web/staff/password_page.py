"""The one-time link of an invited colleague, or of one who has forgotten: the page at which a password is set.

Nobody is signed in yet, so that the form's token is bound to a cookie of its own, as on the page to sign in.
"""

import secrets

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from core.errors import BiltenError, InputRefused, NotAllowed, Unavailable
from core.public_urls import PASSWORD_LINK
from staff.oidc_settings import OidcSettings, expect_local_accounts
from staff.password_link import check_new_password, owner_of_link, set_password
from staff.passwords import hash_password
from staff.tables import User
from web.http.app_context import AppContext, Context
from web.http.csrf import check_form, form_token
from web.http.form_data import PostedForm
from web.http.language import staff_language
from web.http.templates import READING, pages_router
from web.staff.begin_session import begin_session
from web.staff.cookies import FORM, FORM_LIFETIME, read_cookie, set_cookie
from web.staff.current_user import keep_origin
from web.staff.return_path import HOME
from web.staff.set_up import typed_password

router = pages_router()


@router.api_route(PASSWORD_LINK, methods=READING)
def show_password_form(request: Request, context: Context, link: str) -> Response:
    """Whoever opens it again after they have used it is led on: it is the email that they still have."""
    try:
        owner = _owner(request, context, link)
    except NotAllowed as refused:
        return _over(request, context, refused)
    return _page(request, context, owner, link)


@router.post(PASSWORD_LINK)
def save_password(request: Request, context: Context, link: str, form: PostedForm) -> Response:
    # Before a password is hashed: whoever has no link costs nothing.
    try:
        user = _owner(request, context, link)
    except NotAllowed as refused:
        return _over(request, context, refused)
    check_form(request, context.settings, form, cookie=read_cookie(request, context.settings, FORM))
    now = context.clock.now()
    try:
        password = typed_password(form)
        check_new_password(user, password)
        hashed = hash_password(password)
    except (InputRefused, Unavailable) as refused:
        request.state.refusal = refused.code
        return _page(request, context, user, link, refused=refused)
    with context.database.write() as session:
        set_password(session, link, hashed, now=now)
    try:
        return begin_session(request, context, user.address, password, next_page=HOME, now=now)
    except (NotAllowed, Unavailable):  # too many are signing in: the password is theirs all the same
        return RedirectResponse("/sign-in", status_code=303)


def _owner(request: Request, context: AppContext, link: str) -> User:
    """Raises NotAllowed."""
    default = context.settings.staff_language
    request.state.language = staff_language(request.headers.get("accept-language"), default=default)
    expect_local_accounts(context.settings)
    with context.database.read() as session:
        user = owner_of_link(session, link, now=context.clock.now())
    request.state.language = user.language
    return user


def _over(request: Request, context: AppContext, refused: NotAllowed) -> Response:
    request.state.refusal = refused.code
    return context.pages.make(
        "staff/password_link_over",
        language=request.state.language,
        status=refused.http_status,
        refused=refused,
        oidc=OidcSettings.of(context.settings),
    )


def _page(
    request: Request, context: AppContext, user: User, link: str, *, refused: BiltenError | None = None
) -> Response:
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    response = context.pages.make(
        "staff/password",
        language=user.language,
        status=refused.http_status if refused else 200,
        form_token=form_token(context.settings, cookie),
        link=link,
        user=user,
        refused=refused,
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    return keep_origin(response)
