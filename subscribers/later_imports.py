"""What else knows of people from whom an import is taken back; and what it leaves to imports that came after it.

Imports are undone in whatever order. A later one remembers as "before" what the earlier one wrote; so that undoing
it as well ends where both began, it is given what the earlier one remembers.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, and_, or_, select, union
from sqlmodel import Session, SQLModel, col

from core.sql import in_ids, in_texts
from subscribers.import_corrections import written_by
from subscribers.import_fields import was_written
from subscribers.import_tables import ImportRow, ImportState, RowOutcome, SubscriberImport
from subscribers.tables import Subscriber, SubscriberWord

LaterRows = Mapping[str, Sequence[ImportRow]]
"""By address hash, oldest first."""


def later_rows(session: Session, imported: SubscriberImport, hashes: Collection[str]) -> LaterRows:
    """Of imports that began after this one: what they have written, and not taken back, of these people."""
    row, other = ImportRow, SubscriberImport
    is_after = or_(
        col(other.began_at) > imported.began_at,
        and_(col(other.began_at) == imported.began_at, col(other.id) > imported.id),
    )
    is_written = or_(
        col(other.state).in_([ImportState.DONE, ImportState.UNDOING]),
        and_(col(other.state) == ImportState.APPLYING, col(row.place) <= col(other.after_place)),
    )
    theirs = (
        select(row)
        .join(other, col(other.id) == col(row.import_id))
        .where(in_texts(session, col(row.address_hash), hashes), is_after, is_written, col(row.undo).is_(None))
        .where(col(row.outcome).in_([RowOutcome.IMPORTED, RowOutcome.UPDATED]))
        .order_by(col(other.began_at), col(row.import_id))
    )
    by_hash: dict[str, list[ImportRow]] = defaultdict(list)
    for later in session.execute(theirs).scalars():
        by_hash[later.address_hash].append(later)
    return by_hash


def leave_to_later(
    session: Session,
    later: LaterRows,
    *,
    names: Iterable[ImportRow],
    fields: Iterable[ImportRow],
    still_here: Iterable[ImportRow],
) -> None:
    """`names`, `fields`: rows of which those were not taken back. `still_here`: of people whom the import added,
    and who are kept by something else than it."""
    given: set[int] = set()
    for row in names:
        given |= _leave_names(row, later.get(row.address_hash, ()))
    for row in fields:
        given |= _leave_fields(session, row, later.get(row.address_hash, ()))
    for row in still_here:
        joined = (each for each in later.get(row.address_hash, ()) if each.outcome is RowOutcome.IMPORTED)
        if (first := next(joined, None)) is not None:
            first.is_new_person = True
            given.add(first.import_id)
    for import_id in given:
        # Whoever undoes it at this moment has read its rows before.
        imported = session.get_one(SubscriberImport, import_id)
        imported.figures = {**imported.figures, "given": imported.figures.get("given", 0) + 1}


def _leave_names(row: ImportRow, others: Iterable[ImportRow]) -> set[int]:
    written = written_by(row)
    for each in others:
        after = written_by(each)
        if written is not None and after is not None and (each.old_name, each.old_language) == written:
            each.name, each.language, each.has_language = after.name, after.language, True
            each.old_name, each.old_language = row.old_name, row.old_language
            return {each.import_id}
    return set()


def _leave_fields(session: Session, row: ImportRow, others: Iterable[ImportRow]) -> set[int]:
    given = set()
    for word, old in (row.old_fields or {}).items():
        for each in others:
            before = (each.old_fields or {}).get(word)
            if before is not None and was_written(session, row, word, before):
                each.old_fields = {**(each.old_fields or {}), word: old}
                given.add(each.import_id)
                break
    return given


def known_otherwise(session: Session, ids: Collection[int]) -> set[int]:
    """Who are on another list, or of whom any other table of any room says something."""
    of_each_table = (select(key).where(in_ids(session, key, ids)) for key in _keys_of_people())
    return set(session.execute(union(*of_each_table)).scalars())


def _keys_of_people() -> list[Column[Any]]:
    """Every column that refers to a subscriber, but for the index of their own name and address."""
    return [
        key.parent
        for table in SQLModel.metadata.tables.values()
        if table.name != SubscriberWord.__tablename__
        for key in table.foreign_keys
        if key.target_fullname == f"{Subscriber.__tablename__}.id"
    ]
