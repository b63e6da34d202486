"""Near-duplicate detection (w-shingling of long texts, word alignment of short ones): whether a text is an
earlier one in which a word was put right. Pure.

A long text says enough by its letters. A short one has to be weighed word by word: a weekly invitation differs
from the last one in its date alone, and an appeal against a judgment from one for it in a verb, and both are news.
So where a folder holds both, only spelling may differ in a short one, or words that were added or left out: nobody
who mends a text leaves the wrong one beside it.
"""

import html
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from typing import Any, Self

from news.calendar_words import counts, is_in_the_calendar
from news.fingerprints import FIELDS, LATER_FIELDS, MIN_LETTERS
from news.fold_words import folded_words, without_update_note
from news.misspelling import mended

SHINGLE = 8
SAME_SHARE = 0.8
SAME_SHARE_OF_TITLE = 0.6
"""One word in three may be another; of two words, none."""
MIN_WORDS = 8
"""Under another title, fewer words in common are a phrase that anybody uses: "Read our new issue."."""
ALIKE_IN_LETTERS = 0.6
MAX_LETTERS = 20_000
"""Of a body or a PDF: who changes a word leaves its beginning."""
_OCCASION = ("starts", "ends", "deadline")
"""What makes the same words an invitation to something else."""
_REST = tuple(
    name for name in (*FIELDS, *LATER_FIELDS) if name not in ("title", "body_html", "counted_on", *_OCCASION)
)
_WORD = re.compile(
    # Scripts that put no spaces between words are taken letter by letter.
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+"
)
_LETTER_FOR_LETTER = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PARTICLE = 2
"""Words of so many letters may stand for each other (v and na, s and z), but for those of `NEGATIONS`."""
NEGATIONS = frozenset(map(folded_words, (
    "ne", "ni", "nisem", "nisi", "nismo", "niste", "niso", "nič", "nikoli", "nihče", "brez", "nije", "nisu", "bez",
    "no", "not", "never", "none", "nobody", "nothing", "without", "cannot", "nor", "non", "pas", "sans", "mai",
    "nicht", "kein", "keine", "nie", "ohne", "не", "нет", "без",
    "لا", "لم", "لن", "ليس", "ليست", "ما", "بدون", "دون", "غير", "نه", "هیچ", "نیست", "نیستند", "بی",
)))  # fmt: skip
"""With one of these more or less, the same words say the opposite."""


@dataclass(frozen=True, slots=True)
class ComparableText:
    """A text as it is compared: its words, folded."""

    language: str
    title: tuple[str, ...]
    body: str
    """Letters and digits, at most `MAX_LETTERS` of them."""
    tokens: tuple[str, ...]
    """Of everything but the title."""
    occasion: tuple[str, ...]
    pdf: str
    folder: int | None
    """The source whose files say it now, if any do."""

    @classmethod
    def of(cls, values: Mapping[str, Any], *, language: str, pdf: str = "", folder: int | None = None) -> Self:
        """`values`: the columns of a `NewsText` and its details. `pdf`: as for `fingerprints`."""
        body = without_update_note(str(values.get("body_html") or "")[: 4 * MAX_LETTERS])
        rest = " ".join([body, *(str(values[name]) for name in _REST if values.get(name))])
        return cls(
            language=language,
            title=folded_tokens(str(values.get("title") or "")),
            body=folded_words(body)[:MAX_LETTERS],
            tokens=folded_tokens(rest),
            occasion=tuple(str(values.get(name) or "") for name in _OCCASION),
            pdf=pdf[:MAX_LETTERS],
            folder=folder,
        )


def folded_tokens(text: str) -> tuple[str, ...]:
    plain = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    return tuple(filter(None, map(folded_words, _WORD.findall(plain))))


def is_nearly_the_same(text: ComparableText, earlier: ComparableText) -> bool:
    """Whether readers of `earlier` would say that they have had `text`, but for a slip, or a word or two.

    Never where an event's or an appeal's date is another, where their PDFs are, or where one number, month or day
    of the week in the titles is: what comes every week has the same words.
    """
    if text.language != earlier.language or text.occasion != earlier.occasion:
        return False
    if not are_titles_alike(text.title, earlier.title, text.language) or not _is_nearly_the_same_pdf(
        text, earlier
    ):
        return False
    text = replace(text, title=_mended(text.title, earlier.title, text.language))
    if min(len(text.body), len(earlier.body)) >= MIN_LETTERS:
        is_same = _is_nearly_the_same_letters(text.body, earlier.body)
    else:
        is_same = _are_nearly_the_same_words(text, earlier)
    return is_same and not _is_about_another(text, earlier)


def are_titles_alike(title: Sequence[str], earlier: Sequence[str], language: str) -> bool:
    """Whether the titles are the same but for spelling or a word, and that word does not count something."""
    title = _mended(title, earlier, language)
    if title == tuple(earlier):
        return True
    if _share(title, earlier) < SAME_SHARE_OF_TITLE:
        return False
    return not any(counts(word, language) for word in _changed(title, earlier))


