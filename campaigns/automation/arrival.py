"""What the brake judges a new item by, read from the rows (`campaigns.automation.brake`)."""

from datetime import datetime

from sqlmodel import Session, col, func, or_, select

from campaigns.automation.brake import TOGETHER, ArrivedItem, ManualChange
from campaigns.editorial.news_changes import latest_hand
from campaigns.review.acted_on import has_gone_out
from campaigns.review.repeats import repeats_of
from campaigns.review.standing_approval import lost_approvals, missing_approvals
from campaigns.settings import CampaignSettings
from campaigns.status import AutomationItemState
from campaigns.tables import Automation, AutomationItem
from core.settings import Settings
from news.folder_texts import is_missing_a_text
from news.tables import NewsItem
from staff.users import names_of_actors


def arrived_item(
    session: Session, automation: Automation, item: NewsItem, *, settings: Settings, now: datetime
) -> ArrivedItem:
    required = CampaignSettings.of(settings).approvals_required
    return ArrivedItem(
        published_on=item.published_on,
        together=_together(session, automation, item, now=now),
        repeats=repeats_of(session, [item.id], now=now)[item.id],
        already_in_campaign=has_gone_out(session, item.id),
        scheduled_that_day=_scheduled_that_day(session, automation, item),
        by_hand=_hand_in(session, item),
        missing_approvals=missing_approvals(session, automation, required=required),
        lost_approvals=lost_approvals(session, automation),
    )


def _hand_in(session: Session, item: NewsItem) -> ManualChange | None:
    change = latest_hand(session, item)
    if change is None:
        return None
    return ManualChange(names_of_actors(session, [change.actor]).get(change.actor, change.actor), change.at.date())


def _scheduled_that_day(session: Session, automation: Automation, item: NewsItem) -> int:
    counted = (
        select(func.count(col(NewsItem.id)))
        .join(AutomationItem, col(AutomationItem.item_id) == col(NewsItem.id))
        .where(
            AutomationItem.automation_id == automation.id,
            AutomationItem.state == AutomationItemState.SCHEDULED,
            NewsItem.published_on == item.published_on,
            NewsItem.id != item.id,
        )
    )
    return session.exec(counted).one()


def _together(session: Session, automation: Automation, item: NewsItem, *, now: datetime) -> int:
    """New items that wait, that came about when this one did, or that were acted on a moment ago: whatever the
    readings were cut into, and however often the program was started anew between them."""
    row = AutomationItem
    is_of_it = (col(row.item_id) == col(NewsItem.id)) & (col(row.automation_id) == automation.id)
    came_with_it = col(NewsItem.created_at).between(item.created_at - TOGETHER, item.created_at + TOGETHER)
    counted = (
        select(func.count(col(NewsItem.id)))
        .join(row, is_of_it, isouter=True)
        .where(
            NewsItem.source_id == automation.source_id,
            or_(
                col(row.item_id).is_(None) & ~is_missing_a_text(),
                (col(row.state) != AutomationItemState.IRRELEVANT)
                & (came_with_it | (col(row.at) > now - TOGETHER)),
            ),
        )
    )
    return session.exec(counted).one()
