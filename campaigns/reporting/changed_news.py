"""What has changed in a watched folder and is sent by nobody: staff are told, and decide what readers hear of it.

An automation acts on an item once, and what people have had approved is frozen. So a later text of the item goes
nowhere by itself: a language that comes after the sending, a correction, a file that is taken away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.status import AutomationItemState, CampaignStatus
from campaigns.tables import AutomationItem, Campaign, RenderedVariant, Variant
from news.folder_texts import is_missing_a_text
from news.queries import texts_of
from news.tables import NewsItem, NewsText

_NOT_YET = (CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED, CampaignStatus.SCHEDULED)


@dataclass(frozen=True, slots=True)
class ChangedNews:
    when: Literal["before", "late", "after"]
    """Before its campaign goes out; in another language after that; or otherwise after that."""
    slug: str
    title: str
    campaign_id: int | None
    """None of an archive's item, which no automation has sent."""
    language: str = ""
    """The one that came later, where that is what has changed."""


def changed_news(session: Session, *, since: datetime, limit: int) -> list[ChangedNews]:
    """`limit`: of each kind. What has not been sent yet comes first, and for as long as that is so."""
    return [
        *_changed_before_sending(session, limit=limit),
        *_late_languages(session, since=since, limit=limit),
        *_changed_after_sending(session, since=since, limit=limit),
    ]


def _late_languages(session: Session, *, since: datetime, limit: int) -> list[ChangedNews]:
    """Texts that came after a campaign with their item had gone out, which has nothing in their language. Until
    somebody drafts a campaign of the item after that."""
    later, its_item = aliased(Campaign), aliased(CampaignBlock)
    taken_up = exists().where(
        col(its_item.item_id) == col(NewsText.item_id),
        col(later.id) == col(its_item.campaign_id),
        col(later.created_at) >= col(NewsText.came_at),
        col(later.status) != CampaignStatus.CANCELLED,
    )
    has_it = exists().where(
        col(Variant.campaign_id) == col(Campaign.id), col(Variant.language) == col(NewsText.language)
    )
    rows = session.exec(
        select(NewsText, Campaign)
        .join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsText.item_id))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(
            col(NewsText.came_at) >= since,
            col(NewsText.came_at) > col(Campaign.launched_at),
            ~taken_up,
            ~has_it,
        )
        .order_by(col(NewsText.came_at).desc(), col(Campaign.id).desc())
        .limit(limit)
    ).all()
    changed = {(text.item_id, text.language): (text, campaign) for text, campaign in reversed(rows)}
    slugs = _slugs(session, {text.item_id for text, _ in changed.values()})
    return [
        ChangedNews("late", slugs[text.item_id], text.title, campaign.id, text.language)
        for text, campaign in changed.values()
    ]


def _changed_after_sending(session: Session, *, since: datetime, limit: int) -> list[ChangedNews]:
    """Items of watched folders whose words have changed since they went out, or were taken for an archive."""
    its_item = aliased(CampaignBlock)
    archived = exists().where(
        col(AutomationItem.item_id) == col(NewsItem.id),
        col(AutomationItem.state) == AutomationItemState.IRRELEVANT,
        col(AutomationItem.at) < col(NewsItem.updated_at),
    )
    is_taken_up = exists().where(
        col(its_item.item_id) == col(NewsItem.id),
        col(Campaign.id) == col(its_item.campaign_id),
        col(Campaign.created_at) >= col(NewsItem.updated_at),
    )
    last_campaign = (
        select(func.max(col(CampaignBlock.campaign_id)))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(
            col(CampaignBlock.item_id) == col(NewsItem.id), col(Campaign.launched_at) < col(NewsItem.updated_at)
        )
        .correlate(NewsItem)
        .scalar_subquery()
    )
    rows = session.exec(
        select(NewsItem, last_campaign)
        .where(
            col(NewsItem.source_id).is_not(None),
            col(NewsItem.updated_at) >= since,
            ~_is_a_new_language(),
            ~is_taken_up,
            or_(archived, last_campaign.is_not(None)),
        )
        .order_by(col(NewsItem.updated_at).desc(), col(NewsItem.id).desc())
        .limit(limit)
    ).all()
    return list(_shown(session, "after", [(item, campaign_id) for item, campaign_id in rows]))


def _changed_before_sending(session: Session, *, limit: int) -> list[ChangedNews]:
    """What people have submitted and nobody has sent yet, whose news its folder has changed or lost since.
    What an automation scheduled is paused or replaced instead (`campaigns.automation.folder_hold`)."""
    frozen_at = (
        select(func.min(col(RenderedVariant.created_at)))
        .where(col(RenderedVariant.campaign_id) == col(Campaign.id))
        .correlate(Campaign)
        .scalar_subquery()
    )
    gone = exists().where(col(NewsText.item_id) == col(NewsItem.id), col(NewsText.missing_since) > frozen_at)
    rows = session.exec(
        select(NewsItem, col(Campaign.id))
        .join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsItem.id))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(
            col(Campaign.status).in_(_NOT_YET),
            col(NewsItem.source_id).is_not(None),
            or_(col(NewsItem.updated_at) > frozen_at, and_(is_missing_a_text(), gone)),
        )
        .order_by(col(Campaign.id).desc(), col(NewsItem.id).desc())
        .limit(limit)
    ).all()
    return list(_shown(session, "before", [(item, campaign_id) for item, campaign_id in rows]))


def _is_a_new_language() -> ColumnElement[bool]:
    """Of an item: its latest change was a text in a language that it had none in."""
    return exists().where(
        col(NewsText.item_id) == col(NewsItem.id), col(NewsText.came_at) == col(NewsItem.updated_at)
    )


def _shown(
    session: Session, when: Literal["before", "after"], rows: list[tuple[NewsItem, int | None]]
) -> Iterator[ChangedNews]:
    texts = texts_of(session, [item.id for item, _ in rows])
    for item, campaign_id in rows:
        title = next((text.title for text in texts[item.id].values()), item.slug)
        yield ChangedNews(when, item.slug, title, campaign_id)


def _slugs(session: Session, item_ids: set[int]) -> dict[int, str]:
    rows = session.exec(select(NewsItem.id, NewsItem.slug).where(col(NewsItem.id).in_(sorted(item_ids)))).all()
    return dict(rows)
