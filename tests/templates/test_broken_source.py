"""What is wrong in a designer's source is said in words, at the line and column where it was written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from templates.broken_source import TracedSource, marked
from templates.content import RenderedMail, TemplateSources
from templates.render import render
from tests.templates import samples

HTML = """{% extends "layout.mjml.j2" %}
{% import "blocks/parts.mjml.j2" as part %}
{% block content %}
{% call part.sheet(mail, is_first=true) %}
{{ part.heading(mail, mail.blocks[0], 1, 30) }}
HERE
{% endcall %}
{% endblock %}
"""
TEXT = '{% extends "statement.txt.j2" %}\n'
TEXTS = Texts(["templates"])


def rendered(html: str = "", text: str = "") -> RenderedMail:
    sources = TemplateSources(HTML.replace("HERE", html), TEXT + text)
    return render(replace(samples.STATEMENT_EN, sources=sources))


def refusal(html: str = "", text: str = "") -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        rendered(html, text)
    return refused.value


def test_own_sources_may_stand_on_the_library() -> None:
    mail = rendered("<mj-text>Our own words</mj-text>")
    assert "Our own words" in mail.html
    assert samples.SHIPWRECK.title in mail.html
    assert samples.SHIPWRECK.title in mail.text


@pytest.mark.parametrize(
    ("html", "column", "reason", "word"),
    [
        ("<p>{{ mail.nothing }}", 12, "name", "nothing"),
        ("{{ nothing }}", 4, "name", "nothing"),
        ("{{ part.heading(mail, mail.subject, 1, 2) }}", 1, "name", "way"),
        ("{% foo %}", 4, "tag", "foo"),
        ("{% endfor %}", 4, "nesting", "endfor"),
        ("{{ mail.subject | upper }}", 19, "filter", "upper"),
        ("{% if mail is strange %}{% endif %}", 15, "test", "strange"),
        ('{% import "nix" as x %}', 12, "block", "nix"),
        ("{{ 1 / 0 }}", 1, "values", ""),
        ("{{ ''.__class__ }}", 7, "unsafe", "__class__"),
        ('{% include "x" %}', 1, "include", ""),
        ("{{ 2 ** 9 }}", 6, "operator", "**"),
        ("{{ part.heading(mail, what=1) }}", 9, "macro", "heading"),
    ],
)
def test_what_jinja_refuses_has_its_place_and_reason(html: str, column: int, reason: str, word: str) -> None:
    refused = refusal(html)
    assert refused.code == "templates-template-broken"
    assert refused.params["template"] == "own.mjml.j2"
    params = refused.params
    assert (params["line"], params["column"], params["reason"], params["word"]) == (6, column, reason, word)


@pytest.mark.parametrize(
    ("html", "column", "code"),
    [
        ("<mj-text>č <b>bold</mj-text>", 21, "templates-mjml-broken"),
        ("<mj-text>{{ mail.subject }} &nbsp; <blink>x</blink></mj-text>", 36, "templates-mjml-element"),
        ('  <mj-text colour="red">x</mj-text>', 3, "templates-mjml-attribute"),
        ("<mj-text>a & b</mj-text>", 13, "templates-mjml-broken"),
        ('<mj-image src="x" src="y" />', 19, "templates-mjml-broken"),
    ],
)
def test_what_is_wrong_in_the_mjml_is_found_where_it_was_written(html: str, column: int, code: str) -> None:
    refused = refusal(html)
    assert (refused.code, refused.params["line"], refused.params["column"]) == (code, 6, column)


def test_an_error_of_the_text_part_names_the_text_part() -> None:
    refused = refusal(text="\n{% block content %}{{ nothing }}{% endblock %}")
    assert (refused.params["template"], refused.params["line"], refused.params["column"]) == ("own.txt.j2", 3, 23)


REASONS = {
    "templates-template-broken": (
        "nesting tag unclosed unfinished unexpected filter test block-twice block macro name unsafe steps output"
        " long operator number lists printed-list filter-detail recursive include mapping values"
    ),
    "templates-mjml-broken": "mismatch open ends after-the-end twice character token unwanted other",
}


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_its_own_words(code: str, language: str) -> None:
    where: dict[str, str | int] = {"template": "own.mjml.j2", "line": 3, "column": 4, "word": "x"}
    texts = {TEXTS.text(language, code, reason=reason, **where) for reason in REASONS[code].split()}
    assert len(texts) == len(REASONS[code].split())


@given(st.text(alphabet="ab<>{}\n č", max_size=40), st.data())
def test_the_trace_of_untouched_text_leads_to_itself(source: str, data: st.DataObject) -> None:
    traced = TracedSource(marked(source, 1, source.split("\n")))
    line = data.draw(st.integers(1, source.count("\n") + 1))
    text = source.split("\n")[line - 1]
    if text.strip():
        column = data.draw(st.integers(1, len(text)))
        assert traced.origin(line, column) == (line, column)


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_is_written_renders_or_is_refused_with_a_place(html: str, text: str) -> None:
    try:
        render(replace(samples.STATEMENT_EN, sources=TemplateSources(html, text)))
    except InputRefused as refused:
        if "line" in refused.params:
            assert int(refused.params["line"]) >= 1  # noqa: PT017  either way is right
            assert int(refused.params["column"]) >= 1  # noqa: PT017  likewise
