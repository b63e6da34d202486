"""A digest's subject says what is in it, and is no longer than an inbox shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.editorial.digest_subject import MAX_AROUND, check_subject_pattern, digest_subject
from campaigns.editorial.draft import SUBJECT_LENGTH
from core.errors import InputRefused
from templates.render import reader_texts

TITLES = [
    "600 people are missing",
    "Housing report",
    "A",
    "B",
    "A title that is too long beside the others",
]


def test_it_names_what_fits_and_counts_the_others() -> None:
    assert digest_subject(TITLES[:1], "en", reader_texts()) == "600 people are missing"
    assert digest_subject(TITLES[:2], "en", reader_texts()) == "600 people are missing · Housing report"
    assert digest_subject(TITLES, "en", reader_texts()).endswith(" · Housing report · A · B · 1 more")
    assert digest_subject([*TITLES, "C"], "sl", reader_texts()).endswith(" · A · B · še 2 novici")


def test_a_first_title_that_is_too_long_is_cut_between_words() -> None:
    subject = digest_subject(["word " * 40, "another"], "en", reader_texts())
    assert subject.endswith("word… · 1 more")
    assert len(subject) <= SUBJECT_LENGTH


def test_what_stands_around_the_titles_leaves_room_for_them() -> None:
    def subject(pattern: str, titles: list[str]) -> str:
        return digest_subject(titles, "en", reader_texts(), pattern=check_subject_pattern(pattern))

    assert subject(" This  week: {titles}! ", TITLES[:2]) == "This week: 600 people are missing · Housing report!"
    assert subject("The week at the river", TITLES) == "The week at the river"
    assert subject("", TITLES[:1]) == TITLES[0]
    for wrong in ("{titles} {titles}", "{number}", "}", "w" * 31 + "{titles}", "w" * 76, "\u202e{titles}"):
        with pytest.raises(InputRefused):
            check_subject_pattern(wrong)


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=90), min_size=1, max_size=40),
    st.sampled_from(["en", "sl", "ar", "fa", "hr"]),
    st.sampled_from(["", "w" * MAX_AROUND]),
)
def test_it_is_never_longer_and_never_empty(titles: list[str], language: str, before: str) -> None:
    subject = digest_subject(titles, language, reader_texts(), pattern=before + "{titles}")
    assert 0 < len(subject) <= SUBJECT_LENGTH
    assert subject.removeprefix(before)[:20].startswith(titles[0][:20])
