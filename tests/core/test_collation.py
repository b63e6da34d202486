"""Names are in the order of the alphabet of the language."""

import random

from hypothesis import given
from hypothesis import strategies as st

from core.collation import sort_key

ALPHABET = list("abcčćdđefghijklmnopqrsštuvwxyzž")


def in_order(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


def test_the_slovenian_alphabet_is_kept_in_small_and_capital_letters() -> None:
    mixed = random.Random(1).sample(ALPHABET, len(ALPHABET))
    assert in_order(mixed, "sl") == ALPHABET
    assert in_order([letter.upper() for letter in mixed], "sl-SI") == [letter.upper() for letter in ALPHABET]


def test_a_language_with_a_mark_is_with_its_letter_and_not_behind_the_alphabet() -> None:
    names = ["urdujščina", "češčina", "španščina", "cigščina", "srbščina", "tigrinjščina", "Čuvaščina"]
    ordered = ["cigščina", "češčina", "Čuvaščina", "srbščina", "španščina", "tigrinjščina", "urdujščina"]
    assert in_order(names, "sl") == ordered


def test_english_puts_a_letter_with_a_mark_beside_its_base() -> None:
    assert in_order(["Czech", "Čas", "Cebuano", "Zulu", "Übung"], "en") == [
        "Čas",
        "Cebuano",
        "Czech",
        "Übung",
        "Zulu",
    ]


def test_a_letter_counts_alike_however_it_is_composed() -> None:
    assert in_order(["cz", "c\u030ca", "d"], "sl") == ["cz", "c\u030ca", "d"]


@given(names=st.lists(st.text(max_size=8), max_size=6), language=st.sampled_from(["sl", "en", "ar"]))
def test_the_order_does_not_depend_on_where_it_began(names: list[str], language: str) -> None:
    assert in_order(names, language) == in_order(names[::-1], language)
