"""Bisection: a call that was refused as a whole is made again in halves, until those whom it is about are found.

A provider that answers for a whole call has taken nobody then (ADR 51). Each half is a new attempt with a key
of its own. What has to be remembered stands in the row of the attempt that was refused, so that another
process, or this one after a kill, goes on where it was.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, func, select

from core.sql import in_ids
from delivery.attempts import refusal_records
from delivery.attempts.queue import ClaimedDelivery
from delivery.attempts.retry import deferral_wait
from delivery.attempts.transitions import UNSYNCHRONISED
from delivery.providers.shared.alone_verdict import AloneHistory
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery, RefusalRecord

BEFORE_ALL_OTHERS = datetime(1970, 1, 1, tzinfo=UTC)
"""When it is the turn of those who are in a refused call: what it is about has to be known soon."""


def note_split(session: Session, attempt_id: int, *, carried: int) -> None:
    """What this attempt carried goes out again in calls of at most half as many; who was alone, alone again."""
    statement = update(Attempt).where(col(Attempt.id) == attempt_id).values(split_to=(carried + 1) // 2)
    session.exec(statement, execution_options=UNSYNCHRONISED)


def let_others_go_first(session: Session, campaign_id: int, *, now: datetime) -> None:
    """One of a refused call was found. What is left of it waits behind what has not been tried: whether others are
    taken shows whom the refusal is about."""
    split = select(col(Attempt.id)).where(
        col(Attempt.campaign_id) == campaign_id, col(Attempt.split_to).is_not(None)
    )
    statement = update(Delivery).where(
        col(Delivery.campaign_id) == campaign_id,
        col(Delivery.status) == DeliveryStatus.QUEUED,
        col(Delivery.next_attempt_at) == BEFORE_ALL_OTHERS,
        col(Delivery.attempt_id).in_(split),
    )
    session.exec(statement.values(next_attempt_at=now), execution_options=UNSYNCHRONISED)


def one_split(session: Session, claimed: Sequence[ClaimedDelivery]) -> list[ClaimedDelivery]:
    """Of what was claimed, what may go out in one call: what is left of one refused call, or what is of none."""
    attempt_ids = {delivery.attempt_id for delivery in claimed if delivery.attempt_id is not None}
    if not attempt_ids:
        return list(claimed)
    refused = select(Attempt.id, Attempt.split_to).where(
        in_ids(session, col(Attempt.id), attempt_ids), col(Attempt.split_to).is_not(None)
    )
    limits: dict[int, int] = {attempt_id: limit for attempt_id, limit in session.exec(refused).all() if limit}
    if not limits:
        return list(claimed)
    first = claimed[0].attempt_id if claimed[0].attempt_id in limits else None
    together = [each for each in claimed if (each.attempt_id if each.attempt_id in limits else None) == first]
    return together[: limits[first]] if first is not None else together


def history_alone(session: Session, attempt: Attempt, delivery_id: int, *, now: datetime) -> AloneHistory:
    """Of the reader whom `attempt` carried alone, and who was refused. That refusal is noted already."""
    mine = (col(Attempt.campaign_id) == attempt.campaign_id, col(Attempt.sender_id) == attempt.sender_id)
    earlier = (
        select(col(Attempt.id), col(Attempt.split_to))
        .join(AttemptDelivery, col(AttemptDelivery.attempt_id) == col(Attempt.id))
        .where(*mine, col(AttemptDelivery.delivery_id) == delivery_id)
        .where(col(Attempt.split_to).is_not(None), col(Attempt.id) < attempt.id)
    )
    refused_calls = [attempt_id for attempt_id, _ in session.exec(earlier).all()]
    refused_alone = _of_one_reader(session, refused_calls)
    first_alone = session.get_one(Attempt, min(refused_alone)) if refused_alone else attempt
    first_refused = min(refused_calls, default=attempt.id)
    last_yes = _last_yes(session, attempt, col(Attempt.campaign_id) == attempt.campaign_id)
    last_yes_elsewhere = _last_yes(session, attempt, col(Attempt.campaign_id) != attempt.campaign_id)
    alone = _readers_refused_alone(session, attempt, since=last_yes)
    own_words = alone.get(delivery_id)
    resumed = (
        select(func.max(RefusalRecord.times_resumed))
        .where(
            col(RefusalRecord.campaign_id) == attempt.campaign_id,
            col(RefusalRecord.sender_id) == attempt.sender_id,
        )
        .group_by(col(RefusalRecord.reply_key))
    )
    return AloneHistory(
        was_refused_alone=bool(refused_alone),
        is_taken_since=last_yes > first_refused,
        is_any_taken=last_yes > 0,
        are_others_waiting=_are_others_waiting(session, attempt.campaign_id),
        in_a_row=len(alone),
        in_equal_words=sum(key == own_words for key in alone.values()),
        in_equal_words_ever=refusal_records.count_in_equal_words(session, attempt, delivery_id),
        is_taken_elsewhere=last_yes_elsewhere > first_refused,
        is_quiet=_is_quiet(session, max(last_yes, last_yes_elsewhere), now=now),
        since_first=now - first_alone.opened_at,
        is_said_to_accepted=refusal_records.is_said_to_accepted(session, attempt, delivery_id),
        times_resumed=sum(session.exec(resumed).all()),
    )


def _is_quiet(session: Session, last_yes: int, *, now: datetime) -> bool:
    attempt = session.get(Attempt, last_yes)
    return attempt is None or attempt.opened_at <= now - deferral_wait(1)


def _are_others_waiting(session: Session, campaign_id: int) -> bool:
    noted = select(RefusalRecord.delivery_id).where(col(RefusalRecord.delivery_id) == col(Delivery.id))
    others = select(Delivery.id).where(
        col(Delivery.campaign_id) == campaign_id, col(Delivery.status) == DeliveryStatus.QUEUED, ~noted.exists()
    )
    return session.exec(others.limit(1)).first() is not None


def _last_yes(session: Session, attempt: Attempt, of_campaign: ColumnElement[bool]) -> int:
    """The newest call by this sender of which somebody was taken; 0 if there is none."""
    carried = select(AttemptDelivery.delivery_id).where(col(AttemptDelivery.attempt_id) == col(Attempt.id))
    taken = carried.join(Delivery, col(Delivery.id) == col(AttemptDelivery.delivery_id)).where(
        col(Delivery.attempt_id) == col(Attempt.id), col(Delivery.status) == DeliveryStatus.ACCEPTED
    )
    newest = (
        select(Attempt.id)
        .where(of_campaign, col(Attempt.sender_id) == attempt.sender_id)
        .where(taken.exists())
        .order_by(col(Attempt.id).desc())
        .limit(1)
    )
    return session.exec(newest).first() or 0


def _readers_refused_alone(session: Session, attempt: Attempt, *, since: int) -> dict[int, str]:
    """By delivery, the key of the words, of those whom calls of their own were refused for, after that attempt."""
    refused_calls = select(col(Attempt.id)).where(
        col(Attempt.campaign_id) == attempt.campaign_id,
        col(Attempt.sender_id) == attempt.sender_id,
        col(Attempt.id) > since,
        col(Attempt.split_to) == 1,
        or_(col(Attempt.state) == AttemptState.SETTLED, col(Attempt.id) == attempt.id),
    )
    attempt_ids = _of_one_reader(session, session.exec(refused_calls).all())
    readers = (
        select(col(RefusalRecord.delivery_id), col(RefusalRecord.reply_key))
        .join(AttemptDelivery, col(AttemptDelivery.delivery_id) == col(RefusalRecord.delivery_id))
        .where(in_ids(session, col(AttemptDelivery.attempt_id), attempt_ids))
    )
    return dict(session.exec(readers).all())


def _of_one_reader(session: Session, attempt_ids: Sequence[int]) -> list[int]:
    """Those of the attempts that carried nobody else."""
    counts = (
        select(col(AttemptDelivery.attempt_id))
        .where(in_ids(session, col(AttemptDelivery.attempt_id), attempt_ids))
        .group_by(col(AttemptDelivery.attempt_id))
        .having(func.count() == 1)
    )
    return list(session.exec(counts).all()) if attempt_ids else []
