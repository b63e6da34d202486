"""Errors of typing are counted as Damerau counts them, and what is a slip depends on how long the word is."""

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from news.misspelling import count_errors, is_misspelling
from tests.examples import examples

WORDS = st.text("abcč", max_size=8)


def fewest(word: str, other: str) -> int:
    """Of optimal string alignment, as its definition says it."""

    @cache
    def of(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        best = min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (word[i - 1] != other[j - 1]))
        if i > 1 and j > 1 and word[i - 1] == other[j - 2] and word[i - 2] == other[j - 1]:
            best = min(best, of(i - 2, j - 2) + 1)
        return best

    return of(len(word), len(other))


@settings(max_examples=examples(500))
@given(WORDS, WORDS)
@example("", "")
@example("ca", "abc")  # where a swap and a letter put in between would be two; aligned, they are three
@example("abba", "baab")
def test_errors_are_counted_as_the_definition_says(word: str, other: str) -> None:
    assert count_errors(word, other) == min(3, fewest(word, other)) == count_errors(other, word)


@settings(max_examples=examples(100))
@given(WORDS, WORDS)
def test_a_slip_is_one_either_way_round(word: str, other: str) -> None:
    assert is_misspelling(word, other) == is_misspelling(other, word)


@pytest.mark.parametrize(
    ("word", "other", "is_slip"),
    [
        ("ljubljana", "ljubjana", True),
        ("novemberr", "november", True),
        ("vlada", "lvada", True),
        ("gazi", "gaze", True),
        ("iran", "irak", False),
        ("imamo", "nimamo", False),
        ("legal", "illegal", False),
        ("za", "az", True),
        ("za", "na", False),
        ("zagotovilo", "zagtoviol", True),
        ("", "a", False),
    ],
)
def test_what_is_a_slip(word: str, other: str, is_slip: bool) -> None:
    assert is_misspelling(word, other) is is_slip


def test_a_word_of_a_hundred_thousand_letters_takes_no_longer_than_it_is() -> None:
    word = "ab" * 50_000
    assert count_errors(word, f"{word[:-1]}c") == 1
    assert count_errors(word, word[1:]) == 1