def _mended(tokens: Sequence[str], earlier: Sequence[str], language: str) -> tuple[str, ...]:
    return mended(tokens, earlier, partial(counts, language=language))


def _are_nearly_the_same_words(text: ComparableText, earlier: ComparableText) -> bool:
    text = replace(text, tokens=_mended(text.tokens, earlier.tokens, text.language))
    least = 0 if text.title == earlier.title else MIN_WORDS
    whole, earlier_whole = (*text.title, *text.tokens), (*earlier.title, *earlier.tokens)
    if min(len(text.tokens), len(earlier.tokens)) < least or _share(whole, earlier_whole) < SAME_SHARE:
        return False
    if _share(text.tokens, earlier.tokens) < SAME_SHARE_OF_TITLE:
        return False
    are_side_by_side = text.folder is not None and text.folder == earlier.folder
    if are_side_by_side and _says_something_else(whole, earlier_whole):
        return False
    return not _has_another_date(text, earlier)


def _says_something_else(tokens: Sequence[str], earlier: Sequence[str]) -> bool:
    """Whether words stand in place of others, wherever they stand, or one that turns a sentence round came or
    went."""
    new, gone = Counter(tokens) - Counter(earlier), Counter(earlier) - Counter(tokens)
    if (new.keys() | gone.keys()) & NEGATIONS:
        return True
    return any(map(_says_something, new)) and any(map(_says_something, gone))


def _says_something(word: str) -> bool:
    return (len(word) > _PARTICLE or any(map(str.isdigit, word))) and not _LETTER_FOR_LETTER.match(word)


def _has_another_date(text: ComparableText, earlier: ComparableText) -> bool:
    """Whether a day of the week or a month is another, or a number beside a month."""
    return any(
        _is_in_a_date(tokens, at, text.language)
        for tokens, changed in _changed_places(text.tokens, earlier.tokens)
        for at in changed
    )


def _is_in_a_date(tokens: Sequence[str], at: int, language: str) -> bool:
    if is_in_the_calendar(tokens[at], language):
        return True
    neighbours = [tokens[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(tokens)]
    return tokens[at].isdigit() and any(
        is_in_the_calendar(word, language) or word.isdigit() for word in neighbours
    )


def _is_about_another(text: ComparableText, earlier: ComparableText) -> bool:
    """The same phrases about another place or person: a word of the title was replaced, by one that is not spelled
    like it, and so it was in the text."""
    for new, old in _replaced(text.title, earlier.title):
        if SequenceMatcher(None, new, old, autojunk=False).ratio() >= ALIKE_IN_LETTERS:
            continue
        if new in text.tokens and old in earlier.tokens and new not in earlier.tokens and old not in text.tokens:
            return True
    return False


def _replaced(tokens: Sequence[str], earlier: Sequence[str]) -> list[tuple[str, str]]:
    return [
        pair
        for kind, a, b, c, d in SequenceMatcher(None, tokens, earlier, autojunk=False).get_opcodes()
        if kind == "replace"
        for pair in zip(tokens[a:b], earlier[c:d], strict=False)
    ]


def _changed(tokens: Sequence[str], earlier: Sequence[str]) -> list[str]:
    return [own[at] for own, places in _changed_places(tokens, earlier) for at in places]


def _changed_places(tokens: Sequence[str], earlier: Sequence[str]) -> list[tuple[Sequence[str], range]]:
    opcodes = SequenceMatcher(None, tokens, earlier, autojunk=False).get_opcodes()
    changes = [opcode for opcode in opcodes if opcode[0] != "equal"]
    return [
        *((tokens, range(a, b)) for _, a, b, _, _ in changes),
        *((earlier, range(c, d)) for _, _, _, c, d in changes),
    ]


def _share(tokens: Sequence[str], others: Sequence[str]) -> float:
    """Of the longer one, how much stands in both in the same order."""
    longest = max(len(tokens), len(others))
    if not longest:
        return 1.0
    if min(len(tokens), len(others)) < SAME_SHARE_OF_TITLE * longest:
        return 0.0
    matcher = SequenceMatcher(None, tokens, others, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / longest


def _is_nearly_the_same_pdf(text: ComparableText, earlier: ComparableText) -> bool:
    if text.pdf == earlier.pdf:
        return True
    is_long = min(len(text.pdf), len(earlier.pdf)) >= MIN_LETTERS
    return is_long and _is_nearly_the_same_letters(text.pdf, earlier.pdf)


def _is_nearly_the_same_letters(text: str, other: str) -> bool:
    """Whether four fifths of both are the same, by all runs of `SHINGLE` letters."""
    shared = _shingles(text) & _shingles(other)
    return shared.total() >= SAME_SHARE * (max(len(text), len(other)) - SHINGLE + 1)


def _shingles(text: str) -> Counter[str]:
    return Counter(text[place : place + SHINGLE] for place in range(len(text) - SHINGLE + 1))
