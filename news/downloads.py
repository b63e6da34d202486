"""How often publications are downloaded: a number for each file and day. Whose download it was, nobody can ask."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from core.sql import upsert
from news.tables import Download


def count_download(session: Session, sha256: str, *, now: datetime) -> None:
    once_more = {"count": col(Download.count) + 1}
    session.execute(
        upsert(session, Download)
        .values(sha256=sha256, day=now.date(), count=1)
        .on_conflict_do_update(index_elements=["sha256", "day"], set_=once_more)
    )


def downloads_of(session: Session, files: Collection[str]) -> int:
    """All of them together, since the beginning."""
    counted = select(func.coalesce(func.sum(col(Download.count)), 0)).where(col(Download.sha256).in_(files))
    return session.exec(counted).one()
