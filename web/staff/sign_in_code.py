"""The second step of a sign-in: the code of the second factor, asked for when the password was right.

Nobody is signed in yet. Who has no pending sign-in is led to the first step, whatever they send.
"""

import secrets
from datetime import datetime

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from core.errors import BiltenError, NotAllowed, TooManyAttempts
from staff.pending_sign_in import PendingSignIn, read_pending
from staff.sign_in import SignInResult, let_user_in
from staff.tables import User
from staff.try_code import CodeAttempt, try_code
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.csrf import check_form, form_token
from web.http.form_data import PostedForm
from web.http.language import staff_language
from web.http.live import LIVE, SIGN_IN, is_live
from web.http.templates import READING, pages_router
from web.staff.browser_name import browser_name
from web.staff.cookies import DEVICE, FORM, PENDING, read_cookie, set_cookie
from web.staff.current_user import keep_origin, where_next
from web.staff.pending_code import CODE_PAGE, typed_code
from web.staff.set_up import FORM_LIFETIME
from web.staff.signed_in import begin

router = pages_router()


@router.api_route(CODE_PAGE, methods=READING)
def show_code_form(request: Request, context: Context) -> Response:
    try:
        _pending(request, context)
    except NotAllowed:
        return RedirectResponse("/sign-in", status_code=303)
    return _form(request, context)


@router.post(CODE_PAGE)
def do_give_code(request: Request, context: Context, form: PostedForm) -> Response:
    settings, now = context.settings, context.clock.now()
    request.state.language, request.state.back = _language(request, context), "/sign-in"
    check_form(request, settings, form, cookie=read_cookie(request, settings, FORM))
    pending = _pending(request, context)
    attempt = CodeAttempt(
        user_id=pending.user_id,
        code=typed_code(form),
        source=source_of(request),
        device=pending.link or read_cookie(request, settings, DEVICE),
        browser=browser_name(request.headers.get("user-agent", "")),
    )

    def let_in(session: Session, user: User) -> SignInResult:
        return _let_in(session, user, context, pending, attempt, now=now)

    key = settings.secret_key.get_secret_value()
    try:
        signed_in = try_code(context.database, context.guard, attempt, let_in, secret_key=key, now=now)
    except (NotAllowed, TooManyAttempts) as refused:
        request.state.refusal = refused.code
        return _form(request, context, refusal=refused)
    return begin(request, context, signed_in, next_page=where_next(pending.next_page))


def _let_in(
    session: Session,
    user: User,
    context: AppContext,
    pending: PendingSignIn,
    attempt: CodeAttempt,
    *,
    now: datetime,
) -> SignInResult:
    pending.expect_unchanged(user)
    lifetime = context.settings.session_lifetime
    return let_user_in(session, user, attempt, now=now, lifetime=lifetime, proved_at=now)


def _pending(request: Request, context: AppContext) -> PendingSignIn:
    """Raises NotAllowed."""
    token = read_cookie(request, context.settings, PENDING)
    return read_pending(context.signer, token, now=context.clock.now())


def _form(request: Request, context: AppContext, *, refusal: BiltenError | None = None) -> Response:
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    response = context.pages.make(
        "staff/sign_in_code_over" if is_live(request) else "staff/sign_in_code",
        language=_language(request, context),
        status=refusal.http_status if refusal else 200,
        form_token=form_token(context.settings, cookie),
        refusal=refusal,
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    if is_live(request):
        response.headers[LIVE] = SIGN_IN
    return keep_origin(response)


def _language(request: Request, context: AppContext) -> str:
    return staff_language(request.headers.get("accept-language"), default=context.settings.staff_language)
