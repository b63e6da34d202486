"""Forgotten password: the page at which somebody asks for a link. It says the same whoever works here, and does
the same: one row, no password compared.
"""

import secrets

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from core.errors import BiltenError, Conflict, InputRefused, TooManyAttempts
from staff.oidc_settings import OidcSettings, expect_local_accounts
from staff.password_reset import ask_for_reset, read_address
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.csrf import check_form, form_token
from web.http.form_data import PostedForm
from web.http.language import staff_language
from web.http.templates import READING, pages_router
from web.staff.cookies import FORM, FORM_LIFETIME, read_cookie, set_cookie
from web.staff.current_user import keep_origin

router = pages_router()


@router.api_route("/forgotten-password", methods=READING)
def show_forgotten_password(request: Request, context: Context) -> Response:
    if OidcSettings.of(context.settings).is_only:
        return RedirectResponse("/sign-in", status_code=303)
    return _page(request, context)


@router.post("/forgotten-password")
def ask(request: Request, context: Context, form: PostedForm) -> Response:
    _set_language(request, context)
    check_form(request, context.settings, form, cookie=read_cookie(request, context.settings, FORM))
    expect_local_accounts(context.settings)
    typed, now = form.get("address", ""), context.clock.now()
    try:
        address = read_address(typed)
        is_wanted = context.resets.take(source_of(request), address, now=now)
        with context.database.write() as session:
            reason = no_staff_sender_reason(session, context.settings)
            if reason is not None:
                raise Conflict(reason.code, **reason.params)
            if is_wanted:
                ask_for_reset(session, address, now=now)
    except (InputRefused, TooManyAttempts, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(request, context, address=typed, refused=refused)
    return _page(request, context, is_asked=True)


def _page(
    request: Request,
    context: AppContext,
    *,
    address: str = "",
    is_asked: bool = False,
    refused: BiltenError | None = None,
) -> Response:
    _set_language(request, context)
    with context.database.read() as session:
        no_mail = no_staff_sender_reason(session, context.settings)
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    response = context.pages.make(
        "staff/forgotten_password",
        language=request.state.language,
        status=refused.http_status if refused else 200,
        form_token=form_token(context.settings, cookie),
        address=address,
        is_asked=is_asked,
        has_mail=no_mail is None,
        refused=refused,
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    return keep_origin(response)


def _set_language(request: Request, context: AppContext) -> None:
    default = context.settings.staff_language
    request.state.language = staff_language(request.headers.get("accept-language"), default=default)
