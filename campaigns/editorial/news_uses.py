"""Where news is used: the campaigns that have an item, and what a change of it means to them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import AutomationItem, Campaign

REOPENED = frozenset(
    status
    for status in CampaignStatus
    if (status, CampaignAction.EDIT) in TRANSITIONS and status is not CampaignStatus.DRAFT
)
"""States in which the content is frozen and may still be changed: a change of it goes back to draft."""


@dataclass(frozen=True, slots=True)
class CampaignLink:
    """A campaign that has an item."""

    id: int
    name: str
    status: CampaignStatus

    @property
    def is_draft(self) -> bool:
        return self.status is CampaignStatus.DRAFT

    @property
    def is_reopened(self) -> bool:
        return self.status in REOPENED

    @property
    def is_launched(self) -> bool:
        """On its way or out: readers may have it."""
        return self.status in (CampaignStatus.SENDING, CampaignStatus.PAUSED, CampaignStatus.SENT)

    @property
    def is_over(self) -> bool:
        """On its way or out, or called off: nothing of it changes."""
        return not (self.is_draft or self.is_reopened)


def campaigns_of(session: Session, item_ids: Collection[int]) -> dict[int, list[CampaignLink]]:
    """By item, the latest first: one query, however many items."""
    links: dict[int, list[CampaignLink]] = {item_id: [] for item_id in item_ids}
    if not links:
        return links
    rows = session.exec(
        select(CampaignBlock.item_id, Campaign.id, Campaign.name, Campaign.status)
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(col(CampaignBlock.item_id).in_(list(links)))
        .order_by(col(Campaign.id).desc())
    )
    for item_id, campaign_id, name, status in rows:
        if item_id is not None:
            links[item_id].append(CampaignLink(campaign_id, name, CampaignStatus(status)))
    return links


def is_used(session: Session, item_id: int) -> bool:
    """Whether a campaign has it, or an automation has seen to it."""
    statements = (
        select(CampaignBlock.item_id).where(CampaignBlock.item_id == item_id),
        select(AutomationItem.item_id).where(AutomationItem.item_id == item_id),
    )
    return any(session.exec(statement.limit(1)).first() is not None for statement in statements)
