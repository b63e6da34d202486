"""The second step of a sign-in: the second factor, a code or a passkey, asked for when the password was right.

Nobody is signed in yet. Who has no pending sign-in is led to the first step, whatever they send.
"""

from datetime import datetime

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.staff_mail.alert_administrators import alert_new_device
from core.errors import NotAllowed, TooManyAttempts
from staff.pending_sign_in import PendingSignIn, read_pending
from staff.sign_in import SignInResult, let_user_in
from staff.tables import User
from staff.try_code import CodeAttempt, try_code
from web.http.app_context import AppContext, Context
from web.http.csrf import check_form
from web.http.form_data import PostedForm
from web.http.templates import READING, pages_router
from web.staff.carried_form import CARRIED, read_carried
from web.staff.cookies import DEVICE, FORM, PENDING, read_cookie
from web.staff.pending_code import CODE_PAGE, code_form, code_language
from web.staff.proof_fields import typed_attempt
from web.staff.return_path import where_next
from web.staff.signed_in import begin

router = pages_router()


@router.api_route(CODE_PAGE, methods=READING)
def show_code_form(request: Request, context: Context) -> Response:
    try:
        pending = _pending(request, context)
    except NotAllowed:
        return RedirectResponse("/sign-in", status_code=303)
    return code_form(request, context, pending.user_id)


@router.post(CODE_PAGE)
def do_give_code(request: Request, context: Context, form: PostedForm) -> Response:
    settings, now = context.settings, context.clock.now()
    request.state.language, request.state.back = code_language(request, context), "/sign-in"
    cookie = read_cookie(request, settings, FORM)
    check_form(request, settings, form, cookie=cookie)
    pending, carried = _pending(request, context), read_carried(form.get(CARRIED, ""))
    device = pending.link or read_cookie(request, settings, DEVICE)
    attempt = typed_attempt(request, context, form, pending.user_id, holder=cookie or "", device=device)

    def let_in(session: Session, user: User) -> SignInResult:
        return _let_in(session, user, context, pending, attempt, now=now)

    key = settings.secret_key.get_secret_value()
    try:
        signed_in = try_code(context.database, context.guard, attempt, let_in, secret_key=key, now=now)
    except (NotAllowed, TooManyAttempts) as refused:
        request.state.refusal = refused.code
        return code_form(request, context, pending.user_id, refusal=refused, carried=carried)
    return begin(request, context, signed_in, next_page=where_next(pending.next_page), carried=carried)


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
    signed_in = let_user_in(session, user, attempt, now=now, lifetime=lifetime, proved_at=now)
    if signed_in.is_new_device:
        alert_new_device(session, user, browser=attempt.browser, services=context.services, now=now)
    return signed_in


def _pending(request: Request, context: AppContext) -> PendingSignIn:
    """Raises NotAllowed."""
    token = read_cookie(request, context.settings, PENDING)
    return read_pending(context.signer, token, now=context.clock.now())
