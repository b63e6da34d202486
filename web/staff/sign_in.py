"""Staff sign in and out."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response

from campaigns.staff_mail.alert_administrators import alert_new_device
from core.errors import BiltenError, NotAllowed, Unavailable
from core.public_urls import SIGN_IN_LINK, signed_out_url
from staff.hashing import ANYBODY
from staff.oidc_request import address_of_sign_out
from staff.oidc_settings import OidcSettings, expect_local_accounts
from staff.sessions import sign_out
from staff.sign_in import Credentials, SecondFactorNeeded, sign_in
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.csrf import check_form, form_token
from web.http.form_data import PostedForm, read_short_form
from web.http.language import staff_language
from web.http.live import LIVE, SIGN_IN, is_live
from web.http.templates import READING, pages_router
from web.http.typed_fields import keep_typed, typed_fields
from web.staff.browser_name import browser_name
from web.staff.carried_form import CARRIED, CarriedForm, carry_form, read_carried
from web.staff.cookies import DEVICE, FORM, FORM_LIFETIME, SESSION, drop_cookie, read_cookie, set_cookie
from web.staff.current_user import SIGN_OUT, SignedInAsAny, StaffForm, keep_origin
from web.staff.pending_code import ask_for_code, pending_token
from web.staff.proof_fields import site_of
from web.staff.return_path import HOME, return_path, where_next
from web.staff.signed_in import begin

SIGNED_OUT = "signed-out"
"""Then the browser forgets what it kept for whoever it was (web/static/unsaved.js)."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class SignInForm:
    """As it is shown."""

    next_page: str
    link: str | None = None
    address: str = ""
    refusal: BiltenError | None = None
    carried: CarriedForm | None = None
    is_again: bool = False
    """The session has ended under a form that was sent."""


@router.api_route("/", methods=READING)
def home() -> Response:
    return RedirectResponse(HOME, status_code=303)


@router.api_route("/sign-in", methods=READING)
def show_sign_in(request: Request, context: Context) -> Response:
    return sign_in_form(request, context, SignInForm(where_next(request.query_params.get("next", ""))))


@router.api_route(SIGN_IN_LINK, methods=READING)
def show_sign_in_by_link(request: Request, context: Context, link: str) -> Response:
    """The same form, whoever asks: whether the link is good is seen when somebody signs in with it."""
    return sign_in_form(request, context, SignInForm(HOME, link))


async def _expect_room(request: Request, context: Context) -> None:
    """Load shedding: of a flood, what brings no device's cookie is refused on the event loop, before its form is
    read or a thread is taken. Raises Unavailable."""
    if read_cookie(request, context.settings, DEVICE) is None:
        request.state.language = _language(request, context)
        request.state.back = "/sign-in"
        try:
            ANYBODY.expect_room()
        except Unavailable:
            await read_short_form(request)
            raise


@router.post("/sign-in")
def do_sign_in(
    request: Request, context: Context, _: Annotated[None, Depends(_expect_room)], form: PostedForm
) -> Response:
    return _sign_in(request, context, form)


@router.post(SIGN_IN_LINK)
def do_sign_in_by_link(request: Request, context: Context, form: PostedForm, link: str) -> Response:
    """What `bilten user let-in` gives to a colleague stands for a device that their account knows."""
    return _sign_in(request, context, form, link=link)


def _sign_in(
    request: Request, context: AppContext, form: Mapping[str, str], *, link: str | None = None
) -> Response:
    request.state.language = _language(request, context)
    check_form(request, context.settings, form, cookie=read_cookie(request, context.settings, FORM))
    next_page, oidc = where_next(form.get("next", "")), OidcSettings.of(context.settings)
    address, carried = form.get("address", ""), read_carried(form.get(CARRIED, ""))
    who = Credentials(
        address=address,
        password=form.get("password", ""),
        source=source_of(request),
        device=link or read_cookie(request, context.settings, DEVICE),
        browser=browser_name(request.headers.get("user-agent", "")),
        must_have_link=oidc.is_only,
    )
    try:
        if link is None:
            expect_local_accounts(context.settings)
        signed_in = sign_in(
            context.database,
            context.guard,
            who,
            now=(now := context.clock.now()),
            lifetime=context.settings.session_lifetime,
            on_new_device=partial(alert_new_device, browser=who.browser, services=context.services, now=now),
        )
    except SecondFactorNeeded as needed:
        pending = pending_token(context, needed.user, next_page=next_page, link=link)
        return ask_for_code(request, context, needed.user.id, pending, carried=carried)
    except (NotAllowed, Unavailable) as refused:
        request.state.refusal = refused.code
        return sign_in_form(request, context, SignInForm(next_page, link, address, refused, carried))
    return begin(request, context, signed_in, next_page=next_page, carried=carried)


@router.post(SIGN_OUT)
def do_sign_out(context: Context, current_user: SignedInAsAny, _: StaffForm) -> Response:
    with context.database.write() as session:
        sign_out(session, current_user.secret, now=context.clock.now())
    response = RedirectResponse(f"/sign-in?done={SIGNED_OUT}", status_code=303)
    drop_cookie(response, context.settings, SESSION)
    return response


def sign_in_again(request: Request, context: AppContext) -> Response:
    """The answer to a form whose session has ended: what was typed into it goes along, or is shown at least."""
    carried = carry_form(request, context.settings)
    return sign_in_form(request, context, SignInForm(return_path(request), carried=carried, is_again=True))


def sign_in_form(request: Request, context: AppContext, shown: SignInForm) -> Response:
    is_again = shown.is_again or shown.carried is not None
    if shown.carried:
        keep_typed(request, shown.carried.fields)
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    is_signed_out = request.query_params.get("done") == SIGNED_OUT
    language = _language(request, context)
    response = context.pages.make(
        "staff/sign_in_over" if is_live(request) else "staff/sign_in",
        language=language,
        status=shown.refusal.http_status if shown.refusal else 403 if is_again else 200,
        form_token=form_token(context.settings, cookie),
        next_page=shown.next_page,
        link=shown.link,
        address=shown.address,
        refusal=shown.refusal,
        is_again=is_again,
        carried=shown.carried,
        typed=typed_fields(request, is_staff=True) if is_again else [],
        has_passkeys=site_of(context.settings) is not None,
        oidc=OidcSettings.of(context.settings),
        is_signed_out=is_signed_out,
        may_sign_out_there=is_signed_out and bool(sign_out_address(context, language=language)),
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    if is_live(request):
        response.headers[LIVE] = SIGN_IN
    return keep_origin(response)


def sign_out_address(context: AppContext, *, language: str) -> str:
    """At the identity provider; empty where there is none, or it does not offer it, or does not answer."""
    settings, back = context.oidc.settings, signed_out_url(context.settings)
    try:
        details = context.oidc.details(now=context.clock.now()) if settings.is_on else None
    except Unavailable:
        return ""
    return address_of_sign_out(details, settings, back=back, language=language) if details else ""


def _language(request: Request, context: AppContext) -> str:
    return staff_language(request.headers.get("accept-language"), default=context.settings.staff_language)
