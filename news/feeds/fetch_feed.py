"""Conditional requests: a feed is asked for politely, and only for what it has since the last time.

RFC 9110: If-None-Match and If-Modified-Since (13.1), Retry-After (10.2.3), 410 for what is gone (15.5.11).
No transaction is open meanwhile.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from core.errors import InputRefused
from core.outbound import HTTP_TOO, Answer, FetchFailed, OutboundClient
from news.extraction.read_page import CODES, expect_found

MAX_FEED_BYTES = 12_000_000
SECONDS = 20.0
USER_AGENT = "Bilten/1 (reads this website for a newsletter that follows it)"
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
LONGEST_WAIT = timedelta(days=1)
"""That a site may ask for."""


@dataclass(frozen=True, slots=True)
class FetchedFeed:
    address: str
    """Where its redirects led."""
    data: bytes = b""
    charset: str = ""
    is_unchanged: bool = False
    moved_to: str = ""
    """Where the feed lies from now on, as its site says."""
    etag: str = ""
    last_modified: str = ""
    link: str = ""
    """Its header of that name (RFC 8288)."""


class FeedUnavailable(InputRefused):
    """A feed that could not be had."""

    def __init__(self, refused: InputRefused, *, is_gone: bool = False, wait: timedelta | None = None) -> None:
        super().__init__(refused.code, **refused.params)
        self.is_gone = is_gone
        self.wait = wait
        """How long the site asks to be left alone."""


def fetch_feed(
    outbound: OutboundClient | None, address: str, *, etag: str = "", last_modified: str = "", now: datetime
) -> FetchedFeed:
    """`etag`, `last_modified`: of what is known of it. Raises FeedUnavailable."""
    if outbound is None:
        raise FeedUnavailable(InputRefused("news-feed-no-web"))
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {"Accept": _ACCEPT} | {name: value for name, value in conditions.items() if value}
    try:
        answer = replace(outbound, user_agent=USER_AGENT).fetch(
            address, schemes=HTTP_TOO, at_most=MAX_FEED_BYTES, seconds=SECONDS, headers=headers
        )
    except FetchFailed as failed:
        raise FeedUnavailable(InputRefused(CODES[failed.trouble])) from failed
    if answer.status == 304 and (etag or last_modified):
        return FetchedFeed(answer.url, is_unchanged=True, etag=etag, last_modified=last_modified)
    _expect_whole(answer, now=now)
    return FetchedFeed(
        answer.url,
        answer.body,
        answer.charset,
        moved_to=answer.moved_to,
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        link=answer.headers.get("link", ""),
    )


def _expect_whole(answer: Answer, *, now: datetime) -> None:
    if answer.status == 410:
        raise FeedUnavailable(InputRefused("news-feed-gone"), is_gone=True)
    if answer.status in (429, 503):
        wait = retry_after(answer.headers.get("retry-after", ""), now=now)
        raise FeedUnavailable(InputRefused("news-feed-busy"), wait=wait)
    try:
        expect_found(answer.status)
    except InputRefused as refused:
        raise FeedUnavailable(refused) from refused
    if answer.is_cut:
        raise FeedUnavailable(InputRefused("news-feed-too-large", limit=MAX_FEED_BYTES // 1_000_000))
    if answer.is_packed:
        raise FeedUnavailable(InputRefused("news-feed-none-there"))


def retry_after(written: str, *, now: datetime) -> timedelta | None:
    """Seconds or a date; never more than a day, and nothing that has passed. None where it says neither."""
    try:
        if written.strip().isascii() and written.strip().isdigit():
            wait = timedelta(seconds=min(int(written), int(LONGEST_WAIT.total_seconds())))
        else:
            moment = parsedate_to_datetime(written)
            wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return min(max(wait, timedelta(0)), LONGEST_WAIT)
