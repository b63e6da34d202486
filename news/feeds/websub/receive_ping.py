"""Content distribution (WebSub, section 7): a hub posts what is new, signed. It is only a reason to read the feed.

What was posted is not kept: the feed is fetched from its own site, as always, so that a hub can neither forge news
nor leave some out. A post that comes twice, or by the thousand, has the feed read at most once in PING_GAP.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from core.db import Database
from news.feeds.tables import Feed, FeedHub
from news.tables import Source

PING_GAP = timedelta(seconds=30)
MAX_PING_BYTES = 4_000_000
METHODS = ("sha1", "sha256", "sha384", "sha512")
_NOTE_EVERY = timedelta(minutes=1)
"""Whoever posts without a signature by the thousand is written down so often."""
_LOOK_AGAIN_FOR, _LOOK_AGAIN_EVERY = timedelta(minutes=3), timedelta(minutes=1)
"""A hub can be quicker than the cache before its website."""


@dataclass(frozen=True, slots=True)
class HubMessage:
    token: str
    body: bytes
    signature: str
    """The header X-Hub-Signature."""


def receive_ping(
    database: Database, ping: HubMessage, secret: str, *, wake: Callable[[Session], None], now: datetime
) -> bool:
    """Has its feed read at once: `wake` calls for that in the same transaction. What is not signed as agreed is
    ignored, and whoever posted it is not told so. False: nobody is told of anything at this address (any more)."""
    if not ping.token.isprintable():  # PostgreSQL has no NUL
        return False
    with database.read() as session:
        row = session.exec(
            select(FeedHub, Feed)
            .join(Feed, col(Feed.source_id) == col(FeedHub.source_id))
            .join(Source, col(Source.id) == col(FeedHub.source_id))
            .where(FeedHub.token == ping.token, col(FeedHub.is_left).is_(False), col(Source.stopped_at).is_(None))
        ).first()
    if row is None:
        return False
    hub, feed = row
    if not is_signed(ping.body, ping.signature, secret):
        _note_ignored(database, hub, now=now)
    elif _is_told(feed, now=now):
        with database.write() as session:
            locked = session.get(Feed, feed.source_id, with_for_update=True, populate_existing=True)
            if locked is not None and _is_told(locked, now=now):
                locked.told_at = max(now, locked.told_at + PING_GAP) if locked.told_at else now
                locked.next_at = min(locked.next_at or locked.told_at, locked.told_at)
                session.add(locked)
                wake(session)
    return True


def told_again_at(feed: Feed, *, is_new: bool, now: datetime) -> datetime | None:
    """When a feed that has just been read is to be read again because of its hub. `now`: when that reading began;
    `is_new`: it brought something. None where there is no need."""
    if feed.told_at is None or feed.told_at + _LOOK_AGAIN_FOR < now:
        return None
    if feed.told_at > now:
        return feed.told_at
    return None if is_new else now + _LOOK_AGAIN_EVERY


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """In constant time. By the method that the hub has chosen, of those that the Recommendation knows."""
    method, _, digest = signature.strip().partition("=")
    method = method.lower()
    if method not in METHODS:
        return False
    expected = hmac.digest(secret.encode(), body, method).hex()
    return hmac.compare_digest(expected.encode(), digest.strip().lower().encode("utf-8", "replace"))


def _is_told(feed: Feed, *, now: datetime) -> bool:
    """Whether it changes anything: not where a reading lies ahead already, nor where the site is given time after
    a failure (it may have asked for that), or says that there is no such feed any more."""
    is_ahead = feed.told_at is not None and feed.told_at > now
    return not is_ahead and not feed.failures and feed.next_at is not None


def _note_ignored(database: Database, hub: FeedHub, *, now: datetime) -> None:
    if hub.ignored_at is not None and abs(now - hub.ignored_at) < _NOTE_EVERY:
        return
    with database.write() as session:
        session.execute(update(FeedHub).where(col(FeedHub.id) == hub.id).values(ignored_at=now))
