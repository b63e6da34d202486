"""Change, close, archive or delete a list, as far as its people and its journal are concerned.

Each takes the list's row as `lock_list` gives it: whoever signs up, imports or hands a campaign in meanwhile comes
before or after.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from core.errors import Conflict, NotFound
from core.logging import get_logger
from subscribers.journal import note_list, note_list_deleted
from subscribers.list_state import ListStatus
from subscribers.lists import list_by_slug, read_list_name, read_list_names
from subscribers.tables import ConsentRecord, MailingList, RememberedNo, Subscription

log = get_logger(__name__)


def lock_list(session: Session, slug: str) -> MailingList:
    """Raises NotFound."""
    list_id = list_by_slug(session, slug).id
    mailing_list = session.get(MailingList, list_id, with_for_update=True, populate_existing=True)
    if mailing_list is None:
        raise NotFound("subscribers-list-gone")
    return mailing_list


def rename_list(
    session: Session, mailing_list: MailingList, *, name: str, names: Mapping[str, str] | None = None
) -> None:
    """Its short name stays: it stands in links and in List-Id, by which mail programs sort. `names` None leaves
    them. Raises InputRefused."""
    mailing_list.name = read_list_name(name)
    mailing_list.names = read_list_names(mailing_list.names if names is None else names, name=mailing_list.name)
    _save(session, mailing_list, "list.renamed")


def set_protected(session: Session, mailing_list: MailingList, is_protected: bool) -> None:
    """Raises Conflict where somebody would lose a protection that they were promised."""
    if mailing_list.is_protected and not is_protected and _has(session, *_people(mailing_list.id)):
        raise Conflict("subscribers-list-stays-protected", list=mailing_list.name)
    mailing_list.is_protected = is_protected
    _save(session, mailing_list, "list.protected" if is_protected else "list.unprotected")


def set_list_status(session: Session, mailing_list: MailingList, status: ListStatus, *, now: datetime) -> None:
    """What was closed before it was archived is closed again when it is brought back so."""
    mailing_list.archived_at = (mailing_list.archived_at or now) if status is ListStatus.ARCHIVED else None
    if status is ListStatus.CLOSED:
        mailing_list.closed_at = mailing_list.closed_at or now
    elif status is ListStatus.OPEN:
        mailing_list.closed_at = None
    _save(session, mailing_list, f"list.{status}")


def has_people(session: Session, list_id: int) -> bool:
    """Whether anybody is on it, was on it, or said no to it: then there is consent, or a no, to be kept."""
    return _has(session, *_people(list_id))


def delete_list(session: Session, mailing_list: MailingList) -> None:
    """Raises Conflict where people's consent or their no would go with it."""
    if has_people(session, mailing_list.id):
        raise Conflict("subscribers-list-has-people", list=mailing_list.name)
    note_list_deleted(session, mailing_list.id)
    session.delete(mailing_list)
    session.flush()
    log.info("list.deleted", list_id=mailing_list.id)


def _people(list_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Subscription.list_id) == list_id,
        col(ConsentRecord.list_id) == list_id,
        col(RememberedNo.list_id) == list_id,
    )


def _has(session: Session, *conditions: ColumnElement[bool]) -> bool:
    return any(session.exec(select(exists().where(condition))).one() for condition in conditions)


def _save(session: Session, mailing_list: MailingList, event: str) -> None:
    session.add(mailing_list)
    session.flush()
    note_list(session, mailing_list)
    log.info(event, list_id=mailing_list.id)
