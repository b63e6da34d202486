"""A feed's hub is found where the Recommendation says, in its order; and whatever else is there is none."""

import hmac
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.public_addresses import is_reachable
from news.feeds.fetch_feed import FetchedFeed
from news.feeds.parsed_feed import HubLink
from news.feeds.web_feed.parse_feed import parse_feed
from news.feeds.websub.answer_hub import LONGEST_LEASE, SHORTEST_LEASE, lease_of
from news.feeds.websub.find_hub import header_links, named_hub
from news.feeds.websub.receive_ping import METHODS, is_signed
from tests.news.feeds.shapes import rss

FEED, HUB = "https://kolpa.example/feed/", "https://hub.example/"
XML = rss("").replace(
    "<item>", f'<atom:link rel="hub" href="{HUB}"/><atom:link href="/self?utm_medium=x" rel="self"/><item>'
)
ATOM = (
    f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="HUB" href="{HUB}"/><link rel="self" href="self"/>'
    "<entry><title>a</title></entry></feed>"
)
JSON = (
    '{"version": "https://jsonfeed.org/version/1.1", "feed_url": "/feed.json", "items": [], '
    f'"hubs": [{{"type": "rssCloud", "url": "x"}}, 1, {{"type": "WebSub", "url": "{HUB}"}}]}}'
)


def hub_of(feed: str, link: str = "") -> HubLink | None:
    parsed = parse_feed(feed.encode(), address=FEED, charset="")
    return named_hub(FetchedFeed(FEED, link=link), parsed)


@pytest.mark.parametrize(
    ("feed", "link", "hub"),
    [
        (XML, "", HubLink(HUB, "https://kolpa.example/self?utm_medium=x")),
        (ATOM, "", HubLink(HUB, "https://kolpa.example/feed/self")),
        (JSON, "", HubLink(HUB, "https://kolpa.example/feed.json")),
        (rss(""), "", None),
        (rss(""), f'<{HUB}>; rel="hub", </f>; rel="self"', HubLink(HUB, "https://kolpa.example/f")),
        (rss(""), f"<{HUB}>; rel=hub", HubLink(HUB, FEED)),
        (
            XML,
            '<https://other.example/>; rel="hub"',
            HubLink("https://other.example/", "https://kolpa.example/self?utm_medium=x"),
        ),
        (rss(""), f'<http://h.example/>; rel="hub", <{HUB}>; rel="hub"', HubLink(HUB, FEED)),
        (rss(""), '<http://h.example/>; rel="hub"', HubLink("http://h.example/", FEED)),
        (rss(""), '<javascript:x>; rel="hub", <>; rel=hub, rel=hub', None),
        (rss(""), f'<{HUB}>; rel="prev"; rel="hub"', None),
    ],
)
def test_the_header_comes_before_the_feed_and_https_before_http(feed: str, link: str, hub: HubLink | None) -> None:
    assert hub_of(feed, link) == hub


@given(st.text(alphabet='<>;,"= relhubf/:.', max_size=200) | st.text(max_size=200))
def test_no_header_is_stumbled_over(header: str) -> None:
    assert all(link.startswith(("https://", "http://")) for link in header_links(header, "hub", FEED))


@given(st.binary(max_size=50), st.text(min_size=1, max_size=20), st.sampled_from(METHODS), st.binary(max_size=50))
def test_a_signature_is_good_for_its_body_and_no_other(
    body: bytes, secret: str, method: str, other: bytes
) -> None:
    signature = hmac.digest(secret.encode(), body, method).hex()
    assert is_signed(body, f"{method}={signature}", secret)
    assert is_signed(body, f" {method.upper()}={signature.upper()} ", secret)
    assert is_signed(other, f"{method}={signature}", secret) is (other == body)
    assert not is_signed(body, f"{method}={signature[:-1]}", secret)
    assert not is_signed(body, signature, secret)


@given(st.text(max_size=20) | st.integers().map(str))
def test_a_lease_lies_between_bounds_whatever_is_said(written: str) -> None:
    assert SHORTEST_LEASE <= lease_of(written) <= LONGEST_LEASE


def test_a_lease_is_as_said() -> None:
    assert lease_of("86400") == timedelta(days=1)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bulletin.example.org", True),
        ("https://8.8.8.8", True),
        ("http://bulletin.example.org", False),
        ("https://localhost:8000", False),
        ("https://127.0.0.1", False),
        ("https://10.0.0.1", False),
        ("https://[::1]", False),
        ("https://mailer", False),
        ("https://mailer.local", False),
        ("https://mailer.internal.", False),
    ],
)
def test_only_an_address_of_the_public_web_can_be_come_to(url: str, expected: bool) -> None:
    assert is_reachable(url) is expected
