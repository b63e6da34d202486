"""Account recovery: a one-time link with which one person signs in from a new device, while others guess at their
account or flood the page.

It stands for a device that the account knows (`staff.known_devices`), so that neither a shut account nor limits by
source hold it up. It signs nobody in: the password is asked for all the same, and its wrong ones are counted.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete

from core.errors import Conflict
from staff import audit
from staff.secret_hash import secret_hash
from staff.tables import KnownDevice, User
from staff.users import user_by_address

LINK_LIFETIME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SignInLink:
    user: User
    secret: str
    """For the link; the database has its hash."""
    until: datetime


def let_in(session: Session, address: str, *, actor: str, now: datetime) -> SignInLink:
    """A link for that person; one made before is good no more. Raises NotFound; Conflict if they are disabled."""
    user = user_by_address(session, address)
    if user.disabled_at is not None:
        raise Conflict("staff-user-disabled", name=user.name)
    forget_links(session, user.id)
    secret, until = secrets.token_urlsafe(32), now + LINK_LIFETIME
    session.add(
        KnownDevice(
            user_id=user.id, secret_hash=secret_hash(secret), created_at=now, used_at=now, link_until=until
        )
    )
    audit.record(session, actor=actor, action="user.let_in", subject=f"user:{user.id}", now=now)
    return SignInLink(user, secret, until)


def forget_links(session: Session, user_id: int) -> None:
    session.exec(
        delete(KnownDevice).where(col(KnownDevice.user_id) == user_id, col(KnownDevice.link_until).is_not(None))
    )
