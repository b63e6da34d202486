"""What an export says of people beside who they are: tags, topics, pauses, and when they agreed or left.

A handful of queries for a page, whatever its size.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from core.sql import in_ids, in_texts
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentRecord, MailingList
from subscribers.topic_tables import Frequency, ListTopic, Pause, Topic, TopicChoice

ConsentKey = tuple[int, int, ConsentAction]
"""Numbers of a person and a list, and what it was."""


@dataclass(frozen=True, slots=True)
class ExportDetails:
    """Of a page of people."""

    tags: Mapping[int, list[str]] = field(default_factory=dict)
    """By person, in order; the next likewise, by the topic's short name."""
    topics: Mapping[str, dict[str, Frequency]] = field(default_factory=dict)
    """By address hash; the next likewise."""
    pauses: Mapping[str, datetime] = field(default_factory=dict)
    """Until when; those that are over are left out."""
    moments: Mapping[ConsentKey, datetime] = field(default_factory=dict)
    """The last one: as an import's file had it, else when it was recorded here."""

    def agreed_at(self, person: int, list_id: int, status: SubscriptionStatus) -> datetime | None:
        """To that list; of whoever has not confirmed, when they asked."""
        is_pending = status is SubscriptionStatus.PENDING
        return self.moments.get(
            (person, list_id, ConsentAction.REQUESTED if is_pending else ConsentAction.CONFIRMED)
        )

    def left_at(self, person: int, list_id: int, status: SubscriptionStatus) -> datetime | None:
        """Of whoever has left it, and has not come back."""
        has_left = status is SubscriptionStatus.UNSUBSCRIBED
        return self.moments.get((person, list_id, ConsentAction.UNSUBSCRIBED)) if has_left else None


def details_of(
    session: Session, people: Mapping[int, str], list_ids: Collection[int], *, of_list: int | None, now: datetime
) -> ExportDetails:
    """`people`: address hashes, by number. `list_ids`: all that stand on the page. `of_list`: the only list that
    is exported. A choice about a topic that only other protected lists offer would tell who is on them: it is
    left out."""
    if not people:
        return ExportDetails()
    return ExportDetails(
        _tags(session, people),
        _topics(session, people.values(), of_list),
        _pauses(session, people.values(), now),
        _moments(session, people, list_ids),
    )


def _tags(session: Session, people: Collection[int]) -> dict[int, list[str]]:
    held = select(col(SubscriberTag.subscriber_id), col(Tag.name)).join(
        Tag, col(Tag.id) == col(SubscriberTag.tag_id)
    )
    theirs = held.where(in_ids(session, col(SubscriberTag.subscriber_id), list(people)))
    tags: dict[int, list[str]] = {}
    for subscriber_id, name in session.execute(theirs.order_by(col(Tag.name))):
        tags.setdefault(subscriber_id, []).append(name)
    return tags


def _topics(session: Session, hashes: Collection[str], of_list: int | None) -> dict[str, dict[str, Frequency]]:
    chosen = (
        select(col(TopicChoice.address_hash), col(Topic.slug), col(TopicChoice.frequency))
        .join(Topic, col(Topic.id) == col(TopicChoice.topic_id))
        .where(in_texts(session, col(TopicChoice.address_hash), hashes), _may_be_told(of_list))
    )
    topics: dict[str, dict[str, Frequency]] = {}
    for key, slug, frequency in session.execute(chosen.order_by(col(Topic.slug))):
        topics.setdefault(key, {})[slug] = frequency
    return topics


def _may_be_told(of_list: int | None) -> ColumnElement[bool]:
    is_offered = exists().where(col(ListTopic.topic_id) == col(Topic.id))
    here = and_(
        col(ListTopic.topic_id) == col(Topic.id),
        col(MailingList.id) == col(ListTopic.list_id),
        or_(~col(MailingList.is_protected), col(MailingList.id) == of_list),
    )
    return or_(~is_offered, exists().where(here))


def _pauses(session: Session, hashes: Collection[str], now: datetime) -> dict[str, datetime]:
    theirs = (in_texts(session, col(Pause.address_hash), hashes), col(Pause.until) > now)
    return dict(session.exec(select(Pause.address_hash, Pause.until).where(*theirs)).all())


def _moments(session: Session, people: Collection[int], list_ids: Collection[int]) -> dict[ConsentKey, datetime]:
    row = ConsentRecord
    records = columns(
        col(row.subscriber_id), col(row.list_id), col(row.action), col(row.given_at), col(row.at)
    ).where(in_ids(session, col(row.subscriber_id), list(people)), col(row.list_id).in_(list_ids))
    moments: dict[ConsentKey, datetime] = {}
    for subscriber_id, list_id, action, given_at, at in session.execute(records.order_by(col(row.id))):
        moments[subscriber_id, list_id, action] = given_at or at
    return moments
