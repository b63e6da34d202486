"""What was published lately, for programs: RSS 2.0 (https://www.rssboard.org/rss-specification) and JSON Feed 1.1
(https://www.jsonfeed.org/version/1.1/). Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as Xml

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
    _texts(channel, title=feed.title, link=feed.page_url, description=feed.title, language=feed.language)
    Xml.SubElement(channel, f"{{{_ATOM}}}link", href=feed.own_url, rel="self", type="application/rss+xml")
    for entry in feed.entries:
        item = Xml.SubElement(channel, "item")
        _texts(item, title=entry.title, link=entry.url, description=entry.summary)
        Xml.SubElement(item, "guid", isPermaLink="true").text = entry.url
        Xml.SubElement(item, "pubDate").text = format_datetime(entry.published_at)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


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
    return "".join(character for character in text if character.isprintable() or character in "\n\t")
