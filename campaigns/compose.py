"""Bring items, brand and words together into the documents that templates render, one a variant."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from campaigns.draft import best_text
from campaigns.tables import Campaign, CampaignItem, Variant
from core.errors import Misconfigured
from core.settings import Settings
from news.queries import assets_of, texts_of
from news.store import AssetStore
from news.tables import Asset, AssetRole, NewsItem, NewsText
from subscribers.lists import get_list
from templates import brand as brands
from templates.content import BrandView, Document, ImageBlock, NewsBlock, PdfBlock

AssetUrl = Callable[[str, str], str]


def web_version_url(settings: Settings, public_id: str, language: str) -> str:
    return f"{settings.public_url}/w/{public_id}/{language}"


def asset_url(settings: Settings) -> AssetUrl:
    """Where readers find an asset: (sha256, media type) → absolute address."""
    store = AssetStore(settings.assets_dir)
    return lambda sha256, media_type: settings.public_url + store.url_path(sha256, media_type)


def logo_url(settings: Settings) -> Callable[[str], str]:
    store = AssetStore(settings.assets_dir)
    return lambda sha256: settings.public_url + store.url_path(sha256, store.media_type(sha256))


@dataclass(frozen=True)
class Ingredients:
    """Everything the variants of one campaign have in common, read in a handful of queries."""

    campaign: Campaign
    items: list[NewsItem]
    texts: dict[int, dict[str, NewsText]]
    assets: dict[int, list[Asset]]
    brand: BrandView
    list_name: str


def gather(session: Session, campaign: Campaign, *, settings: Settings) -> Ingredients:
    """Raises Misconfigured while the organisation has no brand (name, postal address) yet."""
    brand = brands.get_brand(session)
    if brand is None:
        raise Misconfigured("campaigns-no-brand")
    items = list(
        session.exec(
            select(NewsItem)
            .join(CampaignItem, col(CampaignItem.item_id) == NewsItem.id)
            .where(CampaignItem.campaign_id == campaign.id)
            .order_by(col(CampaignItem.position))
        ).all()
    )
    ids = [item.id for item in items]
    return Ingredients(
        campaign=campaign,
        items=items,
        texts=texts_of(session, ids),
        assets=assets_of(session, ids),
        brand=brands.view(brand, logo_url(settings)),
        list_name=get_list(session, campaign.list_id).name,
    )


def document(ingredients: Ingredients, variant: Variant, *, settings: Settings) -> Document:
    """What `templates.render` needs for one variant."""
    campaign = ingredients.campaign
    return Document(
        template=campaign.kind.value,
        language=variant.language,
        subject=variant.subject,
        preheader=variant.preheader,
        intro=variant.intro,
        blocks=tuple(_block(ingredients, item, variant.language, settings) for item in ingredients.items),
        brand=ingredients.brand,
        list_name=ingredients.list_name,
        web_version_url=web_version_url(settings, campaign.public_id, variant.language),
    )


def _block(ingredients: Ingredients, item: NewsItem, language: str, settings: Settings) -> NewsBlock:
    text = best_text(ingredients.texts[item.id], language, ingredients.campaign.main_language)
    assets = ingredients.assets.get(item.id, [])
    url = asset_url(settings)
    return NewsBlock(
        kind=item.kind.value,
        language=text.language,
        title=text.title,
        summary=text.summary,
        body_html=text.body_html,
        quote=text.quote,
        quote_source=text.quote_source,
        quote_language=text.quote_language or text.language,
        image=_image(_asset(assets, AssetRole.IMAGE, text.language), url),
        logo=_image(_asset(assets, AssetRole.LOGO, text.language), url),
        pdf=_pdf(_asset(assets, AssetRole.PDF, text.language), text.title, url),
        url=text.url or item.url,
        published_on=item.published_on,
    )


def _asset(assets: list[Asset], role: AssetRole, language: str) -> Asset | None:
    """The asset that came with the shown text, else one that came with another language's."""
    fitting = [asset for asset in assets if asset.role is role]
    fitting.sort(key=lambda asset: (asset.language != language, asset.language))
    return fitting[0] if fitting else None


def _image(asset: Asset | None, url: AssetUrl) -> ImageBlock | None:
    if asset is None:
        return None
    return ImageBlock(
        url=url(asset.sha256, asset.media_type), alt=asset.alt, width=asset.width, height=asset.height
    )


def _pdf(asset: Asset | None, title: str, url: AssetUrl) -> PdfBlock | None:
    if asset is None:
        return None
    return PdfBlock(
        url=url(asset.sha256, asset.media_type),
        title=title,
        page_count=asset.page_count,
        byte_count=asset.byte_count,
    )
