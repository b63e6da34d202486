"""Link rewriting: which links of an email are counted, and the one address that each of them gets. Pure.

The address is the same for every reader and for every time that the campaign is submitted: its code is a digest of
campaign and target. Whoever approves the html approves with it where each link leads.

Left as they are, and never counted: links of Bilten's own (unsubscribe, preferences, web version, publications),
mailto: and tel:, places in the email itself, and a link whose words are an address: mail programs take a link that
shows one host and leads by another for fraud. The plain text keeps every address as it is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import SplitResult, urlsplit

from core.json_digest import json_digest
from core.public_urls import CLICK, click_url
from templates.html_facts import read_html

CODE_LENGTH = 32
"""Hexadecimal digits: 128 bits, so that no other target has the same code, by whatever attempt."""
CODE = re.compile(rf"[0-9a-f]{{{CODE_LENGTH}}}")
CLICK_PREFIX = CLICK.partition("{")[0]
MAX_TARGET = 2_000
"""Characters. A longer address is left as it is."""
_LINK = re.compile(
    r"""<(?P<name>a|area|v:roundrect|v:rect)(?P<attributes>\s(?:"[^"]*"|'[^']*'|[^'">])*)>""", re.IGNORECASE
)
_WHOLE_LINK = re.compile(
    r"""(?P<start><a(?P<attributes>\s(?:"[^"]*"|'[^']*'|[^'">])*)>(?:(?!</?a[\s>]).)*)</a>""",
    re.IGNORECASE | re.DOTALL,
)
_BADGE = (
    '<span dir="ltr" style="display:inline-block;margin:0 4px;padding:0 7px;border-radius:9px;background:#ffd84d;'
    'color:#1d1b19;font:bold 13px/18px Arial,sans-serif;text-decoration:none;">{}</span>'
)
_HREF = re.compile(r"""(?P<before>\shref\s*=\s*)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE)
_TITLE = re.compile(r"""\stitle\s*=""", re.IGNORECASE)
_SHOWS_AN_ADDRESS = re.compile(r"(?:[a-z]+://|www\.)\S*|\S+\.[^\W\d]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f\\]|\[\[")
"""In no address that is led on to: spaces and control characters, and what would be a merge field."""


@dataclass(frozen=True, slots=True)
class ClickScope:
    """Whose links are counted: the campaign by its public id, at this installation's public address."""

    public_id: str
    public_url: str


@dataclass(frozen=True, slots=True)
class CountedHtml:
    html: str
    targets: Mapping[str, str]
    """Code → where it leads."""


def click_code(public_id: str, target: str) -> str:
    """Stored in emails that are out: its bytes are never changed."""
    return json_digest(["click", public_id, target])[:CODE_LENGTH]


def code_in(url: str) -> str:
    """Of a counted address, also of one from before the installation moved; anything else gives no code."""
    code = url.rpartition(CLICK_PREFIX)[2]
    return code if CODE.fullmatch(code) else ""


def with_click_links(html: str, scope: ClickScope) -> CountedHtml:
    """The html with a counted address in the place of each outside one; everything else byte for byte as before,
    but for a `title` that names the host which the link leads to."""
    left_alone = {link.url for link in read_html(html).named_links if _shows_an_address(link.text)}
    targets: dict[str, str] = {}

    def counted(match: re.Match[str]) -> str:
        href = _HREF.search(match["attributes"])
        target = unescape(_value(href)) if href else ""
        parts = _outside(target, scope.public_url) if target not in left_alone else None
        if href is None or parts is None:
            return match[0]
        code = click_code(scope.public_id, target)
        targets[code] = target
        attributes = _replaced(match["attributes"], href, click_url(scope.public_url, code))
        if match["name"].lower() == "a" and not _TITLE.search(attributes):
            attributes += f' title="{escape(parts.hostname or "")}"'
        return f"<{match['name']}{attributes}>"

    return CountedHtml(_LINK.sub(counted, html), targets)


def _shows_an_address(label: str) -> bool:
    parts = label.split()
    return len(parts) == 1 and _SHOWS_AN_ADDRESS.fullmatch(parts[0]) is not None


def with_direct_links(html: str, targets: Mapping[str, str]) -> str:
    """`targets`: code → where it leads. For whoever is shown an email and not sent it."""

    def direct(match: re.Match[str]) -> str:
        href = _HREF.search(match["attributes"])
        target = targets.get(code_in(_value(href))) if href else None
        if href is None or target is None:
            return match[0]
        return f"<{match['name']}{_replaced(match['attributes'], href, target)}>"

    return _LINK.sub(direct, html) if targets else html


def with_numbers(html: str, numbers: Mapping[str, str]) -> str:
    """`numbers`: code → what stands behind the words of that link. For staff's eyes."""

    def numbered(match: re.Match[str]) -> str:
        href = _HREF.search(match["attributes"])
        number = numbers.get(code_in(_value(href))) if href else None
        return match[0] if number is None else f"{match['start']}{_BADGE.format(escape(number))}</a>"

    return _WHOLE_LINK.sub(numbered, html)


def labels_of_links(html: str) -> Iterator[tuple[str, str]]:
    """Each link's address with its visible words (or what stands for its picture), in the order of reading."""
    for link in read_html(html).named_links:
        yield link.url, " ".join(link.text.split())


def _value(href: re.Match[str]) -> str:
    return str(href["double"] if href["double"] is not None else href["single"])


def _replaced(attributes: str, href: re.Match[str], url: str) -> str:
    return f'{attributes[: href.start()]}{href["before"]}"{escape(url)}"{attributes[href.end() :]}'


def _outside(target: str, public_url: str) -> SplitResult | None:
    """Its parts, where it is an address of the web outside this installation."""
    if len(target) > MAX_TARGET or _UNFIT.search(target):
        return None
    try:
        parts = urlsplit(target)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and is_whole and parts.netloc.isascii() and "@" not in parts.netloc
    return parts if is_web and parts.netloc.lower() != urlsplit(public_url).netloc.lower() else None
