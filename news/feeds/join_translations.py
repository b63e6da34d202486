"""Translations: an entry that says which others say the same in another language becomes a text of their item.

Whoever says so: WordPress's plug-ins by number, a page by its `hreflang` links. An item never has two texts in one
language, and an item that people have taken over is theirs: nothing is added to it unasked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, and_, col, or_, select

from kinds.registry import NewsKind
from news.feeds.entry_item import EntryItem
from news.feeds.match_entries import MatchedEntry, address_key, guid_key
from news.feeds.tables import FeedEntry, FeedEntryKey
from news.tables import NewsItem, NewsText, OriginKind


@dataclass(frozen=True, slots=True)
class _Partner:
    item_id: int
    """0: it comes with the same reading."""
    slug: str
    kind: NewsKind
    languages: frozenset[str]


def join_translations(session: Session, source_id: int, new: Sequence[tuple[MatchedEntry, EntryItem]]) -> None:
    """`new`: with the slugs that they would have alone. Those that join an item have its slug and kind instead; an
    address is known from whichever website it came, because each language may be a feed of its own."""
    partners: dict[str, _Partner] = {}
    for matched, item in new:
        partner = _partner(session, source_id, matched.entry.translations, partners)
        incoming = item.incoming
        if partner is not None and incoming.language not in partner.languages:
            # The item keeps its day, which fingerprints do not have.
            item.incoming = replace(incoming, slug=partner.slug, kind=partner.kind, published_on=None)
            item.joins = partner.item_id
        languages = partner.languages if partner is not None and item.joins is not None else frozenset[str]()
        every = languages | {incoming.language}
        joined = _Partner(item.joins or 0, item.incoming.slug, item.incoming.kind, every)
        partners |= dict.fromkeys(matched.keys, joined)


def _partner(
    session: Session, source_id: int, translations: Iterable[str], coming: dict[str, _Partner]
) -> _Partner | None:
    keys = [key for name in translations for key in _keys(name)]
    # The latest state of an item is that of whichever of its languages came last.
    together = [coming[key] for key in keys if key in coming]
    if together:
        return max(together, key=lambda partner: len(partner.languages))
    guids = [key for key in keys if key.startswith("guid:")]
    addresses = [key for key in keys if not key.startswith("guid:")]
    key, is_ours = col(FeedEntryKey.key), col(FeedEntryKey.source_id) == source_id
    is_named = or_(key.in_(addresses), and_(is_ours, key.in_(guids)))
    wanted = (
        select(NewsItem)
        .join(FeedEntry, col(FeedEntry.item_id) == col(NewsItem.id))
        .join(FeedEntryKey, col(FeedEntryKey.entry_id) == col(FeedEntry.id))
        .where(is_named, NewsItem.origin == OriginKind.FEED)
        .order_by(col(NewsItem.id))
    )
    item = session.exec(wanted.limit(1)).first() if keys else None
    if item is None:
        return None
    languages = session.exec(select(NewsText.language).where(NewsText.item_id == item.id)).all()
    return _Partner(item.id, item.slug, item.kind, frozenset(languages))


def _keys(name: str) -> list[str]:
    """An address may be a guid, too."""
    is_address = name.startswith(("https://", "http://"))
    return [guid_key(name), *([address_key(name)] if is_address else [])]
