"""News, read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from core.errors import Misconfigured, NotFound
from kinds.details import Details, LaterShape
from kinds.registry import details_from
from news.slug import slug_of_name, slugified
from news.tables import Asset, NewsItem, NewsText

_LONGEST_BASE = 110
"""Characters of a slug, before its number."""


def get_item(session: Session, item_id: int) -> NewsItem:
    """Raises NotFound."""
    item = session.get(NewsItem, item_id)
    if item is None:
        raise NotFound("news-item-unknown", item=item_id)
    return item


def find_item(session: Session, slug: str) -> NewsItem | None:
    return session.exec(select(NewsItem).where(col(NewsItem.slug) == slug)).first()


def item_by_slug(session: Session, slug: str) -> NewsItem:
    """The item that a person named. Raises NotFound, with the name."""
    item = find_item(session, slug)
    if item is None:
        raise NotFound("news-item-not-named", slug=slug[:120])
    return item


def items_by_slug(session: Session, slugs: Collection[str]) -> dict[str, NewsItem]:
    """Those of the named items that there are."""
    if not slugs:
        return {}
    return {item.slug: item for item in session.exec(select(NewsItem).where(col(NewsItem.slug).in_(slugs)))}


def list_items(session: Session, *, after_id: int | None = None, limit: int) -> list[NewsItem]:
    """The latest first. `after_id`: the last item of the page before."""
    query = select(NewsItem).order_by(col(NewsItem.id).desc()).limit(limit)
    if after_id is not None:
        query = query.where(col(NewsItem.id) < after_id)
    return list(session.exec(query))


def texts_of(session: Session, item_ids: Sequence[int]) -> dict[int, dict[str, NewsText]]:
    """The texts of each item by language; an item without any is there all the same, empty."""
    texts: dict[int, dict[str, NewsText]] = {item_id: {} for item_id in item_ids}
    rows = session.exec(select(NewsText).where(col(NewsText.item_id).in_(item_ids)).order_by(col(NewsText.id)))
    for text in rows:
        texts[text.item_id][text.language] = text
    return texts


def details_of(text: NewsText) -> Details:
    """What only its kind says. Raises Misconfigured for what a later version of the program has written."""
    try:
        return details_from(text.details)
    except LaterShape as later:
        raise Misconfigured("news-details-newer", version=str(later.version)[:20]) from later


def corrected_slugs(texts: Mapping[int, Mapping[str, NewsText]]) -> set[str]:
    """Of the items that these texts correct."""
    slugs = (text.details.get("corrects") for of_item in texts.values() for text in of_item.values())
    return {slug for slug in slugs if slug}


def corrected_slug() -> ColumnElement[str | None]:
    """The same in SQL, of one text: NULL of one that corrects nothing."""
    slug: ColumnElement[str | None] = col(NewsText.details)["corrects"].as_string()
    return slug


def assets_of(session: Session, item_ids: Sequence[int]) -> dict[int, list[Asset]]:
    """The assets of each item, in the order in which they came."""
    assets: dict[int, list[Asset]] = {item_id: [] for item_id in item_ids}
    for asset in session.exec(select(Asset).where(col(Asset.item_id).in_(item_ids)).order_by(col(Asset.id))):
        assets[asset.item_id].append(asset)
    return assets


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture in the store, and how large it is."""

    sha256: str
    media_type: str
    width: int | None
    height: int | None


def mail_picture_of(asset: Asset) -> PictureFile:
    """What mails show of an image; the image itself as long as it has none of its own."""
    if asset.mail_sha256 and asset.mail_media_type:
        return PictureFile(asset.mail_sha256, asset.mail_media_type, asset.mail_width, asset.mail_height)
    return PictureFile(asset.sha256, asset.media_type, asset.width, asset.height)


def free_slug(session: Session, title: str, *, otherwise: str) -> str:
    """A slug for a new item, made of its title; where an item has it already, with a number.

    `otherwise`: what it is made of where the title has no letters for one.
    """
    slug = slug_of_name(title)[:_LONGEST_BASE].rstrip("-") or slugified(otherwise)
    begins_so = col(NewsItem.slug).startswith(slug, autoescape=True)
    taken = set(session.exec(select(NewsItem.slug).where(begins_so)))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(candidate for candidate in numbered if candidate not in taken)
