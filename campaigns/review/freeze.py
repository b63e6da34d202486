"""Optimistic concurrency control: a campaign is rendered with no transaction open, and frozen under its lock if
nothing that it was rendered from has changed meanwhile.

What it was rendered from is compared itself, word for word, and not by anybody's version number: whatever is in
the mail is in its document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from campaigns.block_content import BlockContent
from campaigns.clicks.click_links import ClickScope, with_click_links
from campaigns.clicks.counting import click_scope
from campaigns.clicks.frozen_links import freeze_links
from campaigns.editorial.compose import document, load_blocks_content, the_brand
from campaigns.frequency.plan_sets import plan_sets, set_documents
from campaigns.public_archive.publication_pages import PageContent, freeze_pages, pages_of
from campaigns.public_archive.search_words import searchable
from campaigns.review.content_hash import variant_hash
from campaigns.tables import Campaign, RenderedVariant, Variant
from core.errors import Misconfigured
from core.settings import Settings
from core.write_guard import refuse_in_write
from templates.brand import get_brand
from templates.content import BrandView, Document, RenderedMail
from templates.render import render


@dataclass(frozen=True)
class Composition:
    """What a campaign is rendered from: one document for each variant, what its links to publications lead to, and
    the brand as its row says it."""

    documents: tuple[Document, ...]
    set_documents: tuple[tuple[str, Document], ...]
    """Of a digest that differs by reader: for each set of its items (`RenderedVariant.item_set`) the same."""
    pages: tuple[PageContent, ...]
    brand_row: dict[str, Any]
    brand: BrandView
    click_scope: ClickScope | None
    """None where clicks are not counted."""
    sets: tuple[tuple[int, ...], ...]
    """The items of each, as its audience was."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What documents are written with, besides the campaign."""

    brand: BrandView
    settings: Settings
    sets: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class RenderedComposition:
    composition: Composition
    mails: tuple[tuple[Document, RenderedMail], ...]
    """As they are checked, with all items: each link by where it leads."""
    rows: tuple[RenderedVariant, ...]
    """As they are sent; hashed, and without the campaign that they are of."""
    click_targets: Mapping[str, str]
    """Code of each counted link → where it leads."""


def compose(
    session: Session,
    campaign: Campaign,
    blocks: Sequence[BlockContent],
    variants: Sequence[Variant],
    *,
    settings: Settings,
    now: datetime,
) -> Composition:
    """Reads the logo's kind from its file, and is therefore for a read. Raises Misconfigured without a brand."""
    row = get_brand(session)
    if row is None:
        raise Misconfigured("campaigns-no-brand")
    brand = the_brand(session, settings=settings)
    context = _Context(brand, settings, plan_sets(session, campaign, blocks, now=now))
    documents, in_sets, pages = _written(session, campaign, blocks, variants, context)
    scope = click_scope(session, campaign, settings=settings)
    return Composition(documents, in_sets, pages, row.model_dump(), brand, scope, context.sets)


def render_composition(composition: Composition, *, now: datetime) -> RenderedComposition:
    """Raises InputRefused where a variant cannot be rendered."""
    refuse_in_write("rendering a campaign")
    mails = tuple((document, render(document)) for document in composition.documents)
    rows: list[RenderedVariant] = []
    targets: dict[str, str] = {}
    in_sets = tuple((key, document, render(document)) for key, document in composition.set_documents)
    for key, written, mail in (*(("", *each) for each in mails), *in_sets):
        html = mail.html
        if composition.click_scope is not None:
            counted = with_click_links(html, composition.click_scope)
            html, targets = counted.html, targets | dict(counted.targets)
        rows.append(_row(key, written, replace(mail, html=html), now))
    return RenderedComposition(composition, mails, tuple(rows), targets)


def is_current(
    session: Session,
    campaign: Campaign,
    blocks: Sequence[BlockContent],
    variants: Sequence[Variant],
    rendered: RenderedComposition,
    *,
    settings: Settings,
) -> bool:
    """Whether the campaign would be rendered from the same at this moment. Reads rows only. Who of its readers
    gets which items is asked again at the launch; the sets are those that there were."""
    row, before = get_brand(session), rendered.composition
    if row is None or row.model_dump() != before.brand_row:
        return False
    if click_scope(session, campaign, settings=settings) != before.click_scope:
        return False
    context = _Context(before.brand, settings, before.sets)
    now = _written(session, campaign, blocks, variants, context)
    return now == (before.documents, before.set_documents, before.pages)


def freeze(session: Session, campaign: Campaign, rendered: RenderedComposition) -> Sequence[RenderedVariant]:
    """In the transaction in which `is_current` has said so, with the campaign locked."""
    session.execute(delete(RenderedVariant).where(col(RenderedVariant.campaign_id) == campaign.id))
    for row in rendered.rows:
        row.campaign_id = campaign.id
    session.add_all(rendered.rows)
    freeze_pages(session, campaign, rendered.composition.pages)
    freeze_links(session, campaign, rendered.click_targets)
    session.flush()
    return rendered.rows


def _written(
    session: Session,
    campaign: Campaign,
    blocks: Sequence[BlockContent],
    variants: Sequence[Variant],
    context: _Context,
) -> tuple[tuple[Document, ...], tuple[tuple[str, Document], ...], tuple[PageContent, ...]]:
    settings = context.settings
    content = load_blocks_content(session, campaign, blocks, brand=context.brand)
    documents = tuple(document(content, variant, settings=settings) for variant in variants)
    in_sets = set_documents(content, variants, context.sets, settings=settings)
    return documents, in_sets, pages_of(list(content.items.values()), content.texts, content.assets)


def _row(item_set: str, written: Document, mail: RenderedMail, now: datetime) -> RenderedVariant:
    row = RenderedVariant(
        campaign_id=0,  # known when it is frozen
        hash="",
        language=written.language,
        item_set=item_set,
        subject=mail.subject,
        preheader=mail.preheader,
        html=mail.html,
        text=mail.text,
        search_words=searchable(f"{mail.subject} {mail.preheader} {mail.text}"),
        created_at=now,
    )
    row.hash = variant_hash(row)
    return row
