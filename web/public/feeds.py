"""What was published lately, for programs: RSS 2.0 (https://www.rssboard.org/rss-specification) and JSON Feed 1.1
(https://www.jsonfeed.org/version/1.1/). Pure."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import unescape
from xml.etree import ElementTree as Xml

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORD_JOINER = "\u2060"
_TAG_BEGINS = re.compile(r"<(?=[A-Za-z/!?>])")
_PERHAPS_REFERENCE = re.compile("&#?[A-Za-z0-9]+;?")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    url: str
    """Stays the same for ever; also what the entry is known by."""
    title: str
    summary: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    language: str
    page_url: str
    own_url: str
    entries: Sequence[Entry]


def rss(feed: Feed) -> bytes:
    Xml.register_namespace("atom", _ATOM)
    root = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(root, "channel")
    title = plain(feed.title)
    _texts(channel, title=title, link=feed.page_url, description=title, language=feed.language)
    Xml.SubElement(channel, f"{{{_ATOM}}}link", href=feed.own_url, rel="self", type="application/rss+xml")
    for entry in feed.entries:
        item = Xml.SubElement(channel, "item")
        _texts(item, title=plain(entry.title), link=entry.url, description=plain(entry.summary))
        Xml.SubElement(item, "guid", isPermaLink="true").text = entry.url
        Xml.SubElement(item, "pubDate").text = format_datetime(entry.published_at)
    written = bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))
    # The same to XML; programs that read a title as html understand it, too (https://www.rssboard.org/rss-profile).
    return written.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def plain(text: str) -> str:
    """`text`, which reads the same as plain text and as html.

    The specification leaves open which of the two a title is, and programs read a description as either. So what
    is no markup must not look like it: an invisible word joiner stands in what html would take for a tag (`<b>`,
    `<![CDATA[`) or a reference (`&lt;`); `AT&T` and `<3` are neither.
    """

    def parted(match: re.Match[str]) -> str:
        return match[0] if unescape(match[0]) == match[0] else f"&{_WORD_JOINER}{match[0][1:]}"

    return _PERHAPS_REFERENCE.sub(parted, _TAG_BEGINS.sub(f"<{_WORD_JOINER}", text))


def json_feed(feed: Feed) -> bytes:
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": feed.language,
        "home_page_url": feed.page_url,
        "feed_url": feed.own_url,
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.summary or entry.title,
                "date_published": entry.published_at.isoformat(),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(content, ensure_ascii=False).encode()


def _texts(parent: Xml.Element, **texts: str) -> None:
    for name, text in texts.items():
        Xml.SubElement(parent, name).text = _allowed(text)


def _allowed(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold, however they are written."""
    return _NOT_IN_XML.sub("", text)
