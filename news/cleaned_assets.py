"""Metadata removal for what is in the asset store already: rewritten once, found by its old address for ever.

Each file by itself: the clean one is written, then one transaction names it in every row, then the old one goes.
Stopped anywhere in between, the next run goes on; nothing is ever half a file or without one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select, update

from core.db import Database
from core.decode_process import DecodeFailed
from core.errors import InputRefused, NotFound, Refusal
from core.logging import get_logger
from core.sql import upsert
from news.decoding import decode_process
from news.refused_assets import decoder_version
from news.store import AssetStore, StoredAsset
from news.tables import Asset, AssetRole, CleanedAsset, Download, MediaFile, NewsText

log = get_logger(__name__)

OnReplaced = Callable[[Session, str, str], None]
"""Old and new SHA-256: for rows of other rooms that name the file, in the same transaction."""


@dataclass(slots=True)
class CleaningReport:
    count: int = 0
    """How many files have been written anew."""
    left: list[Refusal] = field(default_factory=list)
    """What is as it was, by its name, and why: a signed PDF."""


def clean_name_of(session: Session, sha256: str) -> str:
    """Under which name the file of an address is kept now; the same if nobody knows of another."""
    cleaned = session.get(CleanedAsset, sha256)
    return cleaned.clean_sha256 if cleaned else sha256


def clean_store(database: Database, store: AssetStore, on_replaced: OnReplaced) -> CleaningReport:
    """Every file of the store, also those that only sent mails and earlier logos still name."""
    cleaned = CleaningReport()
    with database.read() as session:
        rows = {row.sha256: row for row in session.exec(select(CleanedAsset))}
    with decode_process() as process:
        for sha256 in store.names():
            known = rows.get(sha256)
            if known and known.clean_sha256 != sha256 and store.path(known.clean_sha256).is_file():
                store.remove(sha256)  # an earlier run was stopped before it could, or a backup brought it back
                continue
            if known and known.decoder == decoder_version():
                continue
            try:
                stored = store.put_with(process, store.read(sha256))
            except NotFound:  # gone meanwhile
                continue
            except (InputRefused, DecodeFailed) as error:
                cleaned.left.append(_refusal(database, sha256, error))
                continue
            _note(database, sha256, stored, on_replaced)
            if stored.sha256 != sha256:
                store.remove(sha256)
                cleaned.count += 1
    log.info("assets.cleaned", files=cleaned.count, left=len(cleaned.left))
    return cleaned


def _refusal(database: Database, sha256: str, error: InputRefused | DecodeFailed) -> Refusal:
    if isinstance(error, DecodeFailed):
        error = InputRefused("news-asset-undecoded", cause=error.reason)
    with database.read() as session:
        name = session.exec(select(Asset.file_name).where(col(Asset.sha256) == sha256)).first()
    return Refusal(name or sha256, None, error.code, dict(error.params))


def _note(database: Database, old: str, stored: StoredAsset, on_replaced: OnReplaced) -> None:
    new = stored.sha256
    with database.write() as session:
        for name in {old, new}:
            _upsert(session, CleanedAsset(sha256=name, clean_sha256=new, decoder=decoder_version()))
        if old == new:
            return
        # What led to the old one leads to the new one, however often a file is written anew.
        session.execute(update(CleanedAsset).where(col(CleanedAsset.clean_sha256) == old).values(clean_sha256=new))
        _move_asset_rows(session, old, stored)
        _move_media(session, old, stored)
        _move_downloads(session, old, new)
        on_replaced(session, old, new)


def _upsert(session: Session, row: CleanedAsset) -> None:
    columns: dict[str, Any] = {"clean_sha256": row.clean_sha256, "decoder": row.decoder}
    kept = upsert(session, CleanedAsset).values(sha256=row.sha256, **columns)
    session.execute(kept.on_conflict_do_update(index_elements=["sha256"], set_=columns))


def _move_asset_rows(session: Session, old: str, stored: StoredAsset) -> None:
    is_old = col(Asset.sha256) == old
    items = select(Asset.item_id).where(is_old, col(Asset.role) == AssetRole.PDF)
    # A PDF of few words is known by its content when it comes back: it is compared anew, by both.
    session.execute(update(NewsText).where(col(NewsText.item_id).in_(items)).values(fingerprint_version=0))
    size = {"width": stored.width, "height": stored.height}
    facts = {"sha256": stored.sha256, "byte_count": stored.byte_count, "page_count": stored.page_count}
    session.execute(update(Asset).where(is_old).values(facts | size))
    mail = {"mail_sha256": stored.sha256, "mail_width": stored.width, "mail_height": stored.height}
    session.execute(update(Asset).where(col(Asset.mail_sha256) == old).values(mail))


def _move_media(session: Session, old: str, stored: StoredAsset) -> None:
    """In the library once, whatever led to the clean file."""
    is_old = col(MediaFile.sha256) == old
    is_there = session.exec(select(MediaFile.id).where(col(MediaFile.sha256) == stored.sha256)).first() is not None
    facts = {"sha256": stored.sha256, "byte_count": stored.byte_count, "page_count": stored.page_count}
    session.execute(delete(MediaFile).where(is_old) if is_there else update(MediaFile).where(is_old).values(facts))
    mail = {"mail_sha256": stored.sha256}
    session.execute(update(MediaFile).where(col(MediaFile.mail_sha256) == old).values(mail))


def _move_downloads(session: Session, old: str, new: str) -> None:
    """Counted on, where a day has both."""
    for row in session.exec(select(Download).where(col(Download.sha256) == old)).all():
        added = upsert(session, Download).values(sha256=new, day=row.day, count=row.count)
        both = {"count": col(Download.count) + row.count}
        session.execute(added.on_conflict_do_update(index_elements=["sha256", "day"], set_=both))
    session.execute(delete(Download).where(col(Download.sha256) == old))
