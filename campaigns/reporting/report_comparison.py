"""Benchmark: a campaign beside the median of the last ones of its kind.

Shares only where every campaign has enough readers: three of seven people are three people, and not 43 %.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from sqlmodel import Session, col, select

from campaigns.reporting.report import CampaignReport, unsubscribe_evidence
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from delivery.outcome import Outcome
from delivery.reporting.progress import count_deliveries_of_many
from subscribers.queries import count_unsubscribed_of_many

LAST = 5
MIN_FOR_SHARES = 100
"""Readers: with fewer, one person would be more than a percent."""
MEASURES = ("recipients", "delivered", "refused", "unsubscribed", "complained")


@dataclass(frozen=True, slots=True)
class CampaignValues:
    recipients: int
    delivered: int
    refused: int
    unsubscribed: int
    complained: int


@dataclass(frozen=True, slots=True)
class ComparedValue:
    name: str
    count: int
    median_count: float
    share: float | None
    """Of the recipients, from 0 to 1; None where it would say more than so few people can."""
    median_share: float | None


@dataclass(frozen=True, slots=True)
class CampaignComparison:
    earlier: int
    """How many campaigns the medians are of."""
    measures: list[ComparedValue]


def compare(figures: CampaignValues, earlier: Sequence[CampaignValues]) -> CampaignComparison | None:
    """Pure. None where there is nothing to compare it with."""
    if not earlier:
        return None
    has_shares = all(each.recipients >= MIN_FOR_SHARES for each in (figures, *earlier))
    measures = [
        ComparedValue(
            name,
            getattr(figures, name),
            median(getattr(each, name) for each in earlier),
            _share(figures, name) if has_shares and name != "recipients" else None,
            median(_share(each, name) for each in earlier) if has_shares and name != "recipients" else None,
        )
        for name in MEASURES
    ]
    return CampaignComparison(len(earlier), measures)


def compare_with_last(session: Session, campaign: Campaign, report: CampaignReport) -> CampaignComparison | None:
    """With the last ones of its kind that had gone out before it."""
    earlier = session.exec(
        select(Campaign)
        .where(
            Campaign.kind == campaign.kind,
            Campaign.status == CampaignStatus.SENT,
            col(Campaign.launched_at) < campaign.launched_at,
        )
        .order_by(col(Campaign.launched_at).desc(), col(Campaign.id).desc())
        .limit(LAST)
    ).all()
    own = CampaignValues(
        recipients=report.recipients,
        delivered=report.delivered,
        refused=report.refused,
        unsubscribed=report.unsubscribed,
        complained=report.complained,
    )
    return compare(own, _values_of(session, earlier) if earlier else [])


def _share(figures: CampaignValues, name: str) -> float:
    return float(getattr(figures, name)) / figures.recipients


def _values_of(session: Session, campaigns: Collection[Campaign]) -> list[CampaignValues]:
    ids = [campaign.id for campaign in campaigns]
    counts = count_deliveries_of_many(session, ids)
    left = count_unsubscribed_of_many(session, [unsubscribe_evidence(row.public_id) for row in campaigns])
    return [
        CampaignValues(
            recipients=counts[campaign.id].recipients,
            delivered=counts[campaign.id].delivered,
            refused=counts[campaign.id].refused,
            unsubscribed=left.get(unsubscribe_evidence(campaign.public_id), 0),
            complained=counts[campaign.id].outcome.get(Outcome.COMPLAINED, 0),
        )
        for campaign in campaigns
    ]
