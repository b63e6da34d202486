"""What a digest has for each of its readers, in SQL: which of its items are for one, and which she has had.

An item is for a reader unless she said never to it, has it already, or gets it in another rhythm that is served.
What her list has had at once is for those alone who wait for it: who chose the rhythm of this digest, or one that
nobody serves now, or something else since it was sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from sqlalchemy import BigInteger, ColumnElement, String, and_, case, cast, exists, false, func, literal, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col

from campaigns.frequency.item_sets import MAX_ITEMS, ReaderItemsView
from campaigns.queries import got_campaign
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.audience import Audience, audience_of
from subscribers.mail_content import RHYTHMS, DigestOffer, MailContent
from subscribers.policy_sql import frequency_in_sql, has_chosen
from subscribers.tables import Subscriber
from subscribers.topic_tables import Frequency, TopicChoice

_HAS_IT = (
    DeliveryStatus.QUEUED,
    DeliveryStatus.SENDING,
    DeliveryStatus.IN_DOUBT,
    DeliveryStatus.ACCEPTED,
)


@dataclass(frozen=True, slots=True)
class DigestItemFacts:
    """What the rows say of one item, for one digest."""

    item_id: int
    topics: tuple[int, ...]
    digests: tuple[DigestOffer, ...]
    """Which can bring it, this one included."""
    is_sent: bool
    """Its lists have had it, or are about to, and it is not taken again for everybody."""
    sent_at: datetime | None
    """When first; None before the launch."""
    had_in: tuple[int, ...]
    """Campaigns, other than this one, by which somebody may have it."""
    lacking: tuple[int, ...]
    """Variants of those that do not have it."""


@dataclass(frozen=True, slots=True)
class DigestFacts:
    rhythm: Frequency | None
    """None: it serves none."""
    items: tuple[DigestItemFacts, ...]
    """In the order of their blocks."""

    @property
    def differs(self) -> bool:
        """Whether its readers can get different items at all."""
        return any(item.topics or item.is_sent or item.had_in for item in self.items) and (
            len(self.items) <= MAX_ITEMS
        )

    @property
    def item_ids(self) -> list[int]:
        return [item.item_id for item in self.items]

    def items_for(self) -> ColumnElement[int]:
        """Of a subscriber: the set of those that are for her."""
        return _bits([self.is_for(item) for item in self.items])

    def reader_key(self, *, frozen_at: datetime) -> ColumnElement[str]:
        """Of a subscriber: her `ReaderItemsView` as a text (`read_key`). `frozen_at`: when the sets were made."""
        had = _bits([_has_it(item) for item in self.items])
        changed = _bits([or_(false(), *_changed(item, frozen_at)) for item in self.items])
        numbers = [cast(each, String) for each in (self.items_for(), had, changed)]
        return numbers[0] + "," + numbers[1] + "," + numbers[2]

    def is_any(self) -> ColumnElement[bool]:
        """Of a subscriber: whether anything in it is for her."""
        return or_(false(), *(self.is_for(item) for item in self.items))

    def is_for(self, item: DigestItemFacts) -> ColumnElement[bool]:
        """Of a subscriber. Never NULL."""
        content = MailContent(item.topics, item.digests)
        frequency = frequency_in_sql(content)
        is_now = [frequency == self.rhythm] if self.rhythm else []
        at_once = frequency == Frequency.AT_ONCE
        wanted = or_(*is_now, and_(at_once, _waits(item)) if item.is_sent else at_once)
        return and_(wanted, ~_has_it(item)) if item.had_in else wanted


def _waits(item: DigestItemFacts) -> ColumnElement[bool]:
    """Whoever would get it at once by now: whether she did not when it was sent."""
    changed = _changed(item, item.sent_at) if item.sent_at is not None else []
    return or_(false(), *changed, *(has_chosen(topic_id, *RHYTHMS) for topic_id in item.topics))


def _changed(item: DigestItemFacts, since: datetime) -> list[ColumnElement[bool]]:
    return [
        exists().where(
            col(TopicChoice.address_hash) == col(Subscriber.address_hash),
            col(TopicChoice.topic_id) == topic_id,
            col(TopicChoice.chosen_at) > since,
        )
        for topic_id in item.topics
    ]


def _has_it(item: DigestItemFacts) -> ColumnElement[bool]:
    if not item.had_in:
        return false()
    conditions = [
        col(Delivery.campaign_id).in_(item.had_in),
        col(Delivery.subscriber_id) == col(Subscriber.id),
        col(Delivery.status).in_(_HAS_IT),
    ]
    if item.lacking:
        conditions.append(col(Delivery.variant_id).not_in(item.lacking))
    return exists().where(*conditions)


def _bits(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[int]:
    bits = (
        case((condition, literal(1 << place, BigInteger)), else_=literal(0, BigInteger))
        for place, condition in enumerate(conditions)
    )
    return reduce(lambda left, right: left + right, bits, cast(literal(0), BigInteger))


def read_key(key: str) -> ReaderItemsView:
    """As `DigestFacts.reader_key` has written it."""
    return ReaderItemsView(*map(int, key.split(",")))


def count_by_set(
    session: Session, audience: Audience, facts: DigestFacts, *, now: datetime
) -> Mapping[tuple[int, int, str], int]:
    """(list, set, language) → how many of the audience's readers that is the set of."""
    people = audience_of(audience, got_campaign, now=now).add_columns(facts.items_for().label("items")).subquery()
    by = (people.c.list_id, people.c["items"], people.c.language)
    rows = session.execute(columns(*by, func.count()).group_by(*by))
    return {(list_id, items, language): count for list_id, items, language, count in rows}


def is_anybody(session: Session, audience: Audience, condition: ColumnElement[bool], *, now: datetime) -> bool:
    """Whether that holds for anybody in the audience."""
    people = audience_of(audience, got_campaign, now=now).where(condition)
    return session.exec(people.limit(1)).first() is not None
