"""Feed autodiscovery: which feeds a page of a website names (https://www.rssboard.org/rss-autodiscovery), and its
REST API, if it is of WordPress (https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/).

Runs in the decode process. Where a page names none, the usual places are tried by whoever asked.
"""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree, html

from news.feeds.entry_values import web_address
from news.feeds.feed_text import decoded

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
MOST_FEEDS = 10
USUAL_PLACES = ("/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/rss")
_COMMENTS = ("comment", "komentar")
_API = "https://api.w.org/"
_API_IN_HEADER = re.compile(r"<([^<>]{1,2000})>\s*;\s*rel\s*=\s*\"?https://api\.w\.org/\"?")


def linked_sources(data: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """`feeds`: address and title of each, those of comments last; `api`: an address. Empty for what is no page.
    `options`: besides the address and the charset, the header `link`."""
    text = decoded(data, str(options["charset"]))
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return {"feeds": [], "api": ""}
    base = web_address(next(iter(tree.xpath("//base/@href")), ""), str(options["address"])) or options["address"]
    feeds: dict[str, str] = {}
    for link in tree.xpath("//link[@href and @rel]"):
        is_feed = "alternate" in link.get("rel").lower().split() and link.get("type", "").lower() in _TYPES
        address = web_address(link.get("href"), base) if is_feed else ""
        if address and "/wp-json/" not in address and "oembed" not in address:
            feeds.setdefault(address, " ".join(link.get("title", "").split())[:120])
    ordered = sorted(feeds.items(), key=lambda feed: any(word in feed[0] + feed[1].lower() for word in _COMMENTS))
    named = [{"address": address, "title": title} for address, title in ordered[:MOST_FEEDS]]
    header = _API_IN_HEADER.search(str(options["link"]))
    api = header[1] if header else next(iter(tree.xpath("//link[@rel=$api]/@href", api=_API)), "")
    return {"feeds": named, "api": web_address(api, base)}
