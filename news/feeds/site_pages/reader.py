"""Reads a website that has no feed: which pages its sitemap names, or a page that lists its news.

The addresses alone; what a new page says is read when it is visited (`news.feeds.visit_pages`). The pages of an
index's sitemaps are one list. What was withdrawn is not noticed: a sitemap may leave out what it likes.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed
from core.errors import InputRefused
from core.pinned_network import Deadline
from news.feeds.fetch_feed import FeedUnavailable, FetchedFeed, fetch_feed
from news.feeds.parsed_feed import FeedFormat, ParsedEntry, ParsedFeed
from news.feeds.robots import ask_robots
from news.feeds.source_reading import ReadRequest, ReadResult

MAX_SITEMAPS = 5
"""That one reading asks for, of an index: those of news first."""
PREVIEWED = 5
SECONDS = 90.0
_TOLERANCE = timedelta(days=1)
"""Pages name the day on which they were published, and no hour."""
_FEED = TypeAdapter(ParsedFeed)


def read(request: ReadRequest) -> ReadResult:
    """Raises FeedUnavailable; InputRefused for what lists nothing."""
    is_known_page = bool(request.cursor.get("is_page"))
    if is_known_page:
        _expect_robots_welcome(request, request.address)
    fetched = fetch_feed(
        request.outbound, request.address, etag=request.etag, last_modified=request.last_modified, now=request.now
    )
    digest = hashlib.sha256(fetched.data).hexdigest()
    if fetched.is_unchanged or (request.cursor and digest == request.cursor.get("digest")):
        return ReadResult(None, request.cursor, etag=fetched.etag, last_modified=fetched.last_modified)
    parsed = _parsed(request, fetched.data, fetched.address, fetched.charset)
    since = request.cursor.get("since") or (request.now - _TOLERANCE).isoformat()
    parsed = replace(parsed, is_partial=True)
    if request.cursor:
        parsed = replace(parsed, news_since=datetime.fromisoformat(since))
    is_page = parsed.format is FeedFormat.PAGE
    if is_page and not (is_known_page and fetched.address == request.address):
        _expect_robots_welcome(request, fetched.address)
    if parsed.sitemaps:
        # An index may stay the same while its sitemaps change: it is asked for as a whole each time.
        parsed = replace(parsed, entries=_of_index(request, parsed), sitemaps=[])
        digest, fetched = "", FetchedFeed(fetched.address, moved_to=fetched.moved_to)
    return ReadResult(
        replace(parsed, entries=parsed.entries[:PREVIEWED]) if request.is_preview else parsed,
        moved_to=fetched.moved_to,
        cursor={"digest": digest, "since": since, "is_page": is_page},
        etag=fetched.etag,
        last_modified=fetched.last_modified,
    )


def _expect_robots_welcome(request: ReadRequest, address: str) -> None:
    """A sitemap is made for programs; a page is not. Which of the two it is, nobody knows the first time."""
    if request.outbound is None:
        return
    if address not in ask_robots(request.outbound, request.process, [address]).allowed:
        raise InputRefused("news-page-robots")


def _of_index(request: ReadRequest, index: ParsedFeed) -> list[ParsedEntry]:
    deadline = Deadline(SECONDS)
    entries: dict[str, ParsedEntry] = {}
    for address in index.sitemaps[:MAX_SITEMAPS]:
        if not deadline.left():
            raise FeedUnavailable(InputRefused("news-page-silent"))
        request.process.close()  # no child waits for a stranger's server
        fetched = fetch_feed(request.outbound, address, now=request.now)
        parsed = _parsed(request, fetched.data, fetched.address, fetched.charset)
        entries |= {entry.address: entry for entry in parsed.entries}
    if not entries:
        raise InputRefused("news-site-lists-nothing")
    return list(entries.values())


def _parsed(request: ReadRequest, data: bytes, address: str, charset: str) -> ParsedFeed:
    try:
        frame = request.process.decode("listing", data, {"address": address, "charset": charset})
    except DecodeFailed as failed:
        raise InputRefused("news-feed-undecoded", cause=failed.reason) from failed
    return _FEED.validate_json(frame.parts[0])
