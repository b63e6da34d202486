"""Cross-offer of lists: what else whoever signs up for a list is offered on the same page.

A protected list offers nothing and is offered nowhere: that there is such a list must not show.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.errors import Conflict, InputRefused
from core.logging import get_logger
from subscribers.list_state import ListPurpose, lists_that_take, takes
from subscribers.lists import list_by_slug, list_lists
from subscribers.tables import ListOffer, MailingList
from subscribers.topic_tables import Topic
from subscribers.topics import topics_of_lists

MAX_OFFERED = 20
"""A link to confirm carries all that was chosen."""

log = get_logger(__name__)


def has_public_page(mailing_list: MailingList) -> bool:
    """Whether anybody who knows its short name can sign up for it."""
    return takes(mailing_list, ListPurpose.SIGN_UP) and not mailing_list.is_protected


def offered_lists(session: Session, mailing_list: MailingList) -> list[MailingList]:
    """By short name. One that was closed or protected since is left out, and comes back with its page."""
    named = select(ListOffer.offered_id).where(ListOffer.list_id == mailing_list.id)
    lists = session.exec(select(MailingList).where(col(MailingList.id).in_(named)).order_by(col(MailingList.slug)))
    return [row for row in lists if has_public_page(row) and not mailing_list.is_protected]


def offered_topics(session: Session, lists: Sequence[MailingList]) -> list[Topic]:
    """What whoever signs up for these can choose about; nothing of a protected list, whose question must not tell
    of it."""
    return topics_of_lists(session, [row.id for row in lists if not row.is_protected])


def lists_to_offer(session: Session, mailing_list: MailingList) -> list[MailingList]:
    """What can be offered with it, by short name."""
    open_lists = lists_that_take(session, ListPurpose.SIGN_UP)
    return [row for row in open_lists if row.id != mailing_list.id and has_public_page(row)]


def offer_lists(session: Session, mailing_list: MailingList, slugs: Collection[str]) -> None:
    """These, and no others but those that cannot be seen or chosen at the moment. Raises InputRefused for too
    many; NotFound; Conflict for itself, and for one that has no public page."""
    if len(set(slugs)) > MAX_OFFERED:
        raise InputRefused("subscribers-list-offers-too-many", limit=MAX_OFFERED)
    wanted = [list_by_slug(session, slug) for slug in sorted(set(slugs))]
    for row in wanted:
        if row.id == mailing_list.id or not has_public_page(row) or mailing_list.is_protected:
            raise Conflict("subscribers-list-not-offered", list=row.name)
    hidden = [row.id for row in list_lists(session) if not has_public_page(row)]
    theirs = delete(ListOffer).where(
        col(ListOffer.list_id) == mailing_list.id, col(ListOffer.offered_id).not_in(hidden)
    )
    session.execute(theirs)
    session.add_all(ListOffer(list_id=mailing_list.id, offered_id=row.id) for row in wanted)
    session.flush()
    log.info("list.offers_set", list_id=mailing_list.id)
