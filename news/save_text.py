"""One read file into rows: the item, its text in the file's language, and the assets that came with it."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from news.markdown_file import NewsFile
from news.named_assets import PutAsset, put_assets
from news.store import AssetStore
from news.tables import Asset, NewsItem, NewsText


@dataclass(frozen=True, slots=True)
class SavedText:
    item_id: int
    is_new: bool


def save_text(
    session: Session, file: NewsFile, *, digest: str, store: AssetStore, now: datetime, source_id: int | None
) -> SavedText:
    """Raises InputRefused for an asset that is not what it should be, before any row is written."""
    assets = put_assets(file, store)
    item, is_new = _item_for(session, file, now=now, source_id=source_id)
    _update_text(session, item, file, digest)
    _update_assets(session, item.id, file, assets)
    item.kind = file.kind
    item.published_on = file.published_on or item.published_on
    item.updated_at = now
    session.add(item)
    session.flush()
    return SavedText(item.id, is_new)


def _item_for(session: Session, file: NewsFile, *, now: datetime, source_id: int | None) -> tuple[NewsItem, bool]:
    """The item, locked, so that two imports of one item take turns; made if there is none."""
    found = select(NewsItem).where(col(NewsItem.slug) == file.slug).with_for_update()
    item = session.exec(found).first()
    if item is not None:
        return item, False
    item = NewsItem(
        slug=file.slug,
        kind=file.kind,
        url=file.url,
        published_on=file.published_on or now.date(),
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
        return session.exec(found).one(), False


def _update_text(session: Session, item: NewsItem, file: NewsFile, digest: str) -> None:
    text = session.exec(
        select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == file.language)
    ).first()
    text = text or NewsText(item_id=item.id, language=file.language, title=file.title, digest=digest)
    if item.url in (None, text.url):
        item.url = file.url
    text.title, text.summary, text.body_html = file.title, file.summary, file.body_html
    text.quote, text.quote_source, text.quote_language = file.quote, file.quote_source, file.quote_language
    text.url, text.digest = file.url, digest
    text.sqlmodel_update(asdict(file.details))
    session.add(text)


def _update_assets(session: Session, item_id: int, file: NewsFile, assets: list[PutAsset]) -> None:
    """The rows of this language become what the file names: changed, added and taken away."""
    known = session.exec(
        select(Asset).where(col(Asset.item_id) == item_id, col(Asset.language) == file.language)
    ).all()
    rows = {row.role: row for row in known}
    for asset in assets:
        session.add(_row_of(asset, rows.pop(asset.named.role, None), item_id, file.language))
    for row in rows.values():
        session.delete(row)


def _row_of(asset: PutAsset, row: Asset | None, item_id: int, language: str) -> Asset:
    named = asset.named
    said = {"file_name": named.name.rpartition("/")[2], "alt": named.alt, "caption": named.caption}
    facts = asdict(asset.stored) | asdict(asset.made) | said
    if row is None:
        return Asset(item_id=item_id, role=named.role, language=language, **facts)
    return row.sqlmodel_update(facts)
