"""Data retention, the subscribers' side: who never confirmed, and who has left every list, for how long.

A no is never lost by it. A sign-up that followed a no and was not confirmed goes back to that no; whoever left is
erased as by their own wish, and the keyed hash of their address goes on saying no.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, select, tuple_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from core.db import rows_changed
from core.sql import in_ids
from subscribers.address_tables import FormerAddress
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentRecord, Subscriber, Subscription

Rows = Select[*tuple[Any, ...]]
"""Of two columns: the number of a row, and the moment from which its age is counted."""
_ANSWERS = (ConsentAction.CONFIRMED, ConsentAction.UNSUBSCRIBED)


def never_confirmed(before: datetime) -> Rows:
    """People who have signed up, the last time before that, and have never said yes or no to anything."""
    pending = col(Subscription.status) == SubscriptionStatus.PENDING
    return select(col(Subscriber.id), _last_change()).where(
        _has_subscription(pending),
        ~_has_subscription(~pending),
        ~_has_subscription(col(Subscription.changed_at) >= before),
        ~exists().where(
            col(ConsentRecord.subscriber_id) == col(Subscriber.id), col(ConsentRecord.action).in_(_ANSWERS)
        ),
        # They have had another address, of which there may be a no.
        ~exists().where(col(FormerAddress.subscriber_id) == col(Subscriber.id)),
    )


def stale_requests(before: datetime) -> Rows:
    """Sign-ups that were not confirmed, of people who stay. Not of somebody who had said yes, and was asked anew
    at another address."""
    return select(col(Subscription.id), col(Subscription.changed_at)).where(
        col(Subscription.status) == SubscriptionStatus.PENDING,
        col(Subscription.changed_at) < before,
        ~_is_yes_the_last(),
        col(Subscription.subscriber_id).not_in(never_confirmed(before).with_only_columns(col(Subscriber.id))),
    )


def forget_requests(session: Session, ids: Sequence[int]) -> int:
    """Of `stale_requests`. How many."""
    mine = in_ids(session, col(Subscription.id), ids)
    back = update(Subscription).where(mine, _has_record(ConsentAction.UNSUBSCRIBED))
    # As if they had not asked again: the age of their no is counted from when they did.
    returned = _run(session, back.values(status=SubscriptionStatus.UNSUBSCRIBED))
    gone = (mine, col(Subscription.status) == SubscriptionStatus.PENDING)
    asked = select(col(Subscription.subscriber_id), col(Subscription.list_id)).where(*gone)
    place = tuple_(col(ConsentRecord.subscriber_id), col(ConsentRecord.list_id))
    session.execute(delete(ConsentRecord).where(place.in_(asked)), execution_options=_UNSYNCHRONISED)
    return returned + _run(session, delete(Subscription).where(*gone))


def left_everything(before: datetime) -> Rows:
    """People who have left every list that they were on, the last one before that."""
    left = col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED
    return select(col(Subscriber.id), _last_change()).where(
        _has_subscription(left),
        ~_has_subscription(~left),
        ~_has_subscription(col(Subscription.changed_at) >= before),
    )


_UNSYNCHRONISED: dict[str, Any] = {"synchronize_session": False}


def _run(session: Session, statement: Any) -> int:
    return rows_changed(session.execute(statement, execution_options=_UNSYNCHRONISED))


def _has_subscription(which: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(col(Subscription.subscriber_id) == col(Subscriber.id), which)


def _last_change() -> Any:
    theirs = col(Subscription.subscriber_id) == col(Subscriber.id)
    return select(func.max(col(Subscription.changed_at))).where(theirs).scalar_subquery()


def _has_record(action: ConsentAction) -> ColumnElement[bool]:
    """Of a subscription: to this list, once."""
    return exists().where(
        col(ConsentRecord.subscriber_id) == col(Subscription.subscriber_id),
        col(ConsentRecord.list_id) == col(Subscription.list_id),
        col(ConsentRecord.action) == action,
    )


def _is_yes_the_last() -> ColumnElement[bool]:
    yes, later = aliased(ConsentRecord), aliased(ConsentRecord)
    no_since = exists().where(
        col(later.subscriber_id) == col(yes.subscriber_id),
        col(later.list_id) == col(yes.list_id),
        col(later.action) == ConsentAction.UNSUBSCRIBED,
        col(later.id) > col(yes.id),
    )
    return exists().where(
        col(yes.subscriber_id) == col(Subscription.subscriber_id),
        col(yes.list_id) == col(Subscription.list_id),
        col(yes.action) == ConsentAction.CONFIRMED,
        ~no_since,
    )
