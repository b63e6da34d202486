"""The check compares what was written with what arrives, and names the first word that does not."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.markdown_body import body_html
from templates.check import check_rendered
from templates.checks.completeness import check_completeness
from templates.checks.finding import Finding
from templates.content import Document, Item, TemplateSources
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library
from tests.templates.samples import document

LETTERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def page(body: str, *, language: str = "en", summary: str = "In short.") -> Document:
    item = Item(
        kind="page", language=language, title="About us", summary=summary, body_html=body, url="https://x.example",
        published_on=date(2026, 11, 1),
    )  # fmt: skip
    return document("bulletin", "en", (item,))


def findings(mail: Document, *, html: str = "", text: str = "") -> list[Finding]:
    """With `html` or `text` taken out of what was rendered."""
    rendered = render(mail)
    cut = replace(rendered, html=rendered.html.replace(html, ""), text=rendered.text.replace(text, ""))
    return list(check_completeness(mail, cut, read_html(cut.html)))


def test_the_first_word_that_is_missing_is_named_with_those_before_it() -> None:
    mail = page(f"<p>{' '.join(LETTERS)}</p>")
    assert findings(mail) == []
    (missing,) = findings(mail, html="five six seven eight nine ")
    assert (missing.where, missing.params, missing.item) == (
        "html", {"before": "one two three four", "missing": "five"}, "About us",
    )  # fmt: skip
    (missing,) = findings(mail, text="one two three four five six ")
    assert (missing.code, missing.where, missing.params) == (
        "templates-check-beginning-missing", "text", {"missing": "one"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("ar", "<p>ارتفع العدد و50% من الناس، بـ10 أعضاء، و50 كم، و2026/11/29.</p>"),
        ("fa", "<p>در۵۰٪ و50% موارد، به10 نفر.</p>"),
        ("en", "<p>10<sup>6</sup> people on 5 km<sup>2</sup>.</p>"),
        ("en", "<p>He said <s>deleted</s>inserted text, anti<s>social</s>fascist.</p>"),
    ],
)
def test_words_that_are_written_on_to_a_number_a_power_or_what_is_struck_out_arrive(
    language: str, body: str
) -> None:
    """In Arabic, "and", "by" and "for" are written on to the next word, also where that is a number."""
    mail = page(body, language=language)
    mail = replace(mail, language=language)
    assert findings(mail) == []


@pytest.mark.parametrize("header", ["", "<tr><th>Year</th><th>Sum</th></tr>"])
def test_a_table_that_staff_have_written_is_not_taken_for_layout(header: str) -> None:
    """Word and Google Docs paste tables without a header."""
    mail = page(f"<table>{header}<tr><td>2025</td><td>1,200</td></tr></table>")
    assert read_html(render(mail).html).tables_without_role == 0


def test_an_own_template_that_leaves_out_the_text_of_a_lone_item_is_asked_about() -> None:
    own = TemplateSources(
        "<mjml><mj-body><mj-section><mj-column><mj-text>{{ mail.items[0].title }} {{ mail.items[0].summary }}"
        "</mj-text></mj-column></mj-section></mj-body></mjml>",
        "{{ mail.items[0].title }} {{ mail.items[0].summary }} {{ mail.items[0].body_source }}",
    )
    mail = replace(page("<p>one</p>"), sources=own)
    (missing,) = [
        finding for finding in check_rendered(mail, render(mail)) if finding.code.endswith("beginning-missing")
    ]
    assert (missing.where, missing.severity.value) == ("html", "warning")


def test_a_tag_that_readers_would_see_is_named() -> None:
    (shown,) = findings(page("<p>one</p>", summary="A <b>short</b> one"))[:1]
    assert (shown.code, shown.params) == ("templates-check-tag-shown", {"tag": "<b>"})


WORD = st.sampled_from(LETTERS)
SENTENCE = st.lists(WORD, min_size=1, max_size=30).map(" ".join)
INLINE = st.one_of(
    SENTENCE,
    SENTENCE.map(lambda text: f"<strong>{text}</strong>"),
    SENTENCE.map(lambda text: f"<s>{text}</s>"),
    SENTENCE.map(lambda text: f'<a href="https://x.example/ten">{text}</a>'),
    SENTENCE.map(lambda text: f"{text}<sup>[1]</sup>"),
    SENTENCE.map(lambda text: f"{text}<br />"),
)
TEXT = st.lists(INLINE, min_size=1, max_size=3).map(" ".join)
BLOCK = st.one_of(
    TEXT.map(lambda text: f"<p>{text}</p>"),
    TEXT.map(lambda text: f"<h2>{text}</h2>"),
    TEXT.map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
    TEXT.map(lambda text: f'<ol start="7"><li>{text}</li><li>{text}</li></ol><ul><li>{text}</li></ul>'),
    TEXT.map(lambda text: f"<table><tr><td>{text}</td><td>{text}</td></tr><tr><td>{text}</td></tr></table>"),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=4).map("".join), st.sampled_from(["en", "ar"]))
def test_every_word_arrives_in_both_parts_whatever_the_text_is_made_of(body: str, language: str) -> None:
    mail = page(body, language=language)
    assert findings(mail) == []
    rendered = render(mail)
    expected = re.findall(r"[a-z]+", re.sub("<[^>]*>", " ", body))
    without_addresses = re.sub(r"https?://\S+", " ", rendered.text)
    arrived = [word for word in re.findall(r"[a-z]+", without_addresses) if word in LETTERS]
    assert arrived == expected


@pytest.mark.parametrize("language", ["sl", "en", "ar", "fa"])
@pytest.mark.parametrize("design", ["bulletin", "digest", "statement", "correction", "appeal"])
def test_the_library_leaves_out_nothing(design: str, language: str) -> None:
    assert findings(library.mail(design, language)) == []


@pytest.mark.parametrize("language", ["en", "fa"])
def test_an_address_in_a_sentence_arrives_in_both_parts(language: str) -> None:
    address = "https://www.example.org/_files/a_(b)/doc_.pdf?q=_utf8_"
    mail = page(body_html(f"one {address}.", file="", first_line=0), language=language)
    rendered = render(mail)
    assert [finding for finding in check_rendered(mail, rendered) if address in str(finding.params)] == []
    assert findings(mail) == []
    assert f'href="{address}"' in rendered.html
    assert address in read_html(rendered.html).text
    assert rendered.text.count(address) == 1
