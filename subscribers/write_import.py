"""Writing of an import: staged rows become people and their consent, in short transactions, each row once.

What is on record here always wins over a yes in a file: who unsubscribed stays so, who is pending still has to
confirm, and a suppressed address is not even added (it may have been erased). A no in a file always counts,
whether its person is known or not: a list remembers who left it, by their address and nothing else; a dead or
complaining address is a suppression, which knows only its hash, and so is a no to everything kept. So no older
file with their yes brings them back.

First come the noes of the whole file, then the yeses. Killed in between, it leaves people out, but subscribes
nobody past a no, and whoever goes on begins with the row after the last one that was written.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from typing import Any, NamedTuple

from sqlalchemy import func, select, update
from sqlmodel import Session, SQLModel, col

from core.logging import get_logger
from core.sql import in_ids
from subscribers.csv_row import ImportedRow
from subscribers.file_parts import ImportSource, read_parts
from subscribers.former_addresses import addresses_now
from subscribers.import_lease import ImportLease
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_report import ImportRequest
from subscribers.import_rows import RowWriter
from subscribers.import_tables import ROWS_KEPT, ImportRow, ImportState, RowOutcome, SubscriberImport
from subscribers.list_state import ListPurpose, expect_takes
from subscribers.row_spool import CHUNK
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList

_ROWS = SQLModel.metadata.tables["import_row"]
_IMPORTS = SQLModel.metadata.tables["subscriber_import"]

log = get_logger(__name__)

AtEnd = Callable[[Session, SubscriberImport], None]
"""In the transaction in which an import has come to an end."""


class _Staged(NamedTuple):
    place: int
    foreseen: RowOutcome
    row: ImportedRow


def write_import(lease: ImportLease, *, at_end: AtEnd, is_time_up: Callable[[], bool]) -> bool:
    """Whether all of it is written; else the time was up. Raises Conflict where the list takes nobody any more,
    ImportTaken where somebody else goes on."""
    pieces = PieceSizeLimit(most=CHUNK)
    while True:
        with lease.database.read() as session:
            after = _after(session, lease.import_id)
            chunk, is_left = _next_chunk(session, lease.import_id, after, at_most=pieces.rows)
        with lease.database.write() as session:
            wait_for_other_imports(session)
            row = lease.lock(session, ImportState.APPLYING)
            at_most = pieces.begin()
            if not _is_as_it_was(session, row, chunk):
                chunk, is_left = _next_chunk(session, row.id, row.after_place, at_most=at_most)
            if chunk:
                counts = Counter(row.figures.get("counts", {}))
                counts.update(outcome.value for outcome in _write(session, row, chunk))
                row.figures = {**row.figures, "counts": dict(counts)}
                row.after_place = chunk[-1].place
            is_over = not is_left
            if is_over:
                _finish(row, lease)
                at_end(session, row)
        pieces.end(len(chunk))
        if is_over or is_time_up():
            return is_over
        lease.pause()


def _after(session: Session, import_id: int) -> int:
    place = session.execute(select(_IMPORTS.c.after_place).where(_IMPORTS.c.id == import_id)).scalar()
    return int(place or 0)


def _next_chunk(session: Session, import_id: int, after: int, *, at_most: int) -> tuple[list[_Staged], bool]:
    """Of noes alone, or of yeses alone; and whether more is left behind it. Read as tuples: nothing is made of the
    objects that the tables' classes would be filled into."""
    columns = [_ROWS.c[name] for name in ("place", "outcome", *ImportedRow._fields)]
    left = select(*columns).where(
        _ROWS.c.import_id == import_id,
        _ROWS.c.place > after,
        _ROWS.c.outcome != RowOutcome.REFUSED,
    )
    rows = session.execute(left.order_by(_ROWS.c.place).limit(at_most + 1))
    staged = [_Staged(place, foreseen, ImportedRow(*values)) for place, foreseen, *values in rows]
    alike = list(takewhile(lambda other: other.row.is_no == staged[0].row.is_no, staged))
    return alike[:at_most], len(staged) > len(alike[:at_most])


def _is_as_it_was(session: Session, row: SubscriberImport, chunk: list[_Staged]) -> bool:
    """What was read before the transaction, because making values of rows takes long. Nothing of a row changes
    until it is written, but those of somebody who is erased go."""
    last = chunk[-1].place if chunk else 0
    own = _ROWS.c.import_id == row.id, _ROWS.c.place.between(row.after_place + 1, last)
    return bool(session.execute(select(func.count()).where(*own)).scalar_one() == len(chunk))


def _write(session: Session, imported: SubscriberImport, chunk: list[_Staged]) -> list[RowOutcome]:
    expect_takes(session, imported.list_id, ListPurpose.IMPORT)
    assert imported.began_at is not None  # noqa: S101  a step (`import_steps`) sets it
    request = ImportRequest.from_json(imported.request)
    writer = partial(
        RowWriter,
        source=_source(imported, request),
        updates=request.updates,
        now=imported.began_at,
    )
    rows = [staged.row for staged in chunk]
    followed = _followed(session, rows)
    mine = writer(session, list_id=imported.list_id)
    outcomes = list(mine.write(rows))
    if followed:
        writer(session, list_id=imported.list_id).write(followed)
    if everywhere := [row for row in [*rows, *followed] if row.is_everywhere]:
        for other in _other_lists(session, imported.list_id):
            _say_no(writer(session, list_id=other.id), other, everywhere)
    _note(session, imported.id, chunk, outcomes, mine)
    return outcomes


