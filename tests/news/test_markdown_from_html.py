"""A stored text as Markdown that gives the same text again, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from news.front_matter import read_front_matter
from news.markdown_body import body_html
from news.markdown_from_html import html_to_markdown_if_exact
from news.sanitise import sanitise
from tests.examples import examples
from tests.news.test_markdown_body import CASES

FIELDS = ("recipient_name",)


def html(markdown: str) -> str:
    return body_html(markdown, file="a.md", first_line=0, merge_fields=FIELDS)


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "Ena *beseda* in **dve**",
        "## Naslov\n\n- prva\n- druga\n  - notranja",
        "3. a\n4. b",
        "1. maja\n\n10. decembra",
        "- [ ] not yet\n- [x] done",
        "Waited[^1] long[^2].\n\n[^1]: One *night*.\n\n[^2]: Two.\n\n    And more.",
        "> Quoted\n>\n> twice",
        "| a | b |\n| --- | --- |\n| 1 | [[recipient_name\\|friend]] |",
        "Dear [[recipient_name|friend]], \\{{ not_ours }} \\{% if %} \\[[Stran]] \\`x`",
        "[Report](https://example.org/a_b_(c).pdf) <https://example.org>",
        "one\\\ntwo",
        "a\n\n---\n\nb",
        "~~old~~ 2 * 3 * 4, snake_case_name, bralci*ke",
        "- a\n\n  b\n\n- c",
        "نص عربي **مهم** مع Bilten 2026",
        "\\# no heading\n\n\\- no list\n\n\\> no quotation",
    ],
)
def test_what_was_written_in_markdown_is_shown_as_markdown(markdown: str) -> None:
    shown = html_to_markdown_if_exact(html(markdown))
    assert shown is not None
    assert html(shown) == html(markdown)


def test_it_is_markdown_as_a_person_writes_it() -> None:
    text = "## Naslov\n\nDear [[recipient_name|friend]], **dve** besedi[^1], 2 * 3.\n\n- prva\n\n[^1]: Opomba."
    assert html_to_markdown_if_exact(html(text), merge_fields=FIELDS) == text


@pytest.mark.parametrize("case", ["date.sl.md", "arabic.ar.md"])
def test_texts_of_the_cases_are_shown_as_markdown(case: str) -> None:
    stored = html(read_front_matter((CASES / case).read_text(), file=case).body)
    assert html_to_markdown_if_exact(stored) is not None


def test_a_text_from_before_the_canonical_form_is_markdown_as_well() -> None:
    assert html_to_markdown_if_exact("<p>a\nb</p><p><em><strong>c</strong></em></p>") == "a b\n\n***c***"


@pytest.mark.parametrize(
    "stored",
    [
        "<p><sup>2</sup></p>",
        "<table><tbody><tr><td><p>a</p><p>b</p></td></tr></tbody></table>",
        "<blockquote>" * 2000 + "<p>a</p>" + "</blockquote>" * 2000,
    ],
)
def test_what_markdown_cannot_say_exactly_stays_html(stored: str) -> None:
    assert html_to_markdown_if_exact(stored) is None


_PIECES = [
    "a", " ", "\n", "\n\n", "*", "**", "_", "~~", "- ", "1. ", "2. ", "> ", "# ", "[", "]", "(", ")", "|", "\\",
    "`", "[[x|y]]", "{{ z }}", "<br>", "[^1]", "\n\n[^1]: ", "https://example.org/a_b", "[l](https://example.org)",
    "| a | b |\n|---|---|\n| c | d |\n", "&amp;", "---\n", "    ", "č", "ب", "☐ ",
]  # fmt: skip


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join))
def test_whatever_is_shown_as_markdown_gives_the_stored_text_exactly(markdown: str) -> None:
    try:
        stored = html(markdown)
    except InputRefused:
        return
    shown = html_to_markdown_if_exact(stored)
    assert shown is None or html(shown) == stored


_TAGS = [
    "<p>", "</p>", "<ul>", "<ol start='4'>", "</ul>", "<li>", "<strong>", "</strong>", "<em>", "</em>", "<sup>",
    "</sup>", "<table>", "<tr>", "<td>", "<th>", "<br>", "<hr>", "<h2>", "</h2>", "<blockquote>", "</a>", "a", " ",
    "<a href='https://x.example'>", "[1]", "[1] b", "*", "[[x|y]]", "|", "\n", "&lt;b&gt;",
]  # fmt: skip


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.sampled_from(_TAGS), max_size=16).map("".join))
def test_any_sanitised_html_is_shown_exactly_or_as_itself(hostile: str) -> None:
    stored = sanitise(hostile)
    shown = html_to_markdown_if_exact(stored)
    assert shown is None or html(shown) == stored
