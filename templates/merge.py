"""Mail merge, the second phase: merge fields, once per recipient, on a compiled mail.

    [[recipient_name]]            a field from a bounded list
    [[recipient_name|friend]]     the same with words to use when the value is empty
    [[field_town|here]]           a field of the organisation's own: its word after `field_`
    [[[]]                         the character [, where two of them would otherwise begin a field

No control flow, no nesting. An unknown or unfinished field is an error when the text is compiled, not when the
ten-thousandth reader's copy is made. Bytes outside the fields are never touched, and values are never read again
for fields of their own.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from markupsafe import escape

from core.errors import InputRefused


class FieldKind(StrEnum):
    WORDS = "words"
    """A line of plain text; empty is allowed."""
    URL = "url"
    """An absolute http(s) address; there is no copy without it."""


FIELDS: Mapping[str, FieldKind] = MappingProxyType(
    {
        "recipient_name": FieldKind.WORDS,
        "unsubscribe_url": FieldKind.URL,
        "preferences_url": FieldKind.URL,
        "confirm_url": FieldKind.URL,
    }
)

OF_CAMPAIGNS = frozenset({"recipient_name", "unsubscribe_url", "preferences_url"})
"""What there is a value for when a campaign is sent; welcomes have the same."""
OF_QUESTIONS = frozenset({"recipient_name", "confirm_url"})

CUSTOM = "field_"
"""Begins the name of a custom field: so it is known for one where nobody knows which there are."""

LITERAL_BRACKET = "[[[]]"
_OPENING = "[["
_TOKEN = re.compile(r"\[\[(?:(?P<bracket>\[)|(?P<name>[a-z0-9_]+)(?:\|(?P<default>(?:(?!\[\[|\]\])[^\n])*))?)\]\]")
_URL = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]+", re.ASCII)
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    kind: FieldKind
    default: str


@dataclass(frozen=True, slots=True)
class CompiledText:
    """A text split at its fields once, so that a recipient's copy is one join. Immutable; share it freely."""

    _pieces: tuple[str, ...]
    """Literal text and, at every odd position, an empty place for a field."""
    _slots: tuple[_Slot, ...]
    """Each different field once."""
    _order: tuple[int, ...]
    """For each place, which slot fills it."""
    _escape: Callable[[str], str]

    def merge(self, values: Mapping[str, str]) -> str:
        """The recipient's copy. Raises InputRefused when an address is missing or is not one."""
        return self.join(self.fill(values))

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """What each different field becomes for one recipient, finished for its place. Raises as `merge` does."""
        return tuple(self._fill(slot, values) for slot in self._slots)

    def join(self, filled: Sequence[str]) -> str:
        """The recipient's copy, from what `fill` returned."""
        out = list(self._pieces)
        out[1::2] = [filled[slot] for slot in self._order]
        return "".join(out)

    @property
    def literals(self) -> tuple[str, ...]:
        """The text around the fields."""
        return self._pieces[::2]

    @property
    def places(self) -> tuple[int, ...]:
        """Between two literals, which of what `fill` returns stands there."""
        return self._order

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(slot.name for slot in self._slots)

    @property
    def without_default(self) -> frozenset[str]:
        """Fields of words that would leave a gap for a reader of whom we know nothing."""
        return frozenset(s.name for s in self._slots if s.kind is FieldKind.WORDS and not s.default)

    def _fill(self, slot: _Slot, values: Mapping[str, str]) -> str:
        value = values.get(slot.name, "")
        if slot.kind is FieldKind.URL:
            return self._escape(_checked_url(slot.name, value or slot.default))
        value = one_line(value)
        # A default is part of the template: in the html part it is html already.
        return self._escape(value) if value else slot.default


def compile_text(text: str) -> CompiledText:
    """A plain text or a subject, ready to merge. Raises InputRefused for a field that nobody knows."""
    return _compile(text, str)


def compile_html(html: str) -> CompiledText:
    """The html part, ready to merge: values are escaped for text and for quoted attributes."""
    return _compile(html, _escape_html)


def kind_of(name: str) -> FieldKind | None:
    """None: there is no such field. Which custom ones there are is not known here."""
    return FieldKind.WORDS if name.startswith(CUSTOM) and len(name) > len(CUSTOM) else FIELDS.get(name)


