"""One's own account: name, language and password, changed by whom it belongs to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete

from core.db import Database
from core.errors import Conflict
from staff import audit
from staff.known_devices import secrets_in
from staff.own_password import expect_own_password
from staff.password_link import check_new_password, drop_link
from staff.passwords import hash_password
from staff.secret_hash import secret_hash
from staff.sessions import end_sessions, open_session
from staff.sign_in_guard import SignInGuard
from staff.tables import KnownDevice, User
from staff.users import check_language, check_name, get_user


@dataclass(frozen=True, slots=True)
class PasswordChange:
    """What somebody typed, and where."""

    present: str
    new: str
    source: str
    """The network address that they came from."""
    device: str | None = None
    """The secret in their device's cookie, which stays known."""
    browser: str = ""
    proved_at: datetime | None = None
    """When they last gave their second factor in the session that they are in."""


def change_profile(session: Session, user_id: int, *, name: str, language: str, now: datetime) -> User:
    """Raises InputRefused."""
    name = check_name(name)
    check_language(language)
    user = get_user(session, user_id, is_locked=True)
    changed = [field for field, value in (("name", name), ("language", language)) if getattr(user, field) != value]
    if changed:
        user.name, user.language = name, language
        session.add(user)
        actor = audit.actor_of(user)
        audit.record(session, actor=actor, action="user.profile_changed", subject=actor, now=now, changed=changed)
    return user


def change_password(
    database: Database,
    guard: SignInGuard,
    user: User,
    change: PasswordChange,
    *,
    now: datetime,
    lifetime: timedelta,
) -> str:
    """The secret of a new session, the only one that is left; no other device is known any more, and no link opens
    anything.

    Raises InputRefused for the new one, NotAllowed where the present one is wrong, TooManyAttempts where that was
    typed too often from there, Unavailable; Conflict where the password was changed meanwhile.
    """
    check_new_password(user, change.new)
    expect_own_password(database, guard, user, change.present, source=change.source, now=now)
    hashed = hash_password(change.new)
    with database.write() as session:
        row = get_user(session, user.id, is_locked=True)
        if row.password_hash != user.password_hash or row.disabled_at is not None:
            raise Conflict("staff-password-changed-meanwhile")
        # Whose link they came in by stays (ADR 65): else whoever made it would only have to change the password.
        row.password_hash, row.password_changed_at = hashed, now
        session.add(row)
        drop_link(session, user.id)
        end_sessions(session, user.id)
        _forget_other_devices(session, user.id, change.device)
        _record(session, row, "user.password_changed", now=now)
        return open_session(
            session, user.id, browser=change.browser, now=now, lifetime=lifetime, proved_at=change.proved_at
        )


def _forget_other_devices(session: Session, user_id: int, device: str | None) -> None:
    kept = [secret_hash(secret) for secret in secrets_in(device)]
    session.exec(
        delete(KnownDevice).where(col(KnownDevice.user_id) == user_id, col(KnownDevice.secret_hash).not_in(kept))
    )


def _record(session: Session, user: User, action: str, *, now: datetime) -> None:
    audit.record(session, actor=audit.actor_of(user), action=action, subject=f"user:{user.id}", now=now)
