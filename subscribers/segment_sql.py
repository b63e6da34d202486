"""Segment in SQL: a condition as one expression on a subscriber, for whole lists at once, on either database.

Each test is an EXISTS or a comparison that is never NULL, so that nobody falls between a condition and its "not".
A property test holds it to a plain model.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, and_, exists, literal, not_, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.db import UtcDateTime
from core.sql import unindexed
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
)
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription

GotCampaign = Callable[[int], ColumnElement[bool]]
"""Of a subscriber: whether they got the campaign of that number. Handed in, because what was sent is kept in a
room that this one does not know."""


def is_in_segment(condition: Condition, got_campaign: GotCampaign) -> ColumnElement[bool]:  # noqa: PLR0911  one for each kind of condition
    """Of a subscriber."""
    match condition:
        case OnListCondition(lists):
            return _is_on(lists)
        case LanguageCondition(languages):
            return or_(*map(_reads, languages))
        case TagCondition(tags):
            return _has_tag(tags)
        case SignedUpSinceCondition(day):
            return col(Subscriber.created_at) >= _start_of(day)
        case SignedUpBeforeCondition(day):
            return col(Subscriber.created_at) < _start_of(day)
        case GotCampaignCondition(campaign_id):
            return got_campaign(campaign_id)
        case NotCondition(part):
            return not_(is_in_segment(part, got_campaign))
        case AllCondition(parts):
            return and_(*(is_in_segment(part, got_campaign) for part in parts))
        case AnyCondition(parts):
            return or_(*(is_in_segment(part, got_campaign) for part in parts))


def _is_on(slugs: tuple[str, ...]) -> ColumnElement[bool]:
    other = aliased(Subscription)
    return exists().where(
        col(other.subscriber_id) == col(Subscriber.id),
        unindexed(col(other.status)) == SubscriptionStatus.CONFIRMED,
        col(other.list_id).in_(select(col(MailingList.id)).where(col(MailingList.slug).in_(slugs))),
    )


def _has_tag(names: tuple[str, ...]) -> ColumnElement[bool]:
    return exists().where(
        col(SubscriberTag.subscriber_id) == col(Subscriber.id),
        col(SubscriberTag.tag_id).in_(select(col(Tag.id)).where(col(Tag.name).in_(names))),
    )


def _reads(language: str) -> ColumnElement[bool]:
    own = col(Subscriber.language)
    return or_(own == language, own.startswith(f"{language}-", autoescape=True))


def _start_of(day: date) -> ColumnElement[datetime]:
    return literal(datetime.combine(day, time(), UTC), UtcDateTime())
