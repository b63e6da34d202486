"""The mailing policy as a SQL predicate: `policy.may_mail` for whole lists at once.

It is made of the answers of `may_mail` itself, one for each combination of states, so that whoever changes the
rule changes it here, too. A property test holds the two together on both databases.
"""

from collections.abc import Collection
from datetime import datetime
from itertools import product

from sqlalchemy import ColumnElement, and_, case, exists, false, literal, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from core.db import EnumText
from core.sql import unindexed
from subscribers.mail_content import FOR_EVERYBODY, RHYTHMS, MailContent
from subscribers.policy import may_mail
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression
from subscribers.topic_tables import Frequency, Pause, TopicChoice


def is_suppressed() -> ColumnElement[bool]:
    """Of a subscriber: whether anything bars their address."""
    return exists().where(col(Suppression.address_hash) == col(Subscriber.address_hash))


def is_paused(now: datetime) -> ColumnElement[bool]:
    """Of a subscriber: whether they want nothing yet."""
    return exists().where(col(Pause.address_hash) == col(Subscriber.address_hash), col(Pause.until) > now)


def is_on_any(lists: Collection[int]) -> ColumnElement[bool]:
    """Of a subscriber: whether they are confirmed on one of these lists."""
    other = aliased(Subscription)
    return exists().where(
        col(other.subscriber_id) == col(Subscriber.id),
        col(other.list_id).in_(lists),
        unindexed(col(other.status)) == SubscriptionStatus.CONFIRMED,
    )


def has_chosen(topic_id: int, *frequencies: Frequency) -> ColumnElement[bool]:
    """Of a subscriber: whether they chose one of these about the topic."""
    return exists().where(
        col(TopicChoice.address_hash) == col(Subscriber.address_hash),
        col(TopicChoice.topic_id) == topic_id,
        col(TopicChoice.frequency).in_(frequencies),
    )


def frequency_in_sql(content: MailContent) -> ColumnElement[Frequency]:
    """Of a subscriber: `mail_content.frequency_of`."""
    at_once: ColumnElement[Frequency] = literal(Frequency.AT_ONCE, _FREQUENCY)
    less_often = [(each, literal(frequency, _FREQUENCY)) for frequency, each in _less_often(content).items()]
    return case(*less_often, else_=at_once) if less_often else at_once


_FREQUENCY = EnumText(Frequency)


def _less_often(content: MailContent) -> dict[Frequency, ColumnElement[bool]]:
    """Each by which news of these topics reaches somebody later or never, to be asked in this order."""
    if not content.topics:
        return {}
    by_rhythm = {
        rhythm: [_is_served(content, topic_id, rhythm) for topic_id in content.topics] for rhythm in RHYTHMS
    }
    never = [has_chosen(topic_id, Frequency.NEVER) for topic_id in content.topics]
    conditions = {Frequency.NEVER: and_(*never)}
    if not content.digests:
        return conditions
    by_topic = zip(never, *by_rhythm.values(), strict=True)
    none_at_once = and_(*(or_(*answers) for answers in by_topic))
    conditions |= {rhythm: and_(none_at_once, or_(*answers)) for rhythm, answers in by_rhythm.items()}
    return conditions


def _is_served(content: MailContent, topic_id: int, rhythm: Frequency) -> ColumnElement[bool]:
    lists = content.offer(topic_id, rhythm)
    return and_(has_chosen(topic_id, rhythm), is_on_any(lists)) if lists else false()


def is_for_them(content: MailContent) -> ColumnElement[bool]:
    """Of a subscriber: whether a mail that differs by reader has anything for them."""
    return content.for_whom() if content.for_whom is not None else true()


def may_be_mailed(*, now: datetime, content: MailContent = FOR_EVERYBODY) -> ColumnElement[bool]:
    """Of a subscriber joined with their subscription to the list that is mailed: whether the policy lets them
    through. `content`: of the campaign; a mail without topics is for everybody.

    Whoever has no subscription has no row to ask about; `may_mail` refuses them, too.
    """
    suppressed, paused = is_suppressed(), is_paused(now)
    frequency, for_them = frequency_in_sql(content), is_for_them(content)
    either = (False, True)
    states = product(
        SubscriptionStatus,
        either,
        either,
        Frequency if content.topics else (Frequency.AT_ONCE,),
        either if content.for_whom else (True,),
    )
    return or_(
        false(),
        *(
            and_(
                col(Subscription.status) == status,
                suppressed if barred else ~suppressed,
                paused if waits else ~paused,
                *([frequency == each] if content.topics else []),
                *([for_them if theirs else ~for_them] if content.for_whom else []),
            )
            for status, barred, waits, each, theirs in states
            if may_mail(status=status, is_suppressed=barred, is_paused=waits, frequency=each, is_for_them=theirs)
            is None
        ),
    )
