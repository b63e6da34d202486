"""The difference by words: both texts are all in it, and only what changed is marked."""

from hypothesis import given
from hypothesis import strategies as st

from news.word_difference import MAX_WORDS, WordChange, readable, word_difference

TEXTS = st.text(st.sampled_from("ab .\n"), max_size=60)


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost(before: str, after: str) -> None:
    changes = word_difference(before, after)
    assert "".join(change.before for change in changes) == before
    assert "".join(change.after for change in changes) == after


def test_a_word_that_changed_is_marked_alone() -> None:
    assert word_difference("600 people are missing", "610 people are missing") == [
        WordChange("600", "610"),
        WordChange(" people are missing", " people are missing"),
    ]


def test_words_side_by_side_are_one_change() -> None:
    changes = word_difference("It was a dark night.", "It was no bright day.")
    assert [change for change in changes if not change.is_same] == [WordChange("a dark night", "no bright day")]


def test_a_very_long_paragraph_is_compared_whole() -> None:
    before, after = "a " * MAX_WORDS, "b " * MAX_WORDS
    assert word_difference(before, after) == [WordChange(before, after)]


def test_html_is_compared_by_its_words_and_where_its_links_lead() -> None:
    html = '<p>One &amp; <a href="https://x.example/">two</a></p>\n<ul>\n<li>three</li>\n</ul>'
    assert readable(html) == "One & two (https://x.example/)\nthree"
