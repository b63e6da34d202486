"""Password reset, asked for by somebody who is not signed in: what tells nobody who works here (ADR 82)."""

from datetime import datetime, timedelta

from sqlmodel import Session

from core.addresses import AddressRefused, EmailAddress
from core.errors import InputRefused, TooManyAttempts
from core.throttle import NetworkThrottle, Throttle, whole_minutes
from staff import audit
from staff.password_link import MadeLink, add_link, first_link
from staff.sign_in import account_key
from staff.tables import PasswordResetRequest, User

RESET_LIFETIME = timedelta(hours=1)
PER_SOURCE, PER_ADDRESS, OF_ALL = 5, 3, 300
PER = timedelta(hours=1)
_EVERYBODY = "all"


class ResetThrottle:
    """How often it may be asked for: by one source, for one address, by everybody. In memory, as of sign-ins."""

    def __init__(self) -> None:
        self._sources = NetworkThrottle(burst=PER_SOURCE, per=PER)
        self._addresses = Throttle(burst=PER_ADDRESS, per=PER)
        self._all = Throttle(burst=OF_ALL, per=PER)

    def take(self, source: str, address: str, *, now: datetime) -> bool:
        """False where it was asked for that address too often: the earlier emails stand, and nobody is told.
        Raises TooManyAttempts for who asks too often, whomever for."""
        wait = self._sources.take(source, now=now) or self._all.take(_EVERYBODY, now=now)
        if wait is not None:
            raise TooManyAttempts("staff-reset-wait", minutes=whole_minutes(wait))
        return self._addresses.take(account_key(address), now=now) is None


def read_address(typed: str) -> str:
    """In the form in which two addresses are the same. Raises InputRefused."""
    try:
        return EmailAddress.parse(typed).key
    except AddressRefused:
        raise InputRefused("staff-reset-address-refused", address=typed[:80]) from None


def ask_for_reset(session: Session, address: str, *, now: datetime) -> None:
    """One row, whoever's it is; a job looks at it."""
    session.add(PasswordResetRequest(address=address, asked_at=now))


def make_reset_link(session: Session, user: User, *, now: datetime) -> MadeLink:
    """In place of any earlier one. Who was invited and never came has set none before (`staff.password_link`)."""
    owner = audit.actor_of(user)
    first = first_link(session, user.id)
    made_by = owner if first is None else first.made_by
    made = add_link(session, user, made_by=made_by, is_first=first is not None, lifetime=RESET_LIFETIME, now=now)
    audit.record(session, actor="scheduler", action="user.password_reset_asked", subject=owner, now=now)
    return made
