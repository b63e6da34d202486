"""The audit log as it is read: who did what when, by whom, what and when, a page at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.seal_audit_log import latest_seal
from staff.tables import AuditEntry, AuditSeal, User
from staff.users import ACTOR, names_of_actors

AREAS = (
    "user", "access", "campaign", "news", "subscriber", "subscribers", "suppressions", "export", "list", "segment",
    "tag", "topic", "field", "sender", "automation", "source", "feed", "template", "brand", "clicks", "doubt",
    "database", "audit",
)  # fmt: skip
"""What an action begins with: `campaign.approved` is one of campaigns."""
FILE_AT_MOST = 20_000
"""So many entries, the newest, are in one file."""
SEARCH_LENGTH = 80


@dataclass(frozen=True, slots=True)
class AuditFilter:
    who: str = ""
    """As in the log: `user:<id>`, `cli`, `scheduler`."""
    area: str = ""
    search: str = ""
    """A part of an action's name, or the thing that it is about: `campaign:12`, also with a blank."""
    since: datetime | None = None
    until: datetime | None = None
    """Before this moment."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry, with the names of people in it."""

    id: int
    at: datetime
    actor: str
    actor_name: str | None
    action: str
    subject: str
    subject_name: str | None
    detail: dict[str, Any]


def audit_lines(
    session: Session, wanted: AuditFilter, *, actor: Principal, before_id: int | None = None, limit: int
) -> list[AuditLine]:
    """The newest first, of what comes before `before_id`. Raises NotAllowed."""
    require(actor, Permission.SEE_AUDIT_LOG)
    rows = select(AuditEntry).where(*_conditions(wanted))
    if before_id is not None:
        rows = rows.where(col(AuditEntry.id) < before_id)
    entries = session.exec(rows.order_by(col(AuditEntry.id).desc()).limit(limit)).all()
    names = names_of_actors(session, {name for entry in entries for name in (entry.actor, entry.subject)})
    return [
        AuditLine(
            id=entry.id,
            at=entry.at,
            actor=entry.actor,
            actor_name=names.get(entry.actor),
            action=entry.action,
            subject=entry.subject,
            subject_name=names.get(entry.subject),
            detail=entry.detail,
        )
        for entry in entries
    ]


def people_in_the_log(session: Session) -> list[User]:
    """Everybody who works here or has worked here, by name."""
    return list(session.exec(select(User).order_by(User.name, col(User.id))).all())


def last_seal(session: Session, *, actor: Principal) -> AuditSeal | None:
    """Up to where the log is sealed; None before the first time. Raises NotAllowed."""
    require(actor, Permission.SEE_AUDIT_LOG)
    return latest_seal(session)


def record_log_export(session: Session, entry_count: int, *, actor: Principal, now: datetime) -> None:
    """In a transaction of its own, after all of them were read: no writer waits for that."""
    audit.record(session, actor=actor.name, action="audit.exported", subject="audit", now=now, entries=entry_count)


def record_refusal(session: Session, user_id: int, place: str, *, now: datetime) -> None:
    """Somebody who works here asked for what they may not do. `place`: the route or the command, without
    what was typed."""
    name = f"{ACTOR}{user_id}"
    audit.record(session, actor=name, action="access.refused", subject=place[:80], now=now)


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.who:
        conditions.append(col(AuditEntry.actor) == wanted.who)
    if wanted.area:
        conditions.append(col(AuditEntry.action).startswith(f"{wanted.area}.", autoescape=True))
    if wanted.search:
        subject = ":".join(wanted.search.replace(":", " ").split())
        named = col(AuditEntry.action).contains(wanted.search.replace(" ", "_"), autoescape=True)
        conditions.append(or_(col(AuditEntry.subject) == subject, named))
    if wanted.since is not None:
        conditions.append(col(AuditEntry.at) >= wanted.since)
    if wanted.until is not None:
        conditions.append(col(AuditEntry.at) < wanted.until)
    return conditions
