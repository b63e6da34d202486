"""Outside text arrives as exactly the characters it has, in every place, and is never run."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.content import Document, Item, Quotation
from templates.escape import carriable
from templates.html_facts import HtmlFacts, read_html
from templates.merge import compile_html, compile_text, escape_literal
from templates.render import render
from tests.examples import examples
from tests.templates import samples

VALUES = {
    "recipient_name": "Ana",
    "unsubscribe_url": "https://bulletin.example.org/u/1",
    "preferences_url": "https://bulletin.example.org/preferences/1",
}
MARKS = "[[recipient_name]] {{ 7*7 }} {% raw %} {# x #} [[ [[[]] ${x} <b>&amp;</b> \"'"
awkward = st.text(
    st.sampled_from("[]{}|%#<>&\"'=/ ab\nšع\u202e") | st.characters(codec="utf-8"), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()))


def _with(text: str, change: Callable[[Item, str], Item]) -> Document:
    return replace(samples.STATEMENT_EN, blocks=(change(samples.SHIPWRECK, text),))


PLACES: dict[str, Callable[[str], Document]] = {
    "title": lambda t: _with(t, lambda b, x: replace(b, title=x)),
    "summary": lambda t: _with(t, lambda b, x: replace(b, summary=x)),
    "body": lambda t: _with(t, lambda b, x: replace(b, body_html=f"<p>{escape(x)}</p>")),
    "quote": lambda t: _with(t, lambda b, x: replace(b, quotation=Quotation(x, "A survivor"))),
    "quote_source": lambda t: _with(t, lambda b, x: replace(b, quotation=Quotation("Words.", x))),
    "list": lambda t: replace(samples.STATEMENT_EN, list_name=t),
    "other lists": lambda t: replace(samples.STATEMENT_EN, other_lists=(t,)),
    "brand": lambda t: replace(samples.STATEMENT_EN, brand=replace(samples.BRAND, name=t)),
    "bulletin": lambda t: replace(samples.BULLETIN_SL, blocks=(replace(samples.MIRROR, title=t),)),
    "subject": lambda t: replace(samples.STATEMENT_EN, subject=escape_literal(t)),
    "preheader": lambda t: replace(samples.STATEMENT_EN, preheader=escape_literal(t)),
}
in_every_place = pytest.mark.parametrize("place", PLACES)


def squeezed(text: str) -> str:
    return "".join(carriable(text).split())


def read(document: Document) -> HtmlFacts:
    return read_html(compile_html(render(document).html).merge(VALUES))


@cache
def expected_at(place: str) -> HtmlFacts:
    return read(PLACES[place]("PLACEHOLDER"))


@in_every_place
def test_the_marks_of_both_phases_arrive_as_characters(place: str) -> None:
    rendered = render(PLACES[place](MARKS))
    if place != "subject":
        assert squeezed(MARKS) in squeezed(read(PLACES[place](MARKS)).text)
    if place in ("subject", "preheader"):
        assert compile_text(getattr(rendered, place)).merge(VALUES) == MARKS
    else:
        merged = compile_text(rendered.text).merge(VALUES)
        assert squeezed(MARKS) in squeezed(merged.replace("\n> ", "\n"))


@in_every_place
@given(text=awkward)
@settings(max_examples=examples(15), deadline=None)
def test_a_reader_of_the_html_sees_any_text_and_nothing_else(place: str, text: str) -> None:
    shown, expected = read(PLACES[place](text)), expected_at(place)
    assert squeezed(shown.text) == squeezed(expected.text).replace("PLACEHOLDER", squeezed(text))
    assert (shown.links, shown.images) == (expected.links, expected.images)


@pytest.mark.parametrize("place", ["title", "summary", "body", "list", "brand"])
@given(text=awkward)
@settings(max_examples=examples(15), deadline=None)
def test_a_reader_of_the_text_part_sees_any_text(place: str, text: str) -> None:
    merged = compile_text(render(PLACES[place](text)).text).merge(VALUES)
    assert squeezed(text) in squeezed(merged)


@given(text=awkward)
@settings(max_examples=examples(15), deadline=None)
def test_alternative_texts_and_addresses_cannot_leave_their_attribute(text: str) -> None:
    assert samples.SHIPWRECK.image is not None
    block = replace(samples.SHIPWRECK, image=replace(samples.SHIPWRECK.image, alt=text), url=samples.SITE + text)
    shown = read(replace(samples.STATEMENT_EN, blocks=(block,)))
    assert squeezed(shown.text) == squeezed(read(samples.STATEMENT_EN).text)
    assert len(shown.images) == 1


def test_markup_of_a_body_is_kept_while_its_marks_are_neutral() -> None:
    body = '<p>a <a href="https://x.example/?q=[[recipient_name]]">[[b]]</a> <em>{{ c }}</em>&nbsp;d</p>'
    document = _with(body, lambda block, html: replace(block, body_html=html))
    shown = read(document)
    assert "https://x.example/?q=[[recipient_name]]" in shown.links
    assert "a [[b]] {{ c }}\xa0d" in shown.text
