"""Call a campaign off for good. What has gone out has gone out; nothing else will."""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.queries import lock_campaign
from campaigns.sending.job_context import JobContext
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from delivery.attempts.queue import cancel_queued
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def cancel(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """Raises IllegalTransition where it is finished already."""
    require(actor, Permission.CANCEL)
    campaign = lock_campaign(session, campaign_id)
    move(session, campaign, CampaignAction.CANCEL, now=now, finished_at=now, pause_reason=None, pause_detail=None)
    unsent = cancel_queued(session, campaign.id, now=now)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.cancelled",
        subject=f"campaign:{campaign.id}",
        now=now,
        unsent=unsent,
    )
    return campaign


def cancel_leftovers(context: JobContext) -> None:
    """The job: what a worker held at the moment of cancelling, and gave back since."""
    with context.database.read() as session:
        left = session.exec(
            select(Campaign.id)
            .join(Delivery, col(Delivery.campaign_id) == Campaign.id)
            .where(Campaign.status == CampaignStatus.CANCELLED, Delivery.status == DeliveryStatus.QUEUED)
            .distinct()
        ).all()
    for campaign_id in left:
        with context.database.write() as session:
            cancel_queued(session, campaign_id, now=context.clock.now())
