"""Hold (no silent overwriting): a watched folder's file that changes after people took its text over.

The file is not imported and the text stays; what the file says is kept as a held version, for people to compare
and to take or leave (ADR 58). A file that is as it was when they took it over is left alone.
"""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, delete, select, update

from core.errors import InputRefused, NotFound
from news.incoming_item import IncomingItem
from news.slug_owner import KnownItem, TextOrigin
from news.tables import NewsItem, NewsText, NewsVersion, OriginKind
from news.versions import content_of


def is_left_alone(item: KnownItem, language: str, digest: str) -> bool:
    """Whether the file is still what people took over, or what they have decided to leave."""
    return item.file_digests.get(language) == digest


def is_to_be_held(item: KnownItem, language: str, origin: TextOrigin) -> bool:
    return origin.source_id is not None and item.origin is OriginKind.BROWSER and language in item.file_digests


def held_digests(session: Session, item_ids: Collection[int]) -> dict[tuple[int, str], str]:
    """Of the files that are held, by item and language."""
    if not item_ids:
        return {}
    rows = session.exec(
        select(NewsVersion.item_id, NewsVersion.language, NewsVersion.digest).where(
            col(NewsVersion.item_id).in_(item_ids), col(NewsVersion.is_held)
        )
    )
    return {(item_id, language): digest for item_id, language, digest in rows}


def held_versions(session: Session, item_id: int) -> list[NewsVersion]:
    return list(
        session.exec(
            select(NewsVersion)
            .where(col(NewsVersion.item_id) == item_id, col(NewsVersion.is_held))
            .order_by(col(NewsVersion.language))
        )
    )


def hold_file(
    session: Session,
    item_id: int,
    incoming: IncomingItem,
    *,
    now: datetime,
    origin: OriginKind = OriginKind.FILE,
) -> None:
    """In the place of what was held before. A website's text is held likewise."""
    drop_held(session, item_id, incoming.language)
    session.add(
        NewsVersion(
            item_id=item_id,
            language=incoming.language,
            digest=incoming.digest,
            content=content_of(incoming),
            origin=origin,
            is_held=True,
            saved_at=now,
        )
    )
    session.flush()


def drop_held(session: Session, item_id: int, language: str) -> None:
    session.exec(
        delete(NewsVersion).where(
            col(NewsVersion.item_id) == item_id, col(NewsVersion.language) == language, col(NewsVersion.is_held)
        )
    )


def leave_file(session: Session, version: NewsVersion) -> None:
    """The text stays as it is; the file is left alone for as long as it stays as it is. Raises NotFound for a
    version that is not held (any more)."""
    if not version.is_held:
        raise NotFound("news-version-unknown")
    is_its_text = (col(NewsText.item_id) == version.item_id) & (col(NewsText.language) == version.language)
    session.exec(update(NewsText).where(is_its_text).values(file_digest=version.digest))
    drop_held(session, version.item_id, version.language)


def file_is_held(item: KnownItem | NewsItem, file: str) -> InputRefused:
    return InputRefused("news-file-held", file=file, slug=item.slug)
