"""Sign in, stay signed in, sign out.

Hashing a password takes a tenth of a second, so no transaction is open while it happens: the writer's lock on
SQLite must not be for hire to whoever posts wrong passwords. And a failure is counted in a transaction of its
own, because the refusal that follows it would roll the count back. That is why `sign_in` takes the database.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from core.db import Database
from core.errors import NotAllowed
from core.logging import get_logger
from staff import audit
from staff.lockout import wait_after
from staff.passwords import matches, nobodys_hash
from staff.tables import StaffSession, User
from staff.users import find_user


@dataclass(frozen=True, slots=True)
class _Account:
    user_id: int | None
    password_hash: str


def sign_in(
    database: Database, *, address: str, password: str, now: datetime, lifetime: timedelta
) -> tuple[User, str]:
    """The user and the secret for their cookie. Raises NotAllowed.

    One refusal for an unknown address, a wrong password, a locked and a disabled account: whoever asks must not
    learn who works here.
    """
    with database.read() as session:
        account = _look_up(session, address)
    is_right = matches(password, account.password_hash)
    with database.write() as session:
        signed_in = _record(session, account, is_right=is_right, now=now, lifetime=lifetime)
    if signed_in is None:
        raise NotAllowed("staff-sign-in-refused")
    return signed_in


def user_of(session: Session, secret: str, *, now: datetime) -> User | None:
    """Who holds this cookie, or None: unknown, expired, signed out, or the person was disabled."""
    return session.exec(
        select(User)
        .join(StaffSession, col(StaffSession.user_id) == col(User.id))
        .where(
            col(StaffSession.secret_hash) == _hash(secret),
            col(StaffSession.expires_at) > now,
            col(User.disabled_at).is_(None),
        )
    ).one_or_none()


def sign_out(session: Session, secret: str) -> None:
    """Ends this one sign-in; doing it twice is no error."""
    session.exec(delete(StaffSession).where(col(StaffSession.secret_hash) == _hash(secret)))


def _look_up(session: Session, address: str) -> _Account:
    user = find_user(session, address)
    if user is None:
        return _Account(None, nobodys_hash())
    return _Account(user.id, user.password_hash)


def _record(
    session: Session, account: _Account, *, is_right: bool, now: datetime, lifetime: timedelta
) -> tuple[User, str] | None:
    if account.user_id is None:
        return None
    # Locked, so that guesses made side by side are counted one after the other.
    user = session.get_one(User, account.user_id, with_for_update=True)
    if user.disabled_at is not None or (user.locked_until is not None and now < user.locked_until):
        return None
    if not is_right:
        _count_failure(session, user, now=now)
        return None
    user.failed_count, user.locked_until = 0, None
    session.add(user)
    audit.record(session, actor=audit.actor_of(user), action="user.signed_in", subject=f"user:{user.id}", now=now)
    return user, _open_session(session, user, now=now, lifetime=lifetime)


def _count_failure(session: Session, user: User, *, now: datetime) -> None:
    user.failed_count += 1
    wait = wait_after(user.failed_count)
    if wait is not None:
        user.locked_until = now + wait
        actor = audit.actor_of(user)
        audit.record(
            session, actor=actor, action="user.locked", subject=actor, now=now, failures=user.failed_count
        )
        get_logger(__name__).warning("user.locked", user_id=user.id, failures=user.failed_count)
    session.add(user)


def _open_session(session: Session, user: User, *, now: datetime, lifetime: timedelta) -> str:
    session.exec(delete(StaffSession).where(col(StaffSession.expires_at) <= now))
    secret = secrets.token_urlsafe(32)
    session.add(
        StaffSession(user_id=user.id, secret_hash=_hash(secret), created_at=now, expires_at=now + lifetime)
    )
    session.flush()
    return secret


def _hash(secret: str) -> str:
    """Plain SHA-256 is right here: the secret has 256 random bits, there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()
