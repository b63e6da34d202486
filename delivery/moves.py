"""The one way in which deliveries change their status: a compare-and-set over many rows.

Whoever changes both locks attempts before deliveries, and each in the order of their ids, so that no two
transactions wait for each other. Locks are FOR NO KEY UPDATE (`key_share`): rows that only refer to a delivery,
such as its events, may be written meanwhile.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from core.machine import sources
from delivery.status import TRANSITIONS, DeliveryAction
from delivery.tables import AttemptDelivery, Delivery

UNSYNCHRONISED: dict[str, Any] = {"synchronize_session": False}
"""Objects that a session has loaded are not what a compare-and-set is about."""


def move(
    session: Session,
    action: DeliveryAction,
    *where: ColumnElement[bool],
    now: datetime,
    waits: bool = True,
    **values: Any,
) -> list[int]:
    """The ids of the deliveries for which `action` was possible and is now done. They are nobody's after it.

    `waits=False` passes over rows that another transaction is busy with.
    """
    states = sources(TRANSITIONS, action)
    ready = (
        select(col(Delivery.id))
        .where(col(Delivery.status).in_(states), *where)
        .order_by(col(Delivery.id))
        .with_for_update(key_share=True, skip_locked=not waits)
        .cte("ready")
    )
    changes = {
        "status": TRANSITIONS[states[0], action],
        "lease_until": None,
        "claimed_by": None,
        "changed_at": now,
    }
    statement = (
        update(Delivery)
        .where(col(Delivery.id).in_(select(ready.c.id)))
        .values(changes | values)
        .returning(col(Delivery.id))
    )
    return [row[0] for row in session.exec(statement, execution_options=UNSYNCHRONISED).all()]


def carried_by(attempt_ids: Iterable[int]) -> ColumnElement[bool]:
    """The deliveries that these attempts carry."""
    carried = select(col(AttemptDelivery.delivery_id)).where(
        col(AttemptDelivery.attempt_id).in_(list(attempt_ids))
    )
    return col(Delivery.id).in_(carried)
