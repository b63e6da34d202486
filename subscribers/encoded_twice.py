"""Mojibake: UTF-8 that a program took for an old code page and encoded once more, `Å½iga` for `Žiga`. Pure.

Such a file is valid UTF-8, so nothing else notices it. It is told by its bytes: where all letters in a row that
are not ASCII are, in the code page, whole characters of UTF-8, chance is as good as ruled out. A file may be
mixed, one row mended long ago and the next not, so each such run is mended for itself, or left as it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from subscribers.alphabets import LATIN_LETTERS

CODE_PAGES = {
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1256": "cp1256",
    "macintosh": "mac_roman",
    "ibm850": "cp850",
    "ibm852": "cp852",
}
"""Which a program on Windows, on an old Mac or in a console took it for. Of two that mend as much, the first."""
TWICE = {f"utf-8-as-{name}": codec for name, codec in CODE_PAGES.items()}
"""What a person may say that a file is in: it is read as UTF-8, and each run mended."""
EXAMPLES = 3
_SCRIPTS = re.compile("[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff]")
_SIGNS = frozenset("’‘“”„–—…«»\u00a0")
_TWO = re.compile(r"[^\x00-\x7f]{2}")
_WORDS = re.compile(r"[,;\t\" \r\n]+")
"""What stands between them; not U+00A0, which may be half a letter."""
_MAX_SEEN = 30


@dataclass(frozen=True, slots=True)
class MojibakeFinding:
    name: str
    """Of `TWICE`."""
    examples: tuple[tuple[str, str], ...]
    """Words as they are read, and as they would be."""


def mend(text: str, codec: str) -> str:
    """With each run read once more that can be."""
    return text if text.isascii() else _runs(codec).sub(lambda run: _read_again(run, codec) or run[0], text)


def find_twice_encoded(lines: Iterable[str]) -> MojibakeFinding | None:
    """By the code page in which most words are mended."""
    mended_by_name: dict[str, dict[str, str]] = {name: {} for name in TWICE}
    for line in lines:
        if not _TWO.search(line):
            continue
        for name, codec in TWICE.items():
            if len(mended_by_name[name]) < _MAX_SEEN and _runs(codec).search(line):
                pairs = ((word, mend(word, codec)) for word in _WORDS.split(line))
                mended_by_name[name] |= {word: mended for word, mended in pairs if word != mended}
    best = max(mended_by_name, key=lambda name: len(mended_by_name[name]))
    return MojibakeFinding(best, tuple(mended_by_name[best].items())[:EXAMPLES]) if mended_by_name[best] else None


def _read_again(run: re.Match[str], codec: str) -> str | None:
    try:
        again = b"".join(map(_bytes_in(codec).__getitem__, run[0])).decode()
    except UnicodeDecodeError:
        return None
    beside = run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() : run.end() + 1]
    is_word = run[0].isalpha() and not any(map(str.isalpha, beside))
    if len(again) == 1 and is_word and _SCRIPTS.match(run[0]):  # two letters that happen to fit
        return None
    return again if all(map(_is_in_names, again)) else None


def _is_in_names(sign: str) -> bool:
    is_letter = sign.lower() in LATIN_LETTERS or (sign.isalpha() and _SCRIPTS.match(sign) is not None)
    return is_letter or sign in _SIGNS


@cache
def _bytes_in(codec: str) -> dict[str, bytes]:
    """A byte that the code page has no letter for stays what it is: programs write `Ä\\x8d` for `č`."""
    upper = [bytes([code]) for code in range(0x80, 0x100)]
    table = {byte.decode("latin-1"): byte for byte in upper}
    for byte in upper:
        letter = byte.decode(codec, "replace")
        if letter != "\ufffd":
            table[letter] = byte
    return table


@cache
def _runs(codec: str) -> re.Pattern[str]:
    """Whole runs of what is not ASCII that look like UTF-8 in that code page."""

    def of(first: int, last: int) -> str:
        letters = (letter for letter, byte in _bytes_in(codec).items() if first <= byte[0] <= last)
        return f"[{re.escape(''.join(letters))}]"

    follows = of(0x80, 0xBF)
    character = f"(?:{of(0xC2, 0xDF)}{follows}|{of(0xE0, 0xEF)}{follows}{{2}}|{of(0xF0, 0xF4)}{follows}{{3}})"
    return re.compile(rf"(?<![^\x00-\x7f]){character}+(?![^\x00-\x7f])")
