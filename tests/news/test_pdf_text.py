"""A PDF by paragraphs: lines are joined where a margin ended them, and stay apart where a writer did."""

from pathlib import Path

import pytest

from core.errors import InputRefused
from news.extraction.pdf_lines import Line
from news.extraction.pdf_text import _paragraphs, _without_margins, pdf_text
from tests.news.making import a_pdf, a_written_pdf

LIBREOFFICE = (Path(__file__).parent / "cases" / "izjava.pdf").read_bytes()


def line(text: str, *, right: float = 500, step: float = 14, size: float = 12, left: float = 50) -> Line:
    return Line(text, size, left, right, step)


def joined(*lines: Line) -> list[str]:
    return [paragraph.text for paragraph in _paragraphs(lines)]


def test_a_pdf_of_libreoffice_has_its_title_headings_points_and_paragraphs() -> None:
    facts, html = pdf_text(LIBREOFFICE)
    assert facts == {"title": "Pogrešanih je 600 ljudi", "left_out": []}
    for part in (
        "<h2>Kaj zahtevamo</h2>",
        "<li>varne poti.</li>",
        "<p>1. prvi seznam,</p>\n<p>2. drugi seznam.</p>",
    ):
        assert part in html
    assert "ribiška ladja, na kateri je bilo po pričevanjih preživelih približno 750 ljudi. Obalna" in html


def test_a_line_that_the_margin_ended_goes_on_and_one_that_ended_early_does_not() -> None:
    full, short = line("They called for hours and"), line("nobody came.", right=180)
    assert joined(full, short, line("Then it was day.")) == [
        "They called for hours and nobody came.",
        "Then it was day.",
    ]


def test_a_gap_or_another_size_begins_a_paragraph() -> None:
    lines = [line("One"), line("two"), line("three"), line("four", step=30), line("five", size=16)]
    assert joined(*lines) == ["One two three", "four", "five"]


def test_a_word_that_was_cut_is_joined() -> None:
    assert joined(line("They disap-"), line("peared at sea.")) == ["They disappeared at sea."]
    assert joined(line("The EU-"), line("Turkey statement.")) == ["The EU-Turkey statement."]


def test_heads_feet_and_numbers_of_pages_go() -> None:
    texts = [[f"The {n}. page", "Again", "and again", f"Its {n}. end."] for n in range(1, 5)]
    pages = [
        [line("Info Kolpa"), line("Report"), *map(line, text), line("kolpa.example"), line(f"Page {n}")]
        for n, text in enumerate(texts)
    ]
    assert [each.text for each in _without_margins(pages)] == [each for text in texts for each in text]


def test_a_pdf_without_words_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        pdf_text(a_pdf())
    assert refused.value.code == "news-pdf-no-words"


def test_what_looks_like_html_is_text() -> None:
    assert "&lt;script&gt;" in pdf_text(a_written_pdf("<script>alert 7</script>"))[1]
