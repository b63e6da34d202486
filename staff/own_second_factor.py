"""Enrolment of one's own second factor: set up with a first code, its recovery codes made anew, or removed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from core.db import Database
from core.errors import Conflict, NotAllowed
from staff.own_password import expect_own_password
from staff.second_factor import open_secret, remove_second_factor, save_second_factor
from staff.sessions import end_sessions, open_session
from staff.sign_in_guard import SignInGuard
from staff.tables import User
from staff.totp import matching_step
from staff.try_code import CodeAttempt
from staff.users import get_user


@dataclass(frozen=True, slots=True)
class SetUpRequest:
    """What somebody sends from the page that shows the key."""

    sealed_secret: str
    """As it stood in the page's form."""
    password: str
    attempt: CodeAttempt


@dataclass(frozen=True, slots=True)
class SetUpResult:
    codes: list[str]
    """To be shown once."""
    secret: str
    """Of the new session, the only one that is left."""


@dataclass(frozen=True, slots=True)
class AccountTerms:
    """Of the settings."""

    secret_key: str
    session_lifetime: timedelta


def set_up_second_factor(
    database: Database,
    guard: SignInGuard,
    user: User,
    typed: SetUpRequest,
    *,
    rules: AccountTerms,
    now: datetime,
) -> SetUpResult:
    """Other sessions end: nobody has given a second factor in them. Raises NotAllowed for a wrong password or
    code, Conflict where there is one already or the account was changed, TooManyAttempts, Unavailable."""
    attempt, key = typed.attempt, rules.secret_key
    expect_own_password(database, guard, user, typed.password, source=attempt.source, now=now)
    secret = open_secret(typed.sealed_secret, user.id, secret_key=key)
    step = matching_step(secret, attempt.code, now=now, after=0) if secret else None
    if secret is None or step is None:
        raise NotAllowed("staff-second-factor-not-confirmed")
    with database.write() as session:
        row = get_user(session, user.id, is_locked=True)
        if row.password_hash != user.password_hash or row.disabled_at is not None:
            raise Conflict("staff-password-changed-meanwhile")
        codes = save_second_factor(session, user.id, secret, secret_key=key, step=step, now=now)
        opened = _only_session(session, attempt, rules, now=now, proved_at=now)
    return SetUpResult(codes, opened)


def remove_own(session: Session, attempt: CodeAttempt, *, rules: AccountTerms, now: datetime) -> str:
    """In the transaction in which the code was right. The secret of the one session that is left."""
    remove_second_factor(session, attempt.user_id, actor=f"user:{attempt.user_id}", reason="", now=now)
    return _only_session(session, attempt, rules, now=now)


def _only_session(
    session: Session,
    attempt: CodeAttempt,
    rules: AccountTerms,
    *,
    now: datetime,
    proved_at: datetime | None = None,
) -> str:
    end_sessions(session, attempt.user_id)
    lifetime = rules.session_lifetime
    return open_session(
        session, attempt.user_id, browser=attempt.browser, now=now, lifetime=lifetime, proved_at=proved_at
    )
