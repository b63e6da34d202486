"""A document becomes a mail."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from templates.content import Document, Pdf
from templates.designs import DESIGNS
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library, samples

NEW = [design for design in DESIGNS if design not in ("statement", "bulletin")]
ALL = [
    *(samples.STATEMENT_EN, samples.STATEMENT_AR, samples.STATEMENT_FA, samples.BULLETIN_SL, samples.BULLETIN_AR),
    *(library.mail(design, language) for design in NEW for language in READER_LANGUAGES),
]
by_name = pytest.mark.parametrize("document", ALL, ids=lambda d: f"{d.template}.{d.language}")


class Elements(HTMLParser):
    """Every element with its attributes and the text up to the next tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.elements:
            tag, attrs, text = self.elements[-1]
            self.elements[-1] = (tag, attrs, text + data)


@by_name
def test_the_html_asks_nothing_of_a_foreign_host(document: Document) -> None:
    html = render(document).html
    fetched = [
        a[name] for _, a, _ in Elements(html).elements for name in ("src", "background", "srcset") if a.get(name)
    ]
    assert all(str(url).startswith(samples.SITE + "/") for url in fetched)
    assert not re.search(r"url\(|@import|<link|<script|<iframe", html)


@by_name
def test_language_and_direction_stand_at_the_root(document: Document) -> None:
    facts = read_html(render(document).html)
    assert (facts.language, facts.direction) == (
        document.language,
        "rtl" if document.language in ("ar", "fa") else "ltr",
    )


@by_name
def test_the_footer_says_why_who_and_how_to_leave(document: Document) -> None:
    rendered = render(document)
    facts = read_html(rendered.html)
    for link in ("[[unsubscribe_url]]", document.web_version_url, samples.SITE, *samples.BRAND.socials.values()):
        assert link in facts.links
        assert link in rendered.text.splitlines()
    for text in (document.list_name, "Metelkova ulica 6", samples.BRAND.name):
        assert text in facts.text
        assert text in rendered.text.replace("\u2069\n\u2068", " ").replace("\n", " ")


@by_name
def test_dark_colours_are_offered_and_declared(document: Document) -> None:
    html = render(document).html
    assert '<meta name="color-scheme" content="light dark"' in html
    assert "@media screen and (prefers-color-scheme:dark)" in html


@by_name
def test_headings_begin_at_one_and_never_skip(document: Document) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", render(document).html)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@by_name
def test_tables_say_whether_they_hold_data_or_only_places(document: Document) -> None:
    html = re.sub("<!--.*?-->", "", render(document).html, flags=re.DOTALL)  # what only Outlook reads has no roles
    for data in re.findall(r"<table(?![^>]*role=)[^>]*>(.*?)</table>", html, re.DOTALL):
        assert "<th" in data


@by_name
def test_the_text_part_has_no_line_that_is_too_long_but_addresses(document: Document) -> None:
    for line in render(document).text.splitlines():
        visible = re.sub("[\u2068\u2069]", "", line)
        assert len(visible) <= 72 or "://" in visible


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert render(samples.BULLETIN_AR) == render(samples.BULLETIN_AR)


def test_an_item_in_another_language_is_marked_for_machines_and_for_readers() -> None:
    html = render(samples.BULLETIN_SL).html
    assert re.search(r'<h2 lang="en"[^>]*><a name="i1"></a>600 migrants', html)
    other = render(replace(samples.BULLETIN_SL, blocks=(*samples.BULLETIN_SL.blocks, samples.SHIPWRECK_AR))).html
    assert re.search(r'<h2 lang="ar" dir="rtl"[^>]*><a name="i6"></a>', other)
    assert "20. november 2026</span> · v angleščini" in html
    assert "Izjava · 20. november 2026 · v angleščini" in render(samples.BULLETIN_SL).text


def test_a_quotation_in_another_language_is_marked() -> None:
    html = render(samples.BULLETIN_SL).html
    assert re.search(
        r'<div role="blockquote" class="rule-accent" lang="en"[^>]*><p[^>]*>“Integration happens', html
    )
    assert 'AMIF, Topic 2</span> <span dir="auto">(v angleščini)</span>' in html


def test_an_item_in_the_mails_own_language_is_not_marked() -> None:
    assert "in English" not in render(samples.STATEMENT_EN).html
    assert "in English" not in render(replace(samples.STATEMENT_EN, language="en-GB")).html


