"""Where a passkey signs in by itself: what the browser answered is sent as a form, as a password is."""

from functools import partial

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.staff_mail.alert_administrators import alert_new_device
from core.errors import NotAllowed, TooManyAttempts
from staff.oidc_settings import expect_local_accounts
from staff.passkey_sign_in import PasskeyCredentials, sign_in_with_passkey
from staff.passkey_site import passkey_site
from staff.try_passkey import PasskeyAttempt
from web.http.app_context import Context
from web.http.client_source import source_of
from web.http.csrf import check_form
from web.http.form_data import PostedForm
from web.http.templates import READING, pages_router
from web.staff.browser_name import browser_name
from web.staff.carried_form import CARRIED, read_carried
from web.staff.cookies import DEVICE, FORM, read_cookie
from web.staff.pending_code import code_language
from web.staff.return_path import where_next
from web.staff.sign_in import SignInForm, sign_in_form
from web.staff.signed_in import begin

PASSKEY_PAGE = "/sign-in-passkey"

router = pages_router()


@router.api_route(PASSKEY_PAGE, methods=READING)
def lead_to_sign_in() -> Response:
    return RedirectResponse("/sign-in", status_code=303)


@router.post(PASSKEY_PAGE)
def do_sign_in_with_passkey(request: Request, context: Context, form: PostedForm) -> Response:
    settings, now = context.settings, context.clock.now()
    request.state.language, request.state.back = code_language(request, context), "/sign-in"
    cookie = read_cookie(request, settings, FORM)
    check_form(request, settings, form, cookie=cookie)
    expect_local_accounts(settings)
    next_page, carried = where_next(form.get("next", "")), read_carried(form.get(CARRIED, ""))
    attempt = PasskeyAttempt(form.get("passkey", ""), cookie or "", passkey_site(settings.public_url))
    who = PasskeyCredentials(
        attempt,
        source_of(request),
        read_cookie(request, settings, DEVICE),
        browser_name(request.headers.get("user-agent", "")),
    )
    try:
        signed_in = sign_in_with_passkey(
            context.database,
            context.guard,
            who,
            now=now,
            lifetime=settings.session_lifetime,
            on_new_device=partial(alert_new_device, browser=who.browser, services=context.services, now=now),
        )
    except (NotAllowed, TooManyAttempts) as refused:
        request.state.refusal = refused.code
        return sign_in_form(request, context, SignInForm(next_page, refusal=refused, carried=carried))
    return begin(request, context, signed_in, next_page=next_page, carried=carried)
