"""A page of the web, taken apart. Runs in the decode process.

trafilatura finds the text among menus, teasers and comments; what is written about it in the page's head (title,
lead, date, languages) is preferred to guesses. Its scripts are never run and nothing that it names is fetched.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import webencodings

from core.errors import InputRefused
from news.extraction.extracted_text import MOST_LINKS
from news.extraction.page_signs import read_numbers, write_signs
from news.sanitise import sanitise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = {"#b": "strong", "#i": "em", "#sup": "sup", "#sub": "sub"}
_IS_CUT = re.compile(r"(?:…|\.\.\.)\s*[\])]?\s*\Z")
"""A teaser that the site has made by cutting off the text is no lead."""
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096
"""Bytes; browsers look at 1024, and some sites have more before it."""
_UNDECLARED = "windows-1250"
"""For a page in no other Unicode than UTF-8: what the HTML standard takes for Slovenian."""
_LONGEST_LINE = 2_000


def page_text(data: bytes, options: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Facts named like the fields of `ExtractedText`, and the text. Raises InputRefused for what is no page."""
    from lxml import etree, html
    from trafilatura import bare_extraction

    address = str(options["address"])
    tree = _tree(data, options)
    facts = _head_facts(tree, address)
    copied = html.document_fromstring(
        etree.tostring(tree, encoding="utf-8"), parser=html.HTMLParser(encoding="utf-8")
    )
    write_signs(copied)
    document = bare_extraction(
        copied,
        url=address,
        with_metadata=True,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_images=True,
        include_tables=True,
        date_extraction_params={"max_date": date.fromisoformat(options["today"])},
    )
    if document is None or isinstance(document, dict):
        return facts, ""
    facts["title"] = _line(document.title) or facts["title"]
    facts["published_on"] = (document.date or "")[:10]
    facts["site"] = _line(document.sitename) or facts["site"]
    body = document.body
    facts["picture"] = _picture(tree, body, document.image)
    facts["pdfs"] = _pdfs(body)
    return facts, sanitise(_html(body, facts["title"]))


def page_languages(data: bytes, options: Mapping[str, Any]) -> dict[str, str]:
    """Only where the page says that it is in other languages. Raises InputRefused for what is no page."""
    return _other_languages(_tree(data, options))


def _tree(data: bytes, options: Mapping[str, Any]) -> "HtmlElement":
    """With absolute addresses."""
    from lxml import etree, html

    source = _decoded(data, str(options["charset"])).replace("\0", "")
    try:
        tree = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputRefused("news-page-not-a-page") from error
    tree.make_links_absolute(str(options["address"]), handle_failures="discard")
    return tree


def _decoded(data: bytes, declared: str) -> str:
    """A byte order mark first, then the header, then the page's own word, as the HTML standard has it."""
    meta = _META_CHARSET.search(data[:_META_WITHIN])
    names = [declared, meta[1].decode() if meta else "", "utf-8"]
    for name in filter(None, names):
        known = webencodings.lookup(name)
        if known is not None and (known.name != "utf-8" or _is_utf8(data)):
            return str(webencodings.decode(data, known)[0])
    return str(webencodings.decode(data, _UNDECLARED)[0])


