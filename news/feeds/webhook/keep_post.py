"""Posts as they came, until a reading has made news of them. Whoever posts is answered when that is durable."""

import hashlib
import secrets
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from core.errors import NotAllowed, TooManyAttempts
from news.feeds.tables import Feed, FeedPost
from news.feeds.webhook.posted_news import read_posted
from news.tables import Source

MOST_WAITING = 1_000
"""Of one source: more than anybody publishes between two readings."""
MOST_AT_ONCE = 20
_PURPOSE = "bilten-news"


def new_token() -> str:
    """For one source and nothing else; its beginning says what it is, wherever it is found."""
    return f"{_PURPOSE}-{secrets.token_urlsafe(32)}"


def token_hash(token: str) -> str:
    """All that is kept of it: 256 bits of chance need no slow hash."""
    return hashlib.sha256(f"{_PURPOSE}:{token}".encode("utf-8", "surrogatepass")).hexdigest()


def keep_post(session: Session, token: str, body: bytes, *, now: datetime) -> int:
    """The number of its source, which is read at once. Raises NotAllowed for a token that nobody has, InputRefused
    for a body that is no publication, TooManyAttempts while very many wait."""
    feed = session.exec(select(Feed).where(Feed.token_hash == token_hash(token)).with_for_update()).first()
    source = session.get(Source, feed.source_id) if feed else None
    if feed is None or source is None or source.stopped_at is not None:
        raise NotAllowed("news-posted-unknown")
    item = read_posted(body)
    waiting = select(func.count()).select_from(FeedPost).where(FeedPost.source_id == feed.source_id)
    if session.exec(waiting).one() >= MOST_WAITING:
        raise TooManyAttempts("news-posted-too-many")
    kept = item.model_dump_json(by_alias=True, exclude_defaults=True)
    session.add(FeedPost(source_id=feed.source_id, body=kept, came_at=now))
    feed.next_at = now
    session.add(feed)
    return feed.source_id


def waiting_posts(session: Session, source_id: int) -> list[FeedPost]:
    """The first that came."""
    wanted = select(FeedPost).where(FeedPost.source_id == source_id).order_by(col(FeedPost.id))
    return list(session.exec(wanted.limit(MOST_AT_ONCE)))


def drop_posts(session: Session, source_id: int, up_to: int) -> bool:
    """Returns whether others wait."""
    is_its_own = col(FeedPost.source_id) == source_id
    session.execute(delete(FeedPost).where(is_its_own, col(FeedPost.id) <= up_to))
    return session.exec(select(FeedPost.id).where(is_its_own).limit(1)).first() is not None
