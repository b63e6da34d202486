"""Save an incoming item, idempotently: the item, its text in one language, and the assets that came with it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from core.fold_text import fold_text
from news.fingerprint_rows import save_fingerprints
from news.fingerprints import VERSION
from news.incoming_item import IncomingAsset, IncomingItem
from news.media_library import keep_media, media_record
from news.slug_owner import TextOrigin, is_foreign, slug_of_another
from news.tables import Asset, NewsItem, NewsText, OriginKind
from news.versions import keep_first_version, keep_version


@dataclass(frozen=True, slots=True)
class SavedItem:
    item_id: int
    is_new: bool
    is_taken_over: bool
    """Whether the item was another source's before."""


def save_item(session: Session, incoming: IncomingItem, *, now: datetime, origin: TextOrigin) -> SavedItem:
    """Inside a transaction. Raises InputRefused, before anything is written, for a slug that belongs to another
    source."""
    item, is_new = _item_for(session, incoming, now=now, origin=origin)
    if is_foreign(item, origin):
        raise slug_of_another(session, incoming.slug, incoming.place, owner=item, origin=origin)
    is_taken_over = item.source_id != origin.source_id or item.origin is not origin.kind
    keep_first_version(session, item, incoming.language)
    if is_taken_over:
        _leave_its_files(session, item, origin)
    item.source_id, item.origin = origin.source_id, origin.kind
    _update_text(session, item, incoming, now=now)
    _update_assets(session, item.id, incoming.language, incoming.assets)
    keep_media(session, [media_record(asset) for asset in incoming.assets], now=now)
    save_fingerprints(session, item.id, incoming.fingerprints, now=now)
    item.kind = incoming.kind
    item.published_on = incoming.published_on or item.published_on
    item.updated_at = now
    session.add(item)
    session.flush()
    keep_version(session, item, incoming.language, origin=origin, now=now)
    return SavedItem(item.id, is_new, is_taken_over)


def _item_for(
    session: Session, incoming: IncomingItem, *, now: datetime, origin: TextOrigin
) -> tuple[NewsItem, bool]:
    """The item, locked, so that two imports of one item take turns; made if there is none."""
    known = select(NewsItem).where(col(NewsItem.slug) == incoming.slug).with_for_update()
    item = session.exec(known).first()
    if item is not None:
        return item, False
    item = NewsItem(
        slug=incoming.slug,
        kind=incoming.kind,
        url=incoming.url,
        published_on=incoming.published_on or incoming.undated_on,
        source_id=origin.source_id,
        origin=origin.kind,
        created_at=now,
        updated_at=now,
    )
    try:
        with session.begin_nested():
            session.add(item)
        return item, True
    except IntegrityError:
        # Another import made the item between our look and our insert: ours is then one more text of it.
        return session.exec(known).one(), False


def _leave_its_files(session: Session, item: NewsItem, origin: TextOrigin) -> None:
    """What a watched folder holds of it is left alone from now on, for as long as it stays as it is."""
    is_edited_here = origin.kind is OriginKind.BROWSER and item.source_id is not None
    its_files = {"file_digest": col(NewsText.digest) if is_edited_here else None, "missing_since": None}
    session.exec(update(NewsText).where(col(NewsText.item_id) == item.id).values(**its_files))
    session.expire_all()


def _update_text(session: Session, item: NewsItem, incoming: IncomingItem, *, now: datetime) -> None:
    text = session.exec(
        select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == incoming.language)
    ).first()
    text = text or NewsText(item_id=item.id, language=incoming.language, title=incoming.title, came_at=now)
    if item.url in (None, text.url):
        item.url = incoming.url
    text.sqlmodel_update(incoming.columns())
    text.search_words = fold_text(f"{incoming.title} {incoming.summary} {incoming.topic}")
    text.digest, text.fingerprint_version, text.missing_since = incoming.digest, VERSION, None
    session.add(text)


def _update_assets(session: Session, item_id: int, language: str, assets: Sequence[IncomingAsset]) -> None:
    """The rows of this language become what has come: changed, added and taken away."""
    known = session.exec(select(Asset).where(col(Asset.item_id) == item_id, col(Asset.language) == language)).all()
    rows = {row.role: row for row in known}
    for asset in assets:
        session.add(_row_of(asset, rows.pop(asset.role, None), item_id, language))
    for row in rows.values():
        session.delete(row)


def _row_of(asset: IncomingAsset, row: Asset | None, item_id: int, language: str) -> Asset:
    named = {"file_name": asset.file_name, "alt": asset.alt, "caption": asset.caption}
    facts = asdict(asset.stored) | asdict(asset.made) | named
    if row is None:
        return Asset(item_id=item_id, role=asset.role, language=language, **facts)
    return row.sqlmodel_update(facts)
