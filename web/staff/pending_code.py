"""Two-step sign-in: on the way to the page that asks for the code, with a cookie of this browser (ADR 87)."""

from collections.abc import Mapping

from fastapi import Response
from fastapi.responses import RedirectResponse

from staff.pending_sign_in import PENDING_LIFETIME, sign_pending
from staff.sign_in import SecondFactorNeeded
from web.http.app_context import AppContext
from web.staff.cookies import PENDING, set_cookie

CODE_PAGE = "/sign-in-code"
CODE_FIELDS = ("second_factor_code", "second_factor_recovery_code")


def typed_code(form: Mapping[str, str]) -> str:
    """Of the app, or of the paper where that was left empty."""
    return next((code for name in CODE_FIELDS if (code := form.get(name, "").strip())), "")


def ask_for_code(
    context: AppContext, needed: SecondFactorNeeded, *, next_page: str, link: str | None = None
) -> Response:
    """`link`: the secret of the one that they came by."""
    now = context.clock.now()
    token = sign_pending(context.signer, needed.user, next_page=next_page, link=link, now=now)
    response = RedirectResponse(CODE_PAGE, status_code=303)
    set_cookie(response, context.settings, PENDING, token, lifetime=PENDING_LIFETIME)
    return response
