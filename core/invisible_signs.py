"""Invisible signs: control characters and bidirectional overrides, by which a name shows as something else than it
is."""

import unicodedata

# Joiners that Persian spelling needs, and direction marks that spreadsheets add.
INVISIBLE_ALLOWED = "\u200c\u200d\u200e\u200f"


def has_invisible(text: str) -> bool:
    # What is printable has none; only for the rest each sign is looked at.
    return not text.isprintable() and any(map(_is_invisible, text))


def without_invisible(text: str) -> str:
    """For what nobody here has typed, and nobody can be asked to type again."""
    return "".join(sign for sign in text if not _is_invisible(sign))


def _is_invisible(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C" and sign not in INVISIBLE_ALLOWED
