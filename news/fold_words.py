"""Text normalisation (Unicode case folding, NFKD): what a reader would call the same words comes out the same.

Pure. Two savings of a text differ in case, spaces, quotation marks, dashes, hyphenation, markup and invisible
characters; a text that went through an old program has s for š, one from an Arabic keyboard has ي for Persian's ی.
Only letters without their marks and digits are left of it. That makes a word or two the same that are not; it is
for telling whether a whole text has been there before, and for nothing that is shown.
"""

import html
import re
import unicodedata

_SAME = str.maketrans({
    # Letters that Unicode takes for letters of their own, as they are written without the right keyboard.
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    # One letter of Arabic and Persian, by the keyboard it was typed on, or by its place in the word.
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا", "ـ": "",
})  # fmt: skip
_DJ = re.compile("dj+")
"""Đ is written Dj as often as D."""
_BLOCKS = re.compile(r"<(?:/(?:p|h[1-6]|li|div|blockquote|td)|br\s*/?)>", re.IGNORECASE)
_UPDATED = re.compile(
    "(updated|lastupdated|lastmodified|posodobljeno|nazadnjeposodobljeno|zadnjaposodobitev|zadnjasprememba|osvezeno)"
)
_MOST_OF_A_NOTE = 50


def folded_words(text: str) -> str:
    """The letters and digits of `text`, which may be HTML."""
    plain = html.unescape(re.sub(r"<[^<>]*>", "", text))
    folded = plain
    for _ in range(2):  # a folded letter may fall apart, and its parts may fold
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
    kept = "".join(_digit(char) for char in folded if unicodedata.category(char)[0] in "LN")
    return _DJ.sub("d", kept.translate(_SAME))


def without_update_note(body_html: str) -> str:
    """Without lines at its beginning or end that say when it was last changed, and little else: they are what
    changes when nothing else has."""
    blocks = _BLOCKS.split(body_html)
    while blocks and _is_note(blocks[-1]):
        blocks.pop()
    while blocks and _is_note(blocks[0]):
        blocks.pop(0)
    return " ".join(blocks)


def _is_note(block: str) -> bool:
    folded = folded_words(block)
    return not folded or (len(folded) <= _MOST_OF_A_NOTE and _UPDATED.match(folded) is not None)


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None)
    return char if value is None else str(value)
