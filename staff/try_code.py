"""Trying a second factor, a code or a passkey: counted as passwords are, by account and by source.

A failure is counted in a transaction that commits, and refused after it (as in `staff.sign_in`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts
from core.throttle import whole_minutes
from staff import audit
from staff.failures import count_failure, is_shut, open_device
from staff.passkeys import note_passkey_use
from staff.second_factor import use_code
from staff.sign_in import account_key
from staff.sign_in_guard import SignInGuard
from staff.tables import User
from staff.try_passkey import PasskeyAttempt, TriedPasskey, try_passkey
from staff.users import get_user

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class CodeAttempt:
    """What somebody typed, or answered with a passkey, and where; their password has been right."""

    user_id: int
    code: str
    source: str
    """The network address that they came from."""
    device: str | None = None
    """The secret in the device's cookie, or of the link that lets them in."""
    browser: str = ""
    passkey: PasskeyAttempt | None = None
    """In place of the code."""


def try_code(
    database: Database,
    guard: SignInGuard,
    attempt: CodeAttempt,
    then: Callable[[Session, User], Result],
    *,
    secret_key: str,
    now: datetime,
) -> Result:
    """What `then` makes of it, in the transaction that uses it up. Raises NotAllowed where it is wrong or
    was used; TooManyAttempts where the source has to wait."""
    with database.read() as session:
        user = get_user(session, attempt.user_id)
        knows_device = open_device(session, user.id, attempt.device, now=now) is not None
    key = account_key(user.address)
    wait = None if knows_device else guard.wait(attempt.source, key, now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))
    tried = try_passkey(database, attempt.passkey, user_id=user.id, now=now) if attempt.passkey else None
    with database.write() as session:
        # Locked, so that guesses made side by side are counted one after the other.
        user = get_user(session, attempt.user_id, is_locked=True)
        is_right = _is_right(session, user, attempt, tried, secret_key=secret_key, now=now)
        result = then(session, user) if is_right else None
    if result is None:
        if not knows_device:
            guard.record_failure(attempt.source, key, now=now)
        raise NotAllowed("staff-passkey-refused" if attempt.passkey else "staff-second-factor-refused")
    guard.record_success(attempt.source, key)
    return result


def _is_right(
    session: Session,
    user: User,
    attempt: CodeAttempt,
    tried: TriedPasskey | None,
    *,
    secret_key: str,
    now: datetime,
) -> bool:
    device = open_device(session, user.id, attempt.device, now=now)
    if user.disabled_at is not None or is_shut(device or user, now):
        return False
    if attempt.passkey is None:
        if use_code(session, user.id, attempt.code, secret_key=secret_key, now=now) is not None:
            return True
    elif tried and tried.sign_count is not None:
        # Its signature is right: what an old counter says is no guess, and is not counted as one.
        return note_passkey_use(session, tried.passkey, tried.sign_count, now=now)
    name = audit.actor_of(user)
    audit.record(session, actor=name, action="user.second_factor_refused", subject=name, now=now)
    count_failure(session, user, device, now=now)
    return False
