"""How far a campaign has come: counts, asked of the rows themselves."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from delivery.outcome import Outcome
from delivery.status import DeliveryStatus
from delivery.tables import Delivery


@dataclass(frozen=True, slots=True)
class DeliveryCountSummary:
    """A campaign's deliveries, counted. Every page and file that says one of these numbers has it from here."""

    status: dict[DeliveryStatus, int] = field(default_factory=dict)
    """Statuses that no delivery has are left out."""
    outcome: dict[Outcome, int] = field(default_factory=dict)
    """What the world said, of the deliveries that a provider accepted."""

    @property
    def recipients(self) -> int:
        return sum(self.status.values())

    @property
    def delivered(self) -> int:
        """Whoever complained has it."""
        return self.outcome.get(Outcome.DELIVERED, 0) + self.outcome.get(Outcome.COMPLAINED, 0)

    @property
    def refused(self) -> int:
        """By the provider at once, or by the reader's server afterwards."""
        return self.status.get(DeliveryStatus.REJECTED, 0) + self.outcome.get(Outcome.BOUNCED, 0)

    @property
    def has_reached(self) -> bool:
        """Whether any copy arrived, or may have, as far as is known."""
        in_doubt = self.status.get(DeliveryStatus.IN_DOUBT, 0)
        return in_doubt + self.status.get(DeliveryStatus.ACCEPTED, 0) > self.outcome.get(Outcome.BOUNCED, 0)


def count_deliveries(session: Session, campaign_id: int) -> DeliveryCountSummary:
    return count_deliveries_of_many(session, [campaign_id])[campaign_id]


def count_deliveries_of_many(session: Session, campaign_ids: Collection[int]) -> dict[int, DeliveryCountSummary]:
    """By campaign, each of those asked for, in one query."""
    counts = {campaign_id: DeliveryCountSummary() for campaign_id in campaign_ids}
    statement = (
        select(col(Delivery.campaign_id), col(Delivery.status), col(Delivery.outcome), func.count())
        .where(col(Delivery.campaign_id).in_(campaign_ids))
        .group_by(col(Delivery.campaign_id), col(Delivery.status), col(Delivery.outcome))
    )
    for campaign_id, status, outcome, count in session.exec(statement).all():
        known = counts[campaign_id]
        known.status[status] = known.status.get(status, 0) + count
        if status is DeliveryStatus.ACCEPTED:
            known.outcome[outcome] = known.outcome.get(outcome, 0) + count
    return counts


def count_accepted_since(session: Session, campaign_id: int, since: datetime) -> int:
    """How many a provider has accepted from that moment on."""
    statement = select(func.count()).where(
        col(Delivery.campaign_id) == campaign_id,
        col(Delivery.status) == DeliveryStatus.ACCEPTED,
        col(Delivery.accepted_at) >= since,
    )
    return session.exec(statement).one()


def count_reasons(session: Session, campaign_id: int) -> dict[DeliveryStatus, dict[str, int]]:
    """Why deliveries were skipped, rejected or given up: the codes and how often, by status."""
    statement = (
        select(col(Delivery.status), col(Delivery.reason), func.count())
        .where(col(Delivery.campaign_id) == campaign_id, col(Delivery.reason).is_not(None))
        .group_by(col(Delivery.status), col(Delivery.reason))
    )
    counts: dict[DeliveryStatus, dict[str, int]] = defaultdict(dict)
    for status, reason, count in session.exec(statement).all():
        counts[status][reason or ""] = count
    return dict(counts)
