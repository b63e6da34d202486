"""Normalization of text with signs: a sign may turn a word round (`da?`, `🚫 Newsletter`), so none is folded away.

Pure. `consent_words.fold` drops signs. So a title or an answer is a known one only if nothing stands in it beside
letters, digits and what stands between words.
"""

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufe0f\ufeff\u064b-\u065f\u0670]")
"""Joiners, spaces without width, soft hyphens, direction marks, and the vowel marks of Arabic, which change no
word. Not the marks that turn a word round (U+202D, U+202E)."""
_BETWEEN_WORDS = frozenset(" \t\n_-‐‑‒–—/.,:()?'’\"&")
_BARE = re.compile(r"[^\W_]+(?:(?:, ?|[ '’_-])[^\W_]+)*\.?")


@lru_cache(maxsize=1_000)
def is_plain_title(title: str) -> bool:
    """Begins with a letter or a digit, and no sign in it says anything."""
    seen = _seen(title)
    return seen[:1].isalnum() and all(sign.isalnum() or sign in _BETWEEN_WORDS for sign in seen)


def is_bare(cell: str) -> bool:
    """Words and nothing else: `Ne.`, `Yes, please`; not `yes?`, `~~da~~`, nor one that is struck through."""
    return _BARE.fullmatch(" ".join(_seen(cell).split())) is not None


def _seen(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).strip()
