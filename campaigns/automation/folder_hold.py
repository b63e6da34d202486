"""Precondition of what an automation has scheduled: its folder still holds, byte for byte, what was approved.

Whoever takes a file away before its day, or corrects it so that it cannot be read, does not want its words to go
out. So the campaign is paused and shown; it waits for its time again once the folder holds those words again, and
a person may send or cancel it meanwhile. The launch waits for this comparison (`campaigns.sending.launch`).
"""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from campaigns.queries import lock_campaign
from campaigns.sending.job_context import JobContext
from campaigns.status import AutomationItemState, CampaignAction, CampaignStatus, PauseReason
from campaigns.tables import Automation, AutomationItem, Campaign
from campaigns.transition import move, pause
from core.logging import get_logger
from news.folder_texts import is_missing_a_text
from news.tables import NewsItem

log = get_logger(__name__)


def is_untouched() -> ColumnElement[bool]:
    """Of a campaign and its `AutomationItem`: scheduled by the automation, and no person's since."""
    return (col(Campaign.status) == CampaignStatus.SCHEDULED) & (
        col(Campaign.changed_at) == col(AutomationItem.at)
    )


def is_held_for_its_folder() -> ColumnElement[bool]:
    """Of a campaign: paused here, and by nobody else."""
    return (col(Campaign.status) == CampaignStatus.PAUSED) & (
        col(Campaign.pause_reason) == PauseReason.SOURCE_CHANGED
    )


def compare_with_folder(context: JobContext, automation: Automation) -> None:
    """After a reading, and after what was changed has been called off (`campaigns.automation.take_back`)."""
    now = context.clock.now()
    with context.database.write() as session:
        for campaign_id in _campaigns(session, automation, is_untouched() & is_missing_a_text()):
            pause(session, lock_campaign(session, campaign_id), PauseReason.SOURCE_CHANGED, now=now)
            log.warning("automation.paused", automation_id=automation.id, campaign_id=campaign_id)
        for campaign_id in _campaigns(session, automation, is_held_for_its_folder() & ~is_missing_a_text()):
            _wait_again(session, campaign_id, now=now)
            log.info("automation.waits_again", automation_id=automation.id, campaign_id=campaign_id)
        checked = update(Automation).where(col(Automation.id) == automation.id)
        session.execute(checked.values(folder_checked_at=now))


def _campaigns(session: Session, automation: Automation, condition: ColumnElement[bool]) -> list[int]:
    return list(
        session.exec(
            select(Campaign.id)
            .join(AutomationItem, col(AutomationItem.campaign_id) == col(Campaign.id))
            .join(NewsItem, col(NewsItem.id) == col(AutomationItem.item_id))
            .where(
                AutomationItem.automation_id == automation.id,
                AutomationItem.state == AutomationItemState.SCHEDULED,
                condition,
            )
            .order_by(col(Campaign.id))
        ).all()
    )


def _wait_again(session: Session, campaign_id: int, *, now: datetime) -> None:
    """A time that has passed meanwhile is for the launch to judge: it may be too late."""
    campaign = lock_campaign(session, campaign_id)
    move(session, campaign, CampaignAction.WAIT, now=now, pause_reason=None, pause_detail=None)
    session.execute(
        update(AutomationItem).where(col(AutomationItem.campaign_id) == campaign_id).values(at=campaign.changed_at)
    )
