"""Session management: who is signed in where, since when, and until when (ADR 82).

A session ends at its time, however busy (absolute limit), and when nobody has used it for a while (idle limit).
Its secret is new with every sign-in and every new password, so that none that was known before is good afterwards.
"""

import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select, update

from staff import audit
from staff.secret_hash import secret_hash
from staff.tables import StaffSession, User

SEEN_EVERY = timedelta(minutes=5)
"""So exactly is known when a session was last used: a row is not written for every page."""


def open_session(
    session: Session,
    user_id: int,
    *,
    browser: str,
    now: datetime,
    lifetime: timedelta,
    proved_at: datetime | None = None,
) -> str:
    """The secret for the cookie. `proved_at`: when they gave their second factor."""
    session.exec(delete(StaffSession).where(col(StaffSession.expires_at) <= now))
    secret = secrets.token_urlsafe(32)
    session.add(
        StaffSession(
            user_id=user_id,
            secret_hash=secret_hash(secret),
            created_at=now,
            expires_at=now + lifetime,
            seen_at=now,
            browser=browser,
            proved_at=proved_at,
        )
    )
    session.flush()
    return secret


def held_session(
    session: Session, secret: str, *, now: datetime, idle: timedelta
) -> tuple[User, StaffSession] | None:
    """Whose cookie this is, or None: unknown, expired, unused for longer than `idle`, signed out, or the person
    was disabled."""
    return session.exec(
        select(User, StaffSession)
        .join(StaffSession, col(StaffSession.user_id) == col(User.id))
        .where(
            col(StaffSession.secret_hash) == secret_hash(secret),
            col(StaffSession.expires_at) > now,
            col(StaffSession.seen_at) > now - idle,
            col(User.disabled_at).is_(None),
        )
    ).one_or_none()


def is_worth_noting(held: StaffSession, *, now: datetime) -> bool:
    """Pure: whether it was last noted long enough ago."""
    return now - held.seen_at >= SEEN_EVERY


def note_use(session: Session, session_id: int, *, now: datetime) -> None:
    """One statement: of several requests at once, the latest counts."""
    row = update(StaffSession).where(col(StaffSession.id) == session_id, col(StaffSession.seen_at) < now)
    session.exec(row.values(seen_at=now))


def note_proof(session: Session, session_id: int, *, now: datetime) -> None:
    """The second factor was given in it."""
    session.exec(update(StaffSession).where(col(StaffSession.id) == session_id).values(proved_at=now))


def list_sessions(session: Session, user_id: int, *, now: datetime, idle: timedelta) -> list[StaffSession]:
    """Those that are open, the last used first."""
    is_open = (col(StaffSession.expires_at) > now, col(StaffSession.seen_at) > now - idle)
    rows = select(StaffSession).where(col(StaffSession.user_id) == user_id, *is_open)
    return list(session.exec(rows.order_by(col(StaffSession.seen_at).desc(), col(StaffSession.id).desc())).all())


def sign_out(session: Session, secret: str, *, now: datetime) -> None:
    """Ends this one sign-in; doing it twice is no error, and once in the audit log."""
    mine = delete(StaffSession).where(col(StaffSession.secret_hash) == secret_hash(secret))
    for (user_id,) in session.exec(mine.returning(col(StaffSession.user_id))).all():
        _record_own(session, user_id, now=now)


def end_session(session: Session, user_id: int, session_id: int, *, now: datetime) -> None:
    """One of one's own, on another device perhaps; one that has ended, or is somebody else's, is no error."""
    session.exec(
        delete(StaffSession).where(col(StaffSession.user_id) == user_id, col(StaffSession.id) == session_id)
    )
    _record_own(session, user_id, now=now)


def end_other_sessions(session: Session, user_id: int, secret: str, *, now: datetime) -> None:
    """All of one's own but this."""
    others = (col(StaffSession.user_id) == user_id, col(StaffSession.secret_hash) != secret_hash(secret))
    session.exec(delete(StaffSession).where(*others))
    _record_own(session, user_id, now=now)


def end_sessions(session: Session, user_id: int) -> None:
    """All of somebody's, at once."""
    session.exec(delete(StaffSession).where(col(StaffSession.user_id) == user_id))


def _record_own(session: Session, user_id: int, *, now: datetime) -> None:
    name = f"user:{user_id}"
    audit.record(session, actor=name, action="user.signed_out", subject=name, now=now)
