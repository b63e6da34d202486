"""Feeds from servers that mean no good, or cannot do better: an end, a bounded cost, and one clear line."""

import gzip

import pytest

from core.outbound import OutboundClient
from news.feeds import fetch_feed as module
from news.feeds.fetch_feed import FeedUnavailable, FetchedFeed, fetch_feed
from tests.conftest import NOON
from tests.core.test_outbound import dripping
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Reply
from tests.news.feeds.shapes import RSS
from tests.web.foreign_site import HOST, foreign_site, reads_this_machine


def refused(outbound: OutboundClient | None, address: str) -> str:
    with pytest.raises(FeedUnavailable) as unavailable:
        fetch_feed(outbound, address, now=NOON)
    return unavailable.value.code


def test_a_feed_that_never_ends_is_left_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    outbound = reads_this_machine(FakeDns({"news.example": HERE}))
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss>"
    with dripping(endless, b"<item/>") as address:
        assert refused(outbound, address) == "news-page-silent"


@pytest.mark.parametrize(
    ("body", "coding", "code"),
    [
        (b"x" * 2_001, "identity", "news-feed-too-large"),
        (gzip.compress(b" " * 50_000_000), "gzip", "news-feed-too-large"),
        (b"not packed", "gzip", "news-page-not-http"),
        (b"anything", "br", "news-feed-none-there"),
    ],
)
def test_size_and_decompression_are_bounded(
    body: bytes, coding: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_FEED_BYTES", 2_000)
    with foreign_site() as site:
        address = site.has("/feed/", body, {"Content-Encoding": coding})
        assert refused(reads_this_machine(), address) == code


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "news-page-sign-in"), (404, "news-page-gone"), (410, "news-feed-gone"), (429, "news-feed-busy"),
     (500, "news-page-failing"), (503, "news-feed-busy"), (304, "news-page-closed"), (204, "news-page-closed")],
)  # fmt: skip
def test_each_status_is_one_line(status: int, code: str) -> None:
    """304 is no answer to whoever asked without a condition."""
    with foreign_site() as site:
        assert refused(reads_this_machine(), site.has("/feed/", b"", {}, status)) == code


def test_nothing_inner_is_asked_and_nothing_at_all_where_the_web_is_left_alone() -> None:
    assert refused(OutboundClient(dns=FakeDns()), "http://127.0.0.1/feed") == "news-page-address-inner"
    trap = FakeDns({HOST: HERE, "inner.example": [["10.0.0.1"]]})
    with foreign_site() as site:
        address = site.has("/feed/", b"", {"Location": "http://inner.example/"}, 302)
        assert refused(reads_this_machine(trap), address) == "news-page-address-inner"
    assert refused(None, "https://kolpa.example/") == "news-feed-no-web"


def test_what_is_packed_all_the_same_is_unpacked() -> None:
    with foreign_site() as site:
        address = site.url("/feed/")
        site.replies["/feed/"] = Reply(200, {"Content-Encoding": "gzip", "ETag": "a"}, gzip.compress(RSS.encode()))
        fetched = fetch_feed(reads_this_machine(), address, now=NOON)
    assert fetched == FetchedFeed(address, RSS.encode(), etag="a")
