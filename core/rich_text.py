"""Rich text: the one list (an allow-list) of elements, attributes and addresses that a written text may hold.

It is data, `rich_text.json`, because a program in a browser reads it as well: what the editor can write is exactly
what the sanitiser keeps and what the html and the text of a mail can show.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class _RichText:
    blocks: Mapping[str, Sequence[str]]
    marks: Mapping[str, Sequence[str]]
    empty: Sequence[str]
    read_as: Mapping[str, str]
    directions: Sequence[str]
    numberings: Mapping[str, str]
    quotation_marks: Mapping[str, Sequence[str]]
    emoji: str
    emoji_class: str
    link: str
    around: str
    page: str


def _read() -> _RichText:
    data = json.loads((files("core") / "rich_text.json").read_text(encoding="utf-8"))
    return _RichText(**{name: data[name] for name in _RichText.__slots__})


_LIST = _read()
BLOCKS = frozenset(_LIST.blocks)
MARKS = tuple(_LIST.marks)
"""Elements inside a line, in the order in which they stand around the same words."""
EMPTY = frozenset(_LIST.empty)
"""Elements without an end."""
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {name: frozenset(allowed) for name, allowed in {**_LIST.blocks, **_LIST.marks}.items()}
    | {name: frozenset() for name in _LIST.empty}
)
ELEMENTS = frozenset(ATTRIBUTES)
READ_AS: Mapping[str, str] = MappingProxyType(_LIST.read_as)
"""Elements that are taken in as another one."""
DIRECTIONS = frozenset(_LIST.directions)

NUMBERINGS: Mapping[str, str] = MappingProxyType(_LIST.numberings)
"""How the points of a list are numbered if not in digits: the element's `type`, and what css calls it."""

AROUND = _LIST.around
"""A regular expression, of Python's and of browsers' kind, as the next: blanks and invisible characters."""
PAGE = _LIST.page
"""What follows https:// in the address of a page (`core.typed_address`), in small letters. Not for matching
without regard to case: the Kelvin sign is a k there, and not allowed."""

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_USABLE_LINK = re.compile(_LIST.link, re.IGNORECASE)
_EMOJI = re.compile(_LIST.emoji)
_EMOJI_CLASS = re.compile(_LIST.emoji_class)
_LONGEST_EMOJI = 40


def is_usable_link(address: str) -> bool:
    """Whether a link can stand in a bulletin: of the web, of an address or a telephone, and absolute: there is no
    page to be relative to."""
    return _USABLE_LINK.fullmatch(address) is not None


def quotation_marks(language: str) -> Sequence[str]:
    """Opening and closing, then those of a quotation inside one: »…«, ›…‹ in Slovenian."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return _LIST.quotation_marks.get(primary, _LIST.quotation_marks[""])


def emoji_of_picture(alt: str, classes: str) -> str:
    """The emoji that a picture stands for (Outlook, Gmail and WordPress draw them); nothing for any other picture.
    `alt`, `classes`: what its element says of it."""
    is_drawn = _EMOJI.fullmatch(alt) or _EMOJI_CLASS.search(classes)
    return alt if is_drawn and len(alt) <= _LONGEST_EMOJI else ""


def rich_text_of(plain: str) -> str:
    """Plain words as a rich text: an empty line parts paragraphs, any other line end stays a line end."""
    parts = (part.strip() for part in _PARAGRAPHS.split(plain.replace("\r\n", "\n")))
    return "\n".join(f"<p>{_with_breaks(part)}</p>" for part in parts if part)


def _with_breaks(paragraph: str) -> str:
    return "<br />\n".join(escape(line, quote=False) for line in paragraph.split("\n"))
