"""One colleague: their roles, a link for a new password, signing them out, unlocking the account, and whether they
still work here."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session, col, func, select

from campaigns.staff_mail.alert_administrators import enable_colleague, give_roles
from campaigns.staff_mail.delete_colleague import delete_colleague
from campaigns.staff_mail.mail_password_link import mail_password_link
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from core.errors import BiltenError, Conflict, InputRefused
from staff.colleagues import disable, sign_out_everywhere, unlock
from staff.oidc_settings import OidcSettings, expect_local_accounts
from staff.password_link import make_password_link
from staff.principal import require
from staff.roles import Permission
from staff.sign_in import account_key
from staff.tables import Role, StaffSession
from staff.users import get_user
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.colleagues import link_page, read_roles, view_of
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF
from web.staff.path_params import UserNumber

router = pages_router()
_DONE = {"role", "disabled", "enabled", "signed-out", "unlocked", "deleted"}


@router.api_route("/colleagues/{user_id}", methods=READING)
def show_colleague(request: Request, context: Context, current_user: SignedIn, user_id: UserNumber) -> Response:
    return _page(context, current_user, user_id, done=request.query_params.get("done", ""))


@router.post("/colleagues/{user_id}/role", dependencies=FRESH_PROOF)
def set_roles(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, user_id: UserNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            give_roles(session, user_id, read_roles(form), actor=actor, services=context.services, now=now)
    except (Conflict, InputRefused) as refused:
        return _refused(request, context, current_user, user_id, refused)
    return _done(user_id, "role")


@router.post("/colleagues/{user_id}/disable", dependencies=FRESH_PROOF)
def set_disabled(
    request: Request, context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            disable(session, user_id, actor=actor, now=now)
    except Conflict as refused:
        return _refused(request, context, current_user, user_id, refused)
    return _done(user_id, "disabled")


@router.post("/colleagues/{user_id}/enable", dependencies=FRESH_PROOF)
def set_enabled(context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        enable_colleague(session, user_id, actor=actor, services=context.services, now=now)
    return _done(user_id, "enabled")


@router.post("/colleagues/{user_id}/sign-out")
def end_sessions(context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber) -> Response:
    with context.database.write() as session:
        sign_out_everywhere(session, user_id, actor=current_user.principal, now=context.clock.now())
    return _done(user_id, "signed-out")


@router.post("/colleagues/{user_id}/unlock")
def set_unlocked(context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber) -> Response:
    with context.database.write() as session:
        user = unlock(session, user_id, actor=current_user.principal, now=context.clock.now())
    context.guard.forget(account_key(user.address))
    return _done(user_id, "unlocked")


@router.post("/colleagues/{user_id}/delete", dependencies=FRESH_PROOF)
def delete(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, user_id: UserNumber
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.MANAGE_USERS)
    try:
        if form.get("sure") != "yes":
            raise InputRefused("web-colleague-delete-unsure")
        with context.database.write() as session:
            delete_colleague(session, user_id, actor=actor, now=now)
    except (Conflict, InputRefused) as refused:
        return _refused(request, context, current_user, user_id, refused)
    return _done(user_id, "deleted")


@router.post("/colleagues/{user_id}/password-link", dependencies=FRESH_PROOF)
def make_link(
    request: Request, context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber
) -> Response:
    return _link(request, context, current_user, user_id, is_mailed=False)


@router.post("/colleagues/{user_id}/mail-link", dependencies=FRESH_PROOF)
def mail_link(
    request: Request, context: Context, current_user: SignedIn, _form: StaffForm, user_id: UserNumber
) -> Response:
    return _link(request, context, current_user, user_id, is_mailed=True)


def _link(
    request: Request, context: AppContext, current_user: CurrentUser, user_id: int, *, is_mailed: bool
) -> Response:
    """By email, or shown once where nothing can be mailed or somebody wants to hand it over."""
    actor, now, reason = current_user.principal, context.clock.now(), None
    try:
        require(actor, Permission.MANAGE_USERS)
        expect_local_accounts(context.settings)
        with context.database.write() as session:
            made = make_password_link(session, user_id, actor=actor, now=now)
            if is_mailed:
                reason = mail_password_link(session, made, actor=actor, services=context.services, now=now)
    except Conflict as refused:
        return _refused(request, context, current_user, user_id, refused)
    return link_page(context, current_user, made, is_mailed=is_mailed and reason is None, reason=reason)


def _done(user_id: int, what: str) -> Response:
    return RedirectResponse(f"/colleagues/{user_id}?done={what}", status_code=303)


def _refused(
    request: Request, context: AppContext, current_user: CurrentUser, user_id: int, refused: BiltenError
) -> Response:
    request.state.refusal = refused.code
    return _page(context, current_user, user_id, refused=refused)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    user_id: int,
    *,
    done: str = "",
    refused: BiltenError | None = None,
) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        shown = view_of(session, get_user(session, user_id), now=now)
        no_mail = no_staff_sender_reason(session, context.settings)
        open_sessions = _count_open_sessions(session, user_id, context)
    return staff_page(
        context,
        current_user,
        "staff/colleague",
        status=refused.http_status if refused else 200,
        section="settings",
        shown=shown,
        user=shown.row,
        roles=list(Role),
        open_sessions=open_sessions,
        no_mail=no_mail,
        oidc=OidcSettings.of(context.settings),
        is_locked=shown.row.locked_until is not None and shown.row.locked_until > now,
        is_oneself=user_id == current_user.user.id,
        done=done if done in _DONE else "",
        refused=refused,
    )


def _count_open_sessions(session: Session, user_id: int, context: AppContext) -> int:
    is_open = (col(StaffSession.user_id) == user_id, col(StaffSession.expires_at) > context.clock.now())
    return session.exec(select(func.count()).select_from(StaffSession).where(*is_open)).one()
