"""Sign in with a password.

Hashing a password takes a tenth of a second, so no transaction is open while it happens: the writer's lock on
SQLite must not be for hire to whoever posts wrong passwords. And a failure is counted in a transaction of its
own, because the refusal that follows it would roll the count back. That is why `sign_in` takes the database.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlmodel import Session, col, update

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts
from core.throttle import whole_minutes
from staff import audit
from staff.failures import count_failure, is_shut, open_device
from staff.hashing import ANYBODY, KNOWN
from staff.known_devices import forget_old_devices, note_device, secrets_in
from staff.passwords import matches, nobodys_hash
from staff.second_factor import has_second_factor
from staff.secret_hash import secret_hash
from staff.sessions import open_session
from staff.sign_in_guard import SignInGuard
from staff.tables import KnownDevice, User
from staff.users import find_user

STRANGER = "stranger"
"""In the audit log: whoever came with an address that is nobody's."""
_NOBODY = 0
"""The number of no account."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody came with."""

    address: str
    password: str
    source: str
    """The network address that they came from."""
    device: str | None = None
    """The secret in the device's cookie, if it has one, or of the link that lets them in."""
    browser: str = ""
    """What the device calls itself, for the list of sessions."""
    must_have_link: bool = False
    """Accounts are closed to passwords (single sign-on), but for who was let in on the server."""


@dataclass(frozen=True, slots=True)
class SignInResult:
    user: User
    secret: str
    """For the cookie of the session."""
    device: str
    """Theirs, for the cookie of the device."""
    is_new_device: bool = False
    """The account did not know it, and had not let it in by a link."""


class SignInDevice(Protocol):
    """Where somebody signs in."""

    @property
    def device(self) -> str | None: ...
    @property
    def browser(self) -> str: ...


class SecondFactorNeeded(Exception):
    """The password was right, and `user` has a second factor, which is asked for next."""

    def __init__(self, user: User) -> None:
        super().__init__(user.id)
        self.user = user


@dataclass(frozen=True, slots=True)
class _Account:
    user_id: int
    """`_NOBODY` of an address that is nobody's."""
    password_hash: str
    knows_device: bool
    """And the device is not shut for wrong passwords of its own."""


def sign_in(
    database: Database,
    guard: SignInGuard,
    who: Credentials,
    *,
    now: datetime,
    lifetime: timedelta,
    on_new_device: Callable[[Session, User], object] | None = None,
) -> SignInResult:
    """Raises NotAllowed; TooManyAttempts where the source has to wait, Unavailable where too many passwords are
    being compared: both before the database is asked anything, unless a device's cookie came along. A device that
    the account knows waits for neither. Raises SecondFactorNeeded where a code is to be asked for; nothing counts
    as right before that one is, and no session is open.

    One refusal for an unknown address, a wrong password, a locked and a disabled account: whoever asks must not
    learn who works here. `on_new_device`: for the transaction that lets them in from one.
    """
    key = account_key(who.address)
    if who.device is None:
        _expect_turn(guard, who.source, key, now=now)
    with database.read() as session:
        account = _look_up(session, who, now=now)
    if who.device is not None and not account.knows_device:
        _expect_turn(guard, who.source, key, now=now)
    places = KNOWN if account.knows_device else ANYBODY
    is_right = matches(who.password, account.password_hash, places=places)
    with database.write() as session:
        signed_in = _record(session, account, who, is_right=is_right, now=now, lifetime=lifetime)
        if isinstance(signed_in, SignInResult) and signed_in.is_new_device and on_new_device is not None:
            on_new_device(session, signed_in.user)
    if signed_in is None:
        if not account.knows_device:
            guard.record_failure(who.source, key, now=now)
        raise NotAllowed("staff-sign-in-refused")
    if isinstance(signed_in, User):
        raise SecondFactorNeeded(signed_in)
    guard.record_success(who.source, key)
    return signed_in


def account_key(address: str) -> str:
    """By which the guard knows an account, whether there is one or not."""
    return secret_hash(address.strip().casefold())


def _expect_turn(guard: SignInGuard, source: str, account: str, *, now: datetime) -> None:
    """Asks memory only: refusing a flood must cost next to nothing."""
    wait = guard.wait(source, account, now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))
    ANYBODY.expect_room()


def _look_up(session: Session, who: Credentials, *, now: datetime) -> _Account:
    user = find_user(session, who.address)
    user_id, password_hash = (user.id, user.password_hash) if user else (_NOBODY, nobodys_hash())
    device = open_device(session, user_id, who.device, now=now)
    return _Account(user_id, password_hash, knows_device=device is not None)


def _record(
    session: Session,
    account: _Account,
    who: Credentials,
    *,
    is_right: bool,
    now: datetime,
    lifetime: timedelta,
) -> SignInResult | User | None:
    """The user: a code is to be asked for."""
    # Locked, so that guesses made side by side are counted one after the other.
    user = session.get(User, account.user_id, with_for_update=True)
    device = open_device(session, account.user_id, who.device, now=now) if account.knows_device else None
    is_open = user is not None and user.disabled_at is None and not is_shut(device or user, now)
    if is_open and who.must_have_link:
        is_open = device is not None and device.link_until is not None
    if user is None or not is_open or not is_right:
        _refuse(session, user, device, is_open=is_open, now=now)
        return None
    if has_second_factor(session, user.id):
        return user
    return let_user_in(session, user, who, now=now, lifetime=lifetime)


def _refuse(
    session: Session, user: User | None, device: KnownDevice | None, *, is_open: bool, now: datetime
) -> None:
    """As much is written for an address that is nobody's, and of an account that is closed anyway, as for a wrong
    password: how long it takes tells nothing."""
    name = audit.actor_of(user) if user else STRANGER
    subject = name if user else "sign-in"
    audit.record(session, actor=name, action="user.sign_in_refused", subject=subject, now=now)
    if user is not None and is_open:
        count_failure(session, user, device, now=now)
        return
    which, count = (user.id, user.failed_count) if user else (_NOBODY, 0)
    session.exec(update(User).where(col(User.id) == which).values(failed_count=count))


def let_user_in(
    session: Session,
    user: User,
    who: SignInDevice,
    *,
    now: datetime,
    lifetime: timedelta,
    proved_at: datetime | None = None,
) -> SignInResult:
    """Everything that was asked for was right: a session, and what was held against the account is forgotten.
    `proved_at`: when they gave their second factor."""
    user.failed_count, user.locked_until = 0, None
    session.add(user)
    audit.record(session, actor=audit.actor_of(user), action="user.signed_in", subject=f"user:{user.id}", now=now)
    device = open_device(session, user.id, who.device, now=now)
    secret = _secret_of_device(session, device, who)
    note_device(session, user.id, secret, now=now)
    forget_old_devices(session, user.id)
    opened = open_session(session, user.id, browser=who.browser, now=now, lifetime=lifetime, proved_at=proved_at)
    return SignInResult(user, opened, secret, is_new_device=device is None)


def _secret_of_device(session: Session, device: KnownDevice | None, who: SignInDevice) -> str:
    """A link is good once: the browser that it was opened in gets a secret of its own."""
    if device is not None and device.link_until is None:
        return next(secret for secret in secrets_in(who.device) if secret_hash(secret) == device.secret_hash)
    if device is not None:
        session.delete(device)
    return secrets.token_urlsafe(32)
