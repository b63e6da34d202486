"""Compensation: what an automation has scheduled for a later day, and was changed meanwhile, is called off.

Its item is then new again, with its new words and its new day; where a person changed it, a draft of it is held.
So is everything of an automation that no longer has the approvals that are asked for: as new, it is then held.
"""

from sqlalchemy import true
from sqlmodel import col, select

from campaigns.automation.act_on_item import hold_item
from campaigns.automation.folder_hold import is_held_for_its_folder, is_untouched
from campaigns.automation.refusals import refused_row
from campaigns.queries import lock_campaign
from campaigns.review.standing_approval import missing_approvals
from campaigns.sending.cancel import cancel
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import Automation, AutomationItem, Campaign
from core.errors import BiltenError
from core.logging import get_logger
from news.tables import NewsItem
from staff.principal import automation_principal

log = get_logger(__name__)


def take_back_changed(context: JobContext, automation: Automation) -> None:
    """Not where staff have had their hands on the campaign."""
    required = CampaignSettings.of(context.settings).approvals_required
    with context.database.read() as session:
        missing = missing_approvals(session, automation, required=required)
        changed = session.exec(
            select(AutomationItem.item_id, Campaign.id)
            .join(Campaign, col(Campaign.id) == AutomationItem.campaign_id)
            .join(NewsItem, col(NewsItem.id) == AutomationItem.item_id)
            .where(
                AutomationItem.automation_id == automation.id,
                AutomationItem.state == AutomationItemState.SCHEDULED,
                is_untouched() | is_held_for_its_folder(),
                true() if missing else col(NewsItem.updated_at) > col(AutomationItem.at),
            )
        ).all()
    for item_id, campaign_id in changed:
        _take_back(context, automation.id, item_id, campaign_id)


def _take_back(context: JobContext, automation_id: int, item_id: int, campaign_id: int) -> None:
    now = context.clock.now()
    with context.database.write() as session:
        automation = session.get_one(Automation, automation_id, with_for_update=True)
        row = session.get(AutomationItem, (automation_id, item_id))
        campaign = lock_campaign(session, campaign_id)
        if row is None or campaign.status not in (CampaignStatus.SCHEDULED, CampaignStatus.PAUSED):
            return
        cancel(session, campaign_id, actor=automation_principal(automation_id), now=now)
        # No campaign of its is without a row: that is how lost rows are known (`campaigns.automation.memory`).
        campaign.automation_id = None
        session.delete(row)
        session.flush()
        log.info("automation.taken_back", automation_id=automation_id, item_id=item_id)
        try:
            hold_item(session, automation, item_id, settings=context.settings, now=now)
        except BiltenError as error:  # what cannot be drafted is shown, not forgotten
            session.add(refused_row(automation_id, item_id, error, now=now))
