"""What a browser asks for before a passkey answers: a challenge, and for whom it is. JSON, for `passkey.js`.

Each is a POST with a form's token, because a challenge is a row. The first is for anybody, says the same to
everybody, and is limited by source.
"""

from datetime import timedelta

from fastapi import Request, Response
from sqlmodel import Session

from core.errors import NotAllowed, TooManyAttempts
from core.settings import Settings
from core.throttle import whole_minutes
from staff.oidc_settings import expect_local_accounts
from staff.passkey_ceremony import new_passkey_question, passkey_question
from staff.passkey_challenges import new_challenge
from staff.passkey_site import PasskeySite, passkey_site
from staff.passkeys import list_passkeys, user_handle
from staff.pending_sign_in import read_pending
from staff.tables import PasskeyPurpose
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.csrf import check_form
from web.http.form_data import PostedForm
from web.http.templates import pages_router
from web.staff.cookies import FORM, PENDING, read_cookie
from web.staff.current_user import SignedInAsAny, StaffForm
from web.staff.pending_code import CODE_QUESTION
from web.staff.return_path import NEW_PASSKEY_QUESTION, PROOF_QUESTION

SIGN_IN_QUESTION = "/sign-in-passkey/question"
QUESTIONS_OF_A_SOURCE = 60
PER = timedelta(minutes=15)

router = pages_router()


@router.post(SIGN_IN_QUESTION)
def ask_to_sign_in(request: Request, context: Context, form: PostedForm) -> Response:
    holder, now = _form_cookie(request, context, form), context.clock.now()
    expect_local_accounts(context.settings)
    site = passkey_site(context.settings.public_url)
    wait = context.passkey_questions.take(source_of(request), now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))
    with context.database.write() as session:
        challenge = new_challenge(session, holder, PasskeyPurpose.SIGN_IN, user_id=None, now=now)
    return _json(passkey_question(site, challenge))


@router.post(CODE_QUESTION)
def ask_after_password(request: Request, context: Context, form: PostedForm) -> Response:
    holder = _form_cookie(request, context, form)
    token = read_cookie(request, context.settings, PENDING)
    user_id = read_pending(context.signer, token, now=context.clock.now()).user_id
    return _ask_for_proof(context, user_id, holder)


@router.post(PROOF_QUESTION)
def ask_again(context: Context, current_user: SignedInAsAny, _form: StaffForm) -> Response:
    return _ask_for_proof(context, current_user.user.id, current_user.secret)


@router.post(NEW_PASSKEY_QUESTION)
def ask_for_new(context: Context, current_user: SignedInAsAny, _form: StaffForm) -> Response:
    user, site = current_user.user, passkey_site(context.settings.public_url)
    handle = user_handle(user.id, secret_key=context.settings.secret_key.get_secret_value())
    with context.database.write() as session:
        taken = _credentials(session, user.id, site)
        challenge = new_challenge(
            session, current_user.secret, PasskeyPurpose.ADD, user_id=user.id, now=context.clock.now()
        )
    return _json(new_passkey_question(site, user, handle, challenge, taken=taken))


def _ask_for_proof(context: AppContext, user_id: int, holder: str) -> Response:
    site, now = passkey_site(context.settings.public_url), context.clock.now()
    with context.database.write() as session:
        allowed = _credentials(session, user_id, site)
        challenge = new_challenge(session, holder, PasskeyPurpose.PROVE, user_id=user_id, now=now)
    return _json(passkey_question(site, challenge, allowed=allowed))


def _credentials(session: Session, user_id: int, site: PasskeySite) -> list[str]:
    return [each.credential_id for each in list_passkeys(session, user_id) if each.host == site.host]


def _form_cookie(request: Request, context: AppContext, form: PostedForm) -> str:
    """Raises NotAllowed."""
    settings: Settings = context.settings
    cookie = read_cookie(request, settings, FORM)
    check_form(request, settings, form, cookie=cookie)
    if cookie is None:
        raise NotAllowed("web-form-out-of-date")
    return cookie


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")
