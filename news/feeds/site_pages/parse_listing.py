"""Addresses of pages, from a sitemap or an index of them (https://www.sitemaps.org/protocol.html), a news sitemap
(https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap), or a page that lists articles.

Runs in the decode process.
"""

import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree, html

from core.errors import InputRefused
from news.feeds.entry_values import language_of, local_name, plain_title, web_address
from news.feeds.feed_dates import feed_date
from news.feeds.feed_text import decoded, parseable_xml
from news.feeds.parsed_feed import FeedFormat, ParsedEntry, ParsedFeed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

MOST_ADDRESSES = 10_000
MOST_SITEMAPS = 200
_MOST_BYTES = 20_000_000
_MOST_LINKS = 200
_LEAST_LINKS = 2
_NOT_PAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".mp3", ".zip", ".doc", ".docx", ".xml")
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)


def parse_listing(data: bytes, *, address: str, charset: str) -> ParsedFeed:
    """Of an index: its sitemaps, in `sitemaps`. Raises InputRefused for what lists nothing."""
    text = decoded(_unpacked(data), charset).lstrip("\ufeff \t\r\n")
    root = _sitemap(text)
    if root is not None and local_name(root) == "sitemapindex":
        return ParsedFeed(FeedFormat.SITEMAP, sitemaps=_sitemaps(root, address))
    if root is not None:
        entries = [entry for each in root if (entry := _entry(each, address)) is not None]
        entries.sort(key=lambda entry: _aware(entry.when), reverse=True)
        return ParsedFeed(
            FeedFormat.SITEMAP, entries=entries[:MOST_ADDRESSES], left_out=max(0, len(entries) - MOST_ADDRESSES)
        )
    entries = list(_listed_pages(text, address))
    if len(entries) < _LEAST_LINKS:
        raise InputRefused("news-site-lists-nothing")
    return ParsedFeed(FeedFormat.PAGE, entries=entries)


def _unpacked(data: bytes) -> bytes:
    """A sitemap may come as a file packed with gzip. Bounded: what is longer is cut."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise InputRefused("news-site-lists-nothing") from error


def _sitemap(text: str) -> "Element | None":
    """None for what is none."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(parseable_xml(text), parser)
    except etree.XMLSyntaxError:
        return None
    return root if root is not None and local_name(root) in ("urlset", "sitemapindex") else None


def _sitemaps(root: "Element", address: str) -> list[str]:
    """Those of news and posts first, the latest first among the others."""
    sitemaps: list[tuple[bool, datetime, str]] = []
    for each in root:
        place = web_address(_child(each, "loc"), address)
        name = urlsplit(place).path.lower()
        is_of_news = any(word in name for word in ("news", "novic", "post", "article", "clan"))
        if place:
            sitemaps.append((is_of_news, _aware(feed_date(_child(each, "lastmod"))), place))
    return [place for _, _, place in sorted(sitemaps, reverse=True)][:MOST_SITEMAPS]


def _entry(element: "Element", address: str) -> ParsedEntry | None:
    place = web_address(_child(element, "loc"), address)
    if not place or urlsplit(place).path in ("", "/"):
        return None
    news = next((each for each in element.iter() if local_name(each) == "news"), None)
    links = [each for each in element if local_name(each) == "link" and each.get("hreflang") and each.get("href")]
    return ParsedEntry(
        address=place,
        title=plain_title(_within(news, "title")),
        published=feed_date(_within(news, "publication_date")),
        updated=feed_date(_child(element, "lastmod")),
        language=language_of(_within(news, "language")),
        translations=tuple(dict.fromkeys(web_address(each.get("href") or "", address) for each in links))[:20],
        is_bare=True,
    )


def _child(element: "Element", name: str) -> str:
    return next(("".join(each.itertext()).strip() for each in element if local_name(each) == name), "")


def _within(element: "Element | None", name: str) -> str:
    if element is None:
        return ""
    return next(("".join(each.itertext()).strip() for each in element.iter() if local_name(each) == name), "")


def _aware(moment: datetime | None) -> datetime:
    if moment is None:
        return _OLDEST
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _listed_pages(text: str, address: str) -> Iterator[ParsedEntry]:
    """The links of the page's largest set of siblings: those that stand in the same elements with equal classes.
    Menus are short and their words few; a headline has several."""
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    base = web_address(next(iter(tree.xpath("//base/@href")), ""), address) or address
    groups: dict[str, dict[str, str]] = {}
    for link in tree.xpath("//a[@href]"):
        place, title = web_address(link.get("href"), base).partition("#")[0], " ".join(link.text_content().split())
        if _may_be_article(place, title, address) and not link.xpath("ancestor::nav|ancestor::footer"):
            groups.setdefault(_place_in_page(link), {}).setdefault(place, title)
    largest = max(groups.values(), key=_weight, default={})
    for place, title in list(largest.items())[:_MOST_LINKS]:
        yield ParsedEntry(address=place, title=title[:200], is_bare=True)


def _weight(links: Mapping[str, str]) -> int:
    return sum(min(len(title), 80) for title in links.values())


def _may_be_article(place: str, title: str, address: str) -> bool:
    parts = urlsplit(place)
    is_inside = parts.hostname == urlsplit(address).hostname and parts.path not in ("", "/")
    is_other = place.rstrip("/") != address.partition("#")[0].rstrip("/")
    is_page = not parts.path.lower().endswith((*_NOT_PAGES, ".pdf"))
    return is_inside and is_other and is_page and len(title) >= 10 and " " in title


def _place_in_page(link: "HtmlElement") -> str:
    """Elements and classes around it. Numbers in a class belong to one of them (`post-123`)."""
    around = [link, *list(link.iterancestors())[:5]]
    names = (
        (each.tag, " ".join(word for word in each.get("class", "").split() if not any(map(str.isdigit, word))))
        for each in around
    )
    return ">".join(f"{tag}.{classes}" for tag, classes in names)
