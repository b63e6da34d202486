"""A provider's own words, made fit to keep: one line, short, without addresses."""

import re
import unicodedata

MAX_WORDS = 500

_LOCAL = r"[^\s<>\"'`=,;:()\[\]]"
_ADDRESS = re.compile(rf"(?<!{_LOCAL}){_LOCAL}+?@[^\s<>\"'`,;:()\[\]]+")
"""From the beginning of a word: from each letter, a word without an @ would be read as often as it is long."""


def plain_text(text: str) -> str:
    """`text` on one line, addresses replaced: what is stored beside a delivery must not name a person twice."""
    text = text[: 4 * MAX_WORDS]
    printable = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text)
    return " ".join(_ADDRESS.sub("[address]", printable).split())[:MAX_WORDS]
