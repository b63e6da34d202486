"""Posts and pages of WordPress's REST API, as entries. Runs in the decode process.

https://developer.wordpress.org/rest-api/reference/posts/#schema, with what is embedded: the featured picture and
the terms (https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/). Languages and
translations are those of Polylang Pro (https://polylang.pro/doc/rest-api/: `lang`, and ids by language in
`translations`) and of WPML's fields (https://wordpress.org/plugins/wpml-rest-api/: `wpml_current_locale`, and
`wpml_translations` with `locale`, `id` and `href`). What has another type than that counts as not said.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from core.errors import InputRefused
from news.feeds.entry_values import enclosures_in, language_of, plain_title, web_address
from news.feeds.feed_dates import feed_date
from news.feeds.feed_text import only_xml_characters
from news.feeds.parsed_feed import Enclosure, FeedFormat, ParsedEntry, ParsedFeed

_MOST_POSTS = 100
_MOST_TERMS = 20
_MOST_LANGUAGES = 6
_MOST_TRANSLATIONS = 50


def parse_posts(data: bytes, *, address: str) -> ParsedFeed:
    """`address`: where it was fetched from. Raises InputRefused for what is no list of posts."""
    try:
        posts = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputRefused("news-wordpress-none-there") from error
    if not isinstance(posts, list):
        raise InputRefused("news-wordpress-none-there")
    shown = [post for post in posts[:_MOST_POSTS] if isinstance(post, dict) and isinstance(post.get("id"), int)]
    languages = dict.fromkeys(language for post in shown for language in _hidden_languages(post))
    return ParsedFeed(
        FeedFormat.WORDPRESS,
        entries=[_entry(post, address) for post in shown if not _is_protected(post)],
        languages=list(languages)[:_MOST_LANGUAGES],
    )


def site_title(data: bytes) -> str:
    """Of the API's index. Raises InputRefused for what is no such index, or has no posts."""
    try:
        index = json.loads(data)
        namespaces = index.get("namespaces")
        is_there = "wp/v2" in namespaces
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        raise InputRefused("news-wordpress-none-there") from error
    if not is_there:
        raise InputRefused("news-wordpress-none-there")
    return plain_title(_text(index, "name"))[:200]


def post_guid(number: int) -> str:
    """What a post is called for good: its number stays when its address and its words change."""
    return f"wordpress:{number}"


def _is_protected(post: Mapping[str, Any]) -> bool:
    """Behind a password: the site shows nobody what it says."""
    content = post.get("content")
    return isinstance(content, dict) and content.get("protected") is True


def _entry(post: Mapping[str, Any], address: str) -> ParsedEntry:
    link = web_address(_text(post, "link"), address)
    pictures, pdfs = enclosures_in(_featured(post, link or address))
    language = _text(post, "lang") or _text(post, "wpml_current_locale")
    return ParsedEntry(
        guid=post_guid(post["id"]),
        address=link,
        title=plain_title(_rendered(post, "title")),
        summary_html=_rendered(post, "excerpt"),
        content_html=_rendered(post, "content"),
        base=link or address,
        published=feed_date(_moment(post, "date")),
        updated=feed_date(_moment(post, "modified")),
        language=language_of(language),
        categories=tuple(_terms(post)),
        pictures=pictures,
        pdfs=pdfs,
        translations=tuple(dict.fromkeys(_translations(post))),
    )


def _translations(post: Mapping[str, Any]) -> Iterator[str]:
    """What each other one is called."""
    by_language = post.get("translations")
    numbers = list(by_language.values()) if isinstance(by_language, dict) else []
    numbers += [row.get("id") for row in _wpml_rows(post)]
    for number in numbers[:_MOST_TRANSLATIONS]:
        if isinstance(number, int) and number != post["id"]:
            yield post_guid(number)


def _hidden_languages(post: Mapping[str, Any]) -> Iterator[str]:
    """Those that WPML does not list unless it is asked for them; Polylang lists all."""
    for row in _wpml_rows(post):
        if code := language_of(_text(row, "locale")):
            yield code


def _wpml_rows(post: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """PHP writes an array with gaps as an object."""
    listed = post.get("wpml_translations")
    rows = list(listed.values()) if isinstance(listed, dict) else listed
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _featured(post: Mapping[str, Any], base: str) -> Iterator[Enclosure]:
    for media in _embedded(post, "wp:featuredmedia"):
        if isinstance(media, dict):
            source = web_address(_text(media, "source_url"), base)
            yield Enclosure(source, _text(media, "mime_type"), " ".join(_text(media, "alt_text").split())[:500])


def _terms(post: Mapping[str, Any]) -> list[str]:
    """Names of its categories and tags."""
    lists = [terms for terms in _embedded(post, "wp:term") if isinstance(terms, list)]
    terms = [term for each in lists for term in each if isinstance(term, dict)]
    return [name for term in terms if (name := plain_title(_text(term, "name"))[:80])][:_MOST_TERMS]


def _embedded(post: Mapping[str, Any], name: str) -> list[Any]:
    embedded = post.get("_embedded")
    there = embedded.get(name) if isinstance(embedded, dict) else None
    return there if isinstance(there, list) else []


def _moment(post: Mapping[str, Any], name: str) -> str:
    """In UTC where the site says it so."""
    universal = _text(post, f"{name}_gmt")
    return f"{universal}Z" if universal and not universal.startswith("0000") else _text(post, name)


def _rendered(post: Mapping[str, Any], name: str) -> str:
    value = post.get(name)
    return _text(value, "rendered") if isinstance(value, dict) else ""


def _text(of: Mapping[str, Any], name: str) -> str:
    value = of.get(name)
    return only_xml_characters(value).strip() if isinstance(value, str) else ""
