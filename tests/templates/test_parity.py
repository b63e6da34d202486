"""The check of parity, alone: the plain text has the links, the numbers and nearly all that the html says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.checks.parity import MAY_DIFFER, check_parity
from templates.content import RenderedMail
from templates.html_facts import read_html

LETTERS = st.text("abcčdefghijklmnoprsštuvzž", min_size=3, max_size=9)


def codes(html: str, text: str) -> list[str]:
    rendered = RenderedMail(subject="", preheader="", html=html, text=text)
    return [finding.code.removeprefix("templates-check-") for finding in check_parity(rendered, read_html(html))]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        ('<a href="https://x.example">here</a>', "here: https://x.example", []),
        ('<a href="https://x.example">here</a>', "here", ["text-without-link"]),
        ('<a href="[[unsubscribe_url]]">leave</a>', "leave", []),
        ('<a href="tel:+38612345678">call</a>', "call (+38612345678)", []),
        ("<p>600 people, 1,200.50 of them</p>", "600 people, 1,200.50 of them", []),
        ("<p>600 people</p>", "many people", ["text-without-number"]),
    ],
)
def test_what_the_text_lacks_is_named(html: str, text: str, expected: list[str]) -> None:
    assert codes(html, text) == expected


@given(st.lists(LETTERS, max_size=40, unique=True), st.integers(0, 40))
def test_a_few_words_may_differ_and_not_more(tokens: list[str], kept: int) -> None:
    text = " ".join(tokens[:kept])
    lacks = len(tokens) - len(tokens[:kept])
    assert codes(f"<p>{' '.join(tokens)}</p>", text.upper()) == (["text-says-less"] if lacks > MAY_DIFFER else [])
