"""Names in the order in which people look them up in a language. Pure.

Slovenian has č, š and ž as letters of their own, each after its base, and so the foreign ć and đ (CLDR, collation
of `sl`: c č ć, d đ, s š, z ž). Elsewhere, as in English, a letter with a mark stands with its base.
"""

import unicodedata

_SLOVENIAN = {"č": ("c", 1), "ć": ("c", 2), "đ": ("d", 1), "š": ("s", 1), "ž": ("z", 1)}
"""The letter that it follows, and as which."""

SortKey = tuple[tuple[tuple[str, int], ...], str]


def sort_key(text: str, language: str) -> SortKey:
    """For `sorted`. Where only case or marks differ, the order is still always the same."""
    own = _SLOVENIAN if language.partition("-")[0].lower() == "sl" else {}
    letters: list[tuple[str, int]] = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in own:
            letters.append(own[letter])
            continue
        parts = unicodedata.normalize("NFKD", letter)
        letters += [(part, 0) for part in parts if not unicodedata.combining(part)]
    return tuple(letters), text
