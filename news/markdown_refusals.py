"""What Markdown can say and a mail cannot show, refused with its line.

Here lines count from zero, in the body; `news.markdown_body` makes them those of the file.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NoReturn

from markdown_it.common.html_blocks import block_names
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType

from core.errors import InputRefused
from core.rich_text import is_usable_link

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INLINE_NAMES = (
    "a",
    "abbr",
    "b",
    "br",
    "em",
    "font",
    "i",
    "img",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
)
_TAG_LEFT_OPEN = re.compile(rf"</?(?:{'|'.join((*block_names, *_INLINE_NAMES))})(?=[\s/]|$)", re.IGNORECASE)
_UNREADABLE_LINK = re.compile(r"\]\(")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,200}\]")
_ADDRESS_OF_A_PERSON = re.compile(r"[^\s/@:?#]+@[^\s/@:?#]+\.[^\s/@:?#]+")
_QUOTE_MARKS = re.compile(r"^[\s>]*")


def check_tokens(state: StateCore) -> None:
    """Raises InputRefused. Completes links that lack only how they are opened: www.host, //host, name@host."""
    lines = state.src.split("\n")
    columns = 0
    for before, token in pairwise([Token("", "", 0), *state.tokens]):
        if token.type == "fence":
            _refuse("news-code-block", token)
        if token.type == "tr_open" and token.map:
            cells = _cells(lines[token.map[0]])
            columns = cells if before.type == "thead_open" else columns
            if cells > columns:
                _refuse("news-table-row-too-long", token, columns=columns, cells=cells)
        if token.type == "inline":
            _check_pipes(token)
            for child, line in _children(token):
                _check(child, line)
            _check_words_of_links(token)


def check_definitions(tokens: Sequence[Token], env: EnvType) -> None:
    """Raises InputRefused for footnotes and link addresses that nothing refers to, or that are there twice: the
    parser drops them without a word."""
    noted: set[str] = set()
    for label, line in env.get("footnote_lines", []):
        if label in noted:
            raise InputRefused("news-footnote-twice", line=line, label=label)
        if env["footnotes"]["refs"][f":{label}"] < 0:
            raise InputRefused("news-footnote-unused", line=line, label=label)
        noted.add(label)
    for definition in env.get("duplicate_refs", []):
        raise InputRefused("news-link-twice", line=definition["map"][0], label=definition["label"])
    used = {child.meta.get("label") for token in tokens for child in token.children or ()}
    for label, definition in env.get("references", {}).items():
        if label not in used:
            raise InputRefused("news-link-unused", line=definition["map"][0], label=label.lower())


def _children(inline: Token) -> Iterator[tuple[Token, int]]:
    """Each with its line."""
    line = inline.map[0] if inline.map else 0
    for child in inline.children or ():
        yield child, line
        line += child.type in ("softbreak", "hardbreak")


def _check(token: Token, line: int) -> None:
    match token.type:
        case "image":
            raise InputRefused("news-image-in-body", line=line)
        case "html_inline" if not _LINE_BREAK.fullmatch(token.content):
            raise InputRefused("news-tag-in-body", line=line, tag=token.content[:60])
        case "link_open":
            _check_link(token, line)
        case "text":
            _check_text(token.content, line)


def _check_words_of_links(inline: Token) -> None:
    """A link without words is nowhere to be pressed, and would be gone."""
    shown: str | None = None
    for child, line in _children(inline):
        if child.type == "link_open":
            shown = ""
        elif child.type == "link_close" and shown is not None and not shown.strip():
            raise InputRefused("news-link-unreadable", line=line)
        elif shown is not None:
            shown += child.content


def _check_text(text: str, line: int) -> None:
    tag = _TAG_LEFT_OPEN.search(text)
    if tag:
        raise InputRefused("news-tag-in-body", line=line, tag=tag[0])
    if _UNREADABLE_LINK.search(text):
        raise InputRefused("news-link-unreadable", line=line)
    note = _FOOTNOTE.search(text)
    if note:
        raise InputRefused("news-footnote-missing", line=line, label=note[0][2:-1])


def _check_link(token: Token, line: int) -> None:
    if token.attrs.get("title"):
        raise InputRefused("news-link-title", line=line, title=str(token.attrs["title"])[:60])
    written = str(token.attrs.get("href", ""))
    address = _completed(written)
    if not is_usable_link(address):
        raise InputRefused("news-link-unusable", line=line, address=written[:100])
    token.attrs["href"] = address


def _completed(address: str) -> str:
    if address.lower().startswith("www."):
        return f"https://{address}"
    if address.startswith("//"):
        return f"https:{address}"
    return f"mailto:{address}" if _ADDRESS_OF_A_PERSON.fullmatch(address) else address


def _check_pipes(inline: Token) -> None:
    """A table that is not read as one would arrive as a row of words and strokes."""
    rows = inline.content.split("\n")
    if len(rows) > 1 and all(row.strip().startswith("|") for row in rows):
        _refuse("news-table-unreadable", inline)


def _cells(row: str) -> int:
    parts = escapedSplit(_QUOTE_MARKS.sub("", row).strip())
    return len(parts) - (parts[0] == "") - (len(parts) > 1 and parts[-1] == "")


def _refuse(code: str, token: Token, **params: int) -> NoReturn:
    raise InputRefused(code, line=token.map[0] if token.map else 0, **params)
