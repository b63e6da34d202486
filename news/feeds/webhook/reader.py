"""Reads what was posted: the database has it, and nobody is asked. Of one publication, what came last counts."""

from news.feeds.parsed_feed import FeedFormat, ParsedFeed
from news.feeds.source_reading import ReadRequest, ReadResult
from news.feeds.webhook.posted_news import posted_entry, read_posted


def read(request: ReadRequest) -> ReadResult:
    """Each post was judged when it came."""
    items = {item.id: item for item in map(read_posted, request.posts)}
    latest = reversed(items.values())
    parsed = ParsedFeed(
        FeedFormat.WEBHOOK,
        entries=[posted_entry(item) for item in latest if not item.is_deleted],
        withdrawn=[item.id for item in items.values() if item.is_deleted],
        is_partial=True,
    )
    return ReadResult(parsed)
