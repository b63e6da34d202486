"""Inverted index, its words: what a person is found by, and what of it somebody asks for. Pure.

Folded as news is searched (`core.fold_text`). A word is found by its beginning: »nova« finds Ana Novak and the
address ana.novak@…, because parts of names and addresses are words of their own.
"""

import re

from core.errors import InputRefused
from core.fold_text import fold_text
from subscribers.tables import MAX_WORD

MAX_WORDS = 24
"""Of one person; more stand in no name that people bear."""
MAX_ASKED = 6
LEAST = 2
"""Letters: one alone would find a tenth of everybody."""
_BETWEEN_PARTS = re.compile(r"[.+_\-'’,;]+")


def words_of_person(name: str, address: str) -> list[str]:
    """Each once, in order."""
    local, _, domain = fold_text(address).rpartition("@")
    spellings = [*_with_parts(local), domain]
    for written in fold_text(name).split():
        spellings += _with_parts(written)
    return sorted({word[:MAX_WORD] for word in spellings if word})[:MAX_WORDS]


def asked_words(text: str) -> tuple[str, ...]:
    """The longest first, because it finds the fewest. Raises InputRefused where there is too little to go by."""
    spellings = {part.strip(".,;")[:MAX_WORD] for part in fold_text(text).replace("@", " ").split()}
    asked = sorted((word for word in spellings if word), key=lambda word: (-len(word), word))[:MAX_ASKED]
    if asked and len(asked[0]) < LEAST:
        raise InputRefused("subscribers-search-too-short", least=LEAST)
    return tuple(asked)


def _with_parts(written: str) -> list[str]:
    parts = _BETWEEN_PARTS.split(written)
    return [written.strip(",;"), *parts]
