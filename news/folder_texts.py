"""Reconciliation of what is kept with what a watched folder holds: since when it no longer says a text.

A text stays when its file is gone, is refused or has not been read yet. Whoever sends by itself must know, because
the file's owner may have taken it away, or corrected it, so that it does not go out.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, exists, update
from sqlmodel import Session, col, select

from news.tables import NewsItem, NewsText

BATCH_SIZE = 500


def mark_missing(
    session: Session, source_id: int, held_texts: Collection[tuple[int, str]], *, now: datetime
) -> None:
    """`held_texts`: item and language of what the folder holds at this moment, just as it is kept."""
    rows = session.exec(
        select(NewsText.id, NewsText.item_id, NewsText.language, NewsText.missing_since)
        .join(NewsItem, col(NewsItem.id) == col(NewsText.item_id))
        .where(NewsItem.source_id == source_id)
    ).all()
    gone = [id_ for id_, *key, since in rows if since is None and tuple(key) not in held_texts]
    back = [id_ for id_, *key, since in rows if since is not None and tuple(key) in held_texts]
    _set(session, gone, now)
    _set(session, back, None)


def is_missing_a_text() -> ColumnElement[bool]:
    """Of a `NewsItem`: its folder does not hold all that it says."""
    return exists().where(
        col(NewsText.item_id) == col(NewsItem.id),
        col(NewsText.missing_since).is_not(None),
        col(NewsItem.source_id).is_not(None),
    )


def _set(session: Session, text_ids: list[int], since: datetime | None) -> None:
    for start in range(0, len(text_ids), BATCH_SIZE):
        batch = text_ids[start : start + BATCH_SIZE]
        session.execute(update(NewsText).where(col(NewsText.id).in_(batch)).values(missing_since=since))
