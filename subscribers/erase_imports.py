"""Erasure of what imports have staged: uploaded files and rows hold people's addresses, and live for a while.

A file goes once its rows begin to be written; rows go after `ROWS_KEPT`, and with them the import can no longer be
undone. That there was an import, on what grounds and with which counts, stays: it is in the audit log as well.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, or_
from sqlmodel import Session, col, select

from core.db import Database, rows_changed
from core.logging import get_logger
from subscribers.import_lease import let_others_write
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_tables import FILE_ERASED, UNDER_WAY, ImportPart, ImportRow, ImportState, SubscriberImport

AT_ONCE = 2_000
"""Rows that one transaction erases, at most."""
PIECES_AT_ONCE = 4
_FILE_ERASED = "subscribers-import-file-erased"
_NEEDS_FILE = (ImportState.UPLOADED, ImportState.CHECKING, ImportState.CHECKED)

log = get_logger(__name__)


def erase_imports(database: Database, *, now: datetime) -> None:
    """What nobody needs any more, in short transactions."""
    while import_id := _with_needless_pieces(database):
        with database.write() as session:
            delete_pieces(session, import_id)
        let_others_write(database)
    with database.read() as session:
        due = session.exec(
            select(SubscriberImport.id).where(
                or_(col(SubscriberImport.erase_at) <= now, _is_needless()),
                col(SubscriberImport.erased_at).is_(None),
                col(SubscriberImport.state).not_in(UNDER_WAY),
            )
        ).all()
    for import_id in due:
        _erase(database, import_id)
        with database.write() as session:
            row = session.get(SubscriberImport, import_id)
            if row is not None and row.erase_at <= now:
                _close(session, row, now)
        log.info("subscribers.import_erased", import_id=import_id)


def _is_needless() -> ColumnElement[bool]:
    """It has rows that nobody imports; itself it stays until its time, and says what became of it."""
    has_rows = exists().where(col(ImportRow.import_id) == col(SubscriberImport.id))
    return and_(col(SubscriberImport.state) == ImportState.DISCARDED, has_rows)


def forget_import(database: Database, import_id: int) -> None:
    """As if it had never been there: of one that has written nothing."""
    _erase(database, import_id)
    with database.write() as session:
        session.execute(delete(SubscriberImport).where(col(SubscriberImport.id) == import_id))


def _close(session: Session, row: SubscriberImport, now: datetime) -> None:
    if row.began_at is None:
        session.delete(row)
        return
    row.erased_at = now
    row.figures = _without_words(row.figures)
    session.add(row)


def forget_in_imports(session: Session, address_hash: str) -> None:
    """Of somebody who goes: their rows, written or not, and the first names that the file was read by."""
    theirs = col(ImportRow.address_hash) == address_hash
    imports = set(session.exec(select(ImportRow.import_id).where(theirs)))
    session.execute(delete(ImportRow).where(theirs))
    for row in session.exec(select(SubscriberImport).where(col(SubscriberImport.id).in_(imports))):
        row.figures = _without_words(row.figures)


def forget_files(session: Session) -> None:
    """Of somebody who is erased: every uploaded file that is here, for what stands in one cannot be told without
    reading it through. What was read of it stays, and can be imported; where nothing was, or only a part, the file
    has to be uploaded again."""
    has_file = exists().where(col(ImportPart.import_id) == col(SubscriberImport.id))
    is_waiting = col(SubscriberImport.state).in_((ImportState.UPLOADING, *_NEEDS_FILE))
    waiting = select(SubscriberImport).where(is_waiting, has_file).order_by(col(SubscriberImport.id))
    for row in session.exec(waiting.with_for_update().execution_options(populate_existing=True)):
        if row.state is ImportState.CHECKED:
            row.figures = {**row.figures, FILE_ERASED: True}
            row.error = _FILE_ERASED
        else:
            row.state, row.worker, row.lease_until = ImportState.DISCARDED, None, None
            row.figures = {}
            row.error = "subscribers-import-upload-erased"
        row.error_params = {}
        # The rest of a large one is the job's, in short transactions: nobody waits who wants to unsubscribe.
        delete_pieces(session, row.id)


def _without_words(figures: dict[str, Any]) -> dict[str, Any]:
    """Words that people wrote into their file stand in how it was read."""
    return {name: value for name, value in figures.items() if name != "read"}


def _with_needless_pieces(database: Database) -> int | None:
    has_pieces = exists().where(col(ImportPart.import_id) == col(SubscriberImport.id))
    is_needless = or_(
        col(SubscriberImport.state).not_in((ImportState.UPLOADING, *_NEEDS_FILE)),
        col(SubscriberImport.error) == _FILE_ERASED,
    )
    with database.read() as session:
        return session.exec(select(SubscriberImport.id).where(is_needless, has_pieces).limit(1)).first()


def _erase(database: Database, import_id: int) -> None:
    pieces, is_left = PieceSizeLimit(most=AT_ONCE), True
    while is_left:
        with database.write() as session:
            at_most = pieces.begin()
            deleted = delete_rows(session, import_id, at_most=at_most)
            is_left = deleted == at_most or delete_pieces(session, import_id) > 0
        pieces.end(deleted)
        if is_left:
            let_others_write(database)


def delete_rows(session: Session, import_id: int, *, at_most: int) -> int:
    """The first ones of an import. How many."""
    places = select(ImportRow.place).where(ImportRow.import_id == import_id).order_by(col(ImportRow.place))
    first = places.limit(at_most).subquery()
    mine = (col(ImportRow.import_id) == import_id, col(ImportRow.place).in_(select(first.c.place)))
    return rows_changed(session.execute(delete(ImportRow).where(*mine)))


def delete_pieces(session: Session, import_id: int) -> int:
    """The first ones of its file. How many."""
    places = select(ImportPart.place).where(ImportPart.import_id == import_id).order_by(col(ImportPart.place))
    first = places.limit(PIECES_AT_ONCE).subquery()
    mine = (col(ImportPart.import_id) == import_id, col(ImportPart.place).in_(select(first.c.place)))
    return rows_changed(session.execute(delete(ImportPart).where(*mine)))
