"""Verification of the audit log's hash chain: whether every sealed entry is there, and as it was sealed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, exists, func, select

from core.number_ranges import NumberSet, numbers_in
from staff.prune_audit_log import LEAST_AGE
from staff.seal_audit_log import FIRST_PREVIOUS, EntriesHash, NotedSeal, chain_hash, hash_entries
from staff.tables import AuditEntry, AuditSeal

SEALS_AT_ONCE = 100
FAULTS_AT_MOST = 20


class SealFaultKind(StrEnum):
    """Ends the key of its text."""

    ENTRIES = "entries"
    """An entry was changed, deleted or added."""
    CHAIN = "chain"
    """The seal itself does not follow from the one before it, or that one is missing."""
    JOURNAL = "journal"
    """The journal beside the database has another one of that number, or the database has none; now, or when a
    later one was made."""
    PRUNED = "pruned"
    """Its entries are said to have been deleted by retention, at an age at which it deletes nothing."""
    UNNOTED = "unnoted"
    """The same, and the journal does not know of it."""


@dataclass(frozen=True, slots=True)
class SealFault:
    number: int
    """Of the seal."""
    kind: SealFaultKind


@dataclass(slots=True)
class AuditLogReport:
    seal_count: int = 0
    entry_count: int = 0
    """Sealed, and there."""
    pruned_count: int = 0
    """Seals whose entries are gone by retention."""
    unsealed_count: int = 0
    """Entries that are not sealed yet."""
    last_chain_hash: str = ""
    faults: list[SealFault] = field(default_factory=list)
    """The first `FAULTS_AT_MOST`."""

    def add(self, number: int, kind: SealFaultKind) -> None:
        if len(self.faults) < FAULTS_AT_MOST:
            self.faults.append(SealFault(number, kind))


def verify_audit_log(session: Session, noted: NotedSeal | None, *, now: datetime) -> AuditLogReport:
    """Reads all of it, some seals at a time. Changes nothing. `noted`: None where the journal names no seal."""
    report = AuditLogReport()
    previous, number, is_noted = FIRST_PREVIOUS, 0, _noted_prunings(noted)
    for seal, entries in _seals_with_entries(session):
        if seal.number != number + 1:
            report.add(number + 1, SealFaultKind.CHAIN)
        number = seal.number
        sealed = EntriesHash(seal.entry_count, seal.entries_hash)
        if seal.pruned_at is not None:
            report.pruned_count += 1
            # In the future, nothing has been deleted yet: only an age that is reached by now is believed.
            if min(seal.pruned_at, now) - seal.sealed_at < LEAST_AGE:
                report.add(number, SealFaultKind.PRUNED)
            elif not is_noted(number):
                report.add(number, SealFaultKind.UNNOTED)
        elif hash_entries(entries) != sealed:
            report.add(number, SealFaultKind.ENTRIES)
        if seal.chain_hash != chain_hash(previous, number, sealed, at=seal.sealed_at):
            report.add(number, SealFaultKind.CHAIN)
        if noted is not None and number == noted.number and seal.chain_hash != noted.chain_hash:
            report.add(number, SealFaultKind.JOURNAL)
        previous = seal.chain_hash
        report.seal_count += 1
        report.entry_count += len(entries)
    if noted is not None and noted.number > number:
        report.add(noted.number, SealFaultKind.JOURNAL)
    for denied in numbers_in(noted.denied if noted else "", most=FAULTS_AT_MOST):
        report.add(denied, SealFaultKind.JOURNAL)
    for stray in session.exec(_strays()):
        report.add(stray or 0, SealFaultKind.ENTRIES)
    unsealed = select(func.count(col(AuditEntry.id))).where(col(AuditEntry.seal_number).is_(None))
    report.unsealed_count, report.last_chain_hash = session.exec(unsealed).one(), previous if number else ""
    return report


def _noted_prunings(noted: NotedSeal | None) -> Callable[[int], bool]:
    """Whether the journal knows of one, where it says anything of them at all."""
    if noted is None or noted.pruned is None:
        return lambda _: True
    numbers = NumberSet(noted.pruned) if noted.pruned else None
    return lambda number: numbers is not None and bool(numbers.among([number]))


def _strays() -> Any:
    """Numbers of seals that entries name and that there are not."""
    is_there = exists().where(col(AuditSeal.number) == col(AuditEntry.seal_number))
    named = select(AuditEntry.seal_number).where(col(AuditEntry.seal_number).is_not(None), ~is_there)
    return named.distinct().order_by(col(AuditEntry.seal_number)).limit(FAULTS_AT_MOST)


def _seals_with_entries(session: Session) -> Iterator[tuple[AuditSeal, list[AuditEntry]]]:
    last = 0
    while True:
        wanted = select(AuditSeal).where(col(AuditSeal.number) > last).order_by(col(AuditSeal.number))
        seals = session.exec(wanted.limit(SEALS_AT_ONCE)).all()
        if not seals:
            return
        until = seals[-1].number
        sealed = select(AuditEntry).where(col(AuditEntry.seal_number) > last, col(AuditEntry.seal_number) <= until)
        by_seal: dict[int, list[AuditEntry]] = {seal.number: [] for seal in seals}
        strays: list[AuditEntry] = []
        for entry in session.exec(sealed.order_by(col(AuditEntry.id))):
            by_seal.get(entry.seal_number or 0, strays).append(entry)
        yield from ((seal, by_seal[seal.number]) for seal in seals)
        session.expunge_all()
        last = until
