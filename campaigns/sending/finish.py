"""A campaign is sent when no row is left that anything could still come of by itself. Nothing else ends it; and an
email of a welcome series does not end while the series is on."""

from sqlalchemy import ColumnElement, exists
from sqlmodel import col, select

from campaigns.queries import lock_campaign
from campaigns.sending.job_context import JobContext
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from campaigns.welcome_tables import SeriesEmail, WelcomeSeries
from core.logging import get_logger
from delivery.attempts.has_unfinished import has_unfinished

log = get_logger(__name__)


def is_standing() -> ColumnElement[bool]:
    """Of a campaign: a welcome series that is on goes on sending it, to whoever is new."""
    return exists().where(
        col(SeriesEmail.campaign_id) == col(Campaign.id),
        col(SeriesEmail.removed_at).is_(None),
        col(WelcomeSeries.id) == col(SeriesEmail.series_id),
        col(WelcomeSeries.is_enabled),
    )


def finish_drained_campaigns(context: JobContext) -> None:
    """The job. What is in doubt with nothing left to look at does not hold a campaign up: staff see it."""
    with context.database.read() as session:
        is_being_sent = col(Campaign.status) == CampaignStatus.SENDING
        sending = session.exec(select(Campaign.id).where(is_being_sent, ~is_standing())).all()
        drained = [campaign_id for campaign_id in sending if not has_unfinished(session, campaign_id)]
    for campaign_id in drained:
        now = context.clock.now()
        with context.database.write() as session:
            campaign = lock_campaign(session, campaign_id)
            if campaign.status is CampaignStatus.SENDING and not has_unfinished(session, campaign_id):
                move(session, campaign, CampaignAction.FINISH, now=now, finished_at=now)
                log.info("campaign.sent", campaign_id=campaign_id)
