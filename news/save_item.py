"""Save an incoming item, idempotently: the item, its text in one language, and the assets that came with it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from news.fingerprint_rows import save_fingerprints
from news.fingerprints import VERSION
from news.incoming_item import IncomingAsset, IncomingItem
from news.slug_owner import TextOrigin, is_foreign, slug_of_another
from news.tables import Asset, NewsItem, NewsText


@dataclass(frozen=True, slots=True)
class SavedItem:
    item_id: int
    is_new: bool
    is_taken_over: bool
    """Whether the item was another source's before."""


def save_item(session: Session, incoming: IncomingItem, *, now: datetime, origin: TextOrigin) -> SavedItem:
    """Inside a transaction. Raises InputRefused, before anything is written, for a slug that belongs to another
    source."""
    item, is_new = _item_for(session, incoming, now=now, source_id=origin.source_id)
    if is_foreign(item, origin):
        raise slug_of_another(session, incoming.slug, incoming.place, owner_id=item.source_id, origin=origin)
    is_taken_over = item.source_id != origin.source_id
    item.source_id = origin.source_id
    _update_text(session, item, incoming, now=now)
    _update_assets(session, item.id, incoming.language, incoming.assets)
    save_fingerprints(session, item.id, incoming.fingerprints, now=now)
    item.kind = incoming.kind
    item.published_on = incoming.published_on or item.published_on
    item.updated_at = now
    session.add(item)
    session.flush()
    return SavedItem(item.id, is_new, is_taken_over)


def _item_for(
    session: Session, incoming: IncomingItem, *, now: datetime, source_id: int | None
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
        source_id=source_id,
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


def _update_text(session: Session, item: NewsItem, incoming: IncomingItem, *, now: datetime) -> None:
    text = session.exec(
        select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == incoming.language)
    ).first()
    text = text or NewsText(item_id=item.id, language=incoming.language, title=incoming.title, came_at=now)
    if item.url in (None, text.url):
        item.url = incoming.url
    text.sqlmodel_update(incoming.columns())
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
