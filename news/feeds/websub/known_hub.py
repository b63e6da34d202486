"""Which hub tells of a feed: noted by each reading, left when it is another one, or when nobody wants its news."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session, col, delete, select

from core.errors import Refusal
from core.ids import new_public_id
from news.feeds.parsed_feed import HubLink
from news.feeds.tables import FeedHub, HubRequest

TOKEN_LENGTH = 32
MOST_LEFT = 3
"""Of one source: a feed that names another hub each time makes us write to no more of them."""


def note_hub(session: Session, source_id: int, named: HubLink | None, *, now: datetime) -> None:
    """What a reading has found. Another hub, or another name there, is another agreement, with an address and a
    secret of its own. The feed's row is locked by the caller."""
    known = current_hubs(session, [source_id]).get(source_id)
    if known is not None and named is not None and (known.hub, known.topic) == (named.hub, named.topic):
        return
    if known is not None:
        leave_hubs(session, source_id, now=now)
    if named is None:
        return
    is_safe = named.hub.startswith("https://")
    session.add(
        FeedHub(
            source_id=source_id,
            hub=named.hub,
            topic=named.topic,
            token=new_public_id(TOKEN_LENGTH),
            next_at=now if is_safe else None,
            problem=None if is_safe else asdict(Refusal("", None, "news-hub-unsafe", {})),
        )
    )
    session.flush()


def leave_hubs(session: Session, source_id: int, *, now: datetime) -> None:
    """They are asked to tell of nothing any more; whoever was never asked for anything is forgotten."""
    rows = session.exec(select(FeedHub).where(FeedHub.source_id == source_id).order_by(col(FeedHub.id).desc()))
    for place, row in enumerate(rows.all()):
        is_strange = row.pending is HubRequest.NONE and row.told_until is None
        if place >= MOST_LEFT or (is_strange and not row.is_left):
            session.delete(row)
        elif not row.is_left:
            row.is_left, row.pending, row.next_at, row.failures = True, HubRequest.NONE, now, 0
            session.add(row)
    session.flush()


def current_hubs(session: Session, source_ids: Collection[int]) -> dict[int, FeedHub]:
    """Those that tell, or are asked to, by their sources."""
    rows = select(FeedHub).where(col(FeedHub.source_id).in_(source_ids), col(FeedHub.is_left).is_(False))
    return {row.source_id: row for row in session.exec(rows)}


def forget_hub(session: Session, hub_id: int) -> None:
    """What comes to its address from now on is told that it is gone."""
    session.execute(delete(FeedHub).where(col(FeedHub.id) == hub_id))
