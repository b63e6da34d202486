"""Account recovery and invitation: a one-time link with which somebody sets their password (ADRs 65 and 82).

Whoever has it sets the password, so that it is handed over like one: shown once to who made it, or sent to its
owner's own address; never logged or kept. A new one takes the earlier one's place.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from core.addresses import EmailAddress
from core.errors import Conflict, NotAllowed
from core.signing import Signer
from staff import audit
from staff.passwords import check_password
from staff.principal import Principal, require
from staff.roles import Permission
from staff.secret_hash import secret_hash
from staff.sessions import end_sessions
from staff.tables import KnownDevice, PasswordLink, User
from staff.users import ACTOR, LATELY, get_user, who_could_lately

LINK_LIFETIME = timedelta(days=3)
"""Somebody who works two days a week sees it in time."""
_BY_EMAIL = "password_by_email"
MAKERS_LENGTH = 80
"""Of the column."""


@dataclass(frozen=True, slots=True)
class MadeLink:
    user: User
    secret: str
    """For the link; the database has its hash."""
    until: datetime
    is_first: bool
    """They have no password of their own yet."""


def make_password_link(session: Session, user_id: int, *, actor: Principal, now: datetime) -> MadeLink:
    """The password that they have goes on being good until the link is used. Raises NotFound, NotAllowed; Conflict
    if they are disabled."""
    require(actor, Permission.MANAGE_USERS)
    user = get_user(session, user_id, is_locked=True)
    if user.disabled_at is not None:
        raise Conflict("staff-user-disabled", name=user.name)
    first = first_link(session, user_id)
    made_by = actor.name if first is None else f"{actor.name},{first.made_by}"
    made = add_link(session, user, made_by=made_by, is_first=first is not None, lifetime=LINK_LIFETIME, now=now)
    audit.record(session, actor=actor.name, action="user.password_link", subject=f"user:{user.id}", now=now)
    return made


def add_link(
    session: Session, user: User, *, made_by: str, is_first: bool, lifetime: timedelta, now: datetime
) -> MadeLink:
    """`made_by`: as in the audit log, or as an earlier link has it."""
    makers = _with_who_let_in(session, user, made_by, now=now)
    drop_link(session, user.id)
    secret, until = secrets.token_urlsafe(32), now + lifetime
    session.add(
        PasswordLink(
            user_id=user.id,
            secret_hash=secret_hash(secret),
            made_by=makers,
            until=until,
            is_first=is_first,
        )
    )
    session.flush()
    return MadeLink(user, secret, until, is_first)


def sign_for_email(session: Session, made: MadeLink, signer: Signer) -> str:
    """In place of the secret that was made, which opens nothing any more, one that is signed when the email is
    sent. Returns what is kept of it until then, with which nobody can make it who has not the secret key."""
    nonce = secrets.token_urlsafe(24)
    link = session.get_one(PasswordLink, made.user.id)
    link.secret_hash = secret_hash(signer.sign(_BY_EMAIL, nonce, expires_at=link.until))
    session.add(link)
    return nonce


def secret_for_email(session: Session, user_id: int, nonce: str, *, signer: Signer, now: datetime) -> str | None:
    """The same at every try; None where the link was used, is too old, or a newer one has taken its place."""
    link = session.get(PasswordLink, user_id)
    if link is None or link.until <= now:
        return None
    secret = signer.sign(_BY_EMAIL, nonce, expires_at=link.until)
    return secret if secrets.compare_digest(secret_hash(secret), link.secret_hash) else None


def drop_link(session: Session, user_id: int) -> None:
    session.exec(delete(PasswordLink).where(col(PasswordLink.user_id) == user_id))


def owner_of_link(session: Session, secret: str, *, now: datetime) -> User:
    """Raises NotAllowed where it is unknown, used, too old or not the latest, or its owner is disabled."""
    return _open(session, secret, now=now)[1]


def check_new_password(user: User, password: str) -> None:
    """Raises InputRefused."""
    check_password(password, address=EmailAddress.parse(user.address), name=user.name)


def set_password(
    session: Session, secret: str, password_hash: str, *, now: datetime, actor: Principal | None = None
) -> User:
    """Uses the link up. They are signed out everywhere, and no browser is known any more. `password_hash`: made
    with no transaction open. `actor`: who does it where it is not they. Raises NotAllowed as `owner_of_link` does.
    """
    link, user = _open(session, secret, now=now, is_locked=True)
    if not link.is_first or others_could_approve(
        session, {audit.actor_of(user), *link.made_by.split(",")}, now=now
    ):
        user.password_set_at, user.password_link_of = now, link.made_by
    user.password_hash, user.password_changed_at = password_hash, now
    user.failed_count, user.locked_until = 0, None
    session.add(user)
    session.delete(link)
    end_sessions(session, user.id)
    session.exec(delete(KnownDevice).where(col(KnownDevice.user_id) == user.id))
    audit.record(
        session,
        actor=actor.name if actor else audit.actor_of(user),
        action="user.password_set",
        subject=f"user:{user.id}",
        now=now,
        link_of=link.made_by,
    )
    return user


def let_in_lately_by(user: User, *, now: datetime) -> list[str]:
    """Who made the link with which their password was set within the last day, as in the audit log, and whoever
    had let that one in: until the owner of the account notices, or somebody that there is no such colleague, it
    may be one of them who is signed in."""
    if user.password_set_at is None or user.password_set_at <= now - LATELY or not user.password_link_of:
        return []
    return user.password_link_of.split(",")


def _with_who_let_in(session: Session, user: User, made_by: str, *, now: datetime) -> str:
    """Another link does not undo that they were let in lately; and who makes it may be who let that one in."""
    names = made_by.split(",")
    people = [get_user(session, int(name.removeprefix(ACTOR))) for name in names if name.startswith(ACTOR)]
    for each in (user, *people):
        names += let_in_lately_by(each, now=now)
    makers = list(dict.fromkeys(names))
    while len(",".join(makers)) > MAKERS_LENGTH:
        del makers[1]  # between who made it and who began it
    return ",".join(makers)


def others_could_approve(session: Session, besides: Collection[str], *, now: datetime) -> bool:
    """Who has come, besides these: a new team starts with first passwords, and waits for nobody."""
    there = who_could_lately(session, Permission.APPROVE, now=now)
    others = [each for each in there if audit.actor_of(each) not in besides]
    return any(not has_no_password(session, each.id) for each in others)


def _open(session: Session, secret: str, *, now: datetime, is_locked: bool = False) -> tuple[PasswordLink, User]:
    wanted = select(PasswordLink).where(col(PasswordLink.secret_hash) == secret_hash(secret))
    if is_locked:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    link = session.exec(wanted).one_or_none()
    user = get_user(session, link.user_id, is_locked=is_locked) if link else None
    if link is None or user is None or link.until <= now or user.disabled_at is not None:
        raise NotAllowed("staff-password-link-refused")
    return link, user


def has_no_password(session: Session, user_id: int) -> bool:
    """Of their own: they were invited, and have not come yet."""
    return first_link(session, user_id) is not None


def first_link(session: Session, user_id: int) -> PasswordLink | None:
    """For their first password, as long as they have set none."""
    link = session.get(PasswordLink, user_id)
    return link if link is not None and link.is_first else None
