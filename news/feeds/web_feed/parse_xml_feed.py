"""RSS 0.9x, 1.0 (RDF) and 2.0, and Atom 0.3 and 1.0, by lxml in its forgiving mode. Runs in the decode process.

Formats differ in what an element is called and not in what it is for: each field has a list of names, the best one
first. lxml resolves no entity, reads no file and asks nobody (`news.feeds.feed_text` has taken the document type
away before). What is broken ends where it is broken; what stood before it is kept.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from lxml import etree

from core.errors import InputRefused
from news.feeds.entry_values import (
    absolute_address,
    enclosures_in,
    language_of,
    local_name,
    plain_title,
    text_as_html,
    web_address,
)
from news.feeds.feed_dates import feed_date
from news.feeds.feed_text import parseable_xml
from news.feeds.parsed_feed import MOST_HUBS, Enclosure, FeedFormat, ParsedEntry, ParsedFeed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_XML, _XHTML = "{http://www.w3.org/XML/1998/namespace}", "http://www.w3.org/1999/xhtml"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    _XHTML: "xhtml",
}
_PUBLISHED = ("published", "pubDate", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created")
_UPDATED = ("updated", "modified", "dcterms:modified", "lastBuildDate")
_CONTENT = ("content:encoded", "content", "xhtml:body", "xhtml:div", "fullitem")
_SUMMARY = ("summary", "description", "dc:description", "itunes:summary")


def parse_xml_feed(text: str, *, address: str, most: int) -> ParsedFeed:
    """`address`: where it was fetched from. `most`: entries. Raises InputRefused for what is no feed."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(parseable_xml(text), parser, base_url=address)
    except etree.XMLSyntaxError as error:  # not one element in it
        raise InputRefused("news-feed-none-there") from error
    if root is None or local_name(root) not in ("rss", "RDF", "feed", "channel"):
        raise InputRefused("news-feed-none-there")
    is_atom = local_name(root) == "feed"
    errors = [entry.line for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR]
    names = _Names(is_atom=is_atom)
    channel = root if is_atom else next((each for each in root.iter() if local_name(each) == "channel"), root)
    about = names.of(channel)
    language = language_of(_first_text(about, ("language", "dc:language")) or root.get(f"{_XML}lang", ""))
    base = channel.base or address
    elements = [each for each in root.iter(etree.Element) if local_name(each) == ("entry" if is_atom else "item")]
    return ParsedFeed(
        FeedFormat.ATOM if is_atom else FeedFormat.RSS,
        title=plain_title(_first_text(about, ("title",))),
        site=_address(about, base),
        language=language,
        entries=[_entry(each, names, language, address) for each in elements[:most]],
        broken_line=errors[0] if errors else None,
        left_out=max(0, len(elements) - most),
        hubs=_linked(about, "hub", base)[:MOST_HUBS],
        topic=next(iter(_linked(about, "self", base)), ""),
    )


class _Names:
    """What elements are called here: those of the feed's own format by their bare names, known others with the
    prefix that everybody gives them."""

    def __init__(self, *, is_atom: bool) -> None:
        self._is_atom = is_atom

    def of(self, parent: "Element") -> "dict[str, list[Element]]":
        named: dict[str, list[Element]] = {}
        for child in parent.iterchildren(etree.Element):
            named.setdefault(self._name(child), []).append(child)
        return named

    def _name(self, element: "Element") -> str:
        namespace, _, local = element.tag.removeprefix("{").rpartition("}")
        if namespace in _PREFIXES:
            return f"{_PREFIXES[namespace]}:{local}"
        return f"atom:{local}" if namespace in _ATOM and not self._is_atom else local


def _entry(element: "Element", names: _Names, language: str, address: str) -> ParsedEntry:
    fields = names.of(element)
    base = element.base or address
    guid = _first_text(fields, ("guid", "id", "atom:id")) or element.get(_RDF_ABOUT, "").strip()
    link = _address(fields, base)
    if not link and fields.get("guid") and fields["guid"][0].get("isPermaLink", "true") == "true":
        link = web_address(guid, base)
    declared = _first_text(fields, ("dc:language",)) or next(
        (each.get(f"{_XML}lang") for each in (element, *element.iterancestors()) if each.get(f"{_XML}lang")), ""
    )
    content, summary = _html(fields, _CONTENT), _html(fields, _SUMMARY)
    inner_base = next((each.base for name in _CONTENT for each in fields.get(name, ()) if each.base), base)
    pictures, pdfs = enclosures_in(_files(fields, base))
    return ParsedEntry(
        guid=guid[:1_000],
        address=link,
        title=plain_title(_title(fields)),
        summary_html=summary,
        content_html=content,
        base=inner_base,
        published=_date(fields, _PUBLISHED),
        updated=_date(fields, _UPDATED),
        language=language_of(declared) or language,
        categories=tuple(filter(None, map(_category, _all(fields, ("category", "dc:subject")))))[:20],
        pictures=pictures,
        pdfs=pdfs,
    )


