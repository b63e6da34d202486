"""Single writer: a slug belongs to the source that it came from, and nobody else changes its texts.

A source is a watched folder; what people bring in (`bilten news add`) has none, and is "by hand". Files of two
folders may have the same name without being about the same thing, and folders belong to different lists.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select, update

from core.errors import InputRefused
from news.tables import NewsItem, NewsText, Source


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """Where a text comes from, as it is written."""

    source_id: int | None = None
    """None: by hand."""
    takes_over: bool = False
    """Whether an item of another source becomes this one's: a person's deliberate wish."""


@dataclass(slots=True)
class KnownItem:
    item_id: int
    slug: str
    source_id: int | None
    digests: dict[str, str] = field(default_factory=dict)
    """Of its texts, by language."""
    titles: dict[str, str] = field(default_factory=dict)


def known_items(session: Session, slugs: Iterable[str]) -> dict[str, KnownItem]:
    """What there is of these slugs: one query, however many files."""
    rows = session.exec(
        select(NewsItem, NewsText.language, NewsText.digest, NewsText.title)
        .join(NewsText, col(NewsText.item_id) == col(NewsItem.id), isouter=True)
        .where(col(NewsItem.slug).in_(list(slugs)))
    )
    known: dict[str, KnownItem] = {}
    for item, language, digest, title in rows:
        of_slug = known.setdefault(item.slug, KnownItem(item.id, item.slug, item.source_id))
        of_slug.digests[language], of_slug.titles[language] = digest, title
    return known


def is_foreign(item: KnownItem | NewsItem, origin: TextOrigin) -> bool:
    return item.source_id != origin.source_id and not origin.takes_over


def slug_of_another(
    session: Session, slug: str, place: str, *, owner_id: int | None, origin: TextOrigin
) -> InputRefused:
    """Says whose the slug is, and what to do. `place`: where the text that has it comes from, such as its file."""
    params = {"file": place, "slug": slug}
    if owner_id is None:
        return InputRefused("news-slug-by-hand", **params)
    owner = session.get_one(Source, owner_id)
    code = "news-slug-in-folder" if origin.source_id is None else "news-slug-elsewhere"
    return InputRefused(code, **params, source=owner.name, folder=owner.location)


def is_abandoned(session: Session, owner_id: int | None) -> bool:
    """Whether nobody but a person writes to what it owns: by hand, or of a folder that is gone."""
    return owner_id is None or not Path(session.get_one(Source, owner_id).location).is_dir()


def adopt_items(session: Session, item_ids: Collection[int], source_id: int, *, unchanged_since: datetime) -> None:
    """Items become the source's; their texts stay as they are. Not what somebody has changed meanwhile."""
    wanted = update(NewsItem).where(col(NewsItem.id).in_(item_ids), col(NewsItem.updated_at) <= unchanged_since)
    if item_ids:
        session.exec(wanted.values(source_id=source_id))
