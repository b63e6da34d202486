"""What a PDF shows and says, and that rubbish shows and says nothing."""

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from news.read_pdf import COVER_WIDTH, MOST_TEXT, cover_of, words_of
from tests.news.making import a_pdf, a_written_pdf


def test_the_cover_is_the_first_page() -> None:
    drawn = cover_of(a_pdf(pages=3))
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.format == "PNG"
        assert image.width == COVER_WIDTH


def test_the_words_are_those_of_all_pages_in_their_order() -> None:
    text = words_of(a_written_pdf("Adequate housing", "for migrants"))
    assert text == "Adequate housing\n\nfor migrants"


def test_a_pdf_without_text_says_nothing() -> None:
    assert words_of(a_pdf(pages=2)) == ""


def test_no_more_is_read_than_anyone_reads() -> None:
    assert len(words_of(a_written_pdf(*(["word " * 2_000] * 40)))) <= MOST_TEXT


@given(st.binary(max_size=400))
def test_rubbish_has_no_cover_and_no_words(rubbish: bytes) -> None:
    for data in (rubbish, b"%PDF-1.7\n" + rubbish + b"\n%%EOF"):
        assert cover_of(data) is None
        assert words_of(data) == ""


@given(st.integers(0, 400), st.binary(min_size=1, max_size=20))
def test_a_damaged_pdf_is_read_or_left(place: int, damage: bytes) -> None:
    whole = a_written_pdf("Adequate housing")
    data = whole[:place] + damage + whole[place + len(damage) :]
    assert cover_of(data) is None or cover_of(data)
    assert isinstance(words_of(data), str)
