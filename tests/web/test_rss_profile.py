"""RSS 2.0 line by line: its specification (https://www.rssboard.org/rss-specification) and the Best Practices
Profile (https://www.rssboard.org/rss-profile), with what the W3C's Feed Validator says of each line
(https://validator.w3.org/feed/docs/).

The validator itself is on no package index. Each test names the rules as the validator calls them.
"""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import pytest

from core.languages import READER_LANGUAGES
from web.public.feeds import Entry, Feed, rss

ATOM = "{http://www.w3.org/2005/Atom}"
CHANNEL = {
    "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate",
    "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "rating", "textInput", "skipHours",
    "skipDays", "item",
}  # fmt: skip
ITEM = {"title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"}
RFC_822 = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})"
PAGE = "https://x.example/archive"


def written(language: str) -> bytes:
    entries = [
        Entry(f"{PAGE}/{number}?lang={language}&v=1", f"A < B & “C” {number}", "<b> & more", moment)
        for number, moment in enumerate([datetime(2026, 11, 1, 9, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)])
    ]
    return rss(Feed("News & more", language, f"{PAGE}/{language}", f"{PAGE}/{language}/rss.xml", entries))


@pytest.fixture(params=READER_LANGUAGES)
def feed(request: pytest.FixtureRequest) -> bytes:
    return written(str(request.param))


@pytest.fixture
def channel(feed: bytes) -> Xml.Element:
    (channel,) = Xml.fromstring(feed)  # noqa: S314  our own
    return channel


def text(element: Xml.Element, name: str) -> str:
    """The specification allows each of them once (DuplicateElement)."""
    (child,) = element.findall(name)
    assert child.text is not None
    assert child.text.strip() == child.text != ""
    return child.text


def test_the_root_has_a_version_and_one_channel(feed: bytes) -> None:
    """“What is RSS?”: a mandatory attribute called version, a single <channel>."""
    root = Xml.fromstring(feed)  # noqa: S314  our own
    assert (root.tag, root.attrib, [child.tag for child in root]) == ("rss", {"version": "2.0"}, ["channel"])


def test_the_file_is_utf_8_and_says_so(feed: bytes) -> None:
    """EncodingMismatch."""
    assert re.match(rb"<\?xml version='1.0' encoding='utf-8'\?>", feed)
    feed.decode("utf-8")


def test_the_channel_has_what_is_required(channel: Xml.Element) -> None:
    """MissingTitle, MissingLink, MissingDescription."""
    assert all(text(channel, name) for name in ("title", "link", "description"))


def test_there_is_no_element_that_the_specification_does_not_know(channel: Xml.Element) -> None:
    """“Extending RSS”: others need a namespace; UndefinedElement."""
    assert {child.tag for child in channel if not child.tag.startswith("{")} <= CHANNEL
    assert {child.tag for item in channel.iter("item") for child in item} <= ITEM


def test_the_language_is_a_code_that_programs_know(channel: Xml.Element) -> None:
    """InvalidLanguage."""
    assert text(channel, "language") in READER_LANGUAGES


def test_the_feed_says_where_it_is_itself(channel: Xml.Element) -> None:
    """MissingAtomSelfLink, SelfDoesntMatchLocation."""
    (link,) = channel.findall(f"{ATOM}link")
    own = f"{text(channel, 'link')}/rss.xml"
    assert link.attrib == {"href": own, "rel": "self", "type": "application/rss+xml"}


def test_links_are_whole(channel: Xml.Element) -> None:
    """“Comments”: a link begins with a registered scheme; InvalidFullLink."""
    links = [text(channel, "link"), *(text(item, "link") for item in channel.iter("item"))]
    assert all(urlsplit(link).scheme == "https" and urlsplit(link).netloc and " " not in link for link in links)


def test_an_item_has_a_title_or_a_description(channel: Xml.Element) -> None:
    """“Elements of <item>”; MissingTitle."""
    assert all(text(item, "title") and text(item, "description") for item in channel.iter("item"))


def test_what_an_item_is_known_by_is_its_address_and_its_own(channel: Xml.Element) -> None:
    """InvalidHttpGUID, DuplicateValue."""
    guids = [item.find("guid") for item in channel.iter("item")]
    known = [guid.text for guid in guids if guid is not None and guid.attrib == {"isPermaLink": "true"}]
    assert known == [text(item, "link") for item in channel.iter("item")]
    assert len(set(known)) == len(known) == 2


def test_dates_are_those_of_rfc_822_with_a_year_of_four_digits(channel: Xml.Element) -> None:
    """InvalidRFC2822Date, ProblematicalRFC822Date."""
    dates = [text(item, "pubDate") for item in channel.iter("item")]
    assert all(re.fullmatch(RFC_822, date) for date in dates)
    assert parsedate_to_datetime(dates[0]) == datetime(2026, 11, 1, 9, tzinfo=UTC)
    assert parsedate_to_datetime(dates[1]).utcoffset() == timedelta(0)


def test_signs_of_markup_in_plain_text_are_hexadecimal_references(feed: bytes, channel: Xml.Element) -> None:
    """CharacterData: a title that is read as html is the same then."""
    (title, *_) = re.findall(rb"<item><title>([^<]*)</title>", feed)
    assert title.startswith(b"A &#x3C; B &#x26; ")
    assert not re.search(rb"&(?!#x26;|#x3C;|gt;|quot;)", feed)
    assert text(channel, "title") == "News & more"


def test_a_description_is_html_in_which_nothing_is_relative_or_runs(channel: Xml.Element) -> None:
    """ContainsRelRef, SecurityRisk: it holds no markup at all, so that none can."""
    descriptions = [text(item, "description") for item in channel.iter("item")]
    assert descriptions == ["<\u2060b> & more"] * 2
