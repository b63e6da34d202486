"""Colours that can be read: contrast by WCAG 2.2, success criterion 1.4.3."""

import re

READABLE = 4.5
TINT = "#f8f6f2"
DARK_TINT = "#29292c"
"""Where the accent colour is hardest to read as text: what can be read there can be read everywhere."""
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_colour(value: str) -> bool:
    return _HEX.fullmatch(value) is not None


def contrast(colour: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on_dark(colour: str, background: str = DARK_TINT) -> str:
    """`colour`, mixed with as little white as makes it readable on a dark background."""
    return next(
        mixed for step in range(21) if contrast(mixed := _with_white(colour, step / 20), background) >= READABLE
    )


def _with_white(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
