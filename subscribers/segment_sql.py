"""Segment in SQL: a condition as one expression on a subscriber, for whole lists at once, on either database.

Each test is an EXISTS, an IN or a comparison that is never NULL, so that nobody falls between a condition and its
"not". A property test holds it to a plain model. What is encrypted cannot be asked: of whoever that is, a
condition on fields is neither true nor false, and an audience takes them for whatever leaves them out.
"""

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, literal, not_, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.db import UtcDateTime
from core.fold_text import fold_text
from core.sql import contains_text, is_among, unindexed
from subscribers.field_content import iso_day, scaled
from subscribers.field_tables import CustomField, FieldValue
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    FieldTest,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    OrderKind,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
    tests_of,
)
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from subscribers.topic_tables import Frequency, Topic, TopicChoice

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
        case TopicCondition(topics):
            return or_(*map(_gets_topic, topics))
        case SignedUpSinceCondition(day):
            return col(Subscriber.created_at) >= _start_of(day)
        case SignedUpBeforeCondition(day):
            return col(Subscriber.created_at) < _start_of(day)
        case GotCampaignCondition(campaign_id):
            return got_campaign(campaign_id)
        case FieldIsCondition() | FieldContainsCondition() | FieldOrderCondition():
            return _has_in_field(condition.field, _compared(condition))
        case FieldEmptyCondition(field):
            return not_(_has_in_field(field))
        case NotCondition(part):
            return not_(is_in_segment(part, got_campaign))
        case AllCondition(parts):
            return and_(*(is_in_segment(part, got_campaign) for part in parts))
        case AnyCondition(parts):
            return or_(*(is_in_segment(part, got_campaign) for part in parts))


def asks_fields(condition: Condition) -> bool:
    """Whether it cannot be answered of whoever is encrypted."""
    return any(isinstance(test, FieldTest) for test in tests_of(condition))


def is_surely_in(condition: Condition, got_campaign: GotCampaign) -> ColumnElement[bool]:
    """Of a subscriber. Whoever is encrypted is in none that asks fields."""
    is_in = is_in_segment(condition, got_campaign)
    return and_(is_in, col(Subscriber.encrypted_with).is_(None)) if asks_fields(condition) else is_in


def may_be_in(condition: Condition, got_campaign: GotCampaign) -> ColumnElement[bool]:
    """Of a subscriber. Whoever is encrypted may be in any that asks fields: what leaves people out leaves them
    out."""
    is_in = is_in_segment(condition, got_campaign)
    return or_(is_in, col(Subscriber.encrypted_with).is_not(None)) if asks_fields(condition) else is_in


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


def _gets_topic(slug: str) -> ColumnElement[bool]:
    """Whoever has chosen nothing gets all."""
    of_it = select(col(Topic.id)).where(col(Topic.slug) == slug).scalar_subquery()
    return not_(
        exists().where(
            col(TopicChoice.address_hash) == col(Subscriber.address_hash),
            col(TopicChoice.topic_id) == of_it,
            col(TopicChoice.frequency) == Frequency.NEVER,
        )
    )


def _has_in_field(word: str, *asked: ColumnElement[bool]) -> ColumnElement[bool]:
    holders = select(col(FieldValue.subscriber_id)).where(
        col(FieldValue.field_id)
        == select(col(CustomField.id)).where(col(CustomField.word) == word).scalar_subquery(),
        *asked,
    )
    return is_among(col(Subscriber.id), col(FieldValue.subscriber_id), holders)


def _compared(test: FieldTest) -> ColumnElement[bool]:
    """Of a value. Its type decides which of its columns is filled, so that no other type is compared by chance."""
    match test:
        case FieldContainsCondition(_, phrase):
            return and_(*(contains_text(col(FieldValue.folded), word) for word in fold_text(phrase).split()))
        case FieldOrderCondition(_, order, value):
            day = iso_day(value)
            if day is not None:
                return _ORDERS[order](col(FieldValue.day), day)
            return _ORDERS[order](col(FieldValue.number), scaled(value))
        case FieldIsCondition(_, values):
            return _is_one_of(values)
        case FieldEmptyCondition():
            raise AssertionError("nothing to compare")


_ORDERS: dict[OrderKind, Callable[[Any, Any], ColumnElement[bool]]] = {
    OrderKind.LESS: operator.lt,
    OrderKind.AT_MOST: operator.le,
    OrderKind.MORE: operator.gt,
    OrderKind.AT_LEAST: operator.ge,
}


def _is_one_of(values: tuple[str, ...]) -> ColumnElement[bool]:
    alike = [col(FieldValue.folded).in_({fold_text(value) for value in values})]
    if numbers := {number for value in values if (number := scaled(value)) is not None}:
        alike.append(col(FieldValue.number).in_(numbers))
    if days := {day for value in values if (day := iso_day(value)) is not None}:
        alike.append(col(FieldValue.day).in_(days))
    return or_(*alike)


def _reads(language: str) -> ColumnElement[bool]:
    own = col(Subscriber.language)
    return or_(own == language, own.startswith(f"{language}-", autoescape=True))


def _start_of(day: date) -> ColumnElement[datetime]:
    return literal(datetime.combine(day, time(), UTC), UtcDateTime())
