"""Doubts: whether a cell under a harmless title, or a name, says that somebody wants no mail. Pure.

Beside the allow-list of titles this is a second net, and nothing rests on it (`csv_answers`): it finds a no that
somebody wrote where it does not belong, and refuses that row alone.
"""

import re
from functools import lru_cache

from subscribers import answer_words, consent_words

FORMER = frozenset(
    word
    for line in (
        "bivši bivša bivše nekdanji nekdanja pokojni pokojna pokojnik umrl umrla preminil preminila izstopil",
        "izstopila izključen izključena črtan črtana arhiv former formerly ex late deceased dead left retired",
        "expelled archive archived inactive ehemalig ehemaliger ehemalige verstorben ausgetreten ancien ancienne",
        "décédé décédée deceduto deceduta antiguo fallecido fallecida",
    )
    for word in consent_words.words_of(line)
)
"""Under a title of roles: somebody is one no longer."""
_LETTER = re.compile(r"[^\W\d_]")
_STRUCK_OUT = re.compile("~~|[†‡✝❌✗✘☒🚫⛔\u0335-\u0338]")


@lru_cache(maxsize=10_000)
def may_be_no(cell: str) -> bool:
    """Whether a cell under a harmless title says so all the same. No alone does not: it is Norway."""
    is_denied = _LETTER.search(cell) is not None and (answer_words.is_denial(cell) or says_goodbye(cell))
    return is_denied or _STRUCK_OUT.search(cell) is not None


def says_goodbye(cell: str) -> bool:
    """Words in which somebody wants no more mail. The link by which they could say so is none."""
    return not cell.lstrip().lower().startswith("http") and consent_words.WANTS_OUT.are_in(cell)


@lru_cache(maxsize=10_000)
def is_name_denied(cell: str) -> bool:
    """Whether what stands in place of a name, or beside one, says no: STOP, `Bor (noče)`, `Bor NE`. Umro is a
    name, and so is No."""
    parts = [word.strip("()[]{}-,.;:*") for word in cell.split()]
    is_denied = any(answer_words.is_denial(word) for word in parts if not word.istitle())
    is_no = any(
        word.isupper() and consent_words.fold(word) in answer_words.PLAIN_NO for word in parts[1:] if word[1:]
    )
    return may_be_no(cell) or is_denied or (is_no and not parts[0].isupper())
