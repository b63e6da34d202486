"""Bare addresses in Markdown: each of their characters arrives, in html and in the text part."""

import html as html_module
import re
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from news.markdown_body import body_html
from templates.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from templates.plaintext import html_to_text
from tests.examples import examples
from tests.news.test_markdown_body import html, refused


def linked(address: str) -> str:
    escaped = html_module.escape(address, quote=False)
    return f'<a href="{escaped}">{escaped}</a>'


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/_files/ugd/doc_.pdf",
        "https://example.org/?q=_utf8_&b=1",
        "https://example.org/*a*/b",
        "https://example.org/~~a~~/x~2~/y",
        "https://example.org/a_(b_c)_d",
        "https://example.org/a_",
        "https://example.org/:tada:/$x$/==a==/++b++",
        "HTTP://user_name_.example.org:8080#_a_",
    ],
)
def test_an_address_is_a_link_with_all_of_its_characters(address: str) -> None:
    assert html(f"Beri {address} zdaj") == f"<p>Beri {linked(address)} zdaj</p>"
    assert html_to_text(html(f"Beri {address} zdaj"), "sl", wraps_paragraphs=False) == f"Beri {address} zdaj"


@pytest.mark.parametrize(
    "around",
    [
        "({}).",
        "»{}«,",
        "“{}”",
        "{}!?",
        "[{}]",
        "{}; in",
        "{}&nbsp;",
        "در {}، متن",
        "_{}_",
        "**glej {}**",
        "~~{}~~",
        "{}[^1]\n\n[^1]: opomba",
        "{}\\\nnova",
        "{}<br>nova",
    ],
)
def test_what_belongs_to_the_sentence_is_no_part_of_the_address(around: str) -> None:
    made = html(around.format("https://example.org/a_b_(c)"))
    assert re.findall('href="([^"]*)"', made) == ["https://example.org/a_b_(c)"]
    assert not set("_*~") & set(re.sub(r"https://example.org/a_b_\(c\)", "", made))


def test_two_addresses_in_one_paragraph_keep_their_signs() -> None:
    first, second = "https://sl.wikipedia.org/wiki/A_(b)", "https://sl.wikipedia.org/wiki/C_(d_e)"
    assert html(f"{first} in {second}") == f"<p>{linked(first)} in {linked(second)}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "www.example.org/_a_/*b*",
        "https://šola.example/_a_",
        "https://localhost/_a_",
        "_ana_@example.org in _eva_@example.org",
        "a._b@example.org c_.d@example.org",
    ],
)
def test_what_is_no_link_stays_as_it_was_typed(text: str) -> None:
    assert html(f"Pišite {text} zdaj") == f"<p>Pišite {text} zdaj</p>"


def test_an_address_that_a_merge_field_completes_is_no_link() -> None:
    body = "https://example.org/_a_/?n=[[recipient_name]]"
    assert body_html(body, file="", first_line=0, merge_fields=["recipient_name"]) == f"<p>{body}</p>"
    assert refused("https://example.org/{{id}}") == ("dialect", 7)


def test_an_address_within_a_link_changes_nothing() -> None:
    assert html("[glej https://a.example/_b_](https://a.example/_c_)") == (
        '<p><a href="https://a.example/_c_">glej https://a.example/_b_</a></p>'
    )
    assert html("<https://a.example/_b_>") == f"<p>{linked('https://a.example/_b_')}</p>"


def test_signs_that_were_escaped_by_hand_are_shown_without_a_backslash() -> None:
    assert html(r"https://a.example/\_b\_") == f"<p>{linked('https://a.example/_b_')}</p>"
    assert html(r"https\://a.example") == "<p>https://a.example</p>"


def test_other_letters_arrive_in_the_text_part_once() -> None:
    made = html("https://a.example/č_d_")
    assert made == '<p><a href="https://a.example/%C4%8D_d_">https://a.example/č_d_</a></p>'
    assert html_to_text(made, "sl") == "https://a.example/č_d_"
    assert html_to_text(html("~~https://a.example/x~~"), "sl") == "~~https://a.example/x~~"


_LEGAL = string.ascii_letters + string.digits + "-._~:/?#@!$'()*+,;="
"""RFC 3986, but for brackets, which are legal in a host of numbers only, and for references as html has them."""
_ADDRESS = st.builds("{}{}".format, st.sampled_from(["https://a.example/", "www.a.example/"]), st.text(_LEGAL))


@example(["https://a.example/~:", "https://a.example/~"], "sl")
@settings(max_examples=examples(200), deadline=None)
@given(st.lists(_ADDRESS, min_size=1, max_size=4), st.sampled_from(["sl", "fa"]))
def test_the_characters_of_every_address_arrive_in_both_parts(addresses: list[str], language: str) -> None:
    made = html("متن " + " in ".join(addresses))
    read = html_module.unescape(re.sub(r"<[^>]*>", "", made))
    assert read == "متن " + " in ".join(addresses)
    text = html_to_text(made, language, wraps_paragraphs=False)
    assert re.sub(f"[{FIRST_STRONG_ISOLATE}{POP_ISOLATE}]", "", text) == read


@settings(max_examples=examples(100), deadline=None)
@given(
    st.lists(
        st.sampled_from(["https://a.example/_b", "www.a_", "_a_@b.example", "*", "_", "~", "[", "](", ")", " "])
    )
)
def test_an_address_among_marks_arrives_or_the_text_is_refused(pieces: list[str]) -> None:
    try:
        arrived = html("".join(pieces))
    except InputRefused:
        return
    assert arrived.count("https://a.example/") >= pieces.count("https://a.example/_b")


@pytest.mark.parametrize("piece", [")", "]", "[", "_", "&amp;", "https://", "a_b.", "(", "\\", "_https://a.b/c_ "])
def test_a_hostile_text_of_addresses_is_read(piece: str) -> None:
    assert "https://a.example/" in html("https://a.example/" + piece * 2_000)