def custom_field(word: str) -> str:
    """The name of the merge field of a custom field."""
    return CUSTOM + word


def custom_words(names: Iterable[str]) -> set[str]:
    """Of names of merge fields, those that are custom, by their words."""
    return {name.removeprefix(CUSTOM) for name in names if name.startswith(CUSTOM)}


def merge_fields_in(text: str) -> frozenset[str]:
    """The names that mean merge fields in a text of a campaign: those of every campaign, and custom ones in it."""
    return OF_CAMPAIGNS | {name for name, _, _ in find_fields(text) if name.startswith(CUSTOM)}


def escape_literal(text: str) -> str:
    """Outside text for a place where fields are read (a subject): merging gives back exactly `text`."""
    return re.sub(r"\[{2,}", lambda run: LITERAL_BRACKET * len(run[0]), text)


def replace_fields(text: str, replace: Callable[[str, str], str]) -> str:
    """`text` with each field (its name, its source) replaced; what is not a field is left as it is."""
    return _TOKEN.sub(lambda match: replace(match["name"], match[0]) if match["name"] else match[0], text)


def shown_with_fields(text: str) -> str:
    """A plain text as a copy of it reads, but that its fields still stand where their values will."""
    return _TOKEN.sub(lambda match: match["bracket"] or match[0], text)


def find_fields(text: str) -> Iterator[tuple[str, int, int]]:
    """Each field in `text`: its name, where it begins and where it ends."""
    for match in _TOKEN.finditer(text):
        if match["name"]:
            yield match["name"], *match.span()


def find_unusable(text: str, *, supplied: frozenset[str] = OF_CAMPAIGNS) -> Iterator[tuple[str, int, int]]:
    """Each place in `text` for which a merge would have nothing: the name of the field, or "" where one is begun
    and not finished, where it begins and where it ends. Custom fields are known by their beginning."""
    start = text.find(_OPENING)
    while start >= 0:
        match = _TOKEN.match(text, start)
        end = match.end() if match else start + len(_OPENING)
        name = match["name"] if match else ""
        if name is not None and name not in supplied and not name.startswith(CUSTOM):
            yield name, start, end
        start = text.find(_OPENING, end)


def unusable_as_typed(text: str) -> str:
    """`text` whose merging gives back what `find_unusable` finds in it as it was typed."""
    pieces: list[str] = []
    end = 0
    for _, start, stop in find_unusable(text):
        pieces += [text[end:start], escape_literal(text[start:stop])]
        end = stop
    return "".join((*pieces, text[end:]))


def one_line(value: str) -> str:
    """`value` without line breaks, controls and direction overrides, which would leak out of its place."""
    if value.isprintable():
        return value
    return "".join(_safe(character) for character in value).strip()


def _safe(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if category == "Cs" or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return ""
    return character


def _compile(text: str, escape_value: Callable[[str], str]) -> CompiledText:
    pieces: list[str] = []
    places: list[_Slot] = []
    literal, end = "", 0
    start = text.find(_OPENING)
    while start >= 0:
        match = _TOKEN.match(text, start)
        if match is None:
            raise InputRefused("templates-field-broken", excerpt=text[start : start + _EXCERPT])
        literal += text[end:start]
        end = match.end()
        if match["bracket"]:
            literal += "["
        else:
            pieces += [literal, ""]
            places.append(_slot(match["name"], match["default"]))
            literal = ""
        start = text.find(_OPENING, end)
    slots = tuple(dict.fromkeys(places))
    order = tuple(slots.index(place) for place in places)
    return CompiledText((*pieces, literal + text[end:]), slots, order, escape_value)


def _slot(name: str, default: str | None) -> _Slot:
    kind = kind_of(name)
    if kind is None:
        raise InputRefused("templates-field-unknown", field=name, known=", ".join(sorted(FIELDS)))
    return _Slot(name, kind, default or "")


def _escape_html(value: str) -> str:
    return str(escape(value))


def _checked_url(name: str, value: str) -> str:
    if not value:
        raise InputRefused("templates-field-missing", field=name)
    if _URL.fullmatch(value) is None:
        raise InputRefused("templates-field-not-a-url", field=name)
    return value
