"""The mailing policy as a SQL predicate: `policy.may_mail` for whole lists at once.

It is made of the answers of `may_mail` itself, one for each combination of states, so that whoever changes the
rule changes it here, too. A property test holds the two together on both databases.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from sqlalchemy import ColumnElement, and_, exists, false, or_
from sqlmodel import col

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


def is_not_their_topic(topics: Sequence[int]) -> ColumnElement[bool]:
    """Of a subscriber: whether there are topics, and they said never to each of them."""
    noes = [
        exists().where(
            col(TopicChoice.address_hash) == col(Subscriber.address_hash),
            col(TopicChoice.topic_id) == topic_id,
            col(TopicChoice.frequency) == Frequency.NEVER,
        )
        for topic_id in topics
    ]
    return and_(*noes) if noes else false()


def may_be_mailed(*, now: datetime, topics: Sequence[int] = ()) -> ColumnElement[bool]:
    """Of a subscriber joined with their subscription to the list that is mailed: whether the policy lets them
    through. `topics`: those of the campaign; a mail without any is for everybody.

    Whoever has no subscription has no row to ask about; `may_mail` refuses them, too.
    """
    suppressed, paused, not_theirs = is_suppressed(), is_paused(now), is_not_their_topic(topics)
    either = (False, True)
    return or_(
        false(),
        *(
            and_(
                col(Subscription.status) == status,
                suppressed if barred else ~suppressed,
                paused if waits else ~paused,
                *([not_theirs if unwanted else ~not_theirs] if topics else []),
            )
            for status, barred, waits, unwanted in product(
                SubscriptionStatus, either, either, either if topics else (False,)
            )
            if may_mail(status=status, is_suppressed=barred, is_paused=waits, is_not_their_topic=unwanted) is None
        ),
    )
