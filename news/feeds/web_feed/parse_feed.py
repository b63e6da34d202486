"""Parse a feed from its bytes, whatever it calls itself. Runs in the decode process."""

from core.errors import InputRefused
from news.feeds.feed_text import decoded
from news.feeds.parsed_feed import ParsedFeed
from news.feeds.web_feed.parse_json_feed import parse_json_feed
from news.feeds.web_feed.parse_xml_feed import parse_xml_feed

MAX_ENTRIES = 10_000


def parse_feed(data: bytes, *, address: str, charset: str) -> ParsedFeed:
    """By its first sign, because media types of feeds are often wrong. Raises InputRefused for what is no feed."""
    text = decoded(data, charset).lstrip("\ufeff \t\r\n")
    if not text:
        raise InputRefused("news-feed-empty")
    parse = parse_json_feed if text.startswith("{") else parse_xml_feed
    return parse(text, address=address, most=MAX_ENTRIES)
