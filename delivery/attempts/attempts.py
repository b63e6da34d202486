"""Attempts: the intent to call a provider, committed before the call, and what is learnt of it after.

An answer can come late: after the lease ran out, and after another worker began to settle the doubt. Good news
is taken from anyone at any time. "Certainly not accepted" is taken only from whoever made the last call, because
a call after it may have been accepted: `fencing_token` says whose answer it is, 0 for the first call, and for a
repeat the `settle_count` of the attempt that `due_for_reconciliation` returned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, literal, update
from sqlmodel import Session, col, select

from core.errors import Conflict
from core.logging import get_logger
from core.sql import ids_as_rows, in_ids
from delivery.attempts.close_attempts import close_finished, lock_attempt
from delivery.attempts.has_unfinished import is_due
from delivery.attempts.results import record_single_results
from delivery.attempts.transitions import UNSYNCHRONISED, in_hands_of, move
from delivery.message.outgoing import SendResult
from delivery.provider_words import clean
from delivery.status import DeliveryAction
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """A call to a provider as it is about to be made, with what it takes to repeat it byte for byte."""

    campaign_id: int
    sender_id: int
    key: str
    merge_values: dict[str, Any] | None
    """None: it cannot be repeated."""
    request_digest: str
    delivery_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class RetryTerms:
    """What becomes of what an answer leaves open."""

    max_attempts: int
    """So many attempts a delivery has that was certainly not sent."""
    settle_at: datetime | None = None
    """When to look for evidence of what is in doubt; None: only an event or a person can settle it."""


def open_attempt(
    session: Session,
    new: NewAttempt,
    *,
    worker: str,
    now: datetime,
    lease: timedelta,
    tick: str | None = None,
) -> Attempt:
    """Commits, with the caller's transaction, to one call for these deliveries in this order. It is `worker`'s
    until the lease runs out. `tick`: `now` by monotonic time.

    Raises Conflict if any of them does not wait any more; then none may be sent, and the transaction has to be
    rolled back.
    """
    attempt = Attempt(
        campaign_id=new.campaign_id,
        sender_id=new.sender_id,
        key=new.key,
        state=AttemptState.OPEN,
        merge_values=new.merge_values,
        request_digest=new.request_digest,
        lease_until=now + lease,
        claimed_by=worker,
        opened_at=now,
        opened_tick=tick,
    )
    session.add(attempt)
    session.flush()
    # "+ 0": by their ids, not by way of everything that the campaign has.
    which = (in_ids(session, col(Delivery.id), new.delivery_ids), col(Delivery.campaign_id) + 0 == new.campaign_id)
    taken: dict[str, Any] = {"attempt_count": col(Delivery.attempt_count) + 1, "attempt_id": attempt.id}
    sent = move(session, DeliveryAction.SEND, *which, now=now, **taken)
    if not new.delivery_ids or len(sent) != len(new.delivery_ids):
        raise Conflict("delivery-claim-lost", expected=len(new.delivery_ids), held=len(sent))
    rows = ids_as_rows(session, new.delivery_ids)
    places = select(literal(attempt.id), rows.c.id, rows.c.place)
    session.exec(insert(AttemptDelivery).from_select(["attempt_id", "delivery_id", "position"], places))
    return attempt


def deliveries_of(session: Session, attempt_id: int) -> list[Delivery]:
    """What an attempt carries, in the order of its request, whatever became of each."""
    statement = (
        select(Delivery)
        .join(AttemptDelivery, col(AttemptDelivery.delivery_id) == col(Delivery.id))
        .where(col(AttemptDelivery.attempt_id) == attempt_id)
        .order_by(col(AttemptDelivery.position))
    )
    return list(session.exec(statement).all())


def tried_before(session: Session, attempt_id: int) -> frozenset[int]:
    """Those of its deliveries that had an attempt of their own before this one."""
    statement = (
        select(col(Delivery.id))
        .join(AttemptDelivery, col(AttemptDelivery.delivery_id) == col(Delivery.id))
        .where(col(AttemptDelivery.attempt_id) == attempt_id, col(Delivery.attempt_count) > 1)
    )
    return frozenset(session.exec(statement).all())


def record_result(
    session: Session,
    attempt_id: int,
    result: SendResult,
    *,
    now: datetime,
    terms: RetryTerms,
    fencing_token: int = 0,
) -> list[int]:
    """What the provider answered, delivery by delivery; the ids of those that are refused for good by it.

    What it left open, or did not mention, is in doubt until there is evidence.
    """
    attempt = lock_attempt(session, attempt_id)
    refused = record_single_results(
        session, attempt, result, now=now, fencing_token=fencing_token, max_attempts=terms.max_attempts
    )
    is_over = close_finished(session, col(Attempt.id) == attempt_id, now=now) > 0
    if attempt.is_answered_by(fencing_token) and not is_over:
        _doubt(session, attempt_id, detail=None, settle_at=terms.settle_at, now=now, fencing_token=fencing_token)
    return refused


def record_not_accepted(
    session: Session, attempt_id: int, *, now: datetime, retry_at: datetime, detail: str, fencing_token: int = 0
) -> bool:
    """The call certainly changed nothing: its deliveries wait until `retry_at`. That is no fault of these people,
    so it costs them no attempt; the caller holds or pauses the sender, or pauses the campaign.

    Of a repeat, this may be said only if its answer proves that the calls before it were not accepted either.
    False if the answer came too late to be of use.
    """
    if not lock_attempt(session, attempt_id).is_answered_by(fencing_token):
        return _too_late(attempt_id)
    uncounted: dict[str, Any] = {"attempt_count": col(Delivery.attempt_count) - 1, "next_attempt_at": retry_at}
    held = in_hands_of(session, [attempt_id])
    move(session, DeliveryAction.REQUEUE, held, now=now, detail=clean(detail), **uncounted)
    close_finished(session, col(Attempt.id) == attempt_id, now=now)
    return True


def record_doubt(
    session: Session,
    attempt_id: int,
    *,
    detail: str,
    settle_at: datetime | None,
    now: datetime,
    fencing_token: int = 0,
) -> bool:
    """Nobody knows whether the call was accepted. `settle_at` None: only an event or a person can tell.

    False if the answer came too late to be of use.
    """
    if not lock_attempt(session, attempt_id).is_answered_by(fencing_token):
        return _too_late(attempt_id)
    _doubt(session, attempt_id, detail=clean(detail), settle_at=settle_at, now=now, fencing_token=fencing_token)
    return True


def due_for_reconciliation(
    session: Session, *, now: datetime, limit: int, worker: str, lease: timedelta
) -> list[Attempt]:
    """Attempts in doubt whose time has come, for `worker` alone until the lease runs out.

    Each claim is a turn of its own: `settle_count` is the token that its answer has to carry.
    """
    due = (
        select(col(Attempt.id))
        .where(is_due(now))
        .order_by(col(Attempt.settle_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
        .cte("due")
    )
    statement = (
        update(Attempt)
        .where(col(Attempt.id).in_(select(due.c.id)))
        .values(claimed_by=worker, lease_until=now + lease, settle_count=col(Attempt.settle_count) + 1)
        .returning(Attempt)
    )
    options = UNSYNCHRONISED | {"populate_existing": True}
    claimed: list[Attempt] = [row[0] for row in session.exec(statement, execution_options=options).all()]
    return sorted(claimed, key=lambda attempt: attempt.id)


def postpone_lookup(session: Session, attempt_id: int, *, until: datetime, fencing_token: int) -> bool:
    """The look did not come about: nothing was learnt, and it does not count as one in vain. The attempt is free
    for a lookup at `until`. False if somebody else has it by now."""
    if not lock_attempt(session, attempt_id).is_answered_by(fencing_token):
        return _too_late(attempt_id)
    free: dict[str, Any] = {"settle_at": until, "lease_until": None, "claimed_by": None}
    statement = update(Attempt).where(col(Attempt.id) == attempt_id).values(free)
    session.exec(statement, execution_options=UNSYNCHRONISED)
    return True


def _doubt(
    session: Session,
    attempt_id: int,
    *,
    detail: str | None,
    settle_at: datetime | None,
    now: datetime,
    fencing_token: int,
) -> None:
    move(session, DeliveryAction.DOUBT, in_hands_of(session, [attempt_id]), now=now)
    statement = (
        update(Attempt)
        .where(col(Attempt.id) == attempt_id)
        .values(
            state=AttemptState.IN_DOUBT,
            settle_at=settle_at,
            detail=detail,
            lease_until=None,
            claimed_by=None,
            # The first call is no lookup; each answer after it is what a lookup came to.
            look_count=col(Attempt.look_count) + (1 if fencing_token else 0),
        )
    )
    session.exec(statement, execution_options=UNSYNCHRONISED)


def _too_late(attempt_id: int) -> bool:
    log.warning("attempt.answered_too_late", attempt_id=attempt_id)
    return False
