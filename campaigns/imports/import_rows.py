"""Rows of an import, as staff look at them: by what becomes of them, a page at a time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from subscribers.file_parts import FileParts, place_of, read_parts
from subscribers.import_tables import ImportRow, RowOutcome, SubscriberImport, UndoOutcome
from subscribers.tables import Subscriber


class RowGroup(StrEnum):
    """Ends the key of its text."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    PROTECTED = "protected"
    """By a no: theirs, or that of their address."""
    REFUSED = "refused"


GROUPS: dict[RowGroup, tuple[RowOutcome, ...]] = {
    RowGroup.NEW: (RowOutcome.IMPORTED,),
    RowGroup.CHANGED: (RowOutcome.UPDATED, RowOutcome.UNSUBSCRIBED, RowOutcome.SUPPRESSED),
    RowGroup.UNCHANGED: (RowOutcome.ALREADY_SUBSCRIBED,),
    RowGroup.PROTECTED: (
        RowOutcome.KEPT_UNSUBSCRIBED,
        RowOutcome.KEPT_OPTED_OUT,
        RowOutcome.KEPT_SUPPRESSED,
    ),
    RowGroup.REFUSED: (RowOutcome.REFUSED,),
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    place: int
    line: int
    file: str
    """Of an archive, in which the line is."""
    address: str
    """Empty where it is kept nowhere any more."""
    name: str
    language: str
    outcome: RowOutcome
    code: str
    params: dict[str, Any]
    old_name: str | None
    old_language: str | None
    undo: UndoOutcome | None
    proof: str
    """What the export says of when it was said."""


def counts_by_group(row: SubscriberImport) -> dict[RowGroup, int]:
    """Of rows: as foreseen, or as it came."""
    counts = row.figures.get("counts") if row.finished_at else row.figures.get("foreseen")
    return {group: sum((counts or {}).get(outcome, 0) for outcome in GROUPS[group]) for group in RowGroup}


def shown_rows(session: Session, import_id: int, group: RowGroup, *, after: int = 0, limit: int) -> list[ShownRow]:
    """By keyset. What is wiped in the rows stands in the people, if they are still here."""
    statement = (
        select(ImportRow, Subscriber)
        .join(
            Subscriber,
            (col(Subscriber.address_hash) == col(ImportRow.address_hash))
            & (col(ImportRow.outcome) != RowOutcome.REFUSED),
            isouter=True,
        )
        .where(
            ImportRow.import_id == import_id,
            col(ImportRow.outcome).in_(GROUPS[group]),
            col(ImportRow.place) > after,
        )
        .order_by(col(ImportRow.place))
        .limit(limit)
    )
    parts = read_parts(session.get_one(SubscriberImport, import_id).figures.get("parts", []))
    return [_shown(row, person, parts) for row, person in session.exec(statement).all()]


def _shown(row: ImportRow, person: Subscriber | None, parts: FileParts) -> ShownRow:
    file, line = place_of(parts, "", row.line)
    return ShownRow(
        place=row.place,
        line=line,
        file=file.removeprefix("/"),
        address=row.address or (person.address if person else ""),
        name=row.name or (person.name if person else ""),
        language=row.language,
        outcome=row.outcome,
        code=row.code,
        params=row.params,
        old_name=row.old_name,
        old_language=row.old_language,
        undo=row.undo,
        proof=row.proof,
    )
