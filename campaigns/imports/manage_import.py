"""What staff do with an import: upload a file, say how it is read, have it checked, import it, undo or discard it.

Each asks whether they may: whoever manages lists, and of a list of people at risk whoever may see its readers.
"""

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select, update

from campaigns.imports.audit_import import note_begun, note_undo_begun
from campaigns.services import Services
from core.errors import InputRefused
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.import_files import fit_file_name, keep_file, kept_file
from subscribers.import_report import ImportRequest
from subscribers.import_steps import ImportAction, find_import, take_step
from subscribers.import_tables import LOOKED_AT_FOR, UPLOAD_TAKES, ImportState, SubscriberImport
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.preview_import import preview_file
from subscribers.read_import import check_request
from subscribers.tables import MailingList

MAX_FILE_BYTES = 50_000_000
MAX_ROWS = 200_000


def may_import(mailing_list: MailingList, actor: Principal) -> bool:
    return all(map(actor.may, _needed(mailing_list)))


def expect_may_import(mailing_list: MailingList, actor: Principal) -> None:
    """Raises NotAllowed."""
    for permission in _needed(mailing_list):
        require(actor, permission)


def _needed(mailing_list: MailingList) -> list[Permission]:
    more = [Permission.SEE_PROTECTED_READERS] if mailing_list.is_protected else []
    return [Permission.MANAGE_LISTS, *more]


def get_import(session: Session, import_id: int, actor: Principal) -> tuple[SubscriberImport, MailingList]:
    """Raises NotFound, NotAllowed."""
    row = find_import(session, import_id)
    mailing_list = session.get_one(MailingList, row.list_id)
    expect_may_import(mailing_list, actor)
    return row, mailing_list


def list_imports(session: Session, *, list_id: int | None = None, limit: int = 20) -> list[SubscriberImport]:
    """The latest first. Of those that are discarded, the ones that say why: staff did not do it themselves."""
    has_reason = col(SubscriberImport.error).is_not(None)
    hidden = (ImportState.UPLOADING, ImportState.DISCARDED)
    statement = select(SubscriberImport).where(
        or_(
            col(SubscriberImport.state).not_in(hidden),
            and_(col(SubscriberImport.state) == ImportState.DISCARDED, has_reason),
        )
    )
    if list_id is not None:
        statement = statement.where(SubscriberImport.list_id == list_id)
    return list(session.exec(statement.order_by(col(SubscriberImport.id).desc()).limit(limit)))


def upload_import(
    services: Services, request: ImportRequest, file: BinaryIO, name: str, *, actor: Principal
) -> int:
    """The import's number. In write transactions of its own. Raises NotFound for the list, NotAllowed, Conflict
    where it is archived, InputRefused; then nothing is kept."""
    check_request(request)
    now = services.clock.now()
    if file.seek(0, 2) > MAX_FILE_BYTES:
        raise InputRefused("subscribers-file-too-large", file=name, limit=MAX_FILE_BYTES // 1_000_000)
    with services.database.write() as session:
        mailing_list = check_takes(list_by_slug(session, request.list_slug), ListPurpose.IMPORT)
        expect_may_import(mailing_list, actor)
        row = SubscriberImport(
            list_id=mailing_list.id,
            state=ImportState.UPLOADING,
            file_name=fit_file_name(name),
            actor=actor.name,
            request=request.as_json(),
            created_at=now,
            erase_at=now + UPLOAD_TAKES,
        )
        session.add(row)
        session.flush()
    keep_file(services.database, row.id, file)
    with kept_file(services.database, row.id, row.file_name) as path:
        preview = preview_file(path, request)
    with services.database.write() as session:
        values = {"state": ImportState.UPLOADED, "figures": {"preview": preview.as_json()}}
        mine = (col(SubscriberImport.id) == row.id, col(SubscriberImport.state) == ImportState.UPLOADING)
        session.execute(update(SubscriberImport).where(*mine).values(erase_at=now + LOOKED_AT_FOR, **values))
    return row.id


def read_otherwise(
    services: Services, import_id: int, change: Callable[[ImportRequest], ImportRequest], *, actor: Principal
) -> None:
    """The file is looked at anew, with what staff say of it. Raises NotFound, NotAllowed, InputRefused, Conflict
    where it is being imported meanwhile."""
    now = services.clock.now()
    with services.database.read() as session:
        row, _ = get_import(session, import_id, actor)
    request = change(ImportRequest.from_json(row.request))
    check_request(request)
    with kept_file(services.database, import_id, row.file_name) as path:
        preview = preview_file(path, request)
    with services.database.write() as session:
        row = take_step(session, import_id, ImportAction.CHANGE, now=now)
        row.request, row.figures = request.as_json(), {"preview": preview.as_json()}


def check_import(session: Session, import_id: int, *, actor: Principal, now: datetime) -> None:
    """A job makes the dry run. Raises NotFound, NotAllowed, Conflict."""
    get_import(session, import_id, actor)
    take_step(session, import_id, ImportAction.CHECK, now=now)


def start_import(session: Session, import_id: int, *, actor: Principal, now: datetime) -> None:
    """A job writes it. Raises NotFound, NotAllowed, Conflict, also where its list is archived."""
    _, mailing_list = get_import(session, import_id, actor)
    check_takes(mailing_list, ListPurpose.IMPORT)
    row = take_step(session, import_id, ImportAction.WRITE, now=now)
    row.actor = actor.name
    note_begun(session, row)


def start_undo(session: Session, import_id: int, *, actor: Principal, now: datetime) -> None:
    """A job undoes it. Raises NotFound, NotAllowed, Conflict."""
    get_import(session, import_id, actor)
    row = take_step(session, import_id, ImportAction.UNDO, now=now)
    row.undone_by = actor.name
    note_undo_begun(session, row, now=now)


def discard_import(session: Session, import_id: int, *, actor: Principal, now: datetime) -> None:
    """Its file and rows are erased by a job. Raises NotFound, NotAllowed, Conflict."""
    get_import(session, import_id, actor)
    take_step(session, import_id, ImportAction.DISCARD, now=now)
