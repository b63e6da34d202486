"""Subject of a digest: what is in it, as much as an inbox shows, and how much more there is. Pure."""

from collections.abc import Sequence

from campaigns.editorial.draft import SUBJECT_LENGTH
from campaigns.editorial.preheader import shortened
from core.i18n import Texts

MIN_FIRST = 30
"""Characters of the first title that stay, whatever stands beside it."""


def digest_subject(titles: Sequence[str], language: str, texts: Texts) -> str:
    """`600 people are missing · Housing report · 3 more`: whole titles, in their order, as long as they fit, and
    the number of the others. Only the first is shortened, where it is too long by itself."""
    for shown in range(len(titles), 0, -1):
        subject = _subject(titles[:shown], len(titles) - shown, language, texts)
        if len(subject) <= SUBJECT_LENGTH:
            return subject
    others = _more(len(titles) - 1, language, texts)
    first = shortened(titles[0], max(MIN_FIRST, SUBJECT_LENGTH - len(others)))
    return first + others


def _subject(shown: Sequence[str], others: int, language: str, texts: Texts) -> str:
    return " · ".join(shown) + _more(others, language, texts)


def _more(count: int, language: str, texts: Texts) -> str:
    return f" · {texts.text(language, 'templates-digest-more', count=count)}" if count else ""
