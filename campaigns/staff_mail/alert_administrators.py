"""Security alerts: what may be somebody's attack is told to every administrator, and to whom it is about.

Queued in the transaction in which it happens, so once for each cause; and never only to who did it: where they are
the only administrator, colleagues who approve are told, or else who sends, or else whoever there is. Nothing
switches it off.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from campaigns.services import Services, program_texts
from campaigns.staff_mail.compose_mail import MailLine, StaffMailBody, compose_mail, new_staff_mail
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.staff_mail.tables import StaffMailPurpose
from core.errors import Param, Refusal
from staff.audit import actor_of
from staff.colleagues import change_roles, enable, invite
from staff.oidc_sign_in import OidcResult
from staff.password_link import MadeLink
from staff.principal import IDENTITY_PROVIDER, Principal
from staff.roles import Permission, permissions_of
from staff.tables import Role, User
from staff.users import get_user, names_of_actors, who_may

_WITHOUT_NAMES = {IDENTITY_PROVIDER.name: "campaigns-mail-identity-provider"}


@dataclass(frozen=True, slots=True)
class AlertMailData:
    purpose: StaffMailPurpose
    actor: str
    """Who did it, as in the audit log."""
    about: User | None = None
    """Whose account it is about: they are told, too, in words of their own."""
    reason: str = ""
    facts: Mapping[str, Param] = field(default_factory=dict)
    is_about_told: bool = True
    """Somebody who has not come yet is not, whatever their roles."""


def alert_second_factor_removed(
    session: Session, user: User, *, actor: Principal, services: Services, now: datetime, reason: str = ""
) -> Refusal | None:
    """In the transaction that removed it. Returns why there is no email."""
    alert = AlertMailData(StaffMailPurpose.SECOND_FACTOR_REMOVED, actor.name, user, reason)
    return alert_administrators(session, alert, services=services, now=now)


def alert_own_factor_removed(
    session: Session, user: User, *, is_passkey: bool, is_any_left: bool, services: Services, now: datetime
) -> Refusal | None:
    """Somebody has removed their app or a passkey. As above, in other words where they have another still."""
    actor = actor_of(user)
    facts: dict[str, Param] = {"kind": "passkey" if is_passkey else "app"}
    purposes = StaffMailPurpose.SECOND_FACTOR_REMOVED, StaffMailPurpose.ONE_FACTOR_REMOVED
    alert = AlertMailData(purposes[is_any_left], actor, user, facts=facts)
    return alert_administrators(session, alert, services=services, now=now)


def alert_new_device(
    session: Session, user: User, *, browser: str, services: Services, now: datetime
) -> Refusal | None:
    """Somebody gave the right password, and code, on a device that the account does not know. As above."""
    facts: dict[str, Param] = {"browser": browser or "unknown"}
    alert = AlertMailData(StaffMailPurpose.NEW_DEVICE, actor_of(user), user, facts=facts)
    return alert_administrators(session, alert, services=services, now=now)


def alert_export(session: Session, *, actor: Principal, services: Services, now: datetime) -> Refusal | None:
    """A file of many people was let out. As above; of whom and why is for the audit log, not for mailboxes."""
    alert = AlertMailData(StaffMailPurpose.EXPORTED, actor.name)
    return alert_administrators(session, alert, services=services, now=now)


def give_roles(
    session: Session, user_id: int, roles: frozenset[Role], *, actor: Principal, services: Services, now: datetime
) -> User:
    """`staff.colleagues.change_roles`, and an alert where they may more than before. Raises as that does."""
    before = permissions_of(get_user(session, user_id).roles)
    user = change_roles(session, user_id, roles, actor=actor, now=now)
    if not permissions_of(roles) <= before:
        alert = AlertMailData(StaffMailPurpose.ROLE_RAISED, actor.name, user)
        alert_administrators(session, alert, services=services, now=now)
    return user


def enable_colleague(
    session: Session, user_id: int, *, actor: Principal, services: Services, now: datetime
) -> User:
    """`staff.colleagues.enable`, and an alert: disabled, they might do nothing. Raises as that does."""
    was_enabled = get_user(session, user_id, is_locked=True).disabled_at is None
    user = enable(session, user_id, actor=actor, now=now)
    if not was_enabled:
        alert = AlertMailData(StaffMailPurpose.ENABLED, actor.name, user)
        alert_administrators(session, alert, services=services, now=now)
    return user


def invite_colleague(
    session: Session, person: User, *, actor: Principal, services: Services, now: datetime
) -> MadeLink:
    """`staff.colleagues.invite`, and an alert: whoever comes with roles had none before. Raises as that does."""
    made = invite(session, person, actor=actor, now=now)
    alert_colleague_added(session, made.user, actor=actor.name, services=services, now=now)
    return made


def alert_colleague_added(
    session: Session, user: User, *, actor: str, services: Services, now: datetime
) -> Refusal | None:
    """To administrators that were there before. As above."""
    alert = AlertMailData(StaffMailPurpose.COLLEAGUE_ADDED, actor, user, is_about_told=False)
    return alert_administrators(session, alert, services=services, now=now)


def alert_oidc_result(
    session: Session, result: OidcResult, *, browser: str, services: Services, now: datetime
) -> None:
    """Somebody came by single sign-on, which may have made their account, or raised their roles. As above."""
    by, user = IDENTITY_PROVIDER.name, result.user
    if result.is_added:
        alert_colleague_added(session, user, actor=by, services=services, now=now)
        return
    if result.is_raised:
        raised = AlertMailData(StaffMailPurpose.ROLE_RAISED, by, user)
        alert_administrators(session, raised, services=services, now=now)
    if result.signed_in is not None and result.signed_in.is_new_device:
        alert_new_device(session, user, browser=browser, services=services, now=now)


def alert_administrators(
    session: Session, alert: AlertMailData, *, services: Services, now: datetime
) -> Refusal | None:
    """In each one's language. Returns why there is no email."""
    no_mail = no_staff_sender_reason(session, services.settings)
    if no_mail is not None:
        return no_mail
    by = names_of_actors(session, [alert.actor]).get(alert.actor)
    for person in _whom(session, alert):
        body = _body(alert, person, by=by, site=services.settings.public_url)
        session.add(new_staff_mail(person, alert.purpose, body, now=now))
    return None


