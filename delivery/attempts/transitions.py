"""Compare-and-set over many rows: the one way in which deliveries change their status.

Whoever changes both locks attempts before deliveries, and each in the order of their ids, so that no two
transactions wait for each other. Locks are FOR NO KEY UPDATE (`key_share`): rows that only refer to a delivery,
such as its events, may be written meanwhile.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, update
from sqlmodel import Session, col, select

from core.generation.notes import note_fact
from core.machine import sources
from core.sql import in_ids
from delivery.status import TRANSITIONS, DeliveryAction
from delivery.tables import AttemptDelivery, Delivery

MOVED = "moved"
REMEMBERED = (DeliveryAction.ACCEPT, DeliveryAction.REJECT, DeliveryAction.REQUEUE, DeliveryAction.GIVE_UP)
"""What the journal says of deliveries, besides the attempts that carry them (ADR 31)."""

UNSYNCHRONISED: dict[str, Any] = {"synchronize_session": False}
"""Objects that a session has loaded are not what a compare-and-set is about."""


def move(
    session: Session,
    action: DeliveryAction,
    *where: ColumnElement[bool],
    now: datetime,
    **values: Any,
) -> list[int]:
    """The ids of the deliveries for which `action` was possible and is now done. All of `where` are locked."""
    states = sources(TRANSITIONS, action)
    # Their status is judged once they are locked, and not looked for: PostgreSQL would go through everything that
    # is queued to find a hundred rows whose ids it has been told.
    locked = (
        select(Delivery.id, Delivery.status)
        .where(*where)
        .order_by(col(Delivery.id))
        .with_for_update(key_share=True)
        .cte("locked")
    )
    changes = {"status": TRANSITIONS[states[0], action], "changed_at": now}
    statement = (
        update(Delivery)
        .where(col(Delivery.id).in_(select(locked.c.id).where(locked.c.status.in_(states))))
        .values(changes | values)
        .returning(col(Delivery.id))
    )
    moved = [row[0] for row in session.exec(statement, execution_options=UNSYNCHRONISED).all()]
    if moved and action in REMEMBERED:
        # What became of a call is certain already: to lose it with a crash leaves a doubt, no more.
        note_fact(session, MOVED, counts=False, action=action.value, ids=moved)
    return moved


def carried_by(attempt_id: int) -> ColumnElement[bool]:
    """What this attempt has ever carried, wherever it is by now: whom good news about it is believed of."""
    carried = select(col(AttemptDelivery.delivery_id)).where(col(AttemptDelivery.attempt_id) == attempt_id)
    return col(Delivery.id).in_(carried)


def in_hands_of(session: Session, attempt_ids: Collection[int]) -> ColumnElement[bool]:
    """What is in the hands of these attempts now: everything else that is learnt of them is about these alone.

    The delivery's own row says whose it is, and `move` reads that once the row is locked: a question to
    `attempt_delivery` would be answered by what stood there before the wait for the lock (ADR 33).
    """
    carried = select(col(AttemptDelivery.delivery_id)).where(
        in_ids(session, col(AttemptDelivery.attempt_id), attempt_ids)
    )
    return and_(col(Delivery.id).in_(carried), in_ids(session, col(Delivery.attempt_id), attempt_ids))
