"""Frequency capping: how many emails a person gets in seven days, if the organisation has set a most (ADR 87)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, or_, select

from campaigns.public_archive.tables import CampaignNotice
from campaigns.tables import Campaign, CampaignKind
from core.sql import in_ids
from delivery.status import DeliveryStatus
from delivery.tables import Delivery

OVER_THE_CAP = "weekly_cap"
"""The reason of a delivery that is left out by it."""
_WEEK = timedelta(days=7)
_EXEMPT = frozenset({CampaignKind.STATEMENT, CampaignKind.CORRECTION})
_ON_THEIR_WAY = (DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT)


def over_the_cap(
    session: Session, campaign: Campaign, subscriber_ids: Collection[int], *, most: int, now: datetime
) -> set[int]:
    """Who of these has had so many already, this campaign not counted. `most`: 0 for no cap. Nobody, where the
    campaign is a statement, a correction, or a follow-up to what was recalled: these have to arrive."""
    if not most or campaign.kind in _EXEMPT or _is_follow_up(session, campaign):
        return set()
    since = now - _WEEK
    lately = select(Campaign.id).where(
        col(Campaign.launched_at).is_not(None),
        or_(col(Campaign.finished_at).is_(None), col(Campaign.finished_at) > since),
        Campaign.id != campaign.id,
    )
    # The key of a delivery begins with its campaign: without their numbers, all that ever was sent would be read.
    campaign_ids = list(session.exec(lately))
    counted = (
        select(Delivery.subscriber_id)
        .where(
            in_ids(session, col(Delivery.campaign_id), campaign_ids),
            in_ids(session, col(Delivery.subscriber_id), subscriber_ids),
            or_(col(Delivery.accepted_at) > since, col(Delivery.status).in_(_ON_THEIR_WAY)),
        )
        .group_by(col(Delivery.subscriber_id))
        .having(func.count() >= most)
    )
    return set(session.exec(counted))


def _is_follow_up(session: Session, campaign: Campaign) -> bool:
    wanted = select(CampaignNotice.campaign_id).where(CampaignNotice.follow_up_id == campaign.id)
    return session.exec(wanted.limit(1)).first() is not None
