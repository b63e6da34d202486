"""Signs of life (re-engagement): when a reader was last heard from, by what they did themselves. Nobody's opens or
clicks are recorded, so these are all that there are.

Looking at a page is none, because mail scanners look; neither is a sign-up, because anyone can type any address.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, update
from sqlmodel import Session, col, func, select

from core.errors import Conflict
from core.logging import get_logger
from core.sql import in_ids
from subscribers.address_tables import FormerAddress
from subscribers.import_tables import SubscriberImport
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, record_yes
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, Subscriber, Subscription
from subscribers.topic_tables import Pause, TopicChoice

THEIR_OWN = (
    ConsentMethod.CONFIRMATION_LINK,
    ConsentMethod.UNSUBSCRIBE_PAGE,
    ConsentMethod.PREFERENCES_PAGE,
    ConsentMethod.ONE_CLICK,
    ConsentMethod.ADDRESS_CHANGE,
    ConsentMethod.STILL_WANTED,
)
"""Steps of consent that only the reader takes. Leaving another list is one, too: somebody is there."""
PRESSED_TWICE = timedelta(days=1)
"""A second press of the same button within it leaves no second record."""

log = get_logger(__name__)


def note_heard(session: Session, subscriber_id: int, *, now: datetime) -> None:
    """They have saved the page of their preferences."""
    session.execute(update(Subscriber).where(col(Subscriber.id) == subscriber_id).values(heard_at=now))


def heard_after(moment: datetime) -> ColumnElement[bool]:
    """Of a subscriber, in SQL: whether they did anything themselves after it."""
    return or_(
        and_(col(Subscriber.heard_at).is_not(None), col(Subscriber.heard_at) > moment),
        *(exists().where(mine, at > moment, *more) for mine, at, more in _signs()),
    )


def stayed_after(moment: datetime) -> ColumnElement[bool]:
    """Of a subscriber, in SQL: whether they did anything themselves after it. Leaving a list says nothing of
    another."""
    step, *others = _signs()
    is_yes = col(ConsentRecord.action) != ConsentAction.UNSUBSCRIBED
    return or_(
        col(Subscriber.heard_at) > moment,
        exists().where(step[0], step[1] > moment, *step[2], is_yes),
        *(exists().where(mine, at > moment, *more) for mine, at, more in others),
    )


def last_heard(session: Session, subscriber_ids: Collection[int]) -> dict[int, datetime]:
    """By subscriber; whoever has never been heard from is left out."""
    theirs = in_ids(session, col(Subscriber.id), subscriber_ids)
    rows: list[Any] = list(
        session.execute(
            select(Subscriber.id, Subscriber.heard_at).where(theirs, col(Subscriber.heard_at).is_not(None))
        )
    )
    for mine, at, more in _signs():
        each = select(Subscriber.id, func.max(at)).join_from(Subscriber, at.class_, mine).where(theirs, *more)
        rows += session.execute(each.group_by(col(Subscriber.id)))
    heard: dict[int, datetime] = {}
    for number, at in rows:
        heard[number] = max(at, heard.get(number, at))
    return heard


def _signs() -> tuple[tuple[ColumnElement[bool], Any, tuple[ColumnElement[bool], ...]], ...]:
    """What has rows of its own: whose it is, when, and which of them count."""
    by_hash = col(Subscriber.address_hash)
    own_step = col(ConsentRecord.method).in_(THEIR_OWN)
    return (
        (col(ConsentRecord.subscriber_id) == col(Subscriber.id), col(ConsentRecord.at), (own_step,)),
        (col(TopicChoice.address_hash) == by_hash, col(TopicChoice.chosen_at), (_is_own(TopicChoice.chosen_at),)),
        (col(Pause.address_hash) == by_hash, col(Pause.asked_at), (_is_own(Pause.asked_at),)),
        (col(FormerAddress.subscriber_id) == col(Subscriber.id), col(FormerAddress.left_at), ()),
    )


def _is_own(at: Any) -> ColumnElement[bool]:
    """What an import brings bears the moment at which its rows began to be written, and that is nothing that the
    reader did."""
    return ~exists().where(col(SubscriberImport.began_at) == at)


def keep_subscription(
    session: Session, *, subscriber_id: int, list_id: int, proof: ConsentProof, now: datetime
) -> None:
    """A yes once more, with the words that it was said to. Pressing twice is pressing once. Raises Conflict where
    they are off the list by now."""
    mine = select(Subscription.status).where(
        Subscription.subscriber_id == subscriber_id, Subscription.list_id == list_id
    )
    if session.exec(mine.with_for_update()).first() is not SubscriptionStatus.CONFIRMED:
        raise Conflict("subscribers-still-wanted-off")
    lately = select(ConsentRecord.id).where(
        ConsentRecord.subscriber_id == subscriber_id,
        ConsentRecord.list_id == list_id,
        ConsentRecord.method == proof.method,
        ConsentRecord.at > now - PRESSED_TWICE,
    )
    if session.exec(lately.limit(1)).first() is None:
        record_yes(session, subscriber_id, list_id, proof, now)
        log.info("subscription.kept", subscriber_id=subscriber_id, list_id=list_id)
