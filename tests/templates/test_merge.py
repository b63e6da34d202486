"""The second phase: merge fields."""

from dataclasses import FrozenInstanceError
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from templates.merge import (
    compile_html,
    compile_text,
    escape_literal,
    find_fields,
    find_unusable,
    shown_with_fields,
    unusable_as_typed,
)
from tests.examples import examples

URL = "https://bulletin.example.org/u/abc?x=1&y=2"
awkward = st.text(
    st.sampled_from("[]{}|%<>&\"'=/ ab\n\u202e\u2068ščع") | st.characters(codec="utf-8"), max_size=40
)


def test_a_field_is_replaced_and_everything_else_is_kept() -> None:
    merged = compile_text("Dear [[recipient_name]]!\r\n  [x] ]] {{ y }}").merge({"recipient_name": "Ana"})
    assert merged == "Dear Ana!\r\n  [x] ]] {{ y }}"


def test_a_text_is_shown_with_its_fields_before_anybody_fills_them() -> None:
    assert shown_with_fields("Dear [[recipient_name|you]] [[[]]1] [x]") == "Dear [[recipient_name|you]] [1] [x]"


@pytest.mark.parametrize("values", [{}, {"recipient_name": ""}, {"recipient_name": " \n"}])
def test_a_default_stands_in_for_an_empty_value(values: dict[str, str]) -> None:
    assert compile_text("Dear [[recipient_name|friend of ours]]!").merge(values) == "Dear friend of ours!"


def test_without_default_an_empty_name_is_nothing() -> None:
    assert compile_text("Dear [[recipient_name]]!").merge({}) == "Dear !"


def test_a_default_of_the_html_part_is_html_already() -> None:
    assert compile_html("<p>[[recipient_name|Anže &amp; co]]</p>").merge({}) == "<p>Anže &amp; co</p>"


def test_values_are_escaped_in_html_and_not_in_text() -> None:
    values = {"recipient_name": """<b> & "Ana" 'x'"""}
    assert compile_text("[[recipient_name]]").merge(values) == """<b> & "Ana" 'x'"""
    assert compile_html("[[recipient_name]]").merge(values) == "&lt;b&gt; &amp; &#34;Ana&#34; &#39;x&#39;"


def test_an_address_is_escaped_for_its_attribute() -> None:
    merged = compile_html('<a href="[[unsubscribe_url]]">').merge({"unsubscribe_url": URL})
    assert merged == '<a href="https://bulletin.example.org/u/abc?x=1&amp;y=2">'


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "https://x.example/ y", "https://x.example/\n", "//x.example"]
)
def test_what_is_not_a_web_address_is_refused_as_one(value: str) -> None:
    with pytest.raises(InputRefused) as refused:
        compile_text("[[unsubscribe_url]]").merge({"unsubscribe_url": value})
    assert refused.value.code == "templates-field-not-a-url"


def test_no_copy_is_made_without_its_address() -> None:
    with pytest.raises(InputRefused) as refused:
        compile_text("[[unsubscribe_url]]").merge({"recipient_name": "Ana"})
    assert (refused.value.code, refused.value.params["field"]) == ("templates-field-missing", "unsubscribe_url")


@pytest.mark.parametrize(
    ("text", "unusable"),
    [
        ("Dear [[recipient_name|friend]] [[field_town]] [[[]]", []),
        ("[[unknown]] and [[confirm_url|x]]", ["unknown", "confirm_url"]),
        ("[[recipient_name", [""]),
        ("[[[recipient_name]]", [""]),
        ("[[Recipient Name]] [x] [[", ["", ""]),
        ('<a href="[[my_url]]">[[<b>x</b>]]</a>', ["my_url", ""]),
    ],
)
def test_what_no_mail_could_fill_is_found(text: str, unusable: list[str]) -> None:
    assert [name for name, _, _ in find_unusable(text)] == unusable


@given(text=st.lists(st.sampled_from(["[[", "[", "]]", "unknown", "recipient_name", "|", "ž"]), max_size=12))
def test_what_no_mail_could_fill_comes_back_as_it_was_typed_and_the_rest_is_merged(text: list[str]) -> None:
    typed = "".join(text)
    merged = compile_text(unusable_as_typed(typed)).merge({"recipient_name": "Ana"})
    fields = [(start, end) for _, start, end in find_fields(typed) if "recipient_name" in typed[start:end]]
    if "[[[]]" not in typed and not fields:
        assert merged == typed
    assert list(find_unusable(unusable_as_typed(typed))) == []


def test_an_unknown_field_is_refused_before_anybody_is_written_to() -> None:
    with pytest.raises(InputRefused) as refused:
        compile_text("Dear [[first_name|friend]]")
    assert (refused.value.code, refused.value.params["field"]) == ("templates-field-unknown", "first_name")


@pytest.mark.parametrize(
    "text", ["[[recipient_name", "[[ recipient_name ]]", "[[]]", "[[[recipient_name]]", "[[a|b\nc]]"]
)
def test_an_unfinished_field_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        compile_html(text)
    assert refused.value.code == "templates-field-broken"


def test_a_compiled_text_cannot_be_changed() -> None:
    compiled = compile_text("x")
    with pytest.raises(FrozenInstanceError):
        compiled._pieces = ()  # type: ignore[misc]  # that it fails is the test


def test_a_name_cannot_begin_a_header_or_turn_the_line_around() -> None:
    merged = compile_text("Dear [[recipient_name]]").merge({"recipient_name": "Ana\r\nBcc: x@example.org\u202e"})
    assert merged == "Dear Ana  Bcc: x@example.org"


def test_a_persian_name_keeps_its_joiners() -> None:
    assert compile_text("[[recipient_name]]").merge({"recipient_name": "می‌نا"}) == "می‌نا"


@given(awkward)
def test_escaped_outside_text_comes_back_as_it_was(text: str) -> None:
    assert compile_text(escape_literal(text)).merge({}) == text


@given(st.text(st.sampled_from("[]|ab recipient_name"), max_size=30))
def test_any_text_is_refused_or_merged_without_a_trace_of_a_field(text: str) -> None:
    try:
        compiled = compile_text(text)
    except InputRefused:
        return
    assert "[[recipient_name" not in compiled.merge({"recipient_name": "Ana"})


@given(awkward, awkward, awkward)
def test_bytes_outside_the_fields_are_never_changed(before: str, value: str, after: str) -> None:
    template = f"{before.replace('[', '')}[[recipient_name]]{after.replace('[', '')}"
    merged = compile_text(template).merge({"recipient_name": value})
    assert merged.startswith(before.replace("[", ""))
    assert merged.endswith(after.replace("[", ""))


@given(awkward.map(lambda text: " ".join(text.split())).filter(str.isprintable))
@settings(max_examples=examples(60))
def test_a_reader_of_the_html_sees_the_value_and_nothing_else(value: str) -> None:
    class Reader(HTMLParser):
        seen = ""
        tags = 0

        def handle_data(self, data: str) -> None:
            self.seen += data

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags += 1

    reader = Reader()
    reader.feed(compile_html("<p>[[recipient_name]]</p>").merge({"recipient_name": value}))
    reader.close()
    assert (reader.seen, reader.tags) == (value, 1)
