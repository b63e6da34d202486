"""Single writer: a slug belongs to the source that it came from, and nobody else changes its texts.

A source is a watched folder; what people bring in (`bilten news add`) has none, and is "by hand"; what they write
in the browser is written there alone. Files of two folders may have the same name without being about the same
thing, and folders belong to different lists.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select as columns
from sqlmodel import Session, col, update

from core.errors import InputRefused
from news.tables import NewsItem, NewsText, OriginKind, Source, SourceKind


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """Where a text comes from, as it is written."""

    source_id: int | None = None
    """None: of a person."""
    kind: OriginKind = OriginKind.FILE
    takes_over: bool = False
    """Whether an item of another source becomes this one's: a person's deliberate wish."""
    actor: str = ""
    """Who that person is, as in the audit log."""


@dataclass(slots=True)
class KnownItem:
    item_id: int
    slug: str
    source_id: int | None
    origin: OriginKind = OriginKind.FILE
    digests: dict[str, str] = field(default_factory=dict)
    """Of its texts, by language."""
    titles: dict[str, str] = field(default_factory=dict)
    file_digests: dict[str, str] = field(default_factory=dict)
    """Of the files that its texts were before people took them over."""


def known_items(session: Session, slugs: Iterable[str]) -> dict[str, KnownItem]:
    """What there is of these slugs: one query, however many files."""
    rows = session.execute(
        columns(
            col(NewsItem.id),
            col(NewsItem.slug),
            col(NewsItem.source_id),
            col(NewsItem.origin),
            col(NewsText.language),
            col(NewsText.digest),
            col(NewsText.title),
            col(NewsText.file_digest),
        )
        .join(NewsText, col(NewsText.item_id) == col(NewsItem.id), isouter=True)
        .where(col(NewsItem.slug).in_(list(slugs)))
    )
    known: dict[str, KnownItem] = {}
    for item_id, slug, source_id, origin, language, digest, title, file_digest in rows:
        of_slug = known.setdefault(slug, KnownItem(item_id, slug, source_id, origin))
        of_slug.digests[language], of_slug.titles[language] = digest, title
        if file_digest:
            of_slug.file_digests[language] = file_digest
    return known


def is_foreign(item: KnownItem | NewsItem, origin: TextOrigin) -> bool:
    is_its_own = item.source_id == origin.source_id and item.origin is origin.kind
    return not is_its_own and not origin.takes_over


def slug_of_another(
    session: Session, slug: str, place: str, *, owner: KnownItem | NewsItem, origin: TextOrigin
) -> InputRefused:
    """Says whose the slug is, and what to do. `place`: where the text that has it comes from, such as its file."""
    params = {"file": place, "slug": slug}
    if owner.source_id is None:
        is_written_here = owner.origin is OriginKind.BROWSER and origin.source_id is None
        return InputRefused("news-slug-in-browser" if is_written_here else "news-slug-by-hand", **params)
    source = session.get_one(Source, owner.source_id)
    if source.kind is SourceKind.FEED:
        return InputRefused("news-slug-of-feed", **params, source=source.name)
    code = "news-slug-in-folder" if origin.source_id is None else "news-slug-elsewhere"
    return InputRefused(code, **params, source=source.name, folder=source.location)


def is_abandoned(session: Session, owner_id: int | None) -> bool:
    """Whether nobody but a person writes to what it owns: by hand, or of a folder that is gone, or watched no
    longer."""
    if owner_id is None:
        return True
    owner = session.get_one(Source, owner_id)
    is_gone = owner.kind is SourceKind.FOLDER and not Path(owner.location).is_dir()
    return owner.stopped_at is not None or is_gone


def adopt_items(session: Session, item_ids: Collection[int], source_id: int, *, unchanged_since: datetime) -> None:
    """Items become the source's; their texts stay as they are. Not what somebody has changed meanwhile."""
    wanted = update(NewsItem).where(col(NewsItem.id).in_(item_ids), col(NewsItem.updated_at) <= unchanged_since)
    if item_ids:
        session.exec(wanted.values(source_id=source_id))
