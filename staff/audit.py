"""Who did what to which thing, written in the transaction that does it."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from staff.tables import AuditEntry, User


def record(session: Session, *, actor: str, action: str, subject: str, now: datetime, **detail: Any) -> None:
    """`action` is noun.verb_past, `subject` `campaign:<id>` or the like; `detail`: JSON values, no addresses."""
    session.add(AuditEntry(at=now, actor=actor, action=action, subject=subject, detail=detail))


def actor_of(user: User) -> str:
    return f"user:{user.id}"
