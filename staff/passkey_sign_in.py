"""Sign in with a passkey alone: what somebody has, and what verifies them on it, so that it is both factors.

Nobody is named before: the browser says who it is (a discoverable credential). The limits are those of passwords,
by source and by account (`staff.sign_in`), and so is the way past them for a device that the account knows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts
from core.throttle import whole_minutes
from staff import audit
from staff.failures import count_failure, is_shut, open_device
from staff.passkeys import note_passkey_use
from staff.sign_in import SignInResult, account_key, let_user_in
from staff.sign_in_guard import SignInGuard
from staff.tables import User
from staff.try_passkey import PasskeyAttempt, TriedPasskey, try_passkey

_NOBODY = account_key("")
"""Whose failures those are whose passkey nobody knows."""


@dataclass(frozen=True, slots=True)
class PasskeyCredentials:
    """What somebody came with."""

    attempt: PasskeyAttempt
    source: str
    """The network address that they came from."""
    device: str | None = None
    """The secret in the device's cookie, if it has one."""
    browser: str = ""


def sign_in_with_passkey(
    database: Database,
    guard: SignInGuard,
    who: PasskeyCredentials,
    *,
    now: datetime,
    lifetime: timedelta,
    on_new_device: Callable[[Session, User], object],
) -> SignInResult:
    """Raises NotAllowed, the same for an unknown passkey, a wrong answer, a locked and a disabled account;
    TooManyAttempts where the source has to wait."""
    if who.device is None:
        _expect_turn(guard, who.source, _NOBODY, now=now)
    tried = try_passkey(database, who.attempt, user_id=None, now=now)
    key, knows_device = _look_up(database, tried, who, now=now)
    if not knows_device:
        _expect_turn(guard, who.source, key, now=now)
    with database.write() as session:
        signed_in = _record(session, tried, who, now=now, lifetime=lifetime) if tried else None
        if signed_in is not None and signed_in.is_new_device:
            on_new_device(session, signed_in.user)
    if signed_in is None:
        if not knows_device:
            guard.record_failure(who.source, key, now=now)
        raise NotAllowed("staff-passkey-refused")
    guard.record_success(who.source, key)
    return signed_in


def _expect_turn(guard: SignInGuard, source: str, account: str, *, now: datetime) -> None:
    wait = guard.wait(source, account, now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))


def _look_up(
    database: Database, tried: TriedPasskey | None, who: PasskeyCredentials, *, now: datetime
) -> tuple[str, bool]:
    """By what the guard knows the account, and whether that knows the device."""
    if tried is None:
        return _NOBODY, False
    with database.read() as session:
        user = session.get_one(User, tried.passkey.user_id)
        device = open_device(session, user.id, who.device, now=now)
    return account_key(user.address), device is not None


def _record(
    session: Session, tried: TriedPasskey, who: PasskeyCredentials, *, now: datetime, lifetime: timedelta
) -> SignInResult | None:
    # Locked, so that tries made side by side are counted one after the other.
    user = session.get_one(User, tried.passkey.user_id, with_for_update=True)
    device = open_device(session, user.id, who.device, now=now)
    if user.disabled_at is not None or is_shut(device or user, now):
        return None
    if tried.sign_count is None:
        name = audit.actor_of(user)
        audit.record(session, actor=name, action="user.sign_in_refused", subject=name, now=now)
        count_failure(session, user, device, now=now)
        return None
    if not note_passkey_use(session, tried.passkey, tried.sign_count, now=now):
        return None
    return let_user_in(session, user, who, now=now, lifetime=lifetime, proved_at=now)
