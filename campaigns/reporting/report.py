"""What became of a campaign, in numbers. Nobody is named, nothing was tracked."""

from dataclasses import dataclass, field

from sqlmodel import Session

from campaigns.queries import get_campaign
from delivery.outcome import Outcome
from delivery.reporting.progress import count_deliveries, count_reasons
from delivery.status import DeliveryStatus
from subscribers.queries import count_unsubscribed


@dataclass(frozen=True, slots=True)
class CampaignReport:
    recipients: int
    """Deliveries written at the launch."""
    queued: int
    """Still to be sent, or being sent."""
    accepted: int
    delivered: int
    deferred: int
    bounced: int
    complained: int
    unsubscribed: int
    """Through a link or button of this campaign."""
    rejected: int
    failed: int
    in_doubt: int
    cancelled: int
    skipped: dict[str, int] = field(default_factory=dict)
    """Reason → how many: whom the policy kept from being mailed after the launch."""

    @property
    def refused(self) -> int:
        """As `DeliveryCountSummary` has it: by the provider at once, or by the reader's server afterwards."""
        return self.rejected + self.bounced

    @property
    def settled(self) -> int:
        """How many deliveries need nothing more from us."""
        return self.recipients - self.queued - self.in_doubt


def report(session: Session, campaign_id: int) -> CampaignReport:
    """Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    counts = count_deliveries(session, campaign_id)
    status, outcome = counts.status, counts.outcome
    on_the_way = (DeliveryStatus.QUEUED, DeliveryStatus.SENDING)
    return CampaignReport(
        recipients=counts.recipients,
        queued=sum(status.get(state, 0) for state in on_the_way),
        accepted=status.get(DeliveryStatus.ACCEPTED, 0),
        delivered=counts.delivered,
        deferred=outcome.get(Outcome.DEFERRED, 0),
        bounced=outcome.get(Outcome.BOUNCED, 0),
        complained=outcome.get(Outcome.COMPLAINED, 0),
        unsubscribed=count_unsubscribed(session, evidence=unsubscribe_evidence(campaign.public_id)),
        rejected=status.get(DeliveryStatus.REJECTED, 0),
        failed=status.get(DeliveryStatus.FAILED, 0),
        in_doubt=status.get(DeliveryStatus.IN_DOUBT, 0),
        cancelled=status.get(DeliveryStatus.CANCELLED, 0),
        skipped=count_reasons(session, campaign_id).get(DeliveryStatus.SKIPPED, {}),
    )


def unsubscribe_evidence(public_id: str) -> str:
    """What a ConsentRecord names as its evidence when somebody leaves through a link of this campaign."""
    return f"campaign:{public_id}"
