"""One's own account: name and language, a new password, and where one is signed in."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse

from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, Unavailable
from core.languages import STAFF_LANGUAGES
from staff.oidc_identity import is_linked
from staff.oidc_settings import OidcSettings, expect_local_accounts
from staff.own_account import PasswordChange, change_password, change_profile
from staff.second_factor import second_factor_state
from staff.sessions import end_other_sessions, end_session, list_sessions
from web.http.app_context import AppContext, Context
from web.http.client_source import source_of
from web.http.templates import READING, pages_router
from web.staff.browser_name import browser_name
from web.staff.cookies import DEVICE, SESSION, read_cookie, set_cookie
from web.staff.current_user import CurrentUser, SignedInAsAny, StaffForm, staff_page
from web.staff.path_params import read_number
from web.staff.second_factor_view import old_host
from web.staff.set_up import typed_password

router = pages_router()
_DONE = {"profile", "password", "signed-out"}


def _session_number(request: Request, session_id: str) -> int:
    request.state.back = "/account"
    return read_number(session_id)


SessionNumber = Annotated[int, Depends(_session_number)]


@router.api_route("/account", methods=READING)
def show_account(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    user = current_user.user
    values = {"name": user.name, "language": user.language}
    return _page(context, current_user, values, done=request.query_params.get("done", ""))


@router.post("/account/profile")
def save_profile(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    name, language = form.get("name", ""), form.get("language", "")
    try:
        with context.database.write() as session:
            change_profile(session, current_user.user.id, name=name, language=language, now=context.clock.now())
    except InputRefused as refused:
        return _refused(request, context, current_user, form, refused)
    return _done("profile")


@router.post("/account/password")
def save_password(request: Request, context: Context, current_user: SignedInAsAny, form: StaffForm) -> Response:
    settings, user = context.settings, current_user.user
    try:
        expect_local_accounts(settings)
        change = PasswordChange(
            present=form.get("present", ""),
            new=typed_password(form),
            source=source_of(request),
            device=read_cookie(request, settings, DEVICE),
            browser=browser_name(request.headers.get("user-agent", "")),
            proved_at=current_user.proved_at,
        )
        lifetime = settings.session_lifetime
        now = context.clock.now()
        secret = change_password(context.database, context.guard, user, change, now=now, lifetime=lifetime)
    except (InputRefused, NotAllowed, Unavailable, Conflict) as refused:
        values = {"name": user.name, "language": user.language}
        return _refused(request, context, current_user, values, refused)
    response = _done("password")
    set_cookie(response, settings, SESSION, secret, lifetime=lifetime)
    return response


@router.post("/account/sessions/{session_id}/end")
def end_one(
    context: Context, current_user: SignedInAsAny, _form: StaffForm, session_id: SessionNumber
) -> Response:
    with context.database.write() as session:
        end_session(session, current_user.user.id, session_id, now=context.clock.now())
    return _done("signed-out")


@router.post("/account/sign-out-elsewhere")
def end_others(context: Context, current_user: SignedInAsAny, _form: StaffForm) -> Response:
    with context.database.write() as session:
        end_other_sessions(session, current_user.user.id, current_user.secret, now=context.clock.now())
    return _done("signed-out")


def _done(what: str) -> Response:
    return RedirectResponse(f"/account?done={what}", status_code=303)


def _refused(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    values: Mapping[str, str],
    refused: BiltenError,
) -> Response:
    request.state.refusal = refused.code
    return _page(context, current_user, values, refused=refused)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    values: Mapping[str, str],
    *,
    done: str = "",
    refused: BiltenError | None = None,
) -> Response:
    idle, now = context.settings.session_idle, context.clock.now()
    with context.database.read() as session:
        sessions = list_sessions(session, current_user.user.id, now=now, idle=idle)
        second_factor = second_factor_state(session, current_user.user.id)
        linked = is_linked(session, current_user.user.id, OidcSettings.of(context.settings).issuer)
    return staff_page(
        context,
        current_user,
        "staff/account",
        status=refused.http_status if refused else 200,
        section="account",
        values=values,
        languages=STAFF_LANGUAGES,
        sessions=sessions,
        second_factor=second_factor,
        oidc=OidcSettings.of(context.settings),
        is_linked=linked,
        old_host=lambda passkey: old_host(passkey, context.settings),
        done=done if done in _DONE else "",
        refused=refused,
    )
