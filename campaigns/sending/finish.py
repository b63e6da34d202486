"""A campaign is sent when no row is left that anything could still come of by itself. Nothing else ends it."""

from sqlmodel import col, select

from campaigns.queries import lock_campaign
from campaigns.sending.job_context import JobContext
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from core.logging import get_logger
from delivery.attempts.has_unfinished import has_unfinished

log = get_logger(__name__)


def finish_drained_campaigns(context: JobContext) -> None:
    """The job. What is in doubt with nothing left to look at does not hold a campaign up: staff see it."""
    with context.database.read() as session:
        sending = session.exec(select(Campaign.id).where(col(Campaign.status) == CampaignStatus.SENDING)).all()
        drained = [campaign_id for campaign_id in sending if not has_unfinished(session, campaign_id)]
    for campaign_id in drained:
        now = context.clock.now()
        with context.database.write() as session:
            campaign = lock_campaign(session, campaign_id)
            if campaign.status is CampaignStatus.SENDING and not has_unfinished(session, campaign_id):
                move(session, campaign, CampaignAction.FINISH, now=now, finished_at=now)
                log.info("campaign.sent", campaign_id=campaign_id)
