"""Repeated refusals, kept: who was refused in which words in a campaign, and what staff have seen of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, update
from sqlmodel import Session, col, select

from core.sql import in_ids, upsert
from delivery.attempts.transitions import UNSYNCHRONISED, move
from delivery.message.outgoing import NotSent, SendResult
from delivery.refusal_history import NOTHING_HEARD, RefusalHistory, may_be_about_us, reply_key
from delivery.status import REFUSED_STATES, DeliveryAction, DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, RefusalRecord

_WITHOUT_A_COPY = (DeliveryStatus.QUEUED, DeliveryStatus.SENDING, DeliveryStatus.FAILED)
_FIRST_OF_ALL = datetime(1970, 1, 1, tzinfo=UTC)
"""When it is the turn of those who are asked before all others."""


def history_of(session: Session, attempt: Attempt, result: SendResult) -> RefusalHistory:
    """What was heard before this call, of the readers in it and in the words that it is refused in."""
    reply_keys = {reply_key(refusal.detail) for refusal, _ in may_be_about_us(result.results)}
    if not reply_keys:
        return NOTHING_HEARD
    carried = select(AttemptDelivery.delivery_id).where(col(AttemptDelivery.attempt_id) == attempt.id)
    resumed = select(RefusalRecord.delivery_id, RefusalRecord.times_resumed).where(
        col(RefusalRecord.delivery_id).in_(carried)
    )
    same_words = (
        RefusalRecord.campaign_id == attempt.campaign_id,
        RefusalRecord.sender_id == attempt.sender_id,
        col(RefusalRecord.reply_key).in_(reply_keys),
    )
    unseen = (
        select(RefusalRecord.reply_key, RefusalRecord.delivery_id)
        .join(Delivery, col(Delivery.id) == col(RefusalRecord.delivery_id))
        .where(*same_words, RefusalRecord.times_resumed == 0, col(Delivery.status).in_(_WITHOUT_A_COPY))
    )
    waiting: dict[str, set[int]] = defaultdict(set)
    for key, delivery_id in session.exec(unseen).all():
        waiting[key].add(delivery_id)
    pauses = (
        select(RefusalRecord.reply_key, func.max(RefusalRecord.times_resumed))
        .join(Delivery, col(Delivery.id) == col(RefusalRecord.delivery_id))
        .where(*same_words, col(Delivery.status) == DeliveryStatus.REJECTED)
        .group_by(RefusalRecord.reply_key)
    )
    return RefusalHistory(
        dict(session.exec(resumed).all()),
        {key: frozenset(readers) for key, readers in waiting.items()},
        dict(session.exec(pauses).all()),
    )


def note_refusals(session: Session, attempt: Attempt, answer: SendResult, recorded: SendResult) -> None:
    """Who was refused or put off by the provider's `answer`, and waits all the same: `recorded` says so."""
    put_back = {result.delivery_id for result in recorded.results if isinstance(result, NotSent)}
    refusals = [refusal for refusal, _ in may_be_about_us(answer.results) if refusal.delivery_id in put_back]
    _note(session, attempt, {refusal.delivery_id: refusal.detail for refusal in refusals})


def note_refused_alone(session: Session, attempt: Attempt, delivery_id: int, reply: str) -> None:
    """A call for this reader alone was refused. Whether that is about them is not known yet."""
    _note(session, attempt, {delivery_id: reply})


def _note(session: Session, attempt: Attempt, replies: Mapping[int, str]) -> None:
    rows = [
        {
            "delivery_id": delivery_id,
            "campaign_id": attempt.campaign_id,
            "sender_id": attempt.sender_id,
            "reply_key": reply_key(reply),
            "times_resumed": 0,
        }
        for delivery_id, reply in replies.items()
    ]
    if rows:
        statement = upsert(session, RefusalRecord)
        newest = {"sender_id": statement.excluded.sender_id, "reply_key": statement.excluded.reply_key}
        session.execute(statement.on_conflict_do_update(index_elements=["delivery_id"], set_=newest), rows)


def count_in_equal_words(session: Session, attempt: Attempt, delivery_id: int) -> int:
    """How many readers of the campaign, that one included, were refused by this sender in the words that it was
    refused in, and have no copy. Who is refused for good counts, too: the limit has grown by then."""
    own_words = select(RefusalRecord.reply_key).where(RefusalRecord.delivery_id == delivery_id)
    equal = (
        select(func.count())
        .select_from(RefusalRecord)
        .join(Delivery, col(Delivery.id) == col(RefusalRecord.delivery_id))
        .where(
            RefusalRecord.campaign_id == attempt.campaign_id,
            RefusalRecord.sender_id == attempt.sender_id,
            col(RefusalRecord.reply_key).in_(own_words),
            col(Delivery.status) != DeliveryStatus.ACCEPTED,
        )
    )
    return session.exec(equal).one()


