"""Doubts about unknown columns: whether a cell under a title that no table has may well say no.

Pure. Titles and words are judged by their stems (`consent_words`); whole columns are judged in `csv_answers`.
"""

from collections.abc import Iterable
from functools import lru_cache

from subscribers import answer_words, consent_words
from subscribers.csv_noes import BLANKS, FALSE, SMELLS, TICKS, TRUE, WORDS, YES_WORDS, letters, split_words

_SMELLS_OF_YES = (
    "optin", "optedin", "consent", "newsletter", "gdpr", "wantsmail", "listsub", "soglas", "privol", "prijav",
)  # fmt: skip
"""In a title, a cell that says no to it may be the person's no."""
_ACTIVE = frozenset({"active", "isactive"})
"""The same, as the whole title: Substack's active_subscription is about money."""
_SAYS_NO = (
    "unsubscribed", "bybounces", "byuser", "byadmin", "optedout", "blocklisted", "blacklisted", "neversubscribed",
    "notsubscribed", "nonsubscribed", "notoptedin", "nomail", "suspended",
)  # fmt: skip
_STATUS_NOUNS = frozenset((
    "status", "state", "stanje", "subscription", "subscriptions", "consent", "soglasje", "privolitev",
))  # fmt: skip
"""A title that ends with one of these may well say who is written to and who is not."""
_PLACES = frozenset((
    "province", "region", "country", "county", "city", "address", "pokrajina", "regija", "država", "kraj",
))  # fmt: skip
_MONEY = "activesubscription"
"""Substack: false for whoever pays nothing."""
_HARMLESS = frozenset({"marketingcontact"})
"""HubSpot's word for who may be written to, beside the property that says who said no."""


def smells_of_no(titles: Iterable[str]) -> list[str]:
    """Those of the unknown titles that may well say who said no."""
    return [title for title in titles if any(smell in letters(title) for smell in SMELLS)]


@lru_cache(maxsize=1_000)
def is_read(title: str) -> bool:
    """Whether the title of an unknown column tells `may_be_no` what each of its cells means."""
    about = consent_words.read_title(title)
    return about.ends or about.needs_yes or bool(smells_of_no([title])) or _is_like_status(title)


@lru_cache(maxsize=1_000)
def is_like_yes(title: str) -> bool:
    """Whether a no under it is the person's, and what else stands there need not be a yes."""
    name = letters(title)
    return name in _ACTIVE or any(smell in name for smell in _SMELLS_OF_YES)


@lru_cache(maxsize=10_000)
def may_be_no(title: str, cell: str) -> bool:
    """Whether a cell of a column that nobody knows may well say no: then its row is not taken for a yes. Under a
    title of leaving, whatever is not empty or a no; under one that asks for consent, whatever is no yes."""
    about, name, word = consent_words.read_title(title), letters(title), letters(cell)
    if about.ends or any(smell in name for smell in SMELLS):
        return not _is_none(cell)
    if (
        says_goodbye(cell)
        or (answer_words.is_goodbye(cell) and not _is_link(cell))
        or word in WORDS
        or word.startswith(_SAYS_NO)
    ):
        return True
    is_denied = cell.strip() == "-1" or (word in FALSE and word != "") or answer_words.is_denial(cell)
    if is_denied and (about.asks or is_like_yes(title)):
        return not about.is_other
    if about.needs_yes:
        return not (_is_plain_yes(cell) or (word == "1" and not _is_like_status(title)))
    return name != _MONEY and _is_like_status(title) and word != "" and not _is_plain_yes(cell)


def says_goodbye(cell: str) -> bool:
    """Words in which somebody wants no more mail. The link by which they could say so is none."""
    return not _is_link(cell) and consent_words.WANTS_OUT.are_in(cell)


def _is_link(cell: str) -> bool:
    return cell.lstrip().lower().startswith("http")


def _is_none(cell: str) -> bool:
    word = letters(cell)
    return set(cell) <= BLANKS or (word != "" and word in FALSE) or set(word) == {"0"}


@lru_cache(maxsize=1_000)
def _is_like_status(title: str) -> bool:
    nouns = split_words(title)
    return bool(nouns) and nouns[-1] in _STATUS_NOUNS and not _PLACES.intersection(nouns)


def _is_plain_yes(cell: str) -> bool:
    """A code (1, 2, 3) is none: each system counts in its own way. A moment is: it says since when."""
    word = letters(cell)
    if word in YES_WORDS or word in TRUE or word in _HARMLESS or set(cell.strip()) & TICKS:
        return True
    tokens = consent_words.words_of(cell)
    if not tokens or not consent_words.NO_WORDS.isdisjoint(tokens) or consent_words.ENDS.are_in(cell):
        return False
    return consent_words.SAID_YES.is_word(tokens[0]) or sum(sign.isdigit() for sign in word) >= 6
