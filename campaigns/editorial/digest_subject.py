"""Subject of a digest: what is in it, as much as an inbox shows, and how much more there is. Pure.

What staff want around that is a pattern, `This week: {titles}`; one without `{titles}` is the whole subject.
"""

from collections.abc import Sequence

from campaigns.editorial.draft import SUBJECT_LENGTH
from campaigns.editorial.preheader import shortened
from core.errors import InputRefused
from core.i18n import Texts

MIN_FIRST = 30
"""Characters of the first title that stay, whatever stands beside it."""
MAX_AROUND = 30
"""Characters around the titles, so that what stays of them is never longer than an inbox shows."""
TITLES = "{titles}"
_BRACES = ("{", "}")


def check_subject_pattern(written: str) -> str:
    """On one line; empty: the titles alone. Raises InputRefused for one that is too long, or has the titles twice
    or something else in braces."""
    pattern = " ".join(written.split())
    around = pattern.replace(TITLES, "", 1)
    limit = SUBJECT_LENGTH if around == pattern else MAX_AROUND
    if len(around) > limit or not pattern.isprintable() or any(brace in around for brace in _BRACES):
        raise InputRefused("campaigns-digest-subject", limit=limit)
    return pattern


def digest_subject(titles: Sequence[str], language: str, texts: Texts, *, pattern: str = "") -> str:
    """`600 people are missing · Housing report · 3 more`: whole titles, in their order, as long as they fit, and
    the number of the others. Only the first is shortened, where it is too long by itself."""
    before, place, after = (pattern or TITLES).partition(TITLES)
    if not place:
        return before
    room = SUBJECT_LENGTH - len(before) - len(after)
    return before + _titles(titles, room, language, texts) + after


def _titles(titles: Sequence[str], room: int, language: str, texts: Texts) -> str:
    for shown in range(len(titles), 0, -1):
        named = " · ".join(titles[:shown]) + _more(len(titles) - shown, language, texts)
        if len(named) <= room:
            return named
    others = _more(len(titles) - 1, language, texts)
    return shortened(titles[0], max(MIN_FIRST, room - len(others))) + others


def _more(count: int, language: str, texts: Texts) -> str:
    return f" · {texts.text(language, 'templates-digest-more', count=count)}" if count else ""
