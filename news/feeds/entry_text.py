"""The text of a feed's entry, made a news text: sanitised, its addresses absolute. Runs in the decode process.

All its words are kept: a summary that only repeats how the text begins is none, and a title or a summary that is
too long for its field begins the text.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from lxml import etree, html

from news.feeds.entry_values import web_address
from news.feeds.feed_text import only_xml_characters
from news.front_matter import LONGEST
from news.sanitise import sanitise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CUT_MARKS = ("[…]", "[...]", "…", "...")
_TITLE_FROM_TEXT = 80
_MOST_PDFS = 10


def entry_text(data: bytes, options: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """`data`: the longer of its texts, as html. Facts named like the fields of `ExtractedText`, and the text."""
    base = str(options["base"])
    tree = _tree(data.decode("utf-8", "replace"))
    facts: dict[str, Any] = {"picture": _picture(tree, base), "pdfs": _pdfs(tree, base)}
    for link in tree.xpath(".//a[@href]"):
        target = link.get("href").strip()
        if not target.lower().startswith(("mailto:", "tel:", "sms:")):
            link.set("href", web_address(target, base))
    body = _inner(tree)
    text = _plain(tree)
    summary = _plain(_tree(str(options["summary"])))
    title = " ".join(str(options["title"]).split())
    extra = []
    facts["title"] = title or _shortened(summary or text, _TITLE_FROM_TEXT)
    if len(title) > LONGEST["title"]:
        facts["title"] = _shortened(title, LONGEST["title"])
        extra.append(title)
    is_teaser = bool(text) and text.startswith(_without_cut_mark(summary))
    facts["summary"] = "" if is_teaser else summary
    if len(facts["summary"]) > LONGEST["summary"]:
        extra.append(facts["summary"])
        facts["summary"] = ""
    return facts, sanitise("".join(f"<p>{escape(part)}</p>" for part in extra) + body)


def _without_cut_mark(summary: str) -> str:
    cut = summary.rstrip()
    mark = next((mark for mark in _CUT_MARKS if cut.endswith(mark)), None)
    return summary if mark is None else cut.removesuffix(mark).rstrip()


def _tree(written: str) -> "HtmlElement":
    """Whatever it is, it becomes a tree: nothing that a site writes may keep its entry from being read."""
    page = html.document_fromstring(f"<html><body><p></p>{only_xml_characters(written)}</body></html>")
    tree = page.find("body")
    etree.strip_elements(tree, "script", "style", "template", with_tail=False)
    return tree


def _inner(tree: "HtmlElement") -> str:
    return (
        str(html.tostring(tree, encoding="unicode", with_tail=False))
        .removeprefix("<body>")
        .removesuffix("</body>")
    )


def _plain(tree: "HtmlElement") -> str:
    return " ".join(" ".join(tree.itertext()).split())


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _picture(tree: "HtmlElement", base: str) -> dict[str, str] | None:
    """The first that is one: counting pixels are smaller than anything that is looked at."""
    for image in tree.xpath(".//img[@src]"):
        address = web_address(image.get("src"), base)
        is_pixel = any(re.fullmatch(r"[0-3](px)?", image.get(side, "")) for side in ("width", "height"))
        if address and not is_pixel and not urlsplit(address).path.lower().endswith(".svg"):
            captions = image.xpath("ancestor::figure[1]//figcaption")
            return {
                "address": address,
                "alt": " ".join(image.get("alt", "").split())[: LONGEST["image_alt"]],
                "caption": _plain(captions[0])[: LONGEST["image_caption"]] if captions else "",
            }
    return None


def _pdfs(tree: "HtmlElement", base: str) -> list[str]:
    addresses = (web_address(link.get("href"), base) for link in tree.xpath(".//a[@href]"))
    return [each for each in addresses if urlsplit(each).path.lower().endswith(".pdf")][:_MOST_PDFS]
