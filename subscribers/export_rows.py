"""Streaming export: people as rows, one for each list that they have to do with, page by page.

Each page is a read of its own, by the keyset of person and list: memory is the same however many there are, and
nobody waits for an export. Whoever comes or leaves meanwhile may be in it or not; nobody is in it twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select, tuple_
from sqlmodel import Session, col

from core.db import Database
from subscribers.export_details import details_of
from subscribers.field_tables import CustomField
from subscribers.find_people import PeopleFilter, conditions_of
from subscribers.person_fields import values_of
from subscribers.segment_condition import Condition
from subscribers.segment_sql import GotCampaign, is_surely_in
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, OptedOut, Subscriber, Subscription, Suppression, SuppressionReason
from subscribers.topic_tables import Frequency

PAGE = 2_000


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Who and what of them."""

    people: PeopleFilter
    """`hidden_lists` are left out: neither their rows nor whoever stands only on them."""
    segment: Condition | None = None
    fields: Sequence[CustomField] = ()
    """What of custom fields stands in it."""

    @property
    def has_lists(self) -> bool:
        """Whether rows of several lists may be among them."""
        return self.people.list_id is None


@dataclass(frozen=True, slots=True)
class ExportedRow:
    address: str
    name: str
    language: str
    list_slug: str
    status: SubscriptionStatus
    suppression: SuppressionReason | None
    is_opted_out: bool
    known_since: datetime
    fields: Mapping[str, str]
    """By word, of custom fields in which they have something."""
    tags: Sequence[str]
    topics: Mapping[str, Frequency]
    """By the topic's short name, what they chose about it."""
    agreed_at: datetime | None
    """To this list; where they have not confirmed, when they asked."""
    left_at: datetime | None
    """Of whoever has left it."""
    paused_until: datetime | None


def export_rows(
    database: Database, scope: ExportFilter, got_campaign: GotCampaign, *, now: datetime
) -> Iterator[ExportedRow]:
    after: tuple[int, int] | None = (0, 0)
    while after is not None:
        with database.read() as session:
            page = _page(session, scope, got_campaign, after, now)
        yield from (row for _, row in page)
        after = page[-1][0] if len(page) == PAGE else None


def count_rows(session: Session, scope: ExportFilter, got_campaign: GotCampaign) -> int:
    rows = select(func.count()).select_from(Subscriber).join(Subscription, _is_theirs())
    return int(session.execute(rows.where(*_conditions(scope, got_campaign))).scalar_one())


def _page(
    session: Session, scope: ExportFilter, got_campaign: GotCampaign, after: tuple[int, int], now: datetime
) -> list[tuple[tuple[int, int], ExportedRow]]:
    who, where = col(Subscription.subscriber_id), col(Subscription.list_id)
    opted_out = exists().where(col(OptedOut.address_hash) == col(Subscriber.address_hash))
    reason = (
        select(col(Suppression.reason))
        .where(col(Suppression.address_hash) == col(Subscriber.address_hash))
        .correlate(Subscriber)
        .scalar_subquery()
    )
    rows = (
        select(Subscriber, where, col(MailingList.slug), col(Subscription.status), reason, opted_out)
        .join(Subscription, _is_theirs())
        .join(MailingList, col(MailingList.id) == where)
        .where(
            *_conditions(scope, got_campaign),
            # The first part is what an index goes by.
            who >= after[0],
            tuple_(who, where) > tuple_(*after),
        )
        .order_by(who, where)
        .limit(PAGE)
    )
    page = session.execute(rows).all()
    people = {person.id: person.address_hash for person, *_ in page}
    list_ids = {list_id for _, list_id, *_ in page}
    details = details_of(session, people, list_ids, of_list=scope.people.list_id, now=now)
    filled = _fields(session, scope, list(people))
    return [
        (
            (person.id, list_id),
            ExportedRow(
                person.address,
                person.name,
                person.language,
                slug,
                status,
                suppression,
                is_opted_out=is_opted_out,
                known_since=person.created_at,
                fields=filled.get(person.id, {}),
                tags=details.tags.get(person.id, []),
                topics=details.topics.get(person.address_hash, {}),
                agreed_at=details.agreed_at(person.id, list_id, status),
                left_at=details.left_at(person.id, list_id, status),
                paused_until=details.pauses.get(person.address_hash),
            ),
        )
        for person, list_id, slug, status, suppression, is_opted_out in page
    ]


def _fields(session: Session, scope: ExportFilter, subscriber_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """By person, then by the field's word; one query for the page, and none where there are no fields."""
    word_of = {field.id: field.word for field in scope.fields}
    if not word_of or not subscriber_ids:
        return {}
    held = values_of(session, subscriber_ids, of_fields=list(word_of.values()))
    return {
        subscriber_id: {word_of[field_id]: value.written for field_id, value in values.items()}
        for subscriber_id, values in held.items()
    }


def _is_theirs() -> Any:
    return col(Subscription.subscriber_id) == col(Subscriber.id)


def _conditions(scope: ExportFilter, got_campaign: GotCampaign) -> list[ColumnElement[bool]]:
    wanted, conditions = scope.people, conditions_of(scope.people)
    if wanted.hidden_lists:
        conditions.append(col(Subscription.list_id).not_in(wanted.hidden_lists))
    if wanted.list_id is not None:
        conditions.append(col(Subscription.list_id) == wanted.list_id)
    if wanted.status is not None:
        conditions.append(col(Subscription.status) == wanted.status)
    if scope.segment is not None:
        conditions.append(is_surely_in(scope.segment, got_campaign))
    return conditions
