"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Runs in the decode process.

What has another type than the format says counts as not said; an item that is no object is left out.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from core.errors import InputRefused
from news.feeds.entry_values import (
    absolute_address,
    enclosures_in,
    language_of,
    plain_title,
    text_as_html,
    web_address,
)
from news.feeds.feed_dates import feed_date
from news.feeds.feed_text import only_xml_characters
from news.feeds.parsed_feed import MOST_HUBS, Enclosure, FeedFormat, ParsedEntry, ParsedFeed

_MOST_TAGS = 20


def parse_json_feed(text: str, *, address: str, most: int) -> ParsedFeed:
    """Raises InputRefused for what is no such feed."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputRefused("news-feed-none-there") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in _text(feed, "version"):
        raise InputRefused("news-feed-none-there")
    language = language_of(_text(feed, "language"))
    return ParsedFeed(
        FeedFormat.JSON,
        title=" ".join(_text(feed, "title").split())[:200],
        site=web_address(_text(feed, "home_page_url"), address),
        language=language,
        entries=[_entry(item, language, address) for item in items[:most] if isinstance(item, dict)],
        left_out=max(0, len(items) - most),
        hubs=list(_hubs(feed, address)),
        topic=absolute_address(_text(feed, "feed_url"), address),
    )


def _hubs(feed: Mapping[str, Any], address: str) -> Iterator[str]:
    named = feed.get("hubs")
    for hub in (named if isinstance(named, list) else [])[:MOST_HUBS]:
        if isinstance(hub, dict) and _text(hub, "type").lower() == "websub":
            yield absolute_address(_text(hub, "url"), address)


def _entry(item: Mapping[str, Any], language: str, address: str) -> ParsedEntry:
    link = web_address(_text(item, "url"), address) or web_address(_text(item, "external_url"), address)
    base = link or address
    pictures = [Enclosure(web_address(_text(item, name), base), "image/*") for name in ("image", "banner_image")]
    attached = item.get("attachments")
    files = [
        Enclosure(web_address(_text(file, "url"), base), _text(file, "mime_type"))
        for file in (attached if isinstance(attached, list) else [])[:50]
        if isinstance(file, dict)
    ]
    shown, pdfs = enclosures_in([*pictures, *files])
    return ParsedEntry(
        guid=_text(item, "id")[:1_000],
        address=link,
        title=" ".join(_text(item, "title").split()) or plain_title(""),
        summary_html=text_as_html(_text(item, "summary")),
        content_html=_text(item, "content_html") or text_as_html(_text(item, "content_text")),
        base=base,
        published=feed_date(_text(item, "date_published")),
        updated=feed_date(_text(item, "date_modified")),
        language=language_of(_text(item, "language")) or language,
        categories=tuple(_tags(item)),
        pictures=shown,
        pdfs=pdfs,
    )


def _tags(item: Mapping[str, Any]) -> list[str]:
    tags = item.get("tags")
    listed = (tags if isinstance(tags, list) else [])[:_MOST_TAGS]
    return [only_xml_characters(tag)[:80] for tag in listed if isinstance(tag, str)]


def _text(item: Mapping[str, Any], name: str) -> str:
    """Numbers, too: ids were numbers in version 1.0's examples of what not to do, and are all the same."""
    value = item.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return only_xml_characters(value).strip() if isinstance(value, str) else ""