def is_said_to_accepted(session: Session, attempt: Attempt, delivery_id: int) -> bool:
    """Whether somebody was refused by this sender in the words that this reader was refused in, in whatever
    campaign, and was taken after all: then the words are about us, or about the hour."""
    own_words = select(RefusalRecord.reply_key).where(RefusalRecord.delivery_id == delivery_id)
    taken = (
        select(RefusalRecord.delivery_id)
        .join(Delivery, col(Delivery.id) == col(RefusalRecord.delivery_id))
        .where(
            RefusalRecord.sender_id == attempt.sender_id,
            col(RefusalRecord.reply_key).in_(own_words),
            col(Delivery.status) == DeliveryStatus.ACCEPTED,
        )
    )
    return session.exec(taken.limit(1)).first() is not None


def note_resumed(session: Session, campaign_id: int, replies: Collection[str], *, now: datetime) -> None:
    """Staff have seen these words of a provider, and have the campaign go on. Whoever was refused in them is asked
    before all others: at the moment at which the cause should be gone. That includes those who were given up
    meanwhile."""
    of_these_words = select(RefusalRecord.delivery_id, RefusalRecord.times_resumed).where(
        RefusalRecord.campaign_id == campaign_id,
        col(RefusalRecord.reply_key).in_({reply_key(reply) for reply in replies}),
    )
    times: Mapping[int, int] = dict(session.exec(of_these_words).all())
    if not times:
        return
    unseen = [delivery_id for delivery_id, count in times.items() if count == 0]
    anew: dict[str, Any] = {"attempt_count": 0, "next_attempt_at": now, "reason": None}
    given_up = (in_ids(session, col(Delivery.id), unseen), col(Delivery.status) == DeliveryStatus.FAILED)
    move(session, DeliveryAction.SEND_AGAIN, *given_up, now=now, **anew)
    waiting = select(col(Delivery.id)).where(
        in_ids(session, col(Delivery.id), times), col(Delivery.status) == DeliveryStatus.QUEUED
    )
    # Who was refused in a call of their own stays behind all others: that those are taken is what shows it.
    alone = select(col(Attempt.id)).where(
        col(Attempt.campaign_id) == campaign_id, col(Attempt.split_to).is_not(None)
    )
    first = update(Delivery).where(
        col(Delivery.id).in_(waiting),
        or_(col(Delivery.attempt_id).is_(None), col(Delivery.attempt_id).not_in(alone)),
    )
    session.exec(first.values(next_attempt_at=_FIRST_OF_ALL), execution_options=UNSYNCHRONISED)
    marked = update(RefusalRecord).where(col(RefusalRecord.delivery_id).in_(waiting))
    session.exec(
        marked.values(times_resumed=col(RefusalRecord.times_resumed) + 1), execution_options=UNSYNCHRONISED
    )


@dataclass(frozen=True, slots=True)
class RefusedGroup:
    """Readers of one campaign who were refused or given up in the same words."""

    campaign_id: int
    count: int
    detail: str


def groups_refused_alike(session: Session, *, since: datetime) -> list[RefusedGroup]:
    """Of at least two each, the newest campaign first."""
    statement = (
        select(RefusalRecord.campaign_id, RefusalRecord.reply_key, Delivery.detail)
        .join(Delivery, col(Delivery.id) == col(RefusalRecord.delivery_id))
        .where(col(Delivery.status).in_(REFUSED_STATES), col(Delivery.changed_at) >= since)
    )
    groups: dict[tuple[int, str], list[str]] = defaultdict(list)
    for campaign_id, key, detail in session.exec(statement).all():
        if detail and reply_key(detail) == key:  # else they were refused for another cause in the end
            groups[campaign_id, key].append(detail)
    alike = [
        RefusedGroup(group[0], len(details), details[0]) for group, details in groups.items() if len(details) > 1
    ]
    return sorted(alike, key=lambda group: -group.campaign_id)


def was_resumed() -> ColumnElement[bool]:
    """For a SELECT of deliveries: whether staff have had the campaign go on after theirs was refused."""
    return exists().where(col(RefusalRecord.delivery_id) == col(Delivery.id), col(RefusalRecord.times_resumed) > 0)
