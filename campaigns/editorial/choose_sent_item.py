"""Which item a correction is about: chosen among those that readers have, the latest sent first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.tables import Campaign
from news.queries import find_item, texts_of
from news.tables import NewsItem

OFFERED = 50
"""An older one is chosen on its own page."""


@dataclass(frozen=True, slots=True)
class NamedItem:
    slug: str
    title: str
    sent_at: datetime | None = None
    """The last time. None where nobody asked, or it has not gone out in a campaign."""


def sent_items(session: Session, *, chosen: str, languages: Sequence[str]) -> list[NamedItem]:
    """The latest; before them the one that is chosen, where it is none of these. `languages`: in which a title is
    preferred."""
    latest = func.max(col(Campaign.launched_at)).label("sent_at")
    rows = session.exec(
        select(NewsItem, latest)
        .join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsItem.id))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(col(Campaign.launched_at).is_not(None))
        .group_by(col(NewsItem.id))
        .order_by(latest.desc(), col(NewsItem.id).desc())
        .limit(OFFERED)
    )
    latest_sent = rows.all()
    offered = named_items(session, [item for item, _ in latest_sent], languages)
    sent = [replace(named, sent_at=sent_at) for named, (_, sent_at) in zip(offered, latest_sent, strict=True)]
    item = find_item(session, chosen) if chosen and chosen not in {named.slug for named in sent} else None
    return [*(named_items(session, [item], languages) if item else ()), *sent]


def named_items(session: Session, items: Sequence[NewsItem], languages: Sequence[str]) -> list[NamedItem]:
    texts = texts_of(session, [item.id for item in items])
    named = []
    for item in items:
        of_item = texts[item.id]
        language = next((code for code in languages if code in of_item), next(iter(of_item), None))
        named.append(NamedItem(item.slug, of_item[language].title if language else item.slug))
    return named
