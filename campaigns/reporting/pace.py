"""Throughput and time left (ETA) of a campaign that is being sent, from what was sent lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from delivery.reporting.progress import count_accepted_since

WINDOW = timedelta(minutes=2)
"""What was sent before that says little about now: a sender's limit, a pause, another provider."""
_LEAST = timedelta(seconds=5)
"""Less than that says nothing yet."""


@dataclass(frozen=True, slots=True)
class PaceView:
    per_minute: int
    """Emails that the provider takes, as of late."""
    minutes_left: int | None
    """Rounded up. None: nothing was sent lately, so nobody can say."""


def pace_of(session: Session, campaign: Campaign, *, waiting: int, now: datetime) -> PaceView | None:
    """`waiting`: deliveries that are still to be sent. None while nothing is sent, or for too short a time."""
    if campaign.status is not CampaignStatus.SENDING or campaign.launched_at is None:
        return None
    recent = count_accepted_since(session, campaign.id, now - WINDOW)
    return pace(recent, elapsed=now - campaign.launched_at, waiting=waiting)


def pace(recent: int, *, elapsed: timedelta, waiting: int) -> PaceView | None:
    """`recent`: how many were sent within the window, or since the launch where that is shorter. Pure, and
    monotonic: with more waiting it is never over sooner, with more sent lately never later. A clock that was set
    back makes no pace."""
    if elapsed < _LEAST:
        return None
    span = min(elapsed, WINDOW)
    if recent == 0:
        return PaceView(0, None if waiting else 0)
    minutes_left = -(-(waiting * span) // (recent * timedelta(minutes=1)))
    return PaceView(round(recent * timedelta(minutes=1) / span), minutes_left)