def _whom(session: Session, alert: AlertMailData) -> list[User]:
    is_there = alert.about is not None and alert.about.disabled_at is None
    about = [alert.about] if alert.about is not None and is_there and alert.is_about_told else []
    new_one = None if alert.about is None or alert.is_about_told else alert.about.id

    def whoever_may(permission: Permission) -> dict[int, User]:
        return {user.id: user for user in who_may(session, permission) if user.id != new_one}

    always = {user.id: user for user in about} | whoever_may(Permission.MANAGE_USERS)
    people = always
    for permission in (Permission.APPROVE, Permission.SEND, Permission.LOOK):
        if any(actor_of(user) != alert.actor for user in people.values()):
            break
        people = always | whoever_may(permission)
    return list(people.values())


def _body(alert: AlertMailData, person: User, *, by: str | None, site: str) -> StaffMailBody:
    texts, language = program_texts(), person.language
    is_own = alert.about is not None and person.id == alert.about.id
    params: dict[str, Param] = {
        "by": by or texts.text(language, _WITHOUT_NAMES.get(alert.actor, "campaigns-mail-operator")),
        "name": alert.about.name if alert.about else "",
        "site": site,
        **alert.facts,
    }
    key = f"campaigns-mail-alert-{alert.purpose.value}"
    lines = [MailLine(texts.text(language, f"{key}-own" if is_own else key, **params))]
    if alert.reason:
        lines += [MailLine(alert.reason, is_quoted=True)]
    lines += [MailLine(texts.text(language, f"campaigns-mail-alert-do{'-own' if is_own else ''}"))]
    return compose_mail(language, texts.text(language, f"{key}-subject", **params), lines)
