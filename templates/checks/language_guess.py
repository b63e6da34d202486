"""In which language words seem to be, by CLD3, offline: only where it is certain, only among languages tried here.

Why this library, and these bounds: docs/adr/0027-language-detection-by-cld3.md
"""

from gcld3 import NNetLanguageIdentifier

from templates.merge import replace_fields
from templates.styles import primary

TRIED = frozenset({"sl", "en", "ar", "fa", "hr", "sr", "bs", "de", "it", "fr", "es", "ru", "uk", "tr", "sq"})
NEIGHBOURS = frozenset({"sl", "hr", "sr", "bs"})
"""Too near each other for a machine to contradict a person."""
MIN_LETTERS = 60
CERTAIN = 0.9
CERTAIN_OF_A_NEIGHBOUR = 0.5
"""Croatian, Serbian and Bosnian share what is one certainty: the library's own measure for them."""
_READ_BYTES = 4000
_IN_ARABIC_LETTERS = frozenset({"ar", "fa"})
_ARABIC_BLOCK = ("\u0600", "\u06ff")
_PERSIAN = frozenset("پچژگکی")
_MIN_OF_A_SCRIPT = 8
"""Letters: fewer are a name."""
_OF_AN_ADDRESS = ("://", "www.", "@")


def guess_other_language(text: str, language: str) -> str | None:
    """The language that `text` is in, where it certainly is not `language`; None where it may well be."""
    expected = primary(language)
    text = " ".join(filter(_is_word, replace_fields(text, lambda *_: " ").split()))
    if expected not in TRIED:
        return None
    if sum(map(str.isalpha, text)) < MIN_LETTERS:
        return _by_script(text, expected)
    # Made anew each time: it lets other threads run while it thinks, and does not promise to bear them.
    guess = NNetLanguageIdentifier(0, _READ_BYTES).FindLanguage(text)
    seems = str(guess.language)
    if seems not in TRIED or seems == expected or {seems, expected} <= NEIGHBOURS:
        return _by_script(text, expected)
    needed = CERTAIN_OF_A_NEIGHBOUR if seems in NEIGHBOURS else CERTAIN
    return seems if guess.is_reliable and guess.probability >= needed else _by_script(text, expected)


def _by_script(text: str, expected: str) -> str | None:
    """Of words too few or too mixed to be sure by: most of them in Arabic letters are in no language of others."""
    letters = list(filter(str.isalpha, text))
    arabic = sum(_ARABIC_BLOCK[0] <= letter <= _ARABIC_BLOCK[1] for letter in letters)
    if expected in _IN_ARABIC_LETTERS or len(letters) < _MIN_OF_A_SCRIPT or arabic * 2 <= len(letters):
        return None
    return "fa" if _PERSIAN.intersection(letters) else "ar"


def _is_word(part: str) -> bool:
    return not any(mark in part for mark in _OF_AN_ADDRESS)
