"""Access control for what a mail names: an item that only a protected list may know of is not named to others.

A correction names what it corrects, with its title and address. The one who writes it chooses the item by its
short name, and may not know whom that one was for.
"""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.public_archive.web_access import is_of_open_list
from campaigns.tables import Automation, Campaign
from news.tables import NewsItem
from subscribers.audience import Audience
from subscribers.tables import MailingList


def secret_from(session: Session, audience: Audience, item_ids: Collection[int]) -> set[int]:
    """Which of these items the audience must not be told of.

    Those that belong to a protected list: one of its campaigns holds the item, however far that campaign is, or an
    automation takes it there. Unless the audience is that list, or the item has gone out to lists that everybody
    may know.
    """
    if not item_ids:
        return set()
    protected: dict[int, set[int]] = {}
    for item_id, list_id in [*session.exec(_of_campaigns(item_ids)), *session.exec(_of_automations(item_ids))]:
        protected.setdefault(item_id, set()).add(list_id)
    elsewhere = {item_id for item_id, lists in protected.items() if not set(audience.lists) <= lists}
    sent_openly: set[int] = set(session.exec(_sent_to_open_lists(elsewhere)).all())
    return elsewhere - sent_openly


def _of_campaigns(item_ids: Collection[int]) -> Any:
    return (
        select(CampaignBlock.item_id, AudienceList.list_id)
        .join(AudienceList, col(AudienceList.campaign_id) == col(CampaignBlock.campaign_id))
        .join(MailingList, col(MailingList.id) == col(AudienceList.list_id))
        .where(
            col(CampaignBlock.item_id).in_(item_ids),
            ~col(AudienceList.is_excluded),
            col(MailingList.is_protected),
        )
    )


def _of_automations(item_ids: Collection[int]) -> Any:
    return (
        select(NewsItem.id, Automation.list_id)
        .join(Automation, col(Automation.source_id) == col(NewsItem.source_id))
        .join(MailingList, col(MailingList.id) == col(Automation.list_id))
        .where(col(NewsItem.id).in_(item_ids), col(MailingList.is_protected))
    )


def _sent_to_open_lists(item_ids: Collection[int]) -> SelectOfScalar[int]:
    return (
        select(NewsItem.id)
        .join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsItem.id))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(col(NewsItem.id).in_(item_ids), col(Campaign.launched_at).is_not(None), is_of_open_list())
    )
