"""The suppression list, for staff: reasons, and addresses as far as there are any and the viewer may see them."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.people.visible_person import hidden_lists
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.find_people import visible_to
from subscribers.tables import Subscriber, Suppression, SuppressionReason


@dataclass(frozen=True, slots=True)
class BlockedAddress:
    id: int
    address: str | None
    """None: nobody's here, or of somebody who is hidden from the viewer."""
    reason: SuppressionReason
    at: datetime


def blocked_addresses(
    session: Session, *, viewer: Principal, after_id: int = 0, limit: int
) -> list[BlockedAddress]:
    """A page in order of number. Raises NotAllowed."""
    require(viewer, Permission.SERVE_SUBSCRIBERS)
    whose = (col(Subscriber.address_hash) == col(Suppression.address_hash)) & visible_to(
        hidden_lists(session, viewer)
    )
    statement = (
        select(Suppression, Subscriber.address)
        .join(Subscriber, whose, isouter=True)
        .where(col(Suppression.id) > after_id)
        .order_by(col(Suppression.id))
        .limit(limit)
    )
    return [BlockedAddress(row.id, address, row.reason, row.at) for row, address in session.exec(statement).all()]
