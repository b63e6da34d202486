"""What css says of how letters look, as plain values. What cannot be known without painting it is `UNKNOWN`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.color3 import parse_color

from templates.checks.css_reading import declarations_of, significant


class Special(Enum):
    UNKNOWN = auto()
    INHERITED = auto()


@dataclass(frozen=True, slots=True)
class Rgba:
    """Each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Rgba") -> "Rgba":
        """What is seen where this lies on an opaque ground."""
        seen = (
            top * self.alpha + below * (1 - self.alpha)
            for top, below in zip(self._parts(), ground._parts(), strict=True)
        )
        return Rgba(*seen)

    def hex(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self._parts())

    def _parts(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue


@dataclass(frozen=True, slots=True)
class Size:
    number: float
    is_relative: bool
    """To the size of the letters around it."""


Value = Rgba | Size | int | bool | Special


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a declaration says: `name` is a key of `_READERS`, or a part of a shorthand."""

    name: str
    value: Value
    is_important: bool


TRANSPARENT = Rgba(0, 0, 0, 0)
BOLD = 700
_KEPT = frozenset({"inherit", "unset"})
_LAYOUT = frozenset({"ident", "dimension", "percentage", "number", "literal"})
"""How the shorthand says where and how a background lies. A function or an address in it is a picture."""
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_NAMED_SIZES = {"x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_WEIGHTS = {"normal": 400, "bold": BOLD, "bolder": BOLD, "lighter": 400}


@lru_cache(maxsize=4096)
def read_settings(css: str) -> tuple[Setting, ...]:
    """What the declarations in `css`, such as a style attribute, say."""
    return settings_of(declarations_of(css))


def settings_of(parsed: Sequence[Any]) -> tuple[Setting, ...]:
    return tuple(
        Setting(name, value, declaration.important)
        for declaration in parsed
        if declaration.type == "declaration" and declaration.lower_name in _READERS
        for name, value in _READERS[declaration.lower_name](significant(declaration.value))
    )


def read_colour(text: str) -> Rgba | Special:
    """Of an attribute such as bgcolor."""
    return _colour(tinycss2.parse_one_component_value(text.strip(), skip_comments=True))


def _color(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "color", _colour(tokens[0]) if len(tokens) == 1 else Special.UNKNOWN


def _background(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """The shorthand: whatever it does not name is as at first."""
    colours = [colour for token in tokens if (colour := _parsed(token)) is not None]
    is_plain = all(_parsed(token) is not None or token.type in _LAYOUT for token in tokens)
    is_plain = is_plain and _keywords(tokens) not in _KEPT
    yield "background-image", False if is_plain else Special.UNKNOWN
    yield "background-color", colours[-1] if colours else TRANSPARENT


def _background_color(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "background-color", _colour(tokens[0]) if len(tokens) == 1 else Special.UNKNOWN


def _background_image(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "background-image", False if _keywords(tokens) == "none" else Special.UNKNOWN


def _font_size(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "font-size", _size(tokens[0]) if len(tokens) == 1 else Special.UNKNOWN


def _font_weight(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "font-weight", _weight(tokens[0]) if len(tokens) == 1 else Special.UNKNOWN


def _font(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """The shorthand: style and weight, then the size, then the rest."""
    at = next((n for n, token in enumerate(tokens) if token.type in ("dimension", "percentage")), None)
    yield "font-size", _size(tokens[at]) if at is not None else Special.UNKNOWN
    weights = [weight for token in tokens[:at] if isinstance(weight := _weight(token), int)]
    yield "font-weight", max(weights, default=400)


def _display(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "hidden", _keywords(tokens) == "none"


def _visibility(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "is-seen", _keywords(tokens) not in ("hidden", "collapse")


def _max_height(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """How words are hidden that only the list of mails shall show, beside display."""
    yield "is-shut", len(tokens) == 1 and _size(tokens[0]) == Size(0, is_relative=False)


def _opacity(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "is-apart", not (len(tokens) == 1 and getattr(tokens[0], "value", 0) == 1)


def _position(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "is-apart", _keywords(tokens) in ("absolute", "fixed")


_READERS: dict[str, Callable[[list[Any]], Iterator[tuple[str, Value]]]] = {
    "color": _color,
    "background": _background,
    "background-color": _background_color,
    "background-image": _background_image,
    "font-size": _font_size,
    "font-weight": _font_weight,
    "font": _font,
    "display": _display,
    "visibility": _visibility,
    "max-height": _max_height,
    "opacity": _opacity,
    "position": _position,
}


def _keywords(tokens: list[Any]) -> str:
    return " ".join(token.lower_value for token in tokens if token.type == "ident")


def _colour(token: Any) -> Rgba | Special:
    if token.type == "ident" and token.lower_value in (*_KEPT, "currentcolor"):
        return Special.INHERITED
    return _parsed(token) or Special.UNKNOWN


def _parsed(token: Any) -> Rgba | None:
    colour = parse_color(token)
    return None if colour is None or colour == "currentColor" else Rgba(*colour)


def _size(token: Any) -> Size | Special:
    if token.type == "percentage":
        return Size(token.value / 100, is_relative=True)
    if token.type == "dimension" and token.lower_unit == "em":
        return Size(token.value, is_relative=True)
    if token.type == "dimension" and token.lower_unit in _PX:
        return Size(token.value * _PX[token.lower_unit], is_relative=False)
    if token.type == "number" and token.value == 0:
        return Size(0, is_relative=False)
    if token.type == "ident" and token.lower_value in _NAMED_SIZES:
        return Size(_NAMED_SIZES[token.lower_value], is_relative=False)
    return Special.INHERITED if token.type == "ident" and token.lower_value in _KEPT else Special.UNKNOWN


def _weight(token: Any) -> int | Special:
    if token.type == "number":
        return int(token.value)
    word = token.lower_value if token.type == "ident" else ""
    return Special.INHERITED if word in _KEPT else _WEIGHTS.get(word, Special.UNKNOWN)
