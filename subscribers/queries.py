"""Questions about subscribers, for the staff's pages and commands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, exists, func, union_all
from sqlmodel import Session, col, select

from core.errors import NotFound
from core.sql import in_ids, interval_of
from subscribers.anonymous_leavings import LeavingRecord
from subscribers.find_people import visible_to
from subscribers.lists import list_by_slug, unknown_list
from subscribers.policy_sql import is_suppressed, may_be_mailed
from subscribers.recheck import Recipient
from subscribers.status import SubscriptionStatus
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    MailingList,
    Subscriber,
    Subscription,
    Suppression,
)

REJECTED_FOR = timedelta(days=90)
"""How long a sign-up asks nobody who has said that the last one was not theirs."""


@dataclass(frozen=True, slots=True)
class ListedSubscriber:
    subscriber_id: int
    address: str
    name: str
    language: str
    created_at: datetime
    is_suppressed: bool
    status: SubscriptionStatus | None
    """On the list that was asked about; None where no list was."""


def list_subscribers(
    session: Session,
    *,
    list_slug: str | None = None,
    after_id: int | None = None,
    limit: int,
    hidden_lists: Collection[int] = (),
) -> list[ListedSubscriber]:
    """A page in order of id: everybody, or those who ever had to do with one list. Of `hidden_lists`, neither
    whoever stands only on them nor what somebody is there. Raises NotFound."""
    page = (
        select(Subscriber, is_suppressed(), col(Subscription.status))
        .where(col(Subscriber.id) > (after_id or 0), visible_to(hidden_lists))
        .order_by(col(Subscriber.id))
        .limit(limit)
    )
    list_id = list_by_slug(session, list_slug).id if list_slug is not None else None
    if list_slug is not None and list_id in hidden_lists:
        raise unknown_list(list_slug)
    # Without a list nothing matches, and everybody is shown once, with no status.
    of_list = (col(Subscription.subscriber_id) == col(Subscriber.id)) & (col(Subscription.list_id) == list_id)
    page = page.join(Subscription, of_list, isouter=list_slug is None)
    return [
        ListedSubscriber(
            subscriber_id=person.id,
            address=person.address,
            name=person.name,
            language=person.language,
            created_at=person.created_at,
            is_suppressed=is_suppressed,
            status=status,
        )
        for person, is_suppressed, status in session.exec(page)
    ]


def get_subscriber(session: Session, subscriber_id: int) -> Subscriber:
    """Raises NotFound."""
    subscriber = session.get(Subscriber, subscriber_id)
    if subscriber is None:
        raise NotFound("subscribers-person-gone")
    return subscriber


def subscriber_of(session: Session, address_hash: str) -> Subscriber | None:
    """Whose address that is."""
    return session.exec(select(Subscriber).where(Subscriber.address_hash == address_hash)).one_or_none()


def people(session: Session, subscriber_ids: Collection[int]) -> dict[int, Recipient]:
    """These people as they are now, whether they may be mailed or not; who was erased is left out."""
    subscribers = session.exec(select(Subscriber).where(col(Subscriber.id).in_(subscriber_ids))).all()
    return {
        person.id: Recipient(
            subscriber_id=person.id,
            address=person.address,
            address_hash=person.address_hash,
            name=person.name,
            language=person.language,
        )
        for person in subscribers
    }


def consent_of(session: Session, subscriber_id: int) -> list[ConsentRecord]:
    """The proof: every step this person took, oldest first."""
    return list(
        session.exec(
            select(ConsentRecord)
            .where(col(ConsentRecord.subscriber_id) == subscriber_id)
            .order_by(col(ConsentRecord.id))
        )
    )


def subscriptions_of(session: Session, subscriber_id: int) -> list[Subscription]:
    """To every list that this person ever had to do with."""
    return list(session.exec(select(Subscription).where(Subscription.subscriber_id == subscriber_id)).all())


def is_at_risk(session: Session, subscriber_id: int) -> bool:
    """Whether they ever had to do with a protected list."""
    statement = (
        select(Subscription.id)
        .join(MailingList, col(MailingList.id) == col(Subscription.list_id))
        .where(Subscription.subscriber_id == subscriber_id, col(MailingList.is_protected))
    )
    return session.exec(statement).first() is not None


def suppressed_since(session: Session, address_hash: str) -> datetime | None:
    """None: nothing bars the address."""
    return session.exec(select(Suppression.at).where(Suppression.address_hash == address_hash)).one_or_none()


def count_unsubscribed(session: Session, *, evidence: str) -> int:
    """How many people left by what `evidence` names, from however many lists."""
    return count_unsubscribed_of_many(session, [evidence]).get(evidence, 0)


def count_unsubscribed_of_many(session: Session, evidence: Collection[str]) -> dict[str, int]:
    """The same by evidence; what nobody left by is left out."""
    left = _leavings(evidence)
    return dict(session.exec(select(left.c.evidence, func.count()).group_by(left.c.evidence)).all())


def unsubscribed_by_interval(session: Session, *, evidence: str, ends: Sequence[datetime]) -> dict[int, int]:
    """When they left, each the first time: number of the interval (`core.sql.interval_of`) → people."""
    interval = interval_of(_leavings([evidence]).c.at, ends)
    return dict(session.exec(select(interval, func.count()).group_by(interval)).all())


def _leavings(evidence: Collection[str]) -> Subquery:
    """A row for each person and evidence, with the moment of the first time; erased people included."""
    here: Select[*tuple[Any, ...]] = (
        select(col(ConsentRecord.evidence).label("evidence"), func.min(col(ConsentRecord.at)).label("at"))
        .where(
            col(ConsentRecord.evidence).in_(evidence),
            col(ConsentRecord.action) == ConsentAction.UNSUBSCRIBED,
        )
        .group_by(col(ConsentRecord.evidence), col(ConsentRecord.subscriber_id))
    )
    erased = select(col(LeavingRecord.evidence), col(LeavingRecord.at))
    return union_all(here, erased.where(col(LeavingRecord.evidence).in_(evidence))).subquery()


def may_get_question(session: Session, subscriber_id: int) -> bool:
    """Whether they are there, at an address that is not suppressed."""
    statement = select(Subscriber.id).where(Subscriber.id == subscriber_id, ~is_suppressed())
    return session.exec(statement).first() is not None


def may_be_welcomed(session: Session, *, subscriber_id: int, list_id: int, now: datetime) -> bool:
    """Whether the policy lets us write to them as to others on the list."""
    return bool(who_may_be_mailed(session, [subscriber_id], list_id=list_id, now=now))


def who_may_be_mailed(
    session: Session, subscriber_ids: Collection[int], *, list_id: int, now: datetime
) -> set[int]:
    """Of these, by one query, however many."""
    theirs = in_ids(session, col(Subscription.subscriber_id), subscriber_ids)
    statement = (
        select(Subscription.subscriber_id)
        .join(Subscriber, col(Subscriber.id) == Subscription.subscriber_id)
        .where(theirs, Subscription.list_id == list_id, may_be_mailed(now=now))
    )
    return set(session.exec(statement))


def was_rejected(subscriber_id: int, list_id: int, now: datetime) -> ColumnElement[bool]:
    """Whether they said, lately, that it was not they who asked for the list."""
    return exists().where(
        col(ConsentRecord.subscriber_id) == subscriber_id,
        col(ConsentRecord.list_id) == list_id,
        col(ConsentRecord.action) == ConsentAction.UNSUBSCRIBED,
        col(ConsentRecord.method) == ConsentMethod.CONFIRMATION_LINK,
        col(ConsentRecord.at) > now - REJECTED_FOR,
    )


def said_no_once(session: Session, subscriber_id: int, list_id: int) -> bool:
    """Whether they ever left the list."""
    said_no = exists().where(
        col(ConsentRecord.subscriber_id) == subscriber_id,
        col(ConsentRecord.list_id) == list_id,
        col(ConsentRecord.action) == ConsentAction.UNSUBSCRIBED,
    )
    return session.exec(select(said_no)).one()
