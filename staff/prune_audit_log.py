"""Retention of the audit log: old entries go, their seals stay as the anchor of those after them.

Of which seals it took the entries is written into the journal beside the database, with the head of the chain,
before it is done: in the database alone, anybody who can write there could say so (ADR 83).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, exists, update
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from core.db import rows_changed
from core.generation.notes import note_fact
from core.number_ranges import write_ranges
from core.sql import in_ids
from staff.seal_audit_log import latest_seal
from staff.tables import AuditEntry, AuditSeal

PRUNED = "audit_pruned"
"""A kind of line in the journal."""
LEAST_AGE = timedelta(days=365)
"""Retention may be set to no less: an entry that is younger and gone was not taken by it."""


def old_entries(before: datetime, *, needed: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """Numbers and moments of entries that were sealed before that, but for those of seals with an entry that is
    `needed`, by its action."""
    beside = aliased(AuditEntry)
    is_needed = exists().where(
        col(beside.seal_number) == col(AuditSeal.number), col(beside.action).in_(tuple(needed))
    )
    return (
        columns(col(AuditEntry.id), col(AuditEntry.at))
        .join(AuditSeal, col(AuditSeal.number) == col(AuditEntry.seal_number))
        .where(col(AuditSeal.sealed_at) < before, ~is_needed)
    )


def forget_entries(session: Session, ids: Sequence[int], *, now: datetime) -> int:
    """How many went. From now on their seals say that retention has been there."""
    mine = in_ids(session, col(AuditEntry.id), ids)
    seals = columns(col(AuditEntry.seal_number)).where(mine)
    whole = col(AuditSeal.number).in_(seals), col(AuditSeal.pruned_at).is_(None)
    numbers, head = (
        session.execute(columns(col(AuditSeal.number)).where(*whole)).scalars().all(),
        latest_seal(session),
    )
    if numbers and head is not None:
        session.execute(update(AuditSeal).where(*whole).values(pruned_at=now))
        note_fact(session, PRUNED, seals=write_ranges(numbers), number=head.number, chain=head.chain_hash)
    return rows_changed(session.execute(delete(AuditEntry).where(mine)))
