"""Who is due to be asked, found by one query and judged by the pure rule; there is no queue but the emails'."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, true
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from campaigns.still_wanted.due import BETWEEN, QuietState, ReaderFacts, judge_reader, silent_since
from campaigns.still_wanted_tables import StillWantedRule
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.sql import in_ids, unindexed
from subscribers.audience_sample import CountResult, SampleRange, share_for_estimate
from subscribers.policy_sql import may_be_mailed
from subscribers.signs_of_life import heard_after, last_heard
from subscribers.tables import Subscriber, Subscription

DAY = timedelta(days=1)
MANY = 20_000
"""On a list, of whom nobody waits until all are counted."""


def due_readers(session: Session, rule: StillWantedRule, *, limit: int, now: datetime) -> list[int]:
    """At most so many, whom the policy lets through at this moment."""
    query = _due(rule.list_id, rule.months, now).order_by(col(Subscription.subscriber_id)).limit(limit)
    numbers = list(session.execute(query).scalars())
    facts = facts_of(session, rule.list_id, numbers)
    is_due = QuietState.IS_DUE
    return [number for number in numbers if judge_reader(facts[number], months=rule.months, now=now) is is_due]


def count_due(
    session: Session, list_id: int, months: int, *, may_estimate: bool = False, now: datetime
) -> CountResult:
    """How many would be asked, a few each day, if it were turned on now. `may_estimate`: of a list with very many
    only some are looked at, for somebody waits."""
    share = share_for_estimate(session) if may_estimate and _has_many(session, list_id) else None
    due = _due(list_id, months, now, share).subquery()
    return CountResult(session.exec(select(func.count()).select_from(due)).one(), share.parts if share else 1)


def _has_many(session: Session, list_id: int) -> bool:
    """So few that all of them are looked at as quickly would be too few in a share of everybody."""
    beyond = select(Subscription.id).where(Subscription.list_id == list_id).offset(MANY).limit(1)
    return session.exec(beyond).first() is not None


def room_today(session: Session, rule: StillWantedRule, *, now: datetime) -> int:
    """How many more may be asked about the list at this moment."""
    asked = select(func.count(col(SubscriptionMail.id))).where(
        SubscriptionMail.purpose == SubscriptionMailPurpose.STILL_WANTED,
        SubscriptionMail.asked_at > now - DAY,
        SubscriptionMail.list_id == rule.list_id,
    )
    return max(0, rule.most_a_day - session.exec(asked).one())


def facts_of(session: Session, list_id: int, subscriber_ids: Collection[int]) -> dict[int, ReaderFacts]:
    """Of whoever has to do with the list."""
    rows = session.exec(
        select(Subscription.subscriber_id, Subscription.changed_at).where(
            Subscription.list_id == list_id, in_ids(session, col(Subscription.subscriber_id), subscriber_ids)
        )
    ).all()
    heard = last_heard(session, subscriber_ids)
    here, elsewhere = _last_asked(session, list_id, subscriber_ids)
    return {
        number: ReaderFacts(since, heard.get(number), here.get(number), elsewhere.get(number))
        for number, since in rows
    }


def _last_asked(
    session: Session, list_id: int, subscriber_ids: Collection[int]
) -> tuple[dict[int, datetime], dict[int, datetime]]:
    """By subscriber: about this list, and about any other."""
    is_here = col(SubscriptionMail.list_id) == list_id
    rows = session.execute(
        columns(col(SubscriptionMail.subscriber_id), is_here, func.max(SubscriptionMail.asked_at))
        .where(in_ids(session, col(SubscriptionMail.subscriber_id), subscriber_ids), _counts_as_asked())
        .group_by(col(SubscriptionMail.subscriber_id), is_here)
    ).all()
    here = {number: at for number, about_it, at in rows if about_it}
    return here, {number: at for number, about_it, at in rows if not about_it}


def _due(list_id: int, months: int, now: datetime, share: SampleRange | None = None) -> Select[*tuple[Any, ...]]:
    """`judge_reader` in SQL, of readers whom the policy lets through; a test holds the two together. `share`: of
    those alone, and the others are not looked at."""
    before = silent_since(now, months)
    asked = exists().where(
        # Of the subscription, so that whoever was asked is passed over before anything else is read of them.
        col(SubscriptionMail.subscriber_id) == col(Subscription.subscriber_id),
        _counts_as_asked(),
        or_(
            and_(col(SubscriptionMail.list_id) == list_id, col(SubscriptionMail.asked_at) > before),
            and_(col(SubscriptionMail.list_id) != list_id, col(SubscriptionMail.asked_at) > now - BETWEEN),
        ),
    )
    person_id, of_list = col(Subscriber.id), col(Subscription.list_id)
    return (
        columns(col(Subscription.subscriber_id))
        .join(Subscriber, (unindexed(person_id) if share else person_id) == col(Subscription.subscriber_id))
        .where(
            (unindexed(of_list) if share else of_list) == list_id,
            share.has() if share else true(),
            col(Subscription.changed_at) <= before,
            ~asked,
            ~heard_after(before),
            may_be_mailed(now=now),
        )
    )


def _counts_as_asked() -> ColumnElement[bool]:
    """One that nobody was called for, and that is not sent any more, reached nobody."""
    never_sent = and_(
        col(SubscriptionMail.state) == SubscriptionMailState.GIVEN_UP, col(SubscriptionMail.called_at).is_(None)
    )
    return and_(col(SubscriptionMail.purpose) == SubscriptionMailPurpose.STILL_WANTED, ~never_sent)
