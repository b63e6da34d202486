"""The page of a publication: what a mail's link to a PDF leads to, for everybody who has the link.

It is there from the moment at which a campaign with the item goes out: before that, what staff have imported is
nobody else's.
"""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from campaigns.language_choice import best_text
from campaigns.tables import Campaign, CampaignItem
from core.languages import FALLBACK
from core.settings import Settings
from news.downloads import downloads_of
from news.queries import assets_of, items_by_slug, texts_of
from news.tables import Asset, AssetRole, NewsItem, NewsText


@dataclass(frozen=True, slots=True)
class Publication:
    item: NewsItem
    text: NewsText
    pdf: Asset
    """In the language of the text where there is one, else another."""
    languages: tuple[str, ...]
    """In which the publication is told of."""


def publication_url(settings: Settings, slug: str, language: str) -> str:
    return f"{settings.public_url}/publications/{slug}?lang={language}"


def publication(session: Session, slug: str, language: str) -> Publication | None:
    """None also for what has not gone out yet."""
    item = items_by_slug(session, [slug]).get(slug)
    if item is None or not _has_gone_out(session, item.id):
        return None
    texts = texts_of(session, [item.id])[item.id]
    pdfs = [asset for asset in assets_of(session, [item.id]).get(item.id, []) if asset.role is AssetRole.PDF]
    if not texts or not pdfs:
        return None
    text = best_text(texts, language, chain=(FALLBACK,), main=min(texts))
    pdf = min(pdfs, key=lambda asset: (asset.language != text.language, asset.language))
    return Publication(item, text, pdf, tuple(sorted(texts)))


def downloads_of_campaign(session: Session, campaign_id: int) -> int | None:
    """How often the PDFs of its items were downloaded, from wherever; None where it has none."""
    items = list(session.exec(select(CampaignItem.item_id).where(CampaignItem.campaign_id == campaign_id)).all())
    assets = [asset for found in assets_of(session, items).values() for asset in found]
    files = {asset.sha256 for asset in assets if asset.role is AssetRole.PDF}
    return downloads_of(session, files) if files else None


def _has_gone_out(session: Session, item_id: int) -> bool:
    sent = (
        select(Campaign.id)
        .join(CampaignItem, col(CampaignItem.campaign_id) == col(Campaign.id))
        .where(col(CampaignItem.item_id) == item_id, col(Campaign.launched_at).is_not(None))
    )
    return session.exec(sent.limit(1)).first() is not None
