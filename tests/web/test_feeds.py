"""The feeds, as a program reads them that many readers have in theirs."""

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.public.feeds import Entry, Feed, json_feed, plain, rss

PIECES = st.sampled_from([
    "می\u200cخواهیم", "ا\u200dب", "<b>", "</p>", "&amp;", "&", "a", "]]>", " ", "😀", "\u2068x\u2069", "[[x]]",
    "<![CDATA[", "&lt;b&gt;", "AT&T", "<3", "&#38;", "&#x3c;", "&copy", "<!-- x -->", "<?php", "<", ">", "&#", ";",
])  # fmt: skip
WORD_JOINER = "\u2060"
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join)


def feed(title: str, summary: str) -> Feed:
    entry = Entry("https://x.example/mail/a?lang=fa&v=1", title, summary, datetime(2026, 11, 1, 9, tzinfo=UTC))
    return Feed("اخبار", "fa", "https://x.example/archive/fa", "https://x.example/archive/fa/rss.xml", [entry])


class Reader(HTMLParser):
    """A program that takes a text for html: what it shows, and what it took for markup."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.markup: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.shown += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.markup.append(f"{tag}{attrs}")

    def handle_endtag(self, tag: str) -> None:
        self.markup.append(tag)

    def handle_comment(self, data: str) -> None:
        self.markup.append(data)

    def handle_decl(self, decl: str) -> None:
        self.markup.append(decl)

    def handle_pi(self, data: str) -> None:
        self.markup.append(data)

    def unknown_decl(self, data: str) -> None:
        self.markup.append(data)


def item_texts(title: str, summary: str) -> tuple[str, str]:
    (item,) = Xml.fromstring(rss(feed(title, summary))).iter("item")  # noqa: S314  our own
    return item.findtext("title", ""), item.findtext("description", "")


@given(TEXTS, TEXTS)
def test_a_text_is_the_same_read_as_text_and_as_html(title: str, summary: str) -> None:
    for written, text in zip(item_texts(title, summary), (title, summary), strict=True):
        assert written.replace(WORD_JOINER, "") == text
        html = Reader(written)
        assert html.markup == []
        assert html.shown.replace(WORD_JOINER, "") == text


@given(TEXTS, TEXTS)
def test_a_text_arrives_as_it_was_written(title: str, summary: str) -> None:
    parsed = feedparser.parse(rss(feed(title, summary)))
    assert not parsed.bozo
    (entry,) = parsed.entries
    for name, text in (("title", title), ("summary", summary)):
        assert shown(entry.get(name, "")) == " ".join(text.split())
    assert json.loads(json_feed(feed(title, summary)))["items"][0]["content_text"] == summary


def shown(text: str) -> str:
    """As a program shows it that takes it for html."""
    return " ".join(Reader(text).shown.replace(WORD_JOINER, "").split())


@pytest.mark.parametrize(
    "text",
    [
        "A ]]> CDATA <![CDATA[ title ]]> &amp; &lt;p&gt;", "<![CDATA[x]]>", "&lt;b&gt;", "AT&T", "I <3 U & you",
        "a < b > c", "R&D &copy 2026", "<script>alert(1)</script>", "&#38;#38;", "<!DOCTYPE x>",
        "</title>", "2 <4 && 4> 3",
    ],
)  # fmt: skip
def test_what_looks_like_markup_stands_in_titles_and_descriptions(text: str) -> None:
    (entry,) = feedparser.parse(rss(feed(text, text))).entries
    assert shown(entry.title) == shown(entry.summary) == text


@pytest.mark.parametrize("text", ["AT&T", "I <3 U & you", "a < b > c", "R&D", "x;y &# z", "]]>"])
def test_nothing_is_put_into_what_html_does_not_read(text: str) -> None:
    assert plain(text) == text


def test_a_feed_has_what_rss_requires() -> None:
    parsed = feedparser.parse(rss(feed("naslov", "povzetek")))
    assert (parsed.version, parsed.feed.language, parsed.feed.title) == ("rss20", "fa", "اخبار")
    assert (parsed.feed.link, parsed.feed.description) == ("https://x.example/archive/fa", "اخبار")
    (entry,) = parsed.entries
    assert entry.published_parsed[:4] == (2026, 11, 1, 9)
    assert entry.id == entry.link


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert feedparser.parse(rss(feed("a\x0bb\ufffec", "\ud800d"))).entries[0].title == "abc"
