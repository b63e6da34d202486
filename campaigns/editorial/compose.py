"""Bring blocks, brand and words together into the documents that templates render, one a variant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlmodel import Session, col, select

from campaigns.block_content import BlockContent, ItemSettings
from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.item_block import AssetUrl, CorrectedItems, item_block
from campaigns.editorial.mail_blocks import as_chosen, mail_block
from campaigns.editorial.secret_items import secret_from
from campaigns.language_choice import best_text
from campaigns.tables import Campaign, Variant, Visibility
from core.errors import Misconfigured
from core.public_urls import publication_url, web_version_url
from core.settings import Settings
from news.queries import assets_of, corrected_slugs, items_by_slug, texts_of
from news.store import AssetStore
from news.tables import Asset, NewsItem, NewsText
from subscribers.audience import lists_of
from subscribers.tables import MailingList
from subscribers.topic_tables import Topic
from subscribers.topics import topics_by_word
from templates import brand as brands
from templates.content import Block, BrandView, Document, Item, TemplateSources
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
    blocks: Sequence[BlockContent]
    """In their order."""
    items: Mapping[int, NewsItem]
    """By their id, in the order of their blocks."""
    texts: dict[int, dict[str, NewsText]]
    assets: dict[int, list[Asset]]
    corrected: CorrectedItems
    topics: Mapping[str, Topic]
    """By the words in the texts that mean them."""
    brand: BrandView
    sources: TemplateSources | None
    mailing_lists: tuple[MailingList, ...]
    """That it goes to, in their order."""
    language_chain: list[str]
    """The first list's: what stands in for a text that there is not."""
    subject_patterns: Mapping[str, str]
    """By language, of the digest that made it; as they are now."""


def load_content(session: Session, campaign: Campaign, *, settings: Settings) -> CampaignContent:
    """Raises Misconfigured while the organisation has no brand (name, postal address) yet."""
    brand = the_brand(session, settings=settings)
    return load_blocks_content(session, campaign, blocks_of(session, campaign.id), brand=brand)


def load_blocks_content(
    session: Session, campaign: Campaign, blocks: Sequence[BlockContent], *, brand: BrandView
) -> CampaignContent:
    """The same for a campaign that need not be in the database yet. Reads no file."""
    ids = [block.item_id for block in blocks if block.item_id is not None]
    mailing_lists = lists_of(session, campaign.audience)
    texts = texts_of(session, ids)
    return CampaignContent(
        campaign=campaign,
        blocks=blocks,
        items=_items(session, ids),
        texts=texts,
        assets=assets_of(session, ids),
        corrected=_corrected(session, campaign, texts),
        topics=topics_by_word(session, {text.topic for of_item in texts.values() for text in of_item.values()}),
        brand=brand,
        sources=own_sources(session, campaign.template_version_id) if campaign.template_version_id else None,
        mailing_lists=tuple(mailing_lists),
        language_chain=mailing_lists[0].language_chain,
        subject_patterns=_subject_patterns(session, campaign),
    )


def _subject_patterns(session: Session, campaign: Campaign) -> Mapping[str, str]:
    digest = session.get(Digest, campaign.automation_id) if campaign.automation_id else None
    return digest.subjects if digest is not None else {}


def _items(session: Session, ids: Sequence[int]) -> dict[int, NewsItem]:
    items = {item.id: item for item in session.exec(select(NewsItem).where(col(NewsItem.id).in_(ids)))}
    return {item_id: items[item_id] for item_id in ids}


def items_of(session: Session, campaign_id: int) -> list[NewsItem]:
    """Its news items, in their order."""
    return list(
        session.exec(
            select(NewsItem)
            .join(CampaignBlock, col(CampaignBlock.item_id) == NewsItem.id)
            .where(CampaignBlock.campaign_id == campaign_id)
            .order_by(col(CampaignBlock.position))
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
    list_names = tuple(mailing_list.name_in(variant.language) for mailing_list in content.mailing_lists)
    return Document(
        template=campaign.kind.value,
        language=variant.language,
        subject=variant.subject,
        preheader=variant.preheader,
        intro_html=variant.intro_html,
        blocks=_blocks(content, variant.language, settings),
        brand=content.brand,
        list_name=list_names[0],
        other_lists=list_names[1:],
        web_version_url=web_version_url(settings, campaign.public_id, variant.language),
        is_on_web=campaign.visibility is not Visibility.NONE,
        sources=content.sources,
    )


def _blocks(content: CampaignContent, language: str, settings: Settings) -> tuple[Block, ...]:
    url, chain, main = asset_url(settings), content.language_chain, content.campaign.main_language
    blocks = (
        _item(content, block, language, settings)
        if block.item_id is not None
        else mail_block(block, language, chain=chain, main=main, url=url)
        for block in content.blocks
    )
    return tuple(block for block in blocks if block is not None)


def _item(content: CampaignContent, block: BlockContent, language: str, settings: Settings) -> Item:
    item_id, main = block.item_id or 0, content.campaign.main_language
    item = item_block(
        content.items[item_id],
        best_text(content.texts[item_id], language, chain=content.language_chain, main=main),
        content.assets.get(item_id, []),
        corrected=content.corrected,
        url=asset_url(settings),
        publication_url=partial(publication_url, settings, content.campaign.public_id),
    )
    if item.topic in content.topics:
        item = replace(item, topic=content.topics[item.topic].name_in(item.language))
    return as_chosen(item, block.settings) if isinstance(block.settings, ItemSettings) else item


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
