"""One line of a table of words (`limit_words.py`, `sender_words.py`), and how such lines are written. Pure."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordPattern:
    who: str
    """Who speaks so."""
    pattern: re.Pattern[str]
    source: str
    """Where it is said: the host's own page, or a report with the reply in full."""


def word_pattern(who: str, pattern: str, source: str) -> WordPattern:
    return WordPattern(who, re.compile(pattern, re.IGNORECASE), source)


def either_way_round(amount: str, spent: str) -> str:
    """Both words, in this order or the other, not far from each other."""
    return rf"\b(?:{amount})\b.{{0,60}}\b(?:{spent})\b|\b(?:{spent})\b.{{0,60}}\b(?:{amount})\b"
