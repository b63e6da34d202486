"""Lifecycle of a list: open, closed to sign-ups, archived; and what each of them still takes.

Whoever is on a list stays on it, and may leave it, whatever its state is.
"""

from enum import StrEnum

from sqlmodel import Session

from core.errors import Conflict, NotFound
from subscribers.lists import list_lists
from subscribers.tables import MailingList


class ListStatus(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    """Nobody can sign up any more; people who agreed elsewhere are still brought in by import."""
    ARCHIVED = "archived"
    """Nobody joins it, and no campaign goes to it. Its people and their consent are kept."""


class ListPurpose(StrEnum):
    SIGN_UP = "sign_up"
    IMPORT = "import"
    CAMPAIGN = "campaign"
    AUTOMATION = "automation"


TAKES: dict[ListStatus, frozenset[ListPurpose]] = {
    ListStatus.OPEN: frozenset(ListPurpose),
    ListStatus.CLOSED: frozenset({ListPurpose.IMPORT, ListPurpose.CAMPAIGN, ListPurpose.AUTOMATION}),
    ListStatus.ARCHIVED: frozenset(),
}
_REFUSAL = {
    ListPurpose.SIGN_UP: "subscribers-list-closed",
    ListPurpose.IMPORT: "subscribers-list-archived-import",
    ListPurpose.CAMPAIGN: "subscribers-list-archived-campaign",
    ListPurpose.AUTOMATION: "subscribers-list-archived-campaign",
}


def list_status(mailing_list: MailingList) -> ListStatus:
    if mailing_list.archived_at is not None:
        return ListStatus.ARCHIVED
    return ListStatus.CLOSED if mailing_list.closed_at is not None else ListStatus.OPEN


def takes(mailing_list: MailingList, use: ListPurpose) -> bool:
    return use in TAKES[list_status(mailing_list)]


def lists_that_take(session: Session, use: ListPurpose) -> list[MailingList]:
    """What can be chosen for it, by short name."""
    return [mailing_list for mailing_list in list_lists(session) if takes(mailing_list, use)]


def check_takes(mailing_list: MailingList, use: ListPurpose) -> MailingList:
    """As it was read. Raises Conflict where the list does not take it any more."""
    if not takes(mailing_list, use):
        raise Conflict(_REFUSAL[use], list=mailing_list.name)
    return mailing_list


def expect_takes(session: Session, list_id: int, use: ListPurpose) -> MailingList:
    """For the transaction that uses it so: the list's state cannot change before it ends (PostgreSQL's lightest
    lock, which waits for nobody but whoever changes the state). Raises Conflict where the list does not take it
    any more, NotFound where it was deleted."""
    lock = {"read": True, "key_share": True}
    mailing_list = session.get(MailingList, list_id, with_for_update=lock, populate_existing=True)
    if mailing_list is None:
        raise NotFound("subscribers-list-gone")
    return check_takes(mailing_list, use)
