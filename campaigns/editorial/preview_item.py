"""A news item as it will be mailed by itself, before there is a campaign: for those who write it."""

from functools import partial

from sqlmodel import Session

from campaigns.editorial.compose import asset_url, the_brand
from campaigns.editorial.item_block import item_block
from campaigns.editorial.preheader import as_preheader, first_words
from core.errors import NotFound
from core.public_urls import publication_url, web_version_url
from core.settings import Settings
from news.queries import assets_of, corrected_slugs, get_item, items_by_slug, texts_of
from subscribers.list_state import ListPurpose, lists_that_take
from templates.content import Document, RenderedMail
from templates.merge import escape_literal
from templates.render import render
from templates.versions import in_use, own_sources

_NO_CAMPAIGN = "preview"


def preview_item(session: Session, item_id: int, *, language: str, settings: Settings) -> RenderedMail:
    """In the design that a campaign of it would have. Raises NotFound, Misconfigured, and InputRefused where it
    cannot be rendered."""
    item = get_item(session, item_id)
    texts = texts_of(session, [item_id])
    if language not in texts[item_id]:
        raise NotFound("news-item-unknown", item=item_id)
    text = texts[item_id][language]
    corrected = items_by_slug(session, corrected_slugs(texts))
    texts_of_corrected = texts_of(session, [row.id for row in corrected.values()])
    block = item_block(
        item,
        text,
        assets_of(session, [item_id])[item_id],
        corrected={slug: (row, texts_of_corrected[row.id]) for slug, row in corrected.items()},
        url=asset_url(settings),
        publication_url=partial(publication_url, settings, _NO_CAMPAIGN),
    )
    design = item.kind.definition.design
    version_id = in_use(session, design)
    brand = the_brand(session, settings=settings)
    return render(
        Document(
            template=design,
            language=language,
            subject=escape_literal(text.title),
            preheader=as_preheader(first_words(text)),
            intro_html="",
            blocks=(block,),
            brand=brand,
            list_name=_list_name(session, language, instead=brand.name),
            web_version_url=web_version_url(settings, _NO_CAMPAIGN, language),
            sources=own_sources(session, version_id) if version_id else None,
        )
    )


def _list_name(session: Session, language: str, *, instead: str) -> str:
    """What the footer says it is sent to: the first list that everybody may know of, as long as none is chosen."""
    lists = [row for row in lists_that_take(session, ListPurpose.CAMPAIGN) if not row.is_protected]
    return lists[0].name_in(language) if lists else instead
