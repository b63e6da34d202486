"""Hash chain over the audit log: entries are sealed some at a time, and each seal covers the one before it, too.

Whoever changes, deletes or inserts an entry in the database afterwards has to make every later seal anew, and
cannot where the latest one is written down elsewhere: in the journal beside the database, or on paper (ADR 83).
Nobody who writes an entry waits for it: entries are sealed once they are committed, in whatever order that was.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from core.db import Database, rows_changed
from core.errors import Conflict
from core.generation.notes import note_intent
from core.number_ranges import join_ranges, write_ranges
from core.sql import in_ids, upsert
from staff.tables import AuditEntry, AuditSeal

AT_ONCE = 500
"""Entries that one seal covers at most: they are marked in one short transaction."""
FIRST_PREVIOUS = "0" * 64
"""What the first seal has in the place of the one before it."""
SEALED = "audit_sealed"
"""A kind of line in the journal."""
DENIED = "denied"
"""In such a line: seals that the journal had named and the database had otherwise, or not at all, when it was
written."""


@dataclass(frozen=True, slots=True)
class NotedSeal:
    """The last one that the journal of a machine names."""

    number: int
    chain_hash: str
    pruned: str | None = None
    """Of which seals retention has taken the entries (`core.number_ranges`); None where it does not say."""
    denied: str = ""
    """Which earlier ones the database did not have as they had been noted."""


@dataclass(frozen=True, slots=True)
class EntriesHash:
    """What a seal says of its entries."""

    count: int
    hash: str
    """SHA-256 (hex) over a line of JSON for each, in the order of their numbers."""


def hash_entries(entries: Iterable[AuditEntry]) -> EntriesHash:
    """Its bytes are never made otherwise: stored seals are compared with them."""
    digest, count = hashlib.sha256(), 0
    for entry in entries:
        count += 1
        values = [entry.id, entry.at.isoformat(), entry.actor, entry.action, entry.subject, entry.detail]
        line = json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        digest.update(line.encode() + b"\n")
    return EntriesHash(count, digest.hexdigest())


def chain_hash(previous: str, number: int, sealed: EntriesHash, *, at: datetime) -> str:
    """`previous`: the chain hash of the seal before it; `at`: when it was made."""
    link = f"{previous} {number} {at.isoformat()} {sealed.count} {sealed.hash}"
    return hashlib.sha256(link.encode()).hexdigest()


def seal_some(
    database: Database, *, now: datetime, look_up_noted: Callable[[], NotedSeal | None] = lambda: None
) -> bool:
    """Whether there may be more. Of several who seal at once, one does. Raises SendingHeld where the database is
    held back, or the journal cannot be written.

    `look_up_noted`: the last one that the journal names. What retention took by it, and which seals were not in
    the database as they had been noted, is noted again with each seal: old lines go, and whoever has made the
    chain anew must not have it confirmed by the next seal. Where it does not say what retention took, the database
    is believed, once.
    """
    with database.read() as session:
        if not _unsealed(session):
            return False
    noted = look_up_noted()  # before the database is read: what the journal names is committed
    with database.read() as session:
        entries, last = _unsealed(session), latest_seal(session)
        pruned = _pruned(session) if noted is None or noted.pruned is None else noted.pruned
        denied = _denied(session, noted)
    if not entries:
        return False
    number, sealed = (last.number if last else 0) + 1, hash_entries(entries)
    chained = chain_hash(last.chain_hash if last else FIRST_PREVIOUS, number, sealed, at=now)
    seal = {
        "number": number,
        "sealed_at": now,
        "entry_count": sealed.count,
        "entries_hash": sealed.hash,
        "chain_hash": chained,
    }
    with database.write() as session:
        made = upsert(session, AuditSeal).values(seal).on_conflict_do_nothing()
        if session.execute(made.returning(col(AuditSeal.number))).first() is None:
            return True  # somebody else's has that number
        _mark(session, [entry.id for entry in entries], number)
        note_intent(session, SEALED, number=number, chain=chained, pruned=pruned, **denied)
    return len(entries) == AT_ONCE


def latest_seal(session: Session) -> AuditSeal | None:
    return session.exec(select(AuditSeal).order_by(col(AuditSeal.number).desc()).limit(1)).first()


def _denied(session: Session, noted: NotedSeal | None) -> dict[str, str]:
    """Nothing, as long as all is well."""
    if noted is None:
        return {}
    there = session.get(AuditSeal, noted.number)
    is_there = there is not None and there.chain_hash == noted.chain_hash
    denied = noted.denied if is_there else join_ranges([noted.denied, str(noted.number)])
    return {DENIED: denied} if denied else {}


def _pruned(session: Session) -> str:
    return write_ranges(session.exec(select(AuditSeal.number).where(col(AuditSeal.pruned_at).is_not(None))))


def _unsealed(session: Session) -> list[AuditEntry]:
    unsealed = select(AuditEntry).where(col(AuditEntry.seal_number).is_(None)).order_by(col(AuditEntry.id))
    return list(session.exec(unsealed.limit(AT_ONCE)).all())


def _mark(session: Session, ids: list[int], number: int) -> None:
    mine = in_ids(session, col(AuditEntry.id), ids), col(AuditEntry.seal_number).is_(None)
    if rows_changed(session.execute(update(AuditEntry).where(*mine).values(seal_number=number))) != len(ids):
        # One of them was deleted meanwhile: sealed without it, the seal would say what is not so.
        raise Conflict("staff-audit-entries-changed")
