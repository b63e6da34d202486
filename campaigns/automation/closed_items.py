"""Items that are over for every automation: sent, about to be, called off, or an archive's from the beginning.

A new text of one of these is never sent by itself. So a file that has its name and is another publication is
refused and shown (`news.used_name`), and every other change of it is shown, too.
"""

from collections.abc import Collection

from sqlmodel import Session, col, or_, select

from campaigns.automation.folder_hold import is_held_for_its_folder, is_untouched
from campaigns.services import Services
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import AutomationItem, Campaign
from news.import_files import NewsIntake
from news.unchanged_files import FolderCacheStore


def watched_intake(services: Services, caches: FolderCacheStore | None = None) -> NewsIntake:
    """Where news of watched folders goes. `caches`: of a process that reads them again and again."""
    zone = services.settings.time_zone
    return NewsIntake(services.database, services.assets, zone, closed_items, caches or FolderCacheStore())


def closed_items(session: Session, item_ids: Collection[int]) -> set[int]:
    """Which of these. Not what a change still calls off, changes a draft of, or was refused for what it said."""
    if not item_ids:
        return set()
    is_open = or_(
        col(AutomationItem.state) == AutomationItemState.REFUSED,
        col(Campaign.status) == CampaignStatus.DRAFT,
        (col(AutomationItem.state) == AutomationItemState.SCHEDULED) & (is_untouched() | is_held_for_its_folder()),
    )
    rows = session.exec(
        select(AutomationItem.item_id, is_open)
        .join(Campaign, col(Campaign.id) == col(AutomationItem.campaign_id), isouter=True)
        .where(col(AutomationItem.item_id).in_(item_ids))
    ).all()
    seen_to = {item_id for item_id, _ in rows}
    return seen_to - {item_id for item_id, still_open in rows if still_open}