def _is_utf8(data: bytes) -> bool:
    """But for a letter that was cut in two at the end."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4
    return True


def _head_facts(tree: "HtmlElement", address: str) -> dict[str, Any]:
    lead = _line(_meta(tree, "og:description") or _meta(tree, "description"))
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    host = urlsplit(address).hostname
    is_own = urlsplit(canonical).hostname == host and urlsplit(canonical).scheme in ("http", "https")
    return {
        "title": _line(_meta(tree, "og:title") or "".join(tree.xpath("//title[1]//text()"))),
        "summary": "" if _IS_CUT.search(lead) else lead,
        "language": _language(tree.get("lang") or _meta(tree, "og:locale") or ""),
        "site": host or "",
        "address": canonical if is_own and len(canonical) <= _LONGEST_LINE else address.partition("#")[0],
        "languages": _other_languages(tree),
        "asks_password": bool(tree.xpath("//input[@type='password']")),
    }


def _meta(tree: "HtmlElement", name: str) -> str:
    values = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(values[0]) if values else ""


def _language(written: str) -> str:
    language = re.split("[-_]", written.strip().lower())[0]
    return language if re.fullmatch("[a-z]{2,3}", language) else ""


def _other_languages(tree: "HtmlElement") -> dict[str, str]:
    """https://developers.google.com/search/docs/specialty/international/localized-versions"""
    addresses: dict[str, str] = {}
    for link in tree.xpath("//link[@rel='alternate' and @hreflang and @href]"):
        language, target = _language(link.get("hreflang")), link.get("href")
        if language and _is_of_the_web(target) and len(addresses) < MOST_LINKS:
            addresses.setdefault(language, target)
    return addresses


def _picture(tree: "HtmlElement", body: Any, named: str | None) -> dict[str, str] | None:
    """The first of the text, or else the one that the page shows where it is shared."""
    for graphic in body.iter("graphic"):
        if _is_picture(graphic.get("src", "")):
            return _described(tree, graphic.get("src"), graphic.get("alt", ""))
    if named and _is_picture(named):
        return _described(tree, named, _meta(tree, "og:image:alt"))
    return None


def _described(tree: "HtmlElement", address: str, alt: str) -> dict[str, str]:
    shown = tree.xpath("//img[@src=$address]", address=address)
    captions = [each for image in shown for each in image.xpath("ancestor::figure[1]//figcaption")]
    alts = [alt, *(image.get("alt", "") for image in shown)]
    return {
        "address": address,
        "alt": _line(next(filter(None, alts), "")),
        "caption": _line(captions[0].text_content()) if captions else "",
    }


def _is_picture(address: str) -> bool:
    return _is_of_the_web(address) and not urlsplit(address).path.lower().endswith(".svg")


def _pdfs(body: Any) -> list[str]:
    targets = (link.get("target", "") for link in body.iter("ref"))
    is_pdf = (each for each in targets if _is_of_the_web(each) and urlsplit(each).path.lower().endswith(".pdf"))
    return list(dict.fromkeys(is_pdf))[:MOST_LINKS]


def _is_of_the_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https") and len(address) <= _LONGEST_LINE
    except ValueError:
        return False


def _html(body: Any, title: str) -> str:
    """trafilatura's own elements as those of html. A heading that only says the title again goes."""
    from lxml import etree

    etree.strip_elements(body, "graphic", with_tail=False)
    first = next(iter(body), None)
    if first is not None and first.tag == "head" and _line("".join(first.itertext())) == title:
        body.remove(first)
    read_numbers(body)
    for element in body.iter():
        _rename(element)
    return str(etree.tostring(body, encoding="unicode", method="html"))


def _rename(element: Any) -> None:
    rend = element.get("rend", "")
    target = element.get("target", "")
    is_head = element.get("role") == "head"
    numbers = {"type": element.get("numbering", ""), "value": element.get("value", "")}
    names = {
        "head": rend if rend in ("h2", "h3", "h4", "h5", "h6") else "h2",
        "hi": _MARKS.get(rend, "span"),
        "ref": "a",
        "list": "ol" if rend == "ol" else "ul",
        "item": "li",
        "quote": "blockquote",
        "row": "tr",
        "cell": "th" if is_head else "td",
        "lb": "br",
        "del": "s",
        "code": "p",
    }
    element.tag = names.get(element.tag, element.tag)
    element.attrib.clear()
    if element.tag == "a" and target:
        element.set("href", target)
    for name, value in numbers.items():
        if value and (element.tag, name) in (("ol", "type"), ("li", "value")):
            element.set(name, value)


def _line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()[:_LONGEST_LINE]
