"""What the formats of feeds have in common: addresses, titles and files of an entry. Pure."""

import re
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from news.feeds.parsed_feed import Enclosure

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_ADDRESS = 2_000
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MOST_FILES = 10
_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|dclid|wbraid|gbraid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|_hsenc|_hsmi|mkt_tok)(?:=.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""What an address carries only so that somebody can follow whoever opens it."""


def web_address(written: str, base: str) -> str:
    """Absolute and without tracking parameters; empty for what leads to no page of the web."""
    return without_tracking(absolute_address(written, base))


def absolute_address(written: str, base: str) -> str:
    """As it is written, but absolute; empty for what leads to no page of the web."""
    written = "".join(written.split())
    if not written or len(written) > _LONGEST_ADDRESS:
        return ""
    try:
        address = written if written.startswith(("https://", "http://")) else urljoin(base, written)
        parts = urlsplit(address)
        is_of_the_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return address if is_of_the_web else ""


def local_name(element: "Element") -> str:
    """What it is called without its namespace, or without a prefix that stands for none: feeds forget to declare
    them. Empty for comments and the like."""
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def language_of(written: str) -> str:
    first = re.split("[-_]", written.strip().lower())[0]
    return first if _LANGUAGE.fullmatch(first) else ""


def plain_title(written: str) -> str:
    """The words of a title that may be html: tags go, what they enclose stays, and so does a sign that is none."""
    if "<" in written or "&" in written:
        try:
            tree = html.fragment_fromstring(written[:20_000], create_parent="div")
            written = tree.text_content()
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            pass  # it is shown as it came, and escaped like every text
    return " ".join(written.split())


def text_as_html(text: str) -> str:
    """Plain text as html that says the same: an empty line begins a paragraph."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{escape(part)}</p>" for part in paragraphs if part)


def enclosures_in(files: Iterable[Enclosure]) -> tuple[tuple[Enclosure, ...], tuple[Enclosure, ...]]:
    """Pictures and PDFs, by what they are said to be or else by their names; each address once."""
    pictures: dict[str, Enclosure] = {}
    pdfs: dict[str, Enclosure] = {}
    for file in files:
        name = urlsplit(file.address).path.lower()
        if not file.address:
            continue
        if file.media_type == "application/pdf" or name.endswith(".pdf"):
            pdfs.setdefault(file.address, file)
        elif file.media_type.startswith("image/") or name.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif")):
            pictures.setdefault(file.address, file)
    return tuple(pictures.values())[:_MOST_FILES], tuple(pdfs.values())[:_MOST_FILES]


def without_tracking(address: str) -> str:
    """Everything else of it stays as it is written, in its order: sites sign their addresses."""
    head, mark, fragment = address.partition("#")
    path, question, query = head.partition("?")
    if not question:
        return address
    kept = "&".join(pair for pair in query.split("&") if not _TRACKING.fullmatch(pair))
    return path + (f"?{kept}" if kept else "") + mark + fragment
