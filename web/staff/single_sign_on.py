"""Single sign-on: to the identity provider, and back from it (OpenID Connect, ADR 95).

Both are addresses that a browser is led to, so that they are GETs. On the way there nothing changes but a cookie;
what comes back counts only with that cookie, and with a code that nobody has used: it is the provider's form, so
to say, and `state` is its token. Whoever has a page open that must not be lost does it in a tab of its own.
"""

from datetime import datetime

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.staff_mail.alert_administrators import alert_oidc_result
from core.errors import BiltenError, NotAllowed, Unavailable
from core.public_urls import SINGLE_SIGN_ON, SINGLE_SIGN_ON_BACK, single_sign_on_back_url
from staff.oidc_answer import OidcAnswer
from staff.oidc_request import (
    REQUEST_LIFETIME,
    OidcRequest,
    address_of_request,
    new_request,
    read_request,
    session_mark,
    sign_request,
)
from staff.oidc_settings import OidcSettings
from staff.oidc_sign_in import OidcContext, OidcCredentials, OidcResult, prove_with_oidc, sign_in_with_oidc
from staff.settings import SecondFactorSettings
from staff.sign_in import SecondFactorNeeded
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.csrf import check_form, check_origin
from web.http.form_data import PostedForm
from web.http.templates import READING, pages_router
from web.staff.browser_name import browser_name
from web.staff.carried_form import CARRIED, read_carried
from web.staff.cookies import DEVICE, FORM, OIDC, SESSION, drop_cookie, read_cookie, set_cookie
from web.staff.current_user import SignedInAsAny, keep_origin, signed_in_with
from web.staff.pending_code import ask_for_code, code_language, pending_token
from web.staff.return_path import PROOF_ELSEWHERE, where_next
from web.staff.sign_in import SignInForm, sign_in_form, sign_out_address
from web.staff.signed_in import begin, go_on

DONE = f"{SINGLE_SIGN_ON}/done"
GO_ON = f"{SINGLE_SIGN_ON}/go-on"
SIGN_OUT_THERE = f"{SINGLE_SIGN_ON}/sign-out"
_ANSWERS = ("state", "code", "iss", "error")

router = pages_router()


@router.api_route(SINGLE_SIGN_ON, methods=READING)
def lead_to_provider(request: Request, context: Context) -> Response:
    """`tab`: this is a tab of its own, beside the page that goes on after it."""
    next_page = DONE if "tab" in request.query_params else where_next(request.query_params.get("next", ""))
    return _lead(request, context, next_page, session_secret=None)


