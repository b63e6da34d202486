"""Bootstrap: a one-time link by which the first administrator is made in the browser (ADR 61).

The link is signed, for this purpose alone, and good for a day; one made later takes its place. It is over as soon
as there is an administrator, however they came: whoever finds it afterwards can do nothing with it.
"""

import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from core.enum_set import has_any
from core.errors import NotAllowed
from core.signing import Signer, TokenRefused
from staff import audit
from staff.secret_hash import secret_hash
from staff.tables import Role, SetUpLink, User
from staff.users import add_user, role_names

SET_UP = "set_up"
LINK_LIFETIME = timedelta(days=1)
_FIRST_ADMINISTRATOR = "first_administrator"


def has_administrator(session: Session) -> bool:
    """Also one who is disabled: then somebody else was in charge here, and the operator adds the next."""
    return session.exec(select(User.id).where(has_any(col(User.roles), [Role.ADMIN])).limit(1)).first() is not None


def make_set_up_token(session: Session, signer: Signer, *, now: datetime) -> str | None:
    """For the link; one made before is good no more. None where there is an administrator."""
    if has_administrator(session):
        return None
    secret = secrets.token_urlsafe(32)
    row = session.get(SetUpLink, _FIRST_ADMINISTRATOR, with_for_update=True)
    row = row or SetUpLink(purpose=_FIRST_ADMINISTRATOR, secret_hash="", made_at=now)
    row.secret_hash, row.made_at = secret_hash(secret), now
    session.add(row)
    return signer.sign(SET_UP, secret, expires_at=now + LINK_LIFETIME)


def check_set_up_token(
    session: Session, signer: Signer, token: str, *, now: datetime, is_locked: bool = False
) -> None:
    """Raises NotAllowed where there is an administrator, or the link is forged, too old, used or not the latest.

    `is_locked`: for the transaction that uses it. Of several at once, the others wait and are refused.
    """
    row = session.get(SetUpLink, _FIRST_ADMINISTRATOR, with_for_update=is_locked, populate_existing=True)
    if has_administrator(session):
        raise NotAllowed("staff-set-up-over")
    try:
        secret = str(signer.read(SET_UP, token, now=now))
    except TokenRefused as error:
        raise NotAllowed("staff-set-up-link-refused") from error
    if row is None or not secrets.compare_digest(row.secret_hash, secret_hash(secret)):
        raise NotAllowed("staff-set-up-link-refused")


def add_first_administrator(session: Session, signer: Signer, token: str, user: User, *, now: datetime) -> User:
    """Uses the link up. `user`: as `staff.users.new_user` made them, with no transaction open. Raises NotAllowed;
    Conflict where the address is a colleague's already."""
    check_set_up_token(session, signer, token, now=now, is_locked=True)
    made = add_user(session, user)
    session.exec(delete(SetUpLink))
    audit.record(
        session,
        actor=audit.actor_of(made),
        action="user.set_up",
        subject=f"user:{made.id}",
        now=now,
        roles=role_names(made.roles),
    )
    return made
