"""Whether anything can still come of a campaign's deliveries by itself."""

from sqlalchemy import exists
from sqlmodel import Session, col, select

from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery

ON_THE_WAY = (DeliveryStatus.QUEUED, DeliveryStatus.SENDING)


def has_unfinished(session: Session, campaign_id: int) -> bool:
    """True while a delivery waits or is under way, or an attempt in doubt still has a lookup ahead.

    What only an event or a person can settle does not count: that may never come.
    """
    on_the_way = exists().where(col(Delivery.campaign_id) == campaign_id, col(Delivery.status).in_(ON_THE_WAY))
    to_be_settled = exists().where(
        col(Attempt.campaign_id) == campaign_id,
        col(Attempt.state) == AttemptState.IN_DOUBT,
        col(Attempt.settle_at).is_not(None),
    )
    return bool(session.exec(select(on_the_way | to_be_settled)).one())
