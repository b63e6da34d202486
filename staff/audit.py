"""Audit log: who did what to which thing, written in the transaction that does it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from staff.tables import AuditEntry, User


def record(session: Session, *, actor: str, action: str, subject: str, now: datetime, **detail: Any) -> None:
    """`action` is noun.verb_past, `subject` `campaign:<id>` or the like; `detail`: JSON values, no addresses."""
    session.add(AuditEntry(at=now, actor=actor, action=action, subject=subject, detail=detail))


def entries(
    session: Session, *, action: str, since: datetime, subject: str | None = None, limit: int = 200
) -> list[AuditEntry]:
    """The latest of that kind, about that thing or about any, oldest first."""
    statement = (
        select(AuditEntry)
        .where(col(AuditEntry.at) >= since, AuditEntry.action == action)
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc())
        .limit(limit)
    )
    if subject is not None:
        statement = statement.where(AuditEntry.subject == subject)
    return list(reversed(session.exec(statement).all()))


def entries_about(
    session: Session, subject: str, *, actions: Collection[str] | None = None, limit: int
) -> list[AuditEntry]:
    """What was done to that thing, of these kinds where they are named, the newest first."""
    statement = select(AuditEntry).where(AuditEntry.subject == subject).order_by(col(AuditEntry.id).desc())
    if actions is not None:
        statement = statement.where(col(AuditEntry.action).in_(actions))
    return list(session.exec(statement.limit(limit)).all())


def moments_of(session: Session, action: str, subjects: Sequence[str]) -> list[datetime]:
    """When that was done to any of these things."""
    at = select(AuditEntry.at).where(col(AuditEntry.subject).in_(subjects), AuditEntry.action == action)
    return list(session.exec(at)) if subjects else []


def was_done(session: Session, *, actor: str, action: str, subject: str, since: datetime, until: datetime) -> bool:
    """Whether they did that to that thing in this time."""
    entry = select(AuditEntry.id).where(
        AuditEntry.subject == subject,
        AuditEntry.action == action,
        AuditEntry.actor == actor,
        col(AuditEntry.at) >= since,
        col(AuditEntry.at) <= until,
    )
    return session.exec(entry.limit(1)).first() is not None


def actor_of(user: User) -> str:
    return f"user:{user.id}"
