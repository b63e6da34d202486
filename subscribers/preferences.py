"""What a reader may change about themselves: the language they are written to in, their name, and which lists."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from core.logging import get_logger
from subscribers.index_people import index_people
from subscribers.opt_out import opt_out
from subscribers.person import read_language, read_name
from subscribers.queries import get_subscriber
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, MailingList, Subscriber, Subscription

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class OwnList:
    id: int
    slug: str
    name: str
    is_protected: bool


@dataclass(frozen=True, slots=True)
class PreferencesView:
    name: str
    language: str
    lists: tuple[OwnList, ...]
    """Those whose mail the reader gets; of protected ones only that which the link came with."""


def preferences(
    session: Session, subscriber_id: int, *, came_from: int, shown_in: str | None = None
) -> PreferencesView:
    """`shown_in`: whose names the lists have, if it is not the reader's own language. Raises NotFound.

    A forwarded mail must not tell that its reader is on a list of people at risk as well.
    """
    person = get_subscriber(session, subscriber_id)
    language = shown_in or person.language
    lists = [
        OwnList(mailing_list.id, mailing_list.slug, mailing_list.name_in(language), mailing_list.is_protected)
        for mailing_list in _own_lists(session, subscriber_id, came_from=came_from)
    ]
    return PreferencesView(person.name, person.language, tuple(lists))


def change_person(session: Session, subscriber_id: int, *, name: str, language: str) -> Subscriber:
    """From the next mail on. Raises InputRefused, NotFound."""
    person = get_subscriber(session, subscriber_id)
    person.name = read_name(name)
    person.language = read_language(language)
    session.add(person)
    index_people(session, [subscriber_id])
    log.info("subscriber.preferences_changed", subscriber_id=subscriber_id)
    return person


def leave_lists(
    session: Session, subscriber_id: int, *, slugs: set[str], came_from: int, evidence: str, now: datetime
) -> list[str]:
    """The reader is off those of their lists; which they were, by the names that they know. Others in `slugs` are
    passed over."""
    left = [
        mailing_list
        for mailing_list in _own_lists(session, subscriber_id, came_from=came_from)
        if mailing_list.slug in slugs
    ]
    for mailing_list in left:
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=mailing_list.id,
            method=ConsentMethod.PREFERENCES_PAGE,
            evidence=evidence,
            now=now,
        )
    language = get_subscriber(session, subscriber_id).language
    return [mailing_list.name_in(language) for mailing_list in left]


def leave_everything(
    session: Session,
    subscriber_id: int,
    *,
    evidence: str,
    now: datetime,
    method: ConsentMethod = ConsentMethod.PREFERENCES_PAGE,
) -> None:
    """Off every list, the protected ones, too, and those not confirmed yet; and on none that is made later, until
    the person signs up themselves. Raises NotFound."""
    person = get_subscriber(session, subscriber_id)
    opt_out(session, {person.address_hash: evidence}, method=method, now=now)
    either = (SubscriptionStatus.CONFIRMED, SubscriptionStatus.PENDING)
    for mailing_list in _own_lists(session, subscriber_id, came_from=None, statuses=either):
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=mailing_list.id,
            method=method,
            evidence=evidence,
            now=now,
        )


def _own_lists(
    session: Session,
    subscriber_id: int,
    *,
    came_from: int | None,
    statuses: Collection[SubscriptionStatus] = (SubscriptionStatus.CONFIRMED,),
) -> list[MailingList]:
    """`came_from` None: all of them."""
    statement = (
        select(MailingList)
        .join(Subscription, col(Subscription.list_id) == col(MailingList.id))
        .where(
            col(Subscription.subscriber_id) == subscriber_id,
            col(Subscription.status).in_(statuses),
        )
        .order_by(col(MailingList.name))
    )
    if came_from is not None:
        statement = statement.where((col(MailingList.id) == came_from) | ~col(MailingList.is_protected))
    return list(session.exec(statement).all())
