"""Reads a web feed: one request, only for what it has since the last time."""

from news.feeds.decoded_feed import decoded_feed
from news.feeds.fetch_feed import fetch_feed
from news.feeds.source_reading import ReadRequest, ReadResult
from news.feeds.websub.find_hub import named_hub


def read(request: ReadRequest) -> ReadResult:
    """Raises FeedUnavailable; InputRefused for what is no feed."""
    fetched = fetch_feed(
        request.outbound,
        request.address,
        etag=request.etag,
        last_modified=request.last_modified,
        now=request.now,
    )
    parsed, hub = None, None
    if not fetched.is_unchanged:
        parsed = decoded_feed(request.process, fetched.data, address=fetched.address, charset=fetched.charset)
        hub = named_hub(fetched, parsed)
    return ReadResult(
        parsed, moved_to=fetched.moved_to, etag=fetched.etag, last_modified=fetched.last_modified, hub=hub
    )
