"""Media library: each picture and PDF once, however often it is used, so that it can be found and used again.

A row is written where a file comes into an item or a block, in the same transaction, and stays until somebody
deletes a file that nothing shows (`scheduler.delete_media`): what was sent names it for ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from core.fold_text import fold_text
from core.sql import insert_once
from news.incoming_item import IncomingAsset
from news.inspect_asset import PDF
from news.tables import MediaFile

_LONGEST_SEARCH = 2_000
"""Characters: a file that is used often has many names."""


class MediaKind(StrEnum):
    PICTURE = "picture"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class MediaFilter:
    search: str = ""
    """Words of its names or alternative texts, each of which must occur."""
    kind: MediaKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRecord:
    """A file as it came in somewhere. Named like the columns of `MediaFile`."""

    sha256: str
    media_type: str
    byte_count: int
    page_count: int | None
    file_name: str
    mail_sha256: str | None
    mail_media_type: str | None
    alt: str = ""


def media_record(asset: IncomingAsset) -> MediaRecord:
    stored, made = asset.stored, asset.made
    return MediaRecord(
        sha256=stored.sha256,
        media_type=stored.media_type,
        byte_count=stored.byte_count,
        page_count=stored.page_count,
        file_name=asset.file_name,
        mail_sha256=made.mail_sha256,
        mail_media_type=made.mail_media_type,
        alt=asset.alt,
    )


def keep_media(session: Session, records: Sequence[MediaRecord], *, now: datetime) -> None:
    """Idempotent. A file that is there already can be found by its new name and alternative text as well."""
    by_hash = {record.sha256: record for record in reversed(records)}
    if not by_hash:
        return
    rows = session.exec(select(MediaFile).where(col(MediaFile.sha256).in_(list(by_hash)))).all()
    known = {row.sha256: row for row in rows}
    added = [_columns(record, now) for sha256, record in by_hash.items() if sha256 not in known]
    if added:
        known |= {row.sha256: row for row in insert_once(session, MediaFile, added)}
    for record in records:
        row = known.get(record.sha256)
        if row is not None:
            row.search_words = _merged(row.search_words, record)
            row.mail_sha256 = row.mail_sha256 or record.mail_sha256
            row.mail_media_type = row.mail_media_type or record.mail_media_type
            session.add(row)


def list_media(
    session: Session, wanted: MediaFilter, *, limit: int, before_id: int | None = None
) -> Sequence[MediaFile]:
    """The newest first; `before_id` is the last id of the page before."""
    statement = select(MediaFile).order_by(col(MediaFile.id).desc()).limit(limit)
    if before_id is not None:
        statement = statement.where(col(MediaFile.id) < before_id)
    if wanted.kind is not None:
        is_pdf = col(MediaFile.media_type) == PDF
        statement = statement.where(is_pdf if wanted.kind is MediaKind.PDF else ~is_pdf)
    for word in fold_text(wanted.search).split():
        statement = statement.where(col(MediaFile.search_words).contains(word, autoescape=True))
    return session.exec(statement).all()


def _columns(record: MediaRecord, now: datetime) -> dict[str, object]:
    return {
        "sha256": record.sha256,
        "media_type": record.media_type,
        "byte_count": record.byte_count,
        "page_count": record.page_count,
        "file_name": record.file_name,
        "mail_sha256": record.mail_sha256,
        "mail_media_type": record.mail_media_type,
        "search_words": _merged("", record),
        "created_at": now,
    }


def _merged(known: str, record: MediaRecord) -> str:
    names = (fold_text(record.file_name), fold_text(record.alt))
    return " ".join(filter(None, (known, *(name for name in names if name not in known))))[:_LONGEST_SEARCH]
