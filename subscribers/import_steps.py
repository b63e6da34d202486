"""State machine of an import: uploaded, checked, written, undone; and who may still turn back."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, select

from core.errors import Conflict, NotFound
from core.machine import follow
from subscribers.import_tables import FILE_ERASED, LOOKED_AT_FOR, ImportState, SubscriberImport


class ImportAction(StrEnum):
    CHECK = "check"
    CHANGE = "change"
    """Read it otherwise."""
    WRITE = "write"
    UNDO = "undo"
    DISCARD = "discard"


TRANSITIONS: dict[tuple[ImportState, ImportAction], ImportState] = {
    (ImportState.UPLOADED, ImportAction.CHECK): ImportState.CHECKING,
    (ImportState.UPLOADED, ImportAction.CHANGE): ImportState.UPLOADED,
    (ImportState.UPLOADED, ImportAction.DISCARD): ImportState.DISCARDED,
    (ImportState.CHECKED, ImportAction.CHANGE): ImportState.UPLOADED,
    (ImportState.CHECKED, ImportAction.WRITE): ImportState.APPLYING,
    (ImportState.CHECKED, ImportAction.DISCARD): ImportState.DISCARDED,
    (ImportState.DONE, ImportAction.UNDO): ImportState.UNDOING,
}
"""What a person does. Checking, writing and undoing end by themselves."""


def can(row: SubscriberImport, action: ImportAction) -> bool:
    """One of which a part is written can only be gone on with; one whose rows are erased cannot be undone, and one
    whose file is erased not be read otherwise."""
    if action is ImportAction.CHANGE and FILE_ERASED in row.figures:
        return False
    is_begun = row.began_at is not None and action in (ImportAction.CHANGE, ImportAction.DISCARD)
    return (row.state, action) in TRANSITIONS and not is_begun and row.erased_at is None


def find_import(session: Session, import_id: int) -> SubscriberImport:
    """Raises NotFound."""
    row = session.get(SubscriberImport, import_id)
    if row is None:
        raise NotFound("subscribers-import-unknown")
    return row


def take_step(session: Session, import_id: int, action: ImportAction, *, now: datetime) -> SubscriberImport:
    """For the transaction that takes it. Raises NotFound, Conflict where the import has gone on meanwhile."""
    statement = select(SubscriberImport).where(SubscriberImport.id == import_id).with_for_update()
    row = session.exec(statement.execution_options(populate_existing=True)).first()
    if row is None:
        raise NotFound("subscribers-import-unknown")
    if not can(row, action):
        raise Conflict("subscribers-import-moved-on")
    row.state = follow(TRANSITIONS, row.state, action)
    row.worker = row.lease_until = None
    row.error, row.error_params = None, {}
    match action:
        case ImportAction.WRITE:
            row.began_at = row.began_at or now
        case ImportAction.UNDO:
            row.after_place = 0
        case ImportAction.DISCARD:
            row.erase_at = now
        case ImportAction.CHECK | ImportAction.CHANGE:
            row.erase_at = now + LOOKED_AT_FOR
    session.add(row)
    return row