def _all(fields: "dict[str, list[Element]]", names: Iterable[str]) -> "Iterator[Element]":
    for name in names:
        yield from fields.get(name, ())


def _first_text(fields: "dict[str, list[Element]]", names: Iterable[str]) -> str:
    texts = ("".join(each.itertext()).strip() for each in _all(fields, names))
    return next(filter(None, texts), "")


def _title(fields: "dict[str, list[Element]]") -> str:
    """As html: Atom's plain text is escaped, and what RSS has may be either."""
    for each in _all(fields, ("title", "dc:title", "media:title")):
        text = "".join(each.itertext()).strip()
        if text:
            return escape(text) if each.get("type") in ("text", "xhtml", "text/plain") else text
    return ""


def _html(fields: "dict[str, list[Element]]", names: Iterable[str]) -> str:
    for each in _all(fields, names):
        html = _as_html(each)
        if html.strip():
            return html
    return ""


def _as_html(element: "Element") -> str:
    """Atom says what its text is (RFC 4287, 3.1); in RSS it is html, also where somebody forgot to escape it."""
    media_type = element.get("type", "")
    if local_name(element) == "content" and (
        element.get("src") or media_type.startswith(("image/", "video/", "audio/"))
    ):
        return ""
    text = element.text or ""
    has_elements = len(element) > 0
    if media_type in ("text", "text/plain"):
        return text_as_html("".join(element.itertext()))
    if not has_elements:
        return text if "<" in text or "&" in text else text_as_html(text)
    children = (etree.tostring(_without_names(each), encoding="unicode", method="html") for each in element)
    return (escape(text) if media_type == "xhtml" else text) + "".join(children)


def _without_names(element: "Element") -> "Element":
    for each in element.iter(etree.Element):
        try:
            each.tag = local_name(each)
        except ValueError:  # a name that is none, as <up:> without its namespace: what it encloses stays
            each.tag = "span"
    etree.cleanup_namespaces(element)
    return element


def _address(fields: "dict[str, list[Element]]", base: str) -> str:
    links = list(_all(fields, ("link", "atom:link")))
    is_main = [each for each in links if each.get("rel", "alternate") == "alternate"]
    is_main.sort(key=lambda each: "html" not in each.get("type", "html"))
    for each in is_main:
        address = web_address(each.get("href") or (each.text or ""), each.base or base)
        if address:
            return address
    return ""


def _linked(fields: "dict[str, list[Element]]", relation: str, base: str) -> list[str]:
    """What the feed itself names by that relation."""
    links = [
        each for each in _all(fields, ("link", "atom:link")) if relation in each.get("rel", "").lower().split()
    ]
    addresses = [absolute_address(each.get("href", ""), each.base or base) for each in links]
    return [address for address in addresses if address]


def _category(element: "Element") -> str:
    named = element.get("label") or element.get("term") or "".join(element.itertext())
    return " ".join(named.split())[:80]


def _date(fields: "dict[str, list[Element]]", names: Iterable[str]) -> Any:
    moments = (feed_date("".join(each.itertext())) for each in _all(fields, names))
    return next(filter(None, moments), None)


def _files(fields: "dict[str, list[Element]]", base: str) -> Iterator[Enclosure]:
    for each in _all(fields, ("link", "atom:link")):
        if each.get("rel") == "enclosure":
            yield Enclosure(web_address(each.get("href", ""), each.base or base), each.get("type", ""))
    for each in _all(fields, ("enclosure",)):
        yield Enclosure(web_address(each.get("url", ""), base), each.get("type", ""))
    groups = list(_all(fields, ("media:group",)))
    media = [inner for group in groups for inner in group.iterchildren(etree.Element)]
    for each in (*_all(fields, ("media:content", "media:thumbnail", "itunes:image")), *media):
        if local_name(each) in ("content", "thumbnail", "image"):
            kind = each.get("type", "") or ("image/*" if _is_picture(each) else "")
            described = (inner.text or "" for inner in each.iterchildren() if local_name(inner) == "description")
            alt = " ".join(next(described, "").split())
            yield Enclosure(web_address(each.get("url") or each.get("href", ""), base), kind, alt)


def _is_picture(element: "Element") -> bool:
    return local_name(element) in ("thumbnail", "image") or element.get("medium") == "image"
