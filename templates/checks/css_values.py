"""What css says of how letters look, as plain values. What cannot be known without painting it is `UNKNOWN`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.color3 import parse_color

from templates.checks.css_reading import declarations_of, significant


class SpecialValue(Enum):
    UNKNOWN = auto()
    INHERITED = auto()


@dataclass(frozen=True, slots=True)
class RgbaValue:
    """Each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "RgbaValue") -> "RgbaValue":
        """What is seen where this lies on an opaque ground."""
        seen = (
            top * self.alpha + below * (1 - self.alpha)
            for top, below in zip(self._parts(), ground._parts(), strict=True)
        )
        return RgbaValue(*seen)

    def hex(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self._parts())

    def _parts(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue


@dataclass(frozen=True, slots=True)
class SizeValue:
    number: float
    is_relative: bool
    """To the size of the letters around it."""


Value = RgbaValue | SizeValue | int | bool | SpecialValue


@dataclass(frozen=True, slots=True)
class StyleValue:
    """One thing that a declaration says: `name` is a key of `_READERS`, or a part of a shorthand."""

    name: str
    value: Value
    is_important: bool


TRANSPARENT = RgbaValue(0, 0, 0, 0)
BOLD = 700
_KEPT = frozenset({"inherit", "unset"})
_LAYOUT = frozenset({"ident", "dimension", "percentage", "number", "literal"})
"""How the shorthand says where and how a background lies. A function or an address in it is a picture."""
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_NAMED_SIZES = {"x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_WEIGHTS = {"normal": 400, "bold": BOLD, "bolder": BOLD, "lighter": 400}


@lru_cache(maxsize=4096)
def read_settings(css: str) -> tuple[StyleValue, ...]:
    """What the declarations in `css`, such as a style attribute, say."""
    return settings_of(declarations_of(css))


def settings_of(parsed: Sequence[Any]) -> tuple[StyleValue, ...]:
    return tuple(
        StyleValue(name, value, declaration.important)
        for declaration in parsed
        if declaration.type == "declaration" and declaration.lower_name in _READERS
        for name, value in _READERS[declaration.lower_name](significant(declaration.value))
    )


def read_colour(text: str) -> RgbaValue | SpecialValue:
    """Of an attribute such as bgcolor."""
    return _colour(tinycss2.parse_one_component_value(text.strip(), skip_comments=True))


def _color(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "color", _colour(tokens[0]) if len(tokens) == 1 else SpecialValue.UNKNOWN


def _background(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """The shorthand: whatever it does not name is as at first."""
    colours = [colour for token in tokens if (colour := _parsed(token)) is not None]
    is_plain = all(_parsed(token) is not None or token.type in _LAYOUT for token in tokens)
    is_plain = is_plain and _keywords(tokens) not in _KEPT
    yield "background-image", False if is_plain else SpecialValue.UNKNOWN
    yield "background-color", colours[-1] if colours else TRANSPARENT


def _background_color(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "background-color", _colour(tokens[0]) if len(tokens) == 1 else SpecialValue.UNKNOWN


def _background_image(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "background-image", False if _keywords(tokens) == "none" else SpecialValue.UNKNOWN


def _font_size(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "font-size", _size(tokens[0]) if len(tokens) == 1 else SpecialValue.UNKNOWN


def _font_weight(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "font-weight", _weight(tokens[0]) if len(tokens) == 1 else SpecialValue.UNKNOWN


def _font(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """The shorthand: style and weight, then the size, then the rest."""
    at = next((n for n, token in enumerate(tokens) if token.type in ("dimension", "percentage")), None)
    yield "font-size", _size(tokens[at]) if at is not None else SpecialValue.UNKNOWN
    weights = [weight for token in tokens[:at] if isinstance(weight := _weight(token), int)]
    yield "font-weight", max(weights, default=400)


def _display(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "hidden", _keywords(tokens) == "none"


def _visibility(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    yield "is-seen", _keywords(tokens) not in ("hidden", "collapse")


def _max_height(tokens: list[Any]) -> Iterator[tuple[str, Value]]:
    """How words are hidden that only the list of mails shall show, beside display."""
    yield "is-shut", len(tokens) == 1 and _size(tokens[0]) == SizeValue(0, is_relative=False)


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


def _colour(token: Any) -> RgbaValue | SpecialValue:
    if token.type == "ident" and token.lower_value in (*_KEPT, "currentcolor"):
        return SpecialValue.INHERITED
    return _parsed(token) or SpecialValue.UNKNOWN


def _parsed(token: Any) -> RgbaValue | None:
    colour = parse_color(token)
    return None if colour is None or colour == "currentColor" else RgbaValue(*colour)


def _size(token: Any) -> SizeValue | SpecialValue:
    if token.type == "percentage":
        return SizeValue(token.value / 100, is_relative=True)
    if token.type == "dimension" and token.lower_unit == "em":
        return SizeValue(token.value, is_relative=True)
    if token.type == "dimension" and token.lower_unit in _PX:
        return SizeValue(token.value * _PX[token.lower_unit], is_relative=False)
    if token.type == "number" and token.value == 0:
        return SizeValue(0, is_relative=False)
    if token.type == "ident" and token.lower_value in _NAMED_SIZES:
        return SizeValue(_NAMED_SIZES[token.lower_value], is_relative=False)
    return SpecialValue.INHERITED if token.type == "ident" and token.lower_value in _KEPT else SpecialValue.UNKNOWN


def _weight(token: Any) -> int | SpecialValue:
    if token.type == "number":
        return int(token.value)
    word = token.lower_value if token.type == "ident" else ""
    return SpecialValue.INHERITED if word in _KEPT else _WEIGHTS.get(word, SpecialValue.UNKNOWN)
