"""Decoders of the news room, as its decode process runs them: kind → function. In the child, nothing else is known
of Bilten: no settings, no database, no store.

What few files need is imported with the first of them: a child is started for many a single picture."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from core.decode_child import Decoder
from core.decode_frames import Frame
from news.clean_image import without_metadata
from news.clean_pdf import pdf_without_metadata
from news.inspect_asset import PDF, inspect_asset
from news.mail_picture import PictureLimit, mail_picture
from news.markdown_body import body_html
from news.read_pdf import cover_of, words_of
from news.sanitise import sanitise

VERSION = 5
"""Raised whenever a decoder reads what an earlier one did not: what was set aside is then tried again."""
_MOST_MARKDOWN = 60_000
"""Characters of html: trying to say a long one in Markdown takes longer than it is worth."""


def _clean(data: bytes, _: Mapping[str, Any]) -> Frame:
    """What the file is, proven; and its bytes as they may be kept, if they are others than those that came."""
    facts = inspect_asset(data)
    clean = pdf_without_metadata(data) if facts.media_type == PDF else without_metadata(data)
    return Frame(asdict(inspect_asset(clean)), () if clean == data else (clean,))


def _picture(data: bytes, options: Mapping[str, Any]) -> Frame:
    return Frame({}, (mail_picture(data, PictureLimit(options["width"], options["height"])),))


def _pdf(data: bytes, _: Mapping[str, Any]) -> Frame:
    cover = cover_of(data)
    return Frame({"words": words_of(data)}, (cover,) if cover else ())


def _markdown(data: bytes, options: Mapping[str, Any]) -> Frame:
    place = {name: options[name] for name in ("file", "first_line", "merge_fields")}
    return Frame({"html": body_html(data.decode(), **place)})


def _html(data: bytes, options: Mapping[str, Any]) -> Frame:
    return Frame({"html": sanitise(data.decode(), language=options["language"]).strip()})


def _page(data: bytes, options: Mapping[str, Any]) -> Frame:
    from news.extraction.page_text import page_text

    return _extracted(*page_text(data, options))


def _word(data: bytes, _: Mapping[str, Any]) -> Frame:
    from news.extraction.word_text import word_text

    return _extracted(*word_text(data))


def _pdf_text(data: bytes, _: Mapping[str, Any]) -> Frame:
    from news.extraction.pdf_text import pdf_text

    return _extracted(*pdf_text(data))


def _feed(data: bytes, options: Mapping[str, Any]) -> Frame:
    """Its entries are a part, because a frame's header is bounded."""
    from pydantic import TypeAdapter

    from news.feeds.parsed_feed import ParsedFeed
    from news.feeds.web_feed.parse_feed import parse_feed

    feed = parse_feed(data, address=options["address"], charset=options["charset"])
    return Frame({}, (TypeAdapter(ParsedFeed).dump_json(feed),))


def _wordpress(data: bytes, options: Mapping[str, Any]) -> Frame:
    from pydantic import TypeAdapter

    from news.feeds.parsed_feed import ParsedFeed
    from news.feeds.wordpress.parse_posts import parse_posts

    return Frame({}, (TypeAdapter(ParsedFeed).dump_json(parse_posts(data, address=options["address"])),))


def _wordpress_site(data: bytes, _: Mapping[str, Any]) -> Frame:
    from news.feeds.wordpress.parse_posts import site_title

    return Frame({"title": site_title(data)})


def _listing(data: bytes, options: Mapping[str, Any]) -> Frame:
    from pydantic import TypeAdapter

    from news.feeds.parsed_feed import ParsedFeed
    from news.feeds.site_pages.parse_listing import parse_listing

    listed = parse_listing(data, address=options["address"], charset=options["charset"])
    return Frame({}, (TypeAdapter(ParsedFeed).dump_json(listed),))


def _page_languages(data: bytes, options: Mapping[str, Any]) -> Frame:
    from news.extraction.page_text import page_languages

    return Frame({"languages": page_languages(data, options)})


def _robots(data: bytes, options: Mapping[str, Any]) -> Frame:
    from protego import Protego

    rules, robot = Protego.parse(data.decode("utf-8", "replace")), options["robot"]
    allowed = [rules.can_fetch(page, robot) for page in options["pages"]]
    return Frame({"allowed": allowed, "delay": rules.crawl_delay(robot) or 0.0})


def _feed_entry(data: bytes, options: Mapping[str, Any]) -> Frame:
    from news.feeds.entry_text import entry_text

    facts, html = entry_text(data, options)
    return Frame(facts, (html.encode(),))


def _feed_links(data: bytes, options: Mapping[str, Any]) -> Frame:
    from news.feeds.web_feed.find_feeds import linked_sources

    return Frame(linked_sources(data, options))


def _extracted(facts: dict[str, Any], html: str, picture: bytes | None = None) -> Frame:
    """The text is a part, because a frame's header is bounded."""
    from news.markdown_from_html import html_to_markdown_if_exact

    facts["body_markdown"] = html_to_markdown_if_exact(html) if len(html) <= _MOST_MARKDOWN else None
    return Frame(facts, (html.encode(), *((picture,) if picture else ())))


DECODERS: Mapping[str, Decoder] = {
    "clean": _clean,
    "picture": _picture,
    "pdf": _pdf,
    "markdown": _markdown,
    "html": _html,
    "page": _page,
    "word": _word,
    "pdf-text": _pdf_text,
    "feed": _feed,
    "feed-entry": _feed_entry,
    "wordpress": _wordpress,
    "wordpress-site": _wordpress_site,
    "listing": _listing,
    "page-languages": _page_languages,
    "robots": _robots,
    "feed-links": _feed_links,
}