def _followed(session: Session, rows: list[ImportedRow]) -> list[ImportedRow]:
    """Noes at addresses that people have left, once more for the address that they have now. A suppression goes
    after them by itself."""
    nos = [row for row in rows if row.status is SubscriptionStatus.UNSUBSCRIBED]
    current = addresses_now(session, {row.address_hash for row in nos})
    return [row._replace(address_hash=current[row.address_hash]) for row in nos if row.address_hash in current]


def _source(imported: SubscriberImport, request: ImportRequest) -> ImportSource:
    parts = read_parts(imported.figures.get("parts", []))
    return ImportSource(imported.file_name, request.source_note.strip(), parts)


def _note(
    session: Session, import_id: int, chunk: list[_Staged], outcomes: list[RowOutcome], writer: RowWriter
) -> None:
    """What became of each, what undoing needs to know, and nothing that stands elsewhere from now on."""
    _note_fields(session, import_id, chunk, writer)
    _note_extras(session, import_id, chunk, writer)
    otherwise: dict[RowOutcome, list[int]] = defaultdict(list)
    is_new: dict[bool, list[int]] = {True: [], False: []}
    for staged, outcome in zip(chunk, outcomes, strict=True):
        key = staged.row.address_hash
        if outcome is not staged.foreseen:
            otherwise[outcome].append(staged.place)
        is_new[outcome is RowOutcome.IMPORTED and key in writer.new_people].append(staged.place)
    for is_new_person, places in is_new.items():
        set_rows(session, import_id, places, address="", name="", proof="", is_new_person=is_new_person)
    for staged in chunk:
        if (before := writer.replaced.get(staged.row.address_hash)) is not None:
            old = {"old_name": before.name, "old_language": before.language}
            set_rows(session, import_id, [staged.place], name=staged.row.name, **old)
    for outcome, changed in otherwise.items():
        set_rows(session, import_id, changed, outcome=outcome)


def _note_fields(session: Session, import_id: int, chunk: list[_Staged], writer: RowWriter) -> None:
    """Of most people the same was there before, which is nothing: few statements for many."""
    alike: dict[tuple[tuple[str, str], ...], list[int]] = defaultdict(list)
    needless: list[int] = []
    for staged in chunk:
        old = writer.old_fields.get(staged.row.address_hash)
        if old is not None:
            alike[tuple(old.items())].append(staged.place)
        elif staged.row.field_values:
            needless.append(staged.place)
    for items, places in alike.items():
        set_rows(session, import_id, places, old_fields=dict(items))
    set_rows(session, import_id, needless, field_values={})


def _note_extras(session: Session, import_id: int, chunk: list[_Staged], writer: RowWriter) -> None:
    """Only what was news stays, for the undo."""
    alike: dict[str, list[int]] = defaultdict(list)
    for staged in chunk:
        if staged.row.extras:
            alike[json.dumps(writer.extras.get(staged.row.address_hash, {}))].append(staged.place)
    for extras, places in alike.items():
        set_rows(session, import_id, places, extras=json.loads(extras))


def set_rows(session: Session, import_id: int, places: list[int], **values: Any) -> None:
    """The same in each of these rows."""
    if places:
        mine = (col(ImportRow.import_id) == import_id, in_ids(session, col(ImportRow.place), places))
        session.execute(update(ImportRow).where(*mine).values(values).execution_options(synchronize_session=False))


def _finish(row: SubscriberImport, lease: ImportLease) -> None:
    now = lease.now()
    row.state, row.finished_at, row.lease_until = ImportState.DONE, now, None
    row.erase_at = now + ROWS_KEPT
    row.error, row.error_params = None, {}
    counts = {RowOutcome.REFUSED.value: row.figures["foreseen"].get(RowOutcome.REFUSED, 0)}
    row.figures = {**row.figures, "counts": counts | row.figures.get("counts", {})}
    log.info("subscribers.imported", list_id=row.list_id, **row.figures["counts"])


def wait_for_other_imports(session: Session) -> None:
    # Two files with the same people in another order would lock each other out. Sign-ups need not wait.
    lists = select(col(MailingList.id)).order_by(col(MailingList.id))
    session.execute(lists.with_for_update(key_share=True)).all()


def _other_lists(session: Session, list_id: int) -> list[MailingList]:
    others = select(MailingList).where(col(MailingList.id) != list_id).order_by(col(MailingList.id))
    return list(session.execute(others).scalars())


def _say_no(writer: RowWriter, mailing_list: MailingList, rows: list[ImportedRow]) -> None:
    """A list of people at risk names nobody who never was on it, not even as somebody who left."""
    if mailing_list.is_protected:
        writer.end(rows)
    else:
        writer.write(rows)
