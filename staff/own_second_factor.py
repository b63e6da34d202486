"""Enrolment of one's own second factor: an app, set up with a first code, or a passkey; and its removal."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from core.db import Database
from core.errors import Conflict, NotAllowed
from staff.own_password import expect_own_password
from staff.passkey_ceremony import NewPasskey, PasskeyAnswerRefused, check_made, read_made_answer
from staff.passkey_challenges import take_challenge
from staff.passkeys import check_passkey_name, user_handle
from staff.second_factor import open_secret, save_first_or_further_passkey, save_second_factor
from staff.sessions import end_sessions, open_session
from staff.sign_in_guard import SignInGuard
from staff.tables import Passkey, PasskeyPurpose, User
from staff.totp import matching_step
from staff.try_code import CodeAttempt
from staff.try_passkey import PasskeyAttempt
from staff.users import get_user


@dataclass(frozen=True, slots=True)
class SetUpRequest:
    """What somebody sends from the page that shows the key."""

    sealed_secret: str
    """As it stood in the page's form."""
    password: str
    attempt: CodeAttempt


@dataclass(frozen=True, slots=True)
class PasskeyRequest:
    """What somebody sends for a new passkey, and from where."""

    name: str
    password: str
    answer: PasskeyAttempt
    source: str
    browser: str = ""


@dataclass(frozen=True, slots=True)
class SetUpResult:
    codes: list[str]
    """To be shown once; none where some were shown before."""
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
        _expect_unchanged(session, user)
        codes = save_second_factor(session, user.id, secret, secret_key=key, step=step, now=now)
        opened = only_session(session, user.id, attempt.browser, rules, now=now, proved_at=now)
    return SetUpResult(codes, opened)


def add_own_passkey(
    database: Database,
    guard: SignInGuard,
    user: User,
    typed: PasskeyRequest,
    *,
    rules: AccountTerms,
    now: datetime,
) -> SetUpResult:
    """As above. Raises InputRefused for its name; NotAllowed for a wrong password or answer, Conflict,
    TooManyAttempts, Unavailable."""
    name, answer = check_passkey_name(typed.name), typed.answer
    expect_own_password(database, guard, user, typed.password, source=typed.source, now=now)
    made = _check_made(database, user, answer, now=now)
    passkey = Passkey(
        user_id=user.id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        user_handle=user_handle(user.id, secret_key=rules.secret_key),
        sign_count=made.sign_count,
        can_be_copied=made.can_be_copied,
        host=answer.site.host,
        name=name,
        created_at=now,
    )
    with database.write() as session:
        _expect_unchanged(session, user)
        codes = save_first_or_further_passkey(session, passkey, secret_key=rules.secret_key, now=now)
        opened = only_session(session, user.id, typed.browser, rules, now=now, proved_at=now)
    return SetUpResult(codes, opened)


def _check_made(database: Database, user: User, asked: PasskeyAttempt, *, now: datetime) -> NewPasskey:
    """Its challenge is used up, whatever comes of it. Raises NotAllowed."""
    try:
        answer = read_made_answer(asked.answer)
        with database.write() as session:
            is_ours = take_challenge(
                session, asked.holder, PasskeyPurpose.ADD, answer.challenge, user_id=user.id, now=now
            )
        if not is_ours:
            raise PasskeyAnswerRefused("challenge")
        return check_made(answer, asked.site)
    except PasskeyAnswerRefused as error:
        raise NotAllowed("staff-passkey-not-made") from error


def _expect_unchanged(session: Session, user: User) -> None:
    row = get_user(session, user.id, is_locked=True)
    if row.password_hash != user.password_hash or row.disabled_at is not None:
        raise Conflict("staff-password-changed-meanwhile")


def only_session(
    session: Session,
    user_id: int,
    browser: str,
    rules: AccountTerms,
    *,
    now: datetime,
    proved_at: datetime | None,
) -> str:
    """The secret of the one session that is left. `proved_at`: None where no second factor is."""
    end_sessions(session, user_id)
    lifetime = rules.session_lifetime
    return open_session(session, user_id, browser=browser, now=now, lifetime=lifetime, proved_at=proved_at)
