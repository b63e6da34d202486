"""Read a feed: fetched and taken apart with no transaction open, saved in one (ADR 76).

Whatever happens, the feed says when it is read next: backoff after a failure (twice as long each time, never more
than a day), later where its site asks for that, and never again after a 410.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlmodel import Session, select

from core.decode_process import DecodeProcess
from core.errors import InputRefused, NotFound, Refusal
from core.logging import get_logger
from news.decoding import decode_process
from news.feeds.fetch_feed import LONGEST_WAIT, FeedUnavailable
from news.feeds.prepare_reading import FeedIntake, FeedReading, prepare_reading
from news.feeds.readers import READERS
from news.feeds.save_reading import PreparedReading, save_reading
from news.feeds.source_reading import ReadRequest, ReadResult
from news.feeds.tables import Feed, FeedPost
from news.feeds.webhook.keep_post import drop_posts, waiting_posts
from news.feeds.websub.known_hub import leave_hubs, note_hub
from news.feeds.websub.receive_ping import told_again_at
from news.sources import refusals_as_json
from news.tables import Source

LATER = timedelta(seconds=30)
"""Until what one reading left is taken up."""
_MOST_DOUBLINGS = 6

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class FeedReport:
    new: int = 0
    changed: int = 0
    refused: Sequence[Refusal] = ()


def read_feed(intake: FeedIntake, source_id: int, *, now: datetime) -> FeedReport:
    """Whoever calls has claimed it. What went wrong is kept for staff to see. Raises NotFound."""
    with intake.database.read() as session:
        feed, source = session.get(Feed, source_id), session.get(Source, source_id)
        posts = waiting_posts(session, source_id)
    if feed is None or source is None:
        raise NotFound("news-source-unknown", source=source_id)
    try:
        with decode_process() as process:
            request = _request(intake, feed, source, process, now=now)
            result = READERS[feed.reader](replace(request, posts=[post.body for post in posts]))
            reading = FeedReading(PreparedReading())
            if result.parsed is not None:
                reading = prepare_reading(intake, feed, result.parsed, process, now=now)
    except InputRefused as error:
        return _save_failure(intake, feed, error, now=now)
    return _save(intake, feed, result, reading, posts, now=now)


def _request(
    intake: FeedIntake, feed: Feed, source: Source, process: DecodeProcess, *, now: datetime
) -> ReadRequest:
    return ReadRequest(
        intake.outbound,
        process,
        source.location,
        now,
        etag=feed.etag,
        last_modified=feed.last_modified,
        cursor=feed.cursor,
    )


def _save(
    intake: FeedIntake,
    before: Feed,
    result: ReadResult,
    reading: FeedReading,
    posts: Sequence[FeedPost],
    *,
    now: datetime,
) -> FeedReport:
    with intake.database.write() as session:
        feed, source = _locked(session, before.source_id)
        if feed.readings != before.readings or source.stopped_at is not None:
            return FeedReport()  # another reading was quicker, or nobody wants it any more
        new, changed = save_reading(session, feed.source_id, reading.prepared, zone=intake.zone, now=now)
        is_whole = not reading.left and new == len(reading.prepared.new)
        is_kept = is_whole and not reading.is_to_repeat
        feed.etag, feed.last_modified = (result.etag, result.last_modified) if is_kept else ("", "")
        feed.cursor = dict(result.cursor) if is_kept else feed.cursor
        feed.failures, feed.read_well_at = 0, now
        is_more = result.is_more
        if posts and is_kept:
            is_more |= drop_posts(session, feed.source_id, posts[-1].id)
        is_done = is_whole and not is_more
        feed.next_at = now + (timedelta(minutes=feed.every_minutes) if is_done else LATER)
        feed.next_at = min(feed.next_at, told_again_at(feed, is_new=bool(new or changed), now=now) or feed.next_at)
        if result.parsed is not None:
            note_hub(session, feed.source_id, result.hub, now=now)
            feed.title = result.parsed.title or feed.title
            source.last_error = refusals_as_json(reading.refused)
        if result.moved_to:
            source.location, feed.host = result.moved_to, urlsplit(result.moved_to).hostname or feed.host
        _close(session, feed, source, now=now)
    if new or changed or reading.refused:
        log.info("feed.read", source_id=source.id, new=new, changed=changed, refused=len(reading.refused))
    return FeedReport(new, changed, tuple(reading.refused))


def _save_failure(intake: FeedIntake, before: Feed, error: InputRefused, *, now: datetime) -> FeedReport:
    wait = error.wait if isinstance(error, FeedUnavailable) else None
    refused = [Refusal("", None, error.code, dict(error.params))]
    with intake.database.write() as session:
        feed, source = _locked(session, before.source_id)
        if feed.readings != before.readings or source.stopped_at is not None:
            return FeedReport()
        feed.failures += 1
        feed.next_at = now + backoff(feed.every_minutes, feed.failures, wait)
        if isinstance(error, FeedUnavailable) and error.is_gone:
            feed.ended_at, feed.next_at = now, None
            leave_hubs(session, feed.source_id, now=now)
        source.last_error = refusals_as_json(refused)
        _close(session, feed, source, now=now)
    log.warning("feed.failed", source_id=source.id, code=error.code, failures=feed.failures)
    return FeedReport(refused=tuple(refused))


def backoff(every_minutes: int, failures: int, wait: timedelta | None) -> timedelta:
    """`failures`: in a row, this one included; `wait`: what the site asks for."""
    longer = timedelta(minutes=every_minutes << min(failures - 1, _MOST_DOUBLINGS))
    return min(max(longer, wait or timedelta(0)), LONGEST_WAIT)


def _locked(session: Session, source_id: int) -> tuple[Feed, Source]:
    rows: Any = select(Feed).where(Feed.source_id == source_id).with_for_update()
    return session.exec(rows).one(), session.get_one(Source, source_id)


def _close(session: Session, feed: Feed, source: Source, *, now: datetime) -> None:
    feed.readings += 1
    feed.reading_until = None
    source.last_read_at = now
    session.add_all([feed, source])
