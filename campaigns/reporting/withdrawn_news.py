"""News that was withdrawn while a campaign with it waits for an approval or its time: it goes out all the same."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.language_choice import best_text
from campaigns.reporting.attention_item import MAX_PER_KIND, AttentionItem
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Param
from news.queries import texts_of
from news.tables import NewsItem

_WAITING = (CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED, CampaignStatus.SCHEDULED)


def withdrawn_news_needs(session: Session) -> Iterator[AttentionItem]:
    """Two queries at most, one where there is nothing of the kind."""
    waiting = (
        select(Campaign, NewsItem.id)
        .join(CampaignBlock, col(CampaignBlock.campaign_id) == col(Campaign.id))
        .join(NewsItem, col(NewsItem.id) == col(CampaignBlock.item_id))
        .where(col(Campaign.status).in_(_WAITING), col(NewsItem.withdrawn_at).is_not(None))
        .order_by(col(Campaign.id), col(NewsItem.id))
        .limit(MAX_PER_KIND)
    )
    rows = session.exec(waiting).all()
    texts = texts_of(session, [item_id for _, item_id in rows]) if rows else {}
    for campaign, item_id in rows:
        main = campaign.main_language
        title = best_text(texts[item_id], main, chain=(), main=main).title if texts[item_id] else ""
        params: dict[str, Param] = {"title": title, "name": campaign.name}
        yield AttentionItem(
            "campaigns-need-withdrawn-news",
            params,
            advice="campaigns-do-withdrawn-news",
            campaign_id=campaign.id,
            stops_mail=False,
        )
