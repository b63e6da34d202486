"""Autodiscovery: how the news of a website can best be read, found from any address of it. Saves nothing.

WordPress's own API says more than its feeds do (translations, pictures, what was taken back), so it comes first;
then the feeds that the page names, or else the usual places; then what a website without a feed lists: a page of
news before the sitemap, but a home page after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from core.errors import InputRefused
from core.pinned_network import Deadline
from news.feeds.decoded_feed import decoded_feed, linked_sources
from news.feeds.fetch_feed import FetchedFeed, fetch_feed
from news.feeds.parsed_feed import ParsedFeed
from news.feeds.readers import READERS
from news.feeds.source_reading import ReadRequest
from news.feeds.tables import ReaderKind
from news.feeds.web_feed.find_feeds import USUAL_PLACES

SEARCH_SECONDS = 45.0
SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml")


@dataclass(frozen=True, slots=True)
class SourcePreview:
    """A few of the latest entries of a website, and how it was read."""

    reader: ReaderKind
    address: str
    parsed: ParsedFeed
    others: list[dict[str, str]] = field(default_factory=list)
    """Feeds that the website has, too: address and title."""


def discover_source(request: ReadRequest, reader: ReaderKind | None) -> SourcePreview:
    """`reader`: where it is known how the address is read. Raises InputRefused."""
    request = replace(request, is_preview=True)
    if reader is not None and reader is not ReaderKind.FEED:
        return _tried(request, reader, request.address)
    fetched = fetch_feed(request.outbound, request.address, now=request.now)
    try:
        return _as_feed(request, fetched)
    except InputRefused as refused:
        if refused.code != "news-feed-none-there":
            raise
    linked = linked_sources(request.process, fetched)
    deadline = Deadline(SEARCH_SECONDS)
    for kind, candidate in _candidates(linked.api, linked.feeds, fetched.address):
        if not deadline.left():
            break
        request.process.close()  # no child waits for a stranger's server
        try:
            preview = _tried(request, kind, candidate)
        except InputRefused:
            continue
        return replace(preview, others=[feed for feed in linked.feeds if feed["address"] != candidate])
    raise InputRefused("news-source-not-found")


def _candidates(api: str, feeds: Sequence[dict[str, str]], page: str) -> Iterator[tuple[ReaderKind, str]]:
    """What the page names, before the usual places of its site."""
    if api:
        yield ReaderKind.WORDPRESS, api
    yield from ((ReaderKind.FEED, feed["address"]) for feed in feeds)
    if not feeds:
        yield from ((ReaderKind.FEED, urljoin(page, place)) for place in USUAL_PLACES)
    is_home = urlsplit(page).path in ("", "/")
    yield from [] if is_home else [(ReaderKind.PAGES, page)]
    yield from ((ReaderKind.PAGES, urljoin(page, place)) for place in SITEMAPS)
    yield from [(ReaderKind.PAGES, page)] if is_home else []


def _tried(request: ReadRequest, reader: ReaderKind, address: str) -> SourcePreview:
    """Where a feed was moved to, it is."""
    if reader is ReaderKind.FEED:
        return _as_feed(request, fetch_feed(request.outbound, address, now=request.now))
    parsed = READERS[reader](replace(request, address=address)).parsed
    if parsed is None or not parsed.entries:
        raise InputRefused("news-source-not-found")
    return SourcePreview(reader, address, parsed)


def _as_feed(request: ReadRequest, fetched: FetchedFeed) -> SourcePreview:
    parsed = decoded_feed(request.process, fetched.data, address=fetched.address, charset=fetched.charset)
    return SourcePreview(ReaderKind.FEED, fetched.address, parsed)
