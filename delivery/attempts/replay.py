"""Deliveries after a restore: rows that the database has forgotten, and calls of which the journal knows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from core.ids import new_public_id
from core.sql import in_ids
from delivery.attempts.attempts import NewAttempt, open_attempt, record_doubt
from delivery.attempts.close_attempts import UNDECIDED, UNSETTLED, close_finished
from delivery.attempts.transitions import UNSYNCHRONISED, move
from delivery.outcome import RejectReason
from delivery.status import DeliveryAction, DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, AttemptState, Delivery

WORKER = "restore"
RESTORED_KEY = "restored-"
"""How the keys of attempts begin that no provider has seen: they stand for what a restore leaves unknown."""
_NO_DIGEST = "0" * 64


class PastRow(NamedTuple):
    delivery_id: int
    subscriber_id: int
    address_hash: str
    variant_id: int
    list_id: int = 0
    """0: written down when a campaign had one list."""


def find_or_add(session: Session, campaign_id: int, rows: Sequence[PastRow], *, now: datetime) -> dict[int, int]:
    """By the delivery's number then, its number now: the same, unless another has it."""
    known = _known(session, campaign_id, rows)
    missing = [row for row in rows if row.address_hash not in known]
    taken = set(
        session.exec(
            select(Delivery.id).where(in_ids(session, col(Delivery.id), [m.delivery_id for m in missing]))
        )
    )
    values = [
        ({} if row.delivery_id in taken else {"id": row.delivery_id})
        | {
            "campaign_id": campaign_id,
            "subscriber_id": row.subscriber_id,
            "address_hash": row.address_hash,
            "variant_id": row.variant_id,
            "list_id": row.list_id,
            "status": DeliveryStatus.QUEUED,
            "outcome": "pending",
            "attempt_count": 0,
            "next_attempt_at": now,
            "changed_at": now,
        }
        for row in missing
    ]
    for same in ([v for v in values if "id" in v], [v for v in values if "id" not in v]):
        if same:
            session.execute(insert(Delivery), same)
    known = _known(session, campaign_id, rows)
    return {row.delivery_id: known[row.address_hash] for row in rows}


def _known(session: Session, campaign_id: int, rows: Sequence[PastRow]) -> dict[str, int]:
    hashes = {row.address_hash for row in rows}
    known = session.exec(
        select(Delivery.address_hash, Delivery.id).where(
            col(Delivery.campaign_id) == campaign_id, col(Delivery.address_hash).in_(hashes)
        )
    )
    return dict(known.all())


def repeat_attempt(session: Session, past: NewAttempt, *, opened_at: datetime) -> Attempt | None:
    """The call as it was committed then. Whoever is known to have their copy is left out; None if all have."""
    reopened = (
        update(Delivery)
        .where(
            in_ids(session, col(Delivery.id), past.delivery_ids),
            col(Delivery.status).not_in([DeliveryStatus.ACCEPTED, DeliveryStatus.QUEUED]),
        )
        .values(status=DeliveryStatus.QUEUED)
    )
    session.exec(reopened, execution_options=UNSYNCHRONISED)
    waiting = set(
        session.exec(
            select(Delivery.id).where(
                in_ids(session, col(Delivery.id), past.delivery_ids),
                col(Delivery.status) == DeliveryStatus.QUEUED,
            )
        )
    )
    carried = [delivery_id for delivery_id in past.delivery_ids if delivery_id in waiting]
    if not carried:
        return None
    still_due = replace(past, delivery_ids=carried)
    return open_attempt(session, still_due, worker=WORKER, now=opened_at, lease=timedelta(0))


def apply_moves(session: Session, moves: Mapping[int, DeliveryAction], *, now: datetime) -> None:
    """What the journal says became of calls, for deliveries of which the database does not know it: as far as
    their state still allows for it."""
    values: dict[DeliveryAction, dict[str, Any]] = {
        DeliveryAction.ACCEPT: {"accepted_at": now},
        DeliveryAction.REJECT: {"reason": RejectReason.OTHER.value},
        DeliveryAction.REQUEUE: {"next_attempt_at": now},
        DeliveryAction.GIVE_UP: {"reason": "too_many_attempts"},
    }
    for action, own in values.items():
        ids = sorted(delivery_id for delivery_id, moved in moves.items() if moved is action)
        if ids:
            move(session, action, in_ids(session, col(Delivery.id), ids), now=now, **own)


def leave_in_doubt(session: Session, attempt_id: int, *, settle_at: datetime | None, now: datetime) -> None:
    """What of it nobody knows the end of; with nothing left to learn it is over."""
    if not close_finished(session, col(Attempt.id) == attempt_id, now=now):
        record_doubt(session, attempt_id, detail="", settle_at=settle_at, now=now)


def doubt_what_waits(session: Session, campaign_id: int, sender_id: int, *, now: datetime) -> int:
    """Nobody can say of these whether they got their copy: a person decides. How many they are.

    They are carried by an attempt that no provider has seen, so that the decision has something to be about.
    """
    waiting = list(
        session.exec(
            select(Delivery.id)
            .where(col(Delivery.campaign_id) == campaign_id, col(Delivery.status) == DeliveryStatus.QUEUED)
            .order_by(col(Delivery.id))
        )
    )
    if waiting:
        unseen = NewAttempt(campaign_id, sender_id, RESTORED_KEY + new_public_id(32), {}, _NO_DIGEST, waiting)
        attempt = open_attempt(session, unseen, worker=WORKER, now=now, lease=timedelta(0))
        record_doubt(session, attempt.id, detail="", settle_at=None, now=now)
    return len(waiting)


def leave_to_people(session: Session, campaign_id: int, *, now: datetime) -> None:
    """What was in doubt before: evidence about that call says nothing about one that has been made since."""
    mine = (col(Attempt.campaign_id) == campaign_id, col(Attempt.state).in_(UNSETTLED))
    ids = session.exec(select(Attempt.id).where(*mine)).all()
    carried = select(col(AttemptDelivery.delivery_id)).where(col(AttemptDelivery.attempt_id).in_(ids))
    move(session, DeliveryAction.DOUBT, col(Delivery.id).in_(carried), now=now)
    statement = update(Attempt).where(*mine).values(
        state=AttemptState.IN_DOUBT, settle_at=None, lease_until=None, claimed_by=None
    )  # fmt: skip
    session.exec(statement, execution_options=UNSYNCHRONISED)


def undecided(session: Session) -> list[int]:
    """Deliveries of which the database does not know what became of their last call."""
    return list(session.exec(select(Delivery.id).where(col(Delivery.status).in_(UNDECIDED))))


def waiting(session: Session) -> list[int]:
    """Deliveries that are still to be sent."""
    return list(session.exec(select(Delivery.id).where(col(Delivery.status) == DeliveryStatus.QUEUED)))


def close_decided(session: Session, *, now: datetime) -> None:
    close_finished(session, col(Attempt.id) > 0, now=now)
