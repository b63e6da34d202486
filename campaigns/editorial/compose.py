"""Bring items, brand and words together into the documents that templates render, one a variant."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session, col, select

from campaigns.editorial.item_block import AssetUrl, CorrectedItems, item_block
from campaigns.editorial.secret_items import secret_from
from campaigns.language_choice import best_text
from campaigns.tables import Campaign, CampaignItem, Variant
from core.errors import Misconfigured
from core.public_urls import publication_url, web_version_url
from core.settings import Settings
from news.queries import assets_of, corrected_slugs, items_by_slug, texts_of
from news.store import AssetStore
from news.tables import Asset, NewsItem, NewsText
from subscribers.audience import first_list
from templates import brand as brands
from templates.content import BrandView, Document, Item, TemplateSources
from templates.versions import own_sources


def asset_url(settings: Settings) -> AssetUrl:
    """Where readers find an asset: (sha256, media type) → absolute address."""
    return lambda sha256, media_type: settings.public_url + AssetStore.url_path(sha256, media_type)


def logo_url(settings: Settings) -> Callable[[str], str]:
    store = AssetStore(settings.assets_dir)
    return lambda sha256: settings.public_url + store.url_path(sha256, store.media_type(sha256))


@dataclass(frozen=True)
class CampaignContent:
    """Everything the variants of one campaign have in common, read in a handful of queries."""

    campaign: Campaign
    items: list[NewsItem]
    texts: dict[int, dict[str, NewsText]]
    assets: dict[int, list[Asset]]
    corrected: CorrectedItems
    brand: BrandView
    sources: TemplateSources | None
    list_name: str
    language_chain: list[str]
    """The list's: what stands in for a text that there is not."""


def load_content(session: Session, campaign: Campaign, *, settings: Settings) -> CampaignContent:
    """Raises Misconfigured while the organisation has no brand (name, postal address) yet."""
    brand = the_brand(session, settings=settings)
    return load_items_content(session, campaign, items_of(session, campaign.id), brand=brand)


def load_items_content(
    session: Session, campaign: Campaign, items: list[NewsItem], *, brand: BrandView
) -> CampaignContent:
    """The same for a campaign that need not be in the database yet. Reads no file."""
    ids = [item.id for item in items]
    mailing_list = first_list(session, campaign.audience)
    texts = texts_of(session, ids)
    return CampaignContent(
        campaign=campaign,
        items=items,
        texts=texts,
        assets=assets_of(session, ids),
        corrected=_corrected(session, campaign, texts),
        brand=brand,
        sources=own_sources(session, campaign.template_version_id) if campaign.template_version_id else None,
        list_name=mailing_list.name,
        language_chain=mailing_list.language_chain,
    )


def items_of(session: Session, campaign_id: int) -> list[NewsItem]:
    """Its news items, in their order."""
    return list(
        session.exec(
            select(NewsItem)
            .join(CampaignItem, col(CampaignItem.item_id) == NewsItem.id)
            .where(CampaignItem.campaign_id == campaign_id)
            .order_by(col(CampaignItem.position))
        ).all()
    )


def the_brand(session: Session, *, settings: Settings) -> BrandView:
    """Raises Misconfigured while the organisation has none (name, postal address) yet."""
    brand = brands.get_brand(session)
    if brand is None:
        raise Misconfigured("campaigns-no-brand")
    return brands.view(brand, logo_url(settings))


def document(content: CampaignContent, variant: Variant, *, settings: Settings) -> Document:
    """What `templates.render` needs for one variant."""
    campaign = content.campaign
    return Document(
        template=campaign.kind.value,
        language=variant.language,
        subject=variant.subject,
        preheader=variant.preheader,
        intro=variant.intro,
        blocks=_blocks(content, variant.language, settings),
        brand=content.brand,
        list_name=content.list_name,
        web_version_url=web_version_url(settings, campaign.public_id, variant.language),
        sources=content.sources,
    )


def _blocks(content: CampaignContent, language: str, settings: Settings) -> tuple[Item, ...]:
    url = asset_url(settings)
    main = content.campaign.main_language
    return tuple(
        item_block(
            item,
            best_text(content.texts[item.id], language, chain=content.language_chain, main=main),
            content.assets.get(item.id, []),
            corrected=content.corrected,
            url=url,
            publication_url=partial(publication_url, settings, content.campaign.public_id),
        )
        for item in content.items
    )


def _corrected(session: Session, campaign: Campaign, texts: dict[int, dict[str, NewsText]]) -> CorrectedItems:
    """What the corrections among the items correct, of what is known here and its readers may know of: a handful
    of queries, however many."""
    items = items_by_slug(session, corrected_slugs(texts))
    texts_by_item = texts_of(session, [item.id for item in items.values()])
    secret = secret_from(session, campaign.audience, list(texts_by_item))
    return {
        slug: (item, texts_by_item[item.id])
        for slug, item in items.items()
        if texts_by_item[item.id] and item.id not in secret
    }
