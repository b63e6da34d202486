"""Erasure of what imports have staged: uploaded files and rows hold people's addresses, and live for a while.

A file goes once its rows begin to be written; rows go after `ROWS_KEPT`, and with them the import can no longer be
undone. That there was an import, on what grounds and with which counts, stays: it is in the audit log as well.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists
from sqlmodel import Session, col, select

from core.db import Database, rows_changed
from core.logging import get_logger
from subscribers.import_lease import let_others_write
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_tables import UNDER_WAY, ImportPart, ImportRow, ImportState, SubscriberImport

AT_ONCE = 2_000
"""Rows that one transaction erases, at most."""
PIECES_AT_ONCE = 4
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
                col(SubscriberImport.erase_at) <= now,
                col(SubscriberImport.erased_at).is_(None),
                col(SubscriberImport.state).not_in(UNDER_WAY),
            )
        ).all()
    for import_id in due:
        _erase(database, import_id)
        with database.write() as session:
            row = session.get(SubscriberImport, import_id)
            if row is not None:
                _close(session, row, now)
        log.info("subscribers.import_erased", import_id=import_id)


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
    """Of somebody who is erased: their rows, written or not, and the first names that the file was read by. A file
    that waits to be looked at, for two days at most, is not searched."""
    theirs = col(ImportRow.address_hash) == address_hash
    imports = set(session.exec(select(ImportRow.import_id).where(theirs)))
    session.execute(delete(ImportRow).where(theirs))
    for row in session.exec(select(SubscriberImport).where(col(SubscriberImport.id).in_(imports))):
        row.figures = _without_words(row.figures)


def _without_words(figures: dict[str, Any]) -> dict[str, Any]:
    """Words that people wrote into their file stand in how it was read."""
    return {name: value for name, value in figures.items() if name != "read"}


def _with_needless_pieces(database: Database) -> int | None:
    has_pieces = exists().where(col(ImportPart.import_id) == col(SubscriberImport.id))
    with database.read() as session:
        return session.exec(
            select(SubscriberImport.id).where(col(SubscriberImport.state).not_in(_NEEDS_FILE), has_pieces).limit(1)
        ).first()


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
