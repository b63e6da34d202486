"""Charset detection: in which code page the names of an old file were written. Pure.

Windows, DOS and Mac had code pages of their own for Slovenian, Western, Arabic and Cyrillic letters, and a file
does not say which it is in. charset-normalizer measures how disorderly a text is as each of them; of a few names
that is not enough, so each letter is judged, too, by the language that its row names: whether that language has
it, whether one word mixes scripts, whether a capital follows a small letter, whether a symbol stands in a word.
Where two readings are about as good, nothing is guessed: a person sees the names as read, and chooses.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from charset_normalizer import from_bytes
from charset_normalizer.constant import IANA_SUPPORTED

from subscribers.alphabets import LATIN_LETTERS, common_letters_of, letters_of, scripts_of

NAMES = {
    "windows-1250": "cp1250",
    "windows-1252": "cp1252",
    "windows-1251": "cp1251",
    "windows-1256": "cp1256",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "ibm852": "cp852",
    "ibm850": "cp850",
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "mac-centraleurope": "mac_latin2",
    "mac-cyrillic": "mac_cyrillic",
    "iso-8859-2": "iso8859_2",
    "koi8-r": "koi8_r",
}
"""Code pages that are looked at, by the names that people know; the likelier ones first."""
OFFERED = {
    "windows-1255": "cp1255",
    "iso-8859-8": "iso8859_8",
    "ibm862": "cp862",
    "iso-8859-6": "iso8859_6",
    "ibm864": "cp864",
    "ibm720": "cp720",
    "iso-8859-5": "iso8859_5",
    "ibm855": "cp855",
    "koi8-u": "koi8_u",
    "iso-8859-7": "iso8859_7",
    "ibm737": "cp737",
    "iso-8859-9": "iso8859_9",
    "ibm857": "cp857",
    "windows-1257": "cp1257",
    "iso-8859-13": "iso8859_13",
    "iso-8859-4": "iso8859_4",
    "ibm775": "cp775",
    "iso-8859-1": "iso8859_1",
    "iso-8859-15": "iso8859_15",
    "iso-8859-16": "iso8859_16",
    "ibm437": "cp437",
    "windows-1258": "cp1258",
    "windows-874": "cp874",
    "mac-greek": "mac_greek",
    "mac-turkish": "mac_turkish",
    "mac-arabic": "mac_arabic",
    "mac-farsi": "mac_farsi",
}
"""Those that a person is asked about, and may say; hardly anybody has used them, and as guesses most could not be
told from a likelier one."""
AT_HOME = "windows-1250"
"""What spreadsheets here have written for thirty years: of two equal readings, this one."""
SAMPLE_LINES = 200
MAX_CHOICES = 8
_OTHER_LETTER, _OTHER_SCRIPT, _CAPITAL, _IN_WORD = 0.35, 0.7, 0.7, 1.0
"""Of one character; the most that a character costs is 1."""
_RARE = 0.12
"""Arabic code pages differ in a dozen letters: Muhammad in one is no name in another, but letters all the same."""
_AHEAD = 0.2
"""By how much the best must be better than the next: about one letter that the language does not have."""
_MAX_COST = 0.38
"""Of all characters, on average: what is worse is no reading."""
_BIAS = 0.1
_LONG_RUN = 3
"""So many letters with marks in a row stand in no word that is written with Latin letters."""
_JOINERS = "'’-.·\u200c\u200d"


@dataclass(frozen=True, slots=True)
class CodePageResult:
    """What a sample says in one code page."""

    name: str
    codec: str
    tokens: tuple[str, ...]
    """Those that are not plain ASCII, as they are read."""
    cost: float
    count: int
    """Of the characters that it is the cost of."""

    @property
    def may_be_names(self) -> bool:
        """Whether each word has a letter that is not ASCII (`M·ller` has none), and nothing that is not shown."""
        return all(
            word.isprintable() and any(sign.isalpha() and not sign.isascii() for sign in word)
            for word in self.tokens
        )

    @property
    def script(self) -> str:
        return _script(next((sign for word in self.tokens for sign in word if not sign.isascii()), "?"))


@dataclass(frozen=True, slots=True)
class SampleLine:
    data: bytes
    languages: Collection[str]
    """Of the person whom the line is about; empty where it names none."""


def guess(
    lines: Sequence[SampleLine], *, languages: Collection[str]
) -> tuple[CodePageResult | None, list[CodePageResult]]:
    """The code page, or None where none is clearly the best, or the best is one of `OFFERED`; and the readings,
    the best first, each with tokens of its own. `languages`: what lines are in that name none."""
    best_by_tokens: dict[tuple[str, ...], CodePageResult] = {}
    for reading in sorted(_readings(lines, languages), key=lambda each: (each.name in OFFERED, each.cost)):
        if reading.name in NAMES or reading.may_be_names:
            best_by_tokens.setdefault(reading.tokens, reading)
    distinct = sorted(best_by_tokens.values(), key=_handicapped)
    if not distinct or distinct[0].cost > _MAX_COST * distinct[0].count or distinct[0].name in OFFERED:
        return None, distinct
    others = (reading for reading in distinct[1:] if reading.name in NAMES)
    is_clear = all(reading.cost - distinct[0].cost >= _AHEAD for reading in others)
    return (distinct[0] if is_clear else None), distinct


def _handicapped(reading: CodePageResult) -> float:
    """One of `OFFERED` has to be better by a letter than a likelier one."""
    return reading.cost + (_AHEAD if reading.name in OFFERED else 0)


def choices(readings: Sequence[CodePageResult]) -> list[CodePageResult]:
    """To show to somebody who knows the names: the two best, the likeliest, and the best of each other script."""
    readings = [reading for reading in readings if reading.may_be_names] or readings
    by_script = {reading.script: reading for reading in reversed(readings)}
    likely = next((reading for reading in readings if reading.name in NAMES), None)
    best = [reading for at, reading in enumerate(readings) if at < 2 or reading is likely]
    of_others = [reading for reading in readings if by_script[reading.script] is reading and reading not in best]
    return [*best, *of_others][:MAX_CHOICES]


def _readings(lines: Sequence[SampleLine], languages: Collection[str]) -> Iterable[CodePageResult]:
    sample = b"\n".join(line.data for line in lines)
    pages = NAMES | OFFERED
    measured = from_bytes(sample, cp_isolation=_measurable(pages.values()), threshold=1.0)
    chaos = {match.encoding: match.chaos for match in measured}
    for name, codec in pages.items():
        try:
            texts = [(line.data.decode(codec), line.languages or languages) for line in lines]
        except UnicodeDecodeError:
            continue
        tokens = [(word, own) for text, own in texts for word in _tokens(text)]
        costs = [cost for word, own in tokens for cost in _costs(word, own)]
        if costs:
            cost = sum(costs) + len(costs) * chaos.get(codec, 0.5) / 2 - (_BIAS if name == AT_HOME else 0)
            yield CodePageResult(name, codec, tuple(dict.fromkeys(word for word, _ in tokens)), cost, len(costs))


def _measurable(codecs: Iterable[str]) -> list[str]:
    return [codec for codec in codecs if codec in IANA_SUPPORTED]


def _tokens(text: str) -> Iterable[str]:
    """Between blanks and what stands between cells, with something in them that is not ASCII."""
    for mark in ',;\t"|<>()/':
        text = text.replace(mark, " ")
    return [word for word in text.split(" ") if not word.isascii()]


def _costs(word: str, languages: Collection[str]) -> Iterable[float]:
    """One for each character that is not ASCII."""
    known = set().union(*(letters_of(language) for language in languages))
    scripts = set().union(*(scripts_of(language) for language in languages))
    common = set().union(*(common_letters_of(language) for language in languages))
    has_run = _longest_run(word) >= _LONG_RUN
    own_scripts = {_script(sign) for sign in word if sign.isalpha()}
    for before, sign in zip(" " + word, word, strict=False):
        if sign.isascii():
            continue
        if not (sign.isalpha() or unicodedata.category(sign) == "Mn"):
            yield 0.0 if sign in _JOINERS else _IN_WORD
        elif len(own_scripts) > 1:
            yield _IN_WORD
        elif sign.isupper() and before.islower():
            yield _CAPITAL
        elif _script(sign) not in scripts:
            yield _OTHER_SCRIPT
        elif _script(sign) == "LATIN" and sign.casefold() not in known:
            yield _OTHER_LETTER if sign.casefold() in LATIN_LETTERS and not has_run else _OTHER_SCRIPT
        elif _script(sign) == "ARABIC" and unicodedata.normalize("NFKC", sign) not in common:
            yield _RARE
        else:
            yield 0.0


def _longest_run(word: str) -> int:
    """Of characters that are not ASCII."""
    return max(len(run) for run in "".join(" " if sign.isascii() else sign for sign in word).split(" "))


def _script(sign: str) -> str:
    """LATIN, CYRILLIC, ARABIC …: the first word of a letter's name."""
    return unicodedata.name(sign, "?").partition(" ")[0]
