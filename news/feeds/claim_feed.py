"""Lease: which feeds are due, and who reads one. One connection to a host at a time, from all machines."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from news.feeds.tables import Feed, ReaderKind

LEASE = timedelta(minutes=5)
"""More than a reading takes; whoever is killed in one costs its feed that long."""


def due_feeds(
    session: Session, readers: Collection[ReaderKind] = tuple(ReaderKind), *, now: datetime
) -> list[int]:
    """Whose time has come, the longest waiting first; one of each host, and none of a host that is being asked."""
    busy = select(Feed.host).where(col(Feed.reading_until) > now)
    due = select(Feed.source_id, Feed.host).where(col(Feed.next_at) <= now, col(Feed.host).not_in(busy))
    due = due.where(col(Feed.reader).in_(readers))
    hosts: dict[str, int] = {}
    for source_id, host in session.exec(due.order_by(col(Feed.next_at), col(Feed.source_id))):
        hosts.setdefault(host, source_id)
    return list(hosts.values())


def claim_feed(session: Session, source_id: int, *, now: datetime) -> bool:
    """Whether nobody else asks its host now; others are kept from it for LEASE."""
    feed = session.get(Feed, source_id)
    if feed is None:
        return False
    same_host = select(Feed).where(Feed.host == feed.host).order_by(col(Feed.source_id)).with_for_update()
    rows = session.exec(same_host.execution_options(populate_existing=True)).all()
    if any(row.reading_until is not None and row.reading_until > now for row in rows):
        return False
    feed.reading_until = now + LEASE
    session.add(feed)
    return True
