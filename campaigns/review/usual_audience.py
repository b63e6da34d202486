"""How many people campaigns to a list usually go to: a list that was filled by mistake shows in the number."""

from statistics import median

from sqlmodel import Session, col, func, select

from campaigns.audience_lists import AudienceList
from campaigns.queries import goes_to
from campaigns.tables import Campaign
from delivery.tables import Delivery

LAST = 5
UNUSUAL = 10
"""So many times the usual number is worth a question."""


def usual_audience(session: Session, campaign: Campaign) -> int | None:
    """The middle one of the last campaigns to one of its lists; None before the first. Two queries."""
    before = (
        select(Campaign.id)
        .where(
            goes_to(col(AudienceList.list_id).in_(campaign.audience.lists)),
            col(Campaign.launched_at).is_not(None),
            col(Campaign.id) != campaign.id,
        )
        .order_by(col(Campaign.launched_at).desc())
        .limit(LAST)
    )
    earlier = list(session.exec(before).all())
    counts = select(func.count(col(Delivery.id))).where(col(Delivery.campaign_id).in_(earlier))
    sizes = session.exec(counts.group_by(col(Delivery.campaign_id))).all() if earlier else []
    return round(median(sizes)) if sizes else None


def is_unusual(total: int, usual: int | None) -> bool:
    return usual is not None and total >= UNUSUAL * max(usual, 1)
