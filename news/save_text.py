"""One read file into rows: the item, its text in the file's language, and the assets that came with it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from kinds.registry import stored
from news.fingerprint_rows import pdf_fingerprint, save_fingerprints
from news.fingerprints import VERSION, TextFingerprint, fingerprints
from news.markdown_file import NewsFile
from news.named_assets import PutAsset
from news.read_folder import ReadFile
from news.slug_owner import Origin, is_foreign, slug_of_another
from news.tables import Asset, AssetRole, NewsItem, NewsText


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A file with everything slow done: hashed, its assets decoded and kept, its content compared."""

    file: NewsFile
    digest: str
    undated_on: date
    """The day of an item that names none."""
    values: Mapping[str, Any]
    """What the file says, by the columns of `NewsText`."""
    assets: Sequence[PutAsset]
    fingerprints: Sequence[TextFingerprint]


@dataclass(frozen=True, slots=True)
class SavedText:
    item_id: int
    is_new: bool
    is_taken_over: bool
    """Whether the item was another source's before."""


def prepare_text(read: ReadFile, *, undated_on: date, html: str, assets: Sequence[PutAsset]) -> PreparedText:
    """`html`: of its Markdown."""
    file = read.file
    pdf = next((asset for asset in assets if asset.named.role is AssetRole.PDF), None)
    said = pdf_fingerprint(pdf.stored.sha256, pdf.made.words) if pdf else ""
    plain = (
        *("title", "summary", "quote", "quote_source", "quote_language", "url"),
        *("topic", "partners", "funding"),
    )
    values = {name: getattr(file, name) for name in plain} | {"body_html": html}
    details = stored(file.kind, file.details)
    found = fingerprints(values | details, language=file.language, pdf=said)
    values["details"] = details
    return PreparedText(file, read.digest, undated_on, values, assets, found)


def save_text(session: Session, prepared: PreparedText, *, now: datetime, origin: Origin) -> SavedText:
    """Raises InputRefused, before anything is written, for a slug that belongs to another source."""
    file = prepared.file
    item, is_new = _item_for(session, prepared, now=now, source_id=origin.source_id)
    if is_foreign(item, origin):
        raise slug_of_another(session, file, item.source_id, origin)
    is_taken_over = item.source_id != origin.source_id
    item.source_id = origin.source_id
    _update_text(session, item, prepared)
    _update_assets(session, item.id, file, prepared.assets)
    save_fingerprints(session, item.id, prepared.fingerprints, now=now)
    item.kind = file.kind
    item.published_on = file.published_on or item.published_on
    item.updated_at = now
    session.add(item)
    session.flush()
    return SavedText(item.id, is_new, is_taken_over)


def _item_for(
    session: Session, prepared: PreparedText, *, now: datetime, source_id: int | None
) -> tuple[NewsItem, bool]:
    """The item, locked, so that two imports of one item take turns; made if there is none."""
    file = prepared.file
    found = select(NewsItem).where(col(NewsItem.slug) == file.slug).with_for_update()
    item = session.exec(found).first()
    if item is not None:
        return item, False
    item = NewsItem(
        slug=file.slug,
        kind=file.kind,
        url=file.url,
        published_on=file.published_on or prepared.undated_on,
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


def _update_text(session: Session, item: NewsItem, prepared: PreparedText) -> None:
    file = prepared.file
    text = session.exec(
        select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == file.language)
    ).first()
    text = text or NewsText(item_id=item.id, language=file.language, title=file.title)
    if item.url in (None, text.url):
        item.url = file.url
    text.sqlmodel_update(dict(prepared.values))
    text.digest, text.fingerprint_version = prepared.digest, VERSION
    session.add(text)


def _update_assets(session: Session, item_id: int, file: NewsFile, assets: Sequence[PutAsset]) -> None:
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
