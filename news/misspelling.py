"""Typographical errors (Damerau-Levenshtein distance): whether one word is the other, mistyped. Pure.

Whoever mistypes a word hits its first letter (Pollock and Zamora, 1984: in more than nine of ten cases), and makes
one error, of a letter left out, doubled, swapped or hit beside (Damerau, 1964: in four of five); in a long one,
two. What begins with another letter is another word: so are the opposites that one letter or prefix makes (hočemo
and nočemo, imamo and nimamo, legal and illegal, imigranti and emigranti, می‌شود and نمی‌شود).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_SHORT = 3
"""Up to so many letters, another letter makes another word; only two that changed places do not."""
_MIDDLE = 5
"""Up to so many, only a vowel stands in for another: Gazi and Gaze, but not Iran and Irak."""
_LONG = 9
"""From so many letters on, two errors."""
_MOST = 2
"""More errors than these are not counted."""
_TOO_MANY = _MOST + 1
_VOWELS = frozenset("aeiouy")

IsFact = Callable[[str], bool]
"""Whether a word is one in which no letter is a slip: a number, a month, a day."""


def is_misspelling(word: str, other: str) -> bool:
    """Of folded words. The same either way round."""
    if word == other or not word or not other:
        return word == other
    is_swapped = word[:2] == other[1::-1]
    if word[0] != other[0] and not is_swapped:
        return False
    longest, errors = max(len(word), len(other)), count_errors(word, other)
    if word[0] != other[0] and errors > 1:
        return False
    if longest <= _SHORT:
        return errors == 1 and sorted(word) == sorted(other)
    if longest <= _MIDDLE:
        return errors == 1 and not _has_another_letter(word, other)
    return errors <= (2 if longest >= _LONG else 1)


def count_errors(word: str, other: str) -> int:
    """Of letters left out, put in, hit beside, or swapped with the next (optimal string alignment): the fewest
    that make one word the other, or one more than count. Takes as long as the words are, not their product."""
    if abs(len(word) - len(other)) > _MOST:
        return _TOO_MANY
    before: dict[int, int] = {}
    above = {column: column for column in range(_MOST + 1)}
    for i, letter in enumerate(word, 1):
        row = {0: i}
        for j in range(max(1, i - _MOST), min(len(other), i + _MOST) + 1):  # further off, there are more
            same = above.get(j - 1, _TOO_MANY) + (letter != other[j - 1])
            row[j] = min(same, above.get(j, _TOO_MANY) + 1, row.get(j - 1, _TOO_MANY) + 1)
            if j > 1 and i > 1 and letter == other[j - 2] and word[i - 2] == other[j - 1]:
                row[j] = min(row[j], before.get(j - 2, _TOO_MANY) + 1)
        before, above = above, row
    return min(above[len(other)], _TOO_MANY)


def mended(tokens: Sequence[str], earlier: Sequence[str], is_fact: IsFact) -> tuple[str, ...]:
    """`tokens`, each as it is spelled in `earlier`, where that word stands in its place and is mistyped in one of
    them. A word written in two is one."""
    result: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, tokens, earlier, autojunk=False).get_opcodes():
        own, theirs = tokens[a:b], earlier[c:d]
        if kind == "replace" and "".join(own) == "".join(theirs):
            result += theirs
        elif kind == "replace":
            result += _spelled_like(own, theirs, is_fact)
        else:
            result += own
    return tuple(result)


def _spelled_like(own: Sequence[str], theirs: Sequence[str], is_fact: IsFact) -> list[str]:
    left = Counter(word for word in theirs if not is_fact(word))
    result = []
    for word in own:
        like = next((other for other in left if is_misspelling(word, other)), None)
        if like is None or is_fact(word):
            result.append(word)
            continue
        left -= Counter([like])
        result.append(like)
    return result


def _has_another_letter(word: str, other: str) -> bool:
    """Of two words with one error: whether it is a letter instead of another, and not a vowel instead of one."""
    if len(word) != len(other):
        return False
    pairs = [pair for pair in zip(word, other, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and not set(pairs[0]) <= _VOWELS
