"""Re-authentication: whoever is signed in types their password again before something of their account changes."""

from datetime import datetime

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts
from core.throttle import whole_minutes
from staff import audit
from staff.hashing import KNOWN
from staff.passwords import matches
from staff.sign_in import account_key
from staff.sign_in_guard import SignInGuard
from staff.tables import User


def expect_own_password(
    database: Database, guard: SignInGuard, user: User, present: str, *, source: str, now: datetime
) -> None:
    """Raises NotAllowed where it is wrong, TooManyAttempts where it was typed too often from there, Unavailable.
    With no transaction open."""
    key = account_key(user.address)
    wait = guard.wait(source, key, now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))
    if matches(present, user.password_hash, places=KNOWN):
        return
    guard.record_failure(source, key, now=now)
    name = audit.actor_of(user)
    with database.write() as session:
        audit.record(session, actor=name, action="user.password_change_refused", subject=name, now=now)
    raise NotAllowed("staff-password-present-wrong")
