"""MRML's traps, each with the test that would notice it (design, section 4)."""

import re
from html import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mjml import mjml2html

from core.errors import InputRefused
from templates.escape import carriable
from templates.mjml import compile_mjml
from tests.examples import examples


def in_text(content: str) -> str:
    text = f"<mj-column>\n<mj-text>{content}</mj-text>\n</mj-column>"
    return f"<mjml><mj-body><mj-section>{text}</mj-section></mj-body></mjml>"


def refusal_of(source: str) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        compile_mjml(source)
    return refused.value


def test_an_unknown_element_which_the_compiler_lets_pass_is_refused_with_its_line() -> None:
    source = "<mjml>\n<mj-body>\n<mj-nope>x</mj-nope>\n</mj-body></mjml>"
    assert "mj-nope" in mjml2html(source, fonts={})
    refused = refusal_of(source)
    assert refused.code == "templates-mjml-element"
    assert refused.params == {"line": 3, "column": 1, "element": "mj-nope"}


def test_an_unknown_attribute_which_the_compiler_lets_pass_is_refused_with_its_line() -> None:
    source = in_text("x").replace("<mj-text>", '<mj-text colour="#fff">')
    assert "x" in mjml2html(source, fonts={})
    assert refusal_of(source).params == {"line": 2, "column": 1, "element": "mj-text", "attribute": "colour"}


@pytest.mark.parametrize("element", ["mj-html-attributes", "mj-include", "mj-font"])
def test_what_is_not_supported_or_reaches_outside_is_refused(element: str) -> None:
    source = f"<mjml><mj-head>\n<{element}></{element}></mj-head><mj-body></mj-body></mjml>"
    assert refusal_of(source).params == {"line": 2, "column": 1, "element": element}


@pytest.mark.parametrize(
    "content", ["a < b", "<p>unclosed", "<a href=x>y</a>", "<b><i>x</b></i>", "&nosuch;", "<![CDATA[x]]>", "a & b"]
)
def test_malformed_html_in_a_text_is_refused_with_its_line(content: str) -> None:
    refused = refusal_of(in_text(content))
    assert refused.code == "templates-mjml-broken"
    assert refused.params["line"] in (2, 3)


def test_an_unfinished_source_is_refused_with_its_line() -> None:
    refused = refusal_of("<mjml>\n<mj-body>\n<mj-section>")
    assert refused.code == "templates-mjml-broken"
    assert refused.params["line"] == 3


def test_a_doctype_is_refused() -> None:
    assert refusal_of('<!DOCTYPE x [<!ENTITY a "b">]>' + in_text("&a;")).code == "templates-mjml-broken"


@pytest.mark.parametrize(
    "content", ["<script>x</script>", '<p onclick="x">y</p>', "<iframe />", "<mj-text>x</mj-text>"]
)
def test_html_that_does_not_belong_in_a_mail_is_refused(content: str) -> None:
    assert refusal_of(in_text(content)).code in ("templates-mjml-element", "templates-mjml-attribute")


def test_no_font_is_asked_of_a_foreign_host() -> None:
    assert "fonts.googleapis.com" in mjml2html(in_text("x"))
    assert not re.search(r"https?://(?!www\.w3\.org)", compile_mjml(in_text("x")))


def test_merge_fields_template_marks_and_references_survive() -> None:
    content = '[[recipient_name|x]] {{ y }} &#91;&#91; &#123; &nbsp; &amp; <a href="[[unsubscribe_url]]">z</a>'
    assert content in compile_mjml(in_text(content))


ANY = st.text(
    st.sampled_from("\\\u200c\u0654\u064b\u0301\xa0\xad\u2068 '>=a\n\t\u3164") | st.characters(codec="utf-8"),
    max_size=20,
).map(carriable)


@given(ANY)
@settings(max_examples=examples(60), deadline=None)
def test_an_attribute_arrives_which_the_compiler_would_write_as_programmers_see_it(value: str) -> None:
    html = compile_mjml(in_text(f'<a\ntitle="{escape(value)}" href="https://example.org">x</a>'))
    match = re.search(r'<a title="([^"]*)"', html)
    assert match is not None
    assert unescape(match[1]) == value


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_a_title_is_announced_by_screen_readers_as_it_was_written(title: str) -> None:
    html = compile_mjml(
        f"<mjml><mj-head><mj-title>x{escape(title)}x</mj-title></mj-head><mj-body></mj-body></mjml>"
    )
    named = re.search(r'aria-label="([^"]*)"', html)
    shown = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert named is not None
    assert shown is not None
    assert unescape(named[1]) == unescape(shown[1]) == f"x{title}x"


def test_the_compiler_writes_attributes_as_programmers_see_them() -> None:
    assert r'alt="a\u{200c}\\"' in mjml2html(in_text('<img alt="a\u200c\\" src="x" />'), fonts={})


def test_language_and_direction_arrive_at_the_root() -> None:
    html = compile_mjml('<mjml lang="ar" dir="rtl"><mj-body></mj-body></mjml>')
    assert re.match(r'<!doctype html><html lang="ar" dir="rtl"', html)
