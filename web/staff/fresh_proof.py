"""Step-up authentication: before what cannot be undone, the second factor is asked for again (ADR 88).

Only of whoever has one, when the last proof in this session is too old. What was posted comes back with the code
or the passkey, in the same form: nothing is kept here, and nothing is lost. Where a file is asked for, the answer
is a page from which it comes: a browser that is sent a file goes on showing the page before it, which would ask
again.
"""

from collections.abc import Mapping
from typing import Any

from fastapi import Depends, Request, Response
from sqlmodel import Session

from campaigns.tables import AutomationMode
from core.errors import BiltenError, NotAllowed, TooManyAttempts
from staff.oidc_identity import is_linked
from staff.oidc_settings import OidcSettings
from staff.second_factor import second_factor_state
from staff.sessions import note_proof
from staff.settings import SecondFactorSettings
from staff.tables import User
from staff.try_code import try_code
from web.http.app_context import AppContext, Context
from web.http.csrf import FIELD
from web.staff.cookies import DEVICE, read_cookie
from web.staff.current_user import CurrentUser, SignedInAsAny, StaffForm, staff_page
from web.staff.proof_fields import ELSEWHERE, PROOF_FIELDS, has_code, has_proof, proof_view, typed_attempt
from web.staff.return_path import PROOF_QUESTION, return_path, where_next

_CAME_FROM = "came_from"


class ProofNeeded(Exception):
    """The page that asks for it is shown, instead of what was asked for."""

    def __init__(
        self, current_user: CurrentUser, fields: Mapping[str, str], refused: BiltenError | None = None
    ) -> None:
        super().__init__()
        self.current_user = current_user
        self.fields = fields
        self.refused = refused


class FileReady(Exception):
    """The code was right, and what was asked for is a file: the page from which it comes is shown."""

    def __init__(self, current_user: CurrentUser, fields: Mapping[str, str]) -> None:
        super().__init__()
        self.current_user = current_user
        self.fields = fields


def is_stale(current_user: CurrentUser, context: AppContext) -> bool:
    """Whether the last proof in this session is too old; it never is of whoever has no second factor."""
    lasts = SecondFactorSettings.of(context.settings).ask_again
    return current_user.proved_at is not None and context.clock.now() - current_user.proved_at >= lasts


def expect_fresh_proof(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> None:
    """Raises ProofNeeded."""
    now, session_id, user_id = context.clock.now(), current_user.session_id, current_user.user.id
    if session_id is None or not is_stale(current_user, context):
        return
    if not has_code(form):
        not_yet = NotAllowed("staff-oidc-not-yet", label=OidcSettings.of(context.settings).label)
        raise ProofNeeded(current_user, form, not_yet if has_proof(form) else None)

    def note(session: Session, _: User) -> bool:
        note_proof(session, session_id, now=now)
        return True

    device = read_cookie(request, context.settings, DEVICE)
    attempt = typed_attempt(request, context, form, user_id, holder=current_user.secret, device=device)
    key = context.settings.secret_key.get_secret_value()
    try:
        try_code(context.database, context.guard, attempt, note, secret_key=key, now=now)
    except (NotAllowed, TooManyAttempts) as refused:
        raise ProofNeeded(current_user, form, refused) from refused


def expect_proof_for_file(
    request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm
) -> None:
    """Raises ProofNeeded, and FileReady for every form that came with a code: also when it is sent twice."""
    expect_fresh_proof(request, context, current_user, form)
    if current_user.proved_at is not None and has_proof(form):
        raise FileReady(current_user, form)


def _expect_proof_to_send(
    request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm
) -> None:
    """Raises ProofNeeded."""
    if form.get("mode") == AutomationMode.SEND:
        expect_fresh_proof(request, context, current_user, form)


FRESH_PROOF = [Depends(expect_fresh_proof)]
"""For `dependencies` of a route that takes a form."""
FRESH_PROOF_TO_SEND = [Depends(_expect_proof_to_send)]
"""The same for what sends by itself from then on, if it is set up to."""
FRESH_PROOF_FOR_FILE = [Depends(expect_proof_for_file)]
"""The same where the answer is a file."""


def proof_page(request: Request, context: AppContext, needed: ProofNeeded) -> Response:
    refused = needed.refused
    request.state.refusal = refused.code if refused else "second-factor-again"
    with context.database.read() as session:
        state = second_factor_state(session, needed.current_user.user.id)
        elsewhere = proves_elsewhere(session, needed.current_user, context)
    return staff_page(
        context,
        needed.current_user,
        "staff/prove_again",
        status=refused.http_status if refused else 403,
        refused=refused,
        choices=proof_view(state, context.settings, question=PROOF_QUESTION),
        elsewhere=elsewhere,
        elsewhere_field=ELSEWHERE,
        **_carried(request, needed.fields),
    )


def proves_elsewhere(session: Session, current_user: CurrentUser, context: AppContext) -> str:
    """The name of the identity provider, where they can prove it there; empty where not."""
    oidc = OidcSettings.of(context.settings)
    can = oidc.is_on and oidc.second_factor and is_linked(session, current_user.user.id, oidc.issuer)
    return oidc.label if can else ""


def file_page(request: Request, context: AppContext, ready: FileReady) -> Response:
    return staff_page(context, ready.current_user, "staff/file_ready", **_carried(request, ready.fields))


def _carried(request: Request, fields: Mapping[str, str]) -> dict[str, Any]:
    """What was posted, and the page on which it was: a wrong code makes the page that asks come again."""
    back = where_next(fields[_CAME_FROM]) if _CAME_FROM in fields else return_path(request)
    left_out = (FIELD, _CAME_FROM, *PROOF_FIELDS)
    return {
        "section": "",
        "action": request.scope["path"],
        "kept": [(name, value) for name, value in fields.items() if name not in left_out] + [(_CAME_FROM, back)],
        "back": back,
    }