@router.api_route(PROOF_ELSEWHERE, methods=READING)
def lead_to_proof(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    return _lead(request, context, DONE, session_secret=current_user.secret)


@router.api_route(DONE, methods=READING)
def show_done(request: Request, context: Context) -> Response:
    language = code_language(request, context)
    return context.pages.make("staff/single_sign_on_done", language=language, refused=None)


@router.api_route(SINGLE_SIGN_ON_BACK, methods=READING)
def come_back(request: Request, context: Context) -> Response:
    settings, now = context.settings, context.clock.now()
    answer = {name: request.query_params[name] for name in _ANSWERS if name in request.query_params}
    asked: OidcRequest | None = None
    response: Response
    try:
        asked = read_request(context.signer, read_cookie(request, settings, OIDC), answer, now=now)
        response = _come_back(request, context, asked, answer, now=now)
    except (NotAllowed, Unavailable) as refused:
        response = _refused(request, context, asked, refused)
    if asked is not None:  # else it is an answer to another tab's question, whose own is still to come
        drop_cookie(response, settings, OIDC)
    return response


@router.post(GO_ON)
def do_go_on(request: Request, context: Context, form: PostedForm) -> Response:
    """The page whose session had ended, after its owner has signed in in another tab. Nothing changes by it, and
    the other tab has dropped the cookie of its token."""
    check_origin(request, context.settings)
    next_page, carried = where_next(form.get("next", "")), read_carried(form.get(CARRIED, ""))
    current_user = signed_in_with(read_cookie(request, context.settings, SESSION), context)
    if current_user is None:
        refused = NotAllowed("staff-oidc-not-yet", label=OidcSettings.of(context.settings).label)
        return sign_in_form(request, context, SignInForm(next_page, None, "", refused, carried, is_again=True))
    return go_on(request, context, current_user, next_page=next_page, carried=carried)


@router.post(SIGN_OUT_THERE)
def lead_to_sign_out(request: Request, context: Context, form: PostedForm) -> Response:
    """For whoever has signed out here, and wants to there. A page of ours leads on: what a form is answered with
    may lead to no other website (`form-action`)."""
    check_form(request, context.settings, form, cookie=read_cookie(request, context.settings, FORM))
    language = code_language(request, context)
    address = sign_out_address(context, language=language)
    if not address:
        return RedirectResponse("/sign-in", status_code=303)
    label = context.oidc.settings.label
    response = context.pages.make("staff/single_sign_on_out", language=language, label=label, address=address)
    response.headers["Refresh"] = f"0; url={address}"
    return response


def _lead(request: Request, context: AppContext, next_page: str, *, session_secret: str | None) -> Response:
    """No other website starts it: whoever did could choose when somebody signs in."""
    oidc, now, language = context.oidc, context.clock.now(), code_language(request, context)
    if not oidc.settings.is_on or request.headers.get("sec-fetch-site") not in (None, "same-origin", "none"):
        return RedirectResponse("/sign-in", status_code=303)
    asked = new_request(issuer=oidc.settings.issuer, next_page=next_page, session_secret=session_secret, now=now)
    redirect = single_sign_on_back_url(context.settings)
    try:
        details = oidc.details(now=now)
    except Unavailable as refused:
        return _refused(request, context, asked, refused)
    address = address_of_request(asked, details, oidc.settings, redirect=redirect, language=language)
    response = RedirectResponse(address, status_code=303)
    signed = sign_request(context.signer, asked)
    set_cookie(response, context.settings, OIDC, signed, lifetime=REQUEST_LIFETIME)
    return response


def _come_back(
    request: Request, context: AppContext, asked: OidcRequest, answer: dict[str, str], *, now: datetime
) -> Response:
    settings = context.settings
    who = OidcCredentials(
        asked,
        OidcAnswer(answer, single_sign_on_back_url(settings)),
        source_of(request),
        code_language(request, context),
        read_cookie(request, settings, DEVICE),
        browser_name(request.headers.get("user-agent", "")),
    )
    oidc = _oidc_context(context, browser=who.browser, now=now)
    if asked.is_proof:
        _prove(request, context, oidc, who, now=now)
        return RedirectResponse(DONE, status_code=303)
    next_page = DONE if asked.next_page == DONE else where_next(asked.next_page)
    try:
        signed_in = sign_in_with_oidc(oidc, who, now=now)
    except SecondFactorNeeded as needed:
        pending = pending_token(context, needed.user, next_page=next_page)
        return ask_for_code(request, context, needed.user.id, pending)
    return begin(request, context, signed_in, next_page=next_page)


def _prove(
    request: Request, context: AppContext, oidc: OidcContext, who: OidcCredentials, *, now: datetime
) -> None:
    """Raises NotAllowed where somebody else is signed in by now, or nobody."""
    secret = read_cookie(request, context.settings, SESSION)
    current_user = signed_in_with(secret, context)
    is_same = secret is not None and session_mark(secret) == who.asked.session_mark
    if current_user is None or current_user.session_id is None or not is_same:
        raise NotAllowed("staff-oidc-out-of-date")
    if not oidc.provider.settings.second_factor:
        raise NotAllowed("staff-oidc-out-of-date")
    user_id, session_id = current_user.user.id, current_user.session_id
    prove_with_oidc(oidc, who, user_id=user_id, session_id=session_id, now=now)


def _oidc_context(context: AppContext, *, browser: str, now: datetime) -> OidcContext:
    def tell(session: Session, result: OidcResult) -> None:
        alert_oidc_result(session, result, browser=browser, services=context.services, now=now)

    return OidcContext(
        context.database,
        context.guard,
        context.oidc,
        context.settings.session_lifetime,
        SecondFactorSettings.of(context.settings).ask_again,
        tell,
    )


def _refused(request: Request, context: AppContext, asked: OidcRequest | None, refused: BiltenError) -> Response:
    """In a tab of its own the sentence alone: the page that goes on is in the other one."""
    request.state.refusal = refused.code
    if asked is None or asked.next_page != DONE:
        next_page = where_next(asked.next_page if asked else "")
        return sign_in_form(request, context, SignInForm(next_page, refusal=refused))
    language = code_language(request, context)
    response = context.pages.make(
        "staff/single_sign_on_done", language=language, status=refused.http_status, refused=refused
    )
    return keep_origin(response)
