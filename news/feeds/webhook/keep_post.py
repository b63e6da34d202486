"""Posts as they came, until a reading has made news of them. Whoever posts is answered when that is durable."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts
from news.feeds.tables import Feed, FeedPost
from news.feeds.webhook.posted_news import PostedItem, read_posted
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


def receive_post(
    database: Database, token: str, body: bytes, *, wake: Callable[[Session], None], now: datetime
) -> None:
    """Keeps it, and has its source read at once: `wake` calls for that in the same transaction. Whoever has no
    token, or sends no publication, is turned away before anything is locked: a stranger's flood keeps nobody from
    writing.

    Raises NotAllowed for a token that nobody has, InputRefused for a body that is no publication, TooManyAttempts
    while very many wait.
    """
    with database.read() as session:
        _sending_feed(session, token)
    item = read_posted(body)
    with database.write() as session:
        _keep(session, _sending_feed(session, token, is_locked=True), item, now=now)
        wake(session)


def _sending_feed(session: Session, token: str, *, is_locked: bool = False) -> Feed:
    wanted = (
        select(Feed)
        .join(Source, col(Source.id) == col(Feed.source_id))
        .where(Feed.token_hash == token_hash(token), col(Source.stopped_at).is_(None))
    )
    feed = session.exec(wanted.with_for_update(of=Feed) if is_locked else wanted).first()
    if feed is None:
        raise NotAllowed("news-posted-unknown")
    return feed


def _keep(session: Session, feed: Feed, item: PostedItem, *, now: datetime) -> None:
    waiting = select(func.count()).select_from(FeedPost).where(FeedPost.source_id == feed.source_id)
    if session.exec(waiting).one() >= MOST_WAITING:
        raise TooManyAttempts("news-posted-too-many")
    kept = item.model_dump_json(by_alias=True, exclude_defaults=True)
    session.add(FeedPost(source_id=feed.source_id, body=kept, came_at=now))
    feed.next_at = now
    session.add(feed)


def waiting_posts(session: Session, source_id: int) -> list[FeedPost]:
    """The first that came."""
    wanted = select(FeedPost).where(FeedPost.source_id == source_id).order_by(col(FeedPost.id))
    return list(session.exec(wanted.limit(MOST_AT_ONCE)))


def drop_posts(session: Session, source_id: int, up_to: int) -> bool:
    """Returns whether others wait."""
    is_its_own = col(FeedPost.source_id) == source_id
    session.execute(delete(FeedPost).where(is_its_own, col(FeedPost.id) <= up_to))
    return session.exec(select(FeedPost.id).where(is_its_own).limit(1)).first() is not None
