"""The colleagues: who works here, in which roles, who has not come yet; and a new one, by a link
that is mailed, or handed over where nothing can be mailed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request, Response
from sqlmodel import Session, select

from campaigns.staff_mail.alert_administrators import invite_colleague
from campaigns.staff_mail.mail_password_link import mail_password_link
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, Refusal, Unavailable
from core.languages import STAFF_LANGUAGES
from core.public_urls import password_url
from staff.colleagues import list_colleagues
from staff.oidc_settings import OidcSettings, expect_invitations
from staff.password_link import MadeLink
from staff.principal import require
from staff.roles import Permission
from staff.tables import PasswordLink, Role, User
from staff.users import invited_user
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF

router = pages_router()


@dataclass(frozen=True, slots=True)
class ColleagueView:
    row: User
    link_until: datetime | None
    """Of a link that was not used yet."""
    has_come: bool
    """They have set a password of their own."""
    is_expired: bool


def view_of(session: Session, user: User, *, now: datetime) -> ColleagueView:
    link = session.get(PasswordLink, user.id)
    return _view(user, link, now=now)


def _view(user: User, link: PasswordLink | None, *, now: datetime) -> ColleagueView:
    has_come = link is None or not link.is_first
    return ColleagueView(user, link.until if link else None, has_come, link is not None and link.until <= now)


@router.api_route("/colleagues", methods=READING)
def show_colleagues(context: Context, current_user: SignedIn) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        links = {link.user_id: link for link in session.exec(select(PasswordLink))}
        people = [_view(user, links.get(user.id), now=now) for user in list_colleagues(session)]
    return staff_page(
        context,
        current_user,
        "staff/colleagues",
        section="settings",
        colleagues=people,
        oidc=OidcSettings.of(context.settings),
    )


@router.api_route("/new-colleague", methods=READING)
def show_new_colleague(request: Request, context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_USERS)
    request.state.back = "/colleagues"
    expect_invitations(context.settings)
    begun = {"language": current_user.user.language, role_field(Role.AUTHOR): "yes"}
    return _new_page(context, current_user, begun)


@router.post("/new-colleague", dependencies=FRESH_PROOF)
def add_colleague(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    require(current_user.principal, Permission.MANAGE_USERS)
    now = context.clock.now()
    request.state.back = "/colleagues"
    expect_invitations(context.settings)
    try:
        person = invited_user(
            address=form.get("address", ""),
            name=form.get("name", ""),
            roles=read_roles(form),
            language=form.get("language", ""),
            now=now,
        )
        actor = current_user.principal
        with context.database.write() as session:
            made = invite_colleague(session, person, actor=actor, services=context.services, now=now)
            reason = mail_password_link(session, made, actor=actor, services=context.services, now=now)
    except (InputRefused, NotAllowed, Conflict, Unavailable) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return link_page(context, current_user, made, is_mailed=reason is None, reason=reason)


def role_field(role: Role) -> str:
    """What its box is called in a form."""
    return f"role-{role.value}"


def read_roles(form: Mapping[str, str]) -> frozenset[Role]:
    """Those that were ticked; there may be none."""
    return frozenset(role for role in Role if role_field(role) in form)


def link_page(
    context: AppContext,
    current_user: CurrentUser,
    made: MadeLink,
    *,
    is_mailed: bool = False,
    reason: Refusal | None = None,
) -> Response:
    """That it was mailed; else the link, which no page shows again, and why it was not mailed."""
    return staff_page(
        context,
        current_user,
        "staff/colleague_link",
        section="settings",
        user=made.user,
        url=None if is_mailed else password_url(context.settings, made.secret),
        reason=reason,
        until=made.until,
    )


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        no_mail = no_staff_sender_reason(session, context.settings)
    return staff_page(
        context,
        current_user,
        "staff/colleague_new",
        status=refused.http_status if refused else 200,
        section="settings",
        values=form,
        roles=list(Role),
        chosen=read_roles(form),
        languages=STAFF_LANGUAGES,
        no_mail=no_mail,
        refused=refused,
    )
