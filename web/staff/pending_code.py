"""Two-step sign-in: on the way to the page that asks for the code, with a cookie of this browser (ADR 88)."""

import secrets

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from core.errors import BiltenError
from staff.pending_sign_in import PENDING_LIFETIME, sign_pending
from staff.second_factor import second_factor_state
from staff.tables import User
from web.http.app_context import AppContext
from web.http.csrf import form_token
from web.http.language import staff_language
from web.http.live import LIVE, SIGN_IN, is_live
from web.staff.carried_form import CarriedForm
from web.staff.cookies import FORM, FORM_LIFETIME, PENDING, read_cookie, set_cookie
from web.staff.current_user import keep_origin
from web.staff.proof_fields import proof_view

CODE_PAGE = "/sign-in-code"
CODE_QUESTION = f"{CODE_PAGE}/question"


def pending_token(context: AppContext, user: User, *, next_page: str, link: str | None = None) -> str:
    """`link`: the secret of the one that they came by."""
    return sign_pending(context.signer, user, next_page=next_page, link=link, now=context.clock.now())


def ask_for_code(
    request: Request, context: AppContext, user_id: int, pending: str, *, carried: CarriedForm | None = None
) -> Response:
    """`carried`: what was typed before they were signed out goes along, in the answer itself."""
    response: Response
    if carried is None:
        response = RedirectResponse(CODE_PAGE, status_code=303)
    else:
        response = code_form(request, context, user_id, carried=carried)
    set_cookie(response, context.settings, PENDING, pending, lifetime=PENDING_LIFETIME)
    return response


def code_form(
    request: Request,
    context: AppContext,
    user_id: int,
    *,
    refusal: BiltenError | None = None,
    carried: CarriedForm | None = None,
) -> Response:
    with context.database.read() as session:
        state = second_factor_state(session, user_id)
    cookie = read_cookie(request, context.settings, FORM) or secrets.token_urlsafe(32)
    response = context.pages.make(
        "staff/sign_in_code_over" if is_live(request) else "staff/sign_in_code",
        language=code_language(request, context),
        status=refusal.http_status if refusal else 200,
        form_token=form_token(context.settings, cookie),
        choices=proof_view(state, context.settings, question=CODE_QUESTION),
        refusal=refusal,
        carried=carried,
    )
    set_cookie(response, context.settings, FORM, cookie, lifetime=FORM_LIFETIME)
    if is_live(request):
        response.headers[LIVE] = SIGN_IN
    return keep_origin(response)


def code_language(request: Request, context: AppContext) -> str:
    return staff_language(request.headers.get("accept-language"), default=context.settings.staff_language)
