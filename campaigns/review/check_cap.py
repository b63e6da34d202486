"""Frequency capping, before anything is sent: whom the cap would leave out, who are else seen only afterwards."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from campaigns.weekly_cap import count_over_the_cap
from core.settings import Settings
from templates.check import Finding, Severity


def check_cap(session: Session, campaign: Campaign, *, settings: Settings, now: datetime) -> Iterator[Finding]:
    most = CampaignSettings.of(settings).emails_a_week
    count = count_over_the_cap(session, campaign, campaign.audience, most=most, now=now)
    if count:
        yield Finding(
            Severity.WARNING, "campaigns-audience-capped", "audience", "", {"count": count, "most": most}
        )
