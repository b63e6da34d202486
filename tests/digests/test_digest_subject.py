"""A digest's subject says what is in it, and is no longer than an inbox shows."""

from hypothesis import given
from hypothesis import strategies as st

from campaigns.editorial.digest_subject import digest_subject
from campaigns.editorial.draft import SUBJECT_LENGTH
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


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=90), min_size=1, max_size=40),
    st.sampled_from(["en", "sl", "ar", "fa", "hr"]),
)
def test_it_is_never_longer_and_never_empty(titles: list[str], language: str) -> None:
    subject = digest_subject(titles, language, reader_texts())
    assert 0 < len(subject) <= SUBJECT_LENGTH
    assert subject[:20].startswith(titles[0][:20])
