"""Quotation marks, alone: each language has its own, and an author's stay."""

import pytest

from templates.quotation import quoted


@pytest.mark.parametrize(
    ("language", "shown"),
    [("sl", "»Ne.«"), ("sl-SI", "»Ne.«"), ("en", "“Ne.”"), ("ar", "«Ne.»"), ("fa", "«Ne.»"), ("de", "„Ne.“")],
)
def test_a_quotation_has_the_marks_of_its_language(language: str, shown: str) -> None:
    assert quoted("Ne.", language) == shown


@pytest.mark.parametrize("text", ["»Ne.«", "“Ne.”", "„Ne.“", ""])
def test_marks_that_the_author_has_set_are_kept(text: str) -> None:
    assert quoted(text, "en") == text