def test_columns_are_mirrored_from_right_to_left() -> None:
    document = replace(samples.STATEMENT_AR, blocks=(replace(samples.SHIPWRECK_AR, pdf=samples.HOUSING.pdf),))
    html = render(document).html
    assert '<html lang="ar" dir="rtl"' in html
    assert not re.search(r'style="[^"]*direction:ltr', html)
    assert '<table class="tint rule" role="presentation" dir="ltr"' not in html
    assert "border-right:3px solid #8a1c1c" in html
    assert "border-left:3px solid #8a1c1c" not in html
    assert "padding-right:24px;padding-left:0" in html


def test_arabic_letters_are_not_spaced_apart() -> None:
    assert "letter-spacing" not in render(samples.STATEMENT_AR).html
    assert "letter-spacing" in render(samples.STATEMENT_EN).html


def test_latin_names_are_isolated_in_an_arabic_mail() -> None:
    rendered = render(samples.BULLETIN_AR)
    assert '<span dir="auto">Info Kolpa</span>' in rendered.html
    assert '<span dir="auto">[[recipient_name|بك]]</span>' in rendered.html
    assert "\u2068Alarm Phone\u2069" in rendered.text
    assert "\u2068[[recipient_name|بك]]\u2069" in rendered.text
    assert "\u20681000 Ljubljana\u2069" in rendered.text
    assert "\n[[unsubscribe_url]]\n" in rendered.text


def test_isolates_are_closed_on_every_line() -> None:
    for line in render(samples.BULLETIN_AR).text.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize(
    ("language", "pages", "expected"),
    [
        ("sl", 1, "1 stran, 1,2\u00a0MB"),
        ("sl", 2, "2 strani, 1,2\u00a0MB"),
        ("en", 1, "1 page, 1.2\u00a0MB"),
        ("en", 36, "36 pages, 1.2\u00a0MB"),
        ("en", None, ">1.2\u00a0MB"),
        ("ar", 2, "صفحتان"),
        ("ar", 5, "صفحات"),
    ],
)
def test_a_pdf_is_described_in_the_readers_grammar(language: str, pages: int | None, expected: str) -> None:
    block = replace(samples.HOUSING, pdf=Pdf(f"{samples.SITE}/a.pdf", "A", pages, 1_240_000))
    assert expected in render(samples.document("bulletin", language, (block,))).html


def test_small_files_are_told_in_kilobytes() -> None:
    assert "640\u00a0kB" in render(samples.document("bulletin", "sl", (samples.JOURNAL,))).html


def test_contents_are_listed_only_where_they_help() -> None:
    assert "V tej številki" in render(samples.BULLETIN_SL).text
    assert "V tej številki" not in render(samples.document("bulletin", "sl", (samples.MIRROR, samples.ABOUT))).text


def test_an_image_that_is_not_shown_leaves_its_words() -> None:
    attrs = next(a for tag, a, _ in Elements(render(samples.STATEMENT_EN).html).elements if tag == "img")
    assert attrs["alt"] == "A calm sea at dusk, seen from a cliff; no boat in sight."
    assert "font-size:15px" in str(attrs["style"])


def test_an_image_is_never_wider_than_its_column() -> None:
    assert all(
        int(width) <= 576 for width in re.findall(r'<img [^>]*width="(\d+)"', render(samples.BULLETIN_SL).html)
    )


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"template": "poster"}, "templates-template-unknown"),
        ({"blocks": ()}, "templates-nothing-to-say"),
        ({"blocks": (samples.SHIPWRECK, samples.HOUSING)}, "templates-one-item"),
        ({"template": "event"}, "templates-item-does-not-fit"),
        ({"language": "tlh-x"}, "templates-language-unknown"),
        ({"blocks": (replace(samples.SHIPWRECK, kind="poem"),)}, "templates-kind-unknown"),
        ({"blocks": (replace(samples.SHIPWRECK, body_html="<p>x"),)}, "templates-body-broken"),
        ({"blocks": (replace(samples.SHIPWRECK, body_html="</body></mj-text>"),)}, "templates-body-broken"),
        ({"blocks": (replace(samples.SHIPWRECK, body_html="<script>x</script>"),)}, "templates-body-element"),
        ({"subject": "[[name]]"}, "templates-field-unknown"),
        ({"intro_html": "Dear [[recipient_name]"}, "templates-field-broken"),
    ],
)
def test_what_cannot_be_rendered_is_refused(changed: dict[str, object], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        render(replace(samples.STATEMENT_EN, **changed))  # type: ignore[arg-type]  # any field, on purpose
    assert refused.value.code == code


def test_a_subject_is_one_line() -> None:
    assert (
        render(replace(samples.STATEMENT_EN, subject="A\r\nBcc: x@example.org")).subject == "A Bcc: x@example.org"
    )
