"""The check before sending."""

import re
from dataclasses import replace

import pytest

from core.languages import READER_LANGUAGES
from templates.check import Severity, check_rendered
from templates.content import Document, Image, RenderedMail
from templates.designs import DESIGNS
from templates.render import reader_texts, render
from tests.templates import library, samples

DOCUMENT = samples.STATEMENT_EN
GOOD = render(DOCUMENT)


def codes(rendered: RenderedMail, document: Document = DOCUMENT) -> list[tuple[str, str, str]]:
    findings = check_rendered(document, rendered)
    for finding in findings:
        for language in ("en", "sl"):
            assert reader_texts().text(language, finding.code, **finding.params)
    return [(f.severity.value, f.code.removeprefix("templates-check-"), f.where) for f in findings]


def codes_with(body: str) -> list[tuple[str, str, str]]:
    document = replace(DOCUMENT, blocks=(replace(samples.SHIPWRECK, body_html=body),))
    return codes(render(document), document)


def test_a_picture_with_words_of_another_language_is_asked_about_and_marked() -> None:
    image = replace(samples.SHIPWRECK.image or Image("", ""), caption="By A.", language="sl")
    document = replace(DOCUMENT, blocks=(replace(samples.SHIPWRECK, image=image),))
    rendered = render(document)
    assert ("warning", "picture-language", "html") in codes(rendered, document)
    assert re.search('<p [^>]*lang="sl"[^>]*>By A', rendered.html)


@pytest.mark.parametrize(
    "document", [samples.STATEMENT_EN, samples.STATEMENT_AR, samples.BULLETIN_SL, samples.BULLETIN_AR]
)
def test_a_good_mail_has_no_findings(document: Document) -> None:
    assert check_rendered(document, render(document)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"subject": " "}, ("error", "subject-empty", "subject")),
        ({"subject": "x" * 151}, ("error", "subject-too-long", "subject")),
        ({"subject": "x" * 71}, ("warning", "subject-long", "subject")),
        ({"preheader": ""}, ("warning", "preheader-empty", "preheader")),
        ({"subject": "TODO a subject"}, ("error", "unresolved", "subject")),
        ({"preheader": "XXX. kongres"}, ("warning", "unresolved", "preheader")),
        ({"subject": "Dear [[first_name]]"}, ("error", "field-unknown", "subject")),
        ({"subject": "Dear [[recipient_name]"}, ("error", "field-broken", "subject")),
        ({"subject": "Dear [[recipient_name]]"}, ("warning", "field-without-default", "subject")),
        ({"text": GOOD.text.replace("[[unsubscribe_url]]", "")}, ("error", "unsubscribe-missing", "text")),
        ({"html": GOOD.html.replace("[[unsubscribe_url]]", "")}, ("error", "unsubscribe-missing", "html")),
        ({"text": GOOD.text.replace("Metelkova", "")}, ("error", "postal-address-missing", "text")),
        ({"html": GOOD.html.replace("Metelkova", "")}, ("error", "postal-address-missing", "html")),
        ({"html": GOOD.html.replace('lang="en"', "", 1)}, ("error", "lang-missing", "html")),
        ({"html": GOOD.html.replace('dir="ltr"', 'dir="rtl"', 1)}, ("error", "lang-missing", "html")),
        ({"html": GOOD.html.replace("A calm sea at dusk, seen", " ")}, None),
        (
            {"html": GOOD.html.replace("</body>", '<img src="https://x.example/a.png"/></body>', 1)},
            ("error", "alt-missing", "html"),
        ),
        ({"html": GOOD.html + "<!--" + "x" * 102 * 1024 + "-->"}, ("warning", "html-too-big", "html")),
    ],
)
def test_each_defect_is_found(changes: dict[str, str], expected: tuple[str, str, str] | None) -> None:
    findings = codes(replace(GOOD, **changes))
    assert findings == [] if expected is None else expected in findings


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>lorem ipsum dolor</p>", ("error", "unresolved", "html")),
        ("<p>The report is attached.</p>", ("warning", "attachment", "html")),
        ("<p>Poročilo je v prilogi.</p>", ("warning", "attachment", "html")),
        ("<p>التقرير مرفق.</p>", ("warning", "attachment", "html")),
        ('<p><a href="/list">x</a></p>', ("error", "link-relative", "html")),
        ('<p><a href="www.x.example">x</a></p>', ("error", "link-relative", "html")),
        ('<p><a href="javascript:x">x</a></p>', ("error", "link-unsafe", "html")),
        ('<p><a href=" JAVA&#9;script:x">x</a></p>', ("error", "link-unsafe", "html")),
        ('<p><a href="data:text/html,x">x</a></p>', ("error", "link-unsafe", "html")),
        ('<p><a href="http://x.example">x</a></p>', ("error", "link-insecure", "html")),
    ],
)
def test_defects_of_an_items_text_are_found(body: str, expected: tuple[str, str, str]) -> None:
    assert expected in codes_with(body)


@pytest.mark.parametrize(
    "body",
    ['<a href="mailto:a@x.example">x</a>', '<a href="http://127.0.0.1:8000/a">x</a>', "<p>todo, methodology</p>"],
)
def test_what_is_fine_is_not_found(body: str) -> None:
    assert codes_with(body) == []


@pytest.mark.parametrize("language", READER_LANGUAGES)
@pytest.mark.parametrize("design", DESIGNS)
def test_nothing_is_found_in_the_library(design: str, language: str) -> None:
    document = library.mail(design, language)
    assert check_rendered(document, render(document)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p><a href="https://bit.ly/3abc">Our report</a></p>', ("warning", "link-shortened", "html")),
        ('<p>Read it <a href="https://x.example/a">here</a>.</p>', ("warning", "link-says-nothing", "html")),
        ('<p>Preberite <a href="https://x.example/a">Tukaj</a>.</p>', ("warning", "link-says-nothing", "html")),
        ('<p><a href="https://x.example/a"> </a></p>', ("error", "link-without-words", "html")),
        (
            '<p><a href="https://evil.example/a">https://x.example/a</a></p>',
            ("warning", "link-leads-elsewhere", "html"),
        ),
    ],
)
def test_links_that_hide_something_are_found(body: str, expected: tuple[str, str, str]) -> None:
    html = GOOD.html.replace("</body>", f"{body}</body>", 1)
    assert expected in codes(replace(GOOD, html=html))


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="https://x.example/a">www.x.example</a></p>',
        '<p><a href="https://x.example/a">More about the shipwreck</a></p>',
        '<p><a href="https://x.example/a"><img src="https://x.example/a.png" alt="The report"/></a></p>',
    ],
)
def test_links_that_say_where_they_lead_are_fine(body: str) -> None:
    html = GOOD.html.replace("</body>", f"{body}</body>", 1)
    findings = codes(replace(GOOD, html=html, text=f"{GOOD.text} https://x.example/a More about the shipwreck"))
    assert [finding for finding in findings if finding[1].startswith("link-")] == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            re.sub("<title>.*?</title>", "<title> </title>", GOOD.html, flags=re.DOTALL),
            ("warning", "title-missing", "html"),
        ),
        (GOOD.html.replace("<h1", "<h2").replace("</h1", "</h2"), ("warning", "heading-first", "html")),
        (GOOD.html.replace("</body>", "<h2>a</h2><h4>b</h4></body>"), ("warning", "heading-skipped", "html")),
        (GOOD.html.replace('role="presentation"', ""), ("error", "table-without-role", "html")),
    ],
)
def test_a_structure_that_misleads_is_found(html: str, expected: tuple[str, str, str]) -> None:
    assert expected in codes(replace(GOOD, html=html))


def test_a_table_of_data_needs_no_role() -> None:
    table = "<table><tr><th>Year</th></tr><tr><td>one</td></tr></table>"
    assert codes(replace(GOOD, html=GOOD.html.replace("</body>", f"{table}</body>"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.text.replace("600", "many"), ("warning", "text-without-number", "text")),
        (re.sub(r"https://\S+", "", GOOD.text), ("warning", "text-without-link", "text")),
        (GOOD.text[: len(GOOD.text) // 3] + GOOD.text[-400:], ("warning", "text-says-less", "text")),
    ],
)
def test_a_text_part_that_says_less_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in codes(replace(GOOD, text=text))


def test_a_variant_of_which_nothing_is_in_its_language_is_asked_about() -> None:
    findings = check_rendered(samples.STATEMENT_FA, render(samples.STATEMENT_FA))
    assert [finding.code for finding in findings] == ["templates-check-all-in-another-language"]


def test_a_finding_names_the_item_that_it_is_about() -> None:
    linking = replace(
        samples.HOUSING, summary="", body_html='<p><a href="http://x.example/?a=1&amp;b=2">x</a></p>'
    )
    pictured = replace(samples.PROJECT, logo=Image("https://x.example/a.png", " ", 300, 200))
    document = replace(samples.BULLETIN_SL, blocks=(samples.SHIPWRECK, linking, pictured))
    items = {
        finding.code.removeprefix("templates-check-"): finding.item
        for finding in check_rendered(document, render(document))
    }
    assert items == {
        "link-insecure": samples.HOUSING.title,
        "alt-missing": samples.PROJECT.title,
        "foreign-load": samples.PROJECT.title,
    }


def test_pale_words_are_a_warning_in_the_mails_language() -> None:
    pale = replace(GOOD, html=GOOD.html.replace("color:#5a5a5f", "color:#bbbbbb"))
    assert codes(pale) == [("warning", "contrast", "html")] * 2


def test_a_brand_without_postal_address_is_an_error() -> None:
    document = replace(DOCUMENT, brand=replace(samples.BRAND, postal_address=" "))
    findings = check_rendered(document, render(document))
    assert [(f.severity, f.code) for f in findings] == [
        (Severity.ERROR, "templates-check-postal-address-missing")
    ] * 2
    assert {f.language for f in findings} == {"en"}


PERSONAL = [
    ('<a href="https://example.com/?from=[[unsubscribe_url]]">Words</a>', "unsubscribe_url"),
    ('<a href="https://example.com/[[recipient_name|friend]]">Words</a>', "recipient_name"),
    ('<a href="[[unsubscribe_url]]&amp;to=https://example.com">Words</a>', "unsubscribe_url"),
    ('<a href="mailto:x@example.com?body=[[preferences_url]]">Words</a>', "preferences_url"),
    ('<a href="https://example.com" ping="[[preferences_url]]">Words</a>', "preferences_url"),
    ('<img alt="A sea" src="[[unsubscribe_url]]">', "unsubscribe_url"),
    ('<img alt="A sea" src="https://example.com/pixel?who=[[recipient_name|x]]">', "recipient_name"),
    ('<img alt="A sea" srcset="https://example.com/[[unsubscribe_url]] 2x">', "unsubscribe_url"),
    ('<p style="background:url(https://example.com/[[unsubscribe_url]])">Words</p>', "unsubscribe_url"),
    ('<td background="https://example.com/?[[unsubscribe_url]]">Words</td>', "unsubscribe_url"),
    ("<style>p{background:url(https://example.com/[[unsubscribe_url]])}</style>", "unsubscribe_url"),
    ("<form action='[[unsubscribe_url]]'></form>", "unsubscribe_url"),
    ('<meta http-equiv="refresh" content="0;url=[[unsubscribe_url]]">', "unsubscribe_url"),
    ('<!--[if mso]><v:image src="https://example.com/[[unsubscribe_url]]"/><![endif]-->', "unsubscribe_url"),
    ('<![if !mso]><img alt="x" src="[[unsubscribe_url]]"><![endif]>', "unsubscribe_url"),
    ("<A HREF=https://example.com/[[unsubscribe_url]]>Words</A>", "unsubscribe_url"),
]


@pytest.mark.parametrize(("html", "field"), PERSONAL)
def test_a_readers_own_link_within_another_address_is_an_error(html: str, field: str) -> None:
    findings = check_rendered(DOCUMENT, replace(GOOD, html=GOOD.html.replace("</body>", f"{html}</body>")))
    wrong = [finding for finding in findings if finding.code == "templates-check-field-in-address"]
    assert [(finding.severity, finding.params["field"]) for finding in wrong] == [(Severity.ERROR, field)]


EVIL = "http://evil.example/x"
FOREIGN = [
    f'<img alt="A sea" src="{EVIL}" width="1">',
    '<img alt="A sea" src="//evil.example/x">',
    '<img alt="A sea" src="https:evil.example/x">',
    '<img alt="A sea" src=" \thttp:\n//evil.example/x">',
    '<img alt="A sea" src="\\\\evil.example/x">',
    f'<img alt="A sea" src="data:image/png;base64,AA==" srcset="a.png 1x, {EVIL} 2x">',
    f'<picture><source srcset="{EVIL}"></picture>',
    f'<video poster="{EVIL}"></video>',
    f'<video src="{EVIL}"></video>',
    f'<audio src="{EVIL}"></audio>',
    f'<iframe src="{EVIL}"></iframe>',
    f'<object data="{EVIL}"></object>',
    f'<embed src="{EVIL}">',
    f'<input type="image" alt="x" src="{EVIL}">',
    f'<link rel="stylesheet" href="{EVIL}">',
    f'<link rel="dns-prefetch" href="{EVIL}">',
    f'<base href="{EVIL}">',
    f'<a href="https://example.com" ping="{EVIL}">Words</a>',
    f'<table role="presentation" background="{EVIL}"><tr><td>x</td></tr></table>',
    f"<p style='background:url({EVIL})'>Words</p>",
    f"<p style=\"background:URL( '{EVIL}' )\">Words</p>",
    f"<style>@import url({EVIL});</style>",
    f"<style>@import '{EVIL}';</style>",
    f"<style>@font-face {{font-family:x;src:url({EVIL}) format('woff2')}}</style>",
    f"<style>p{{background:image-set('{EVIL}' 1x)}}</style>",
    "<style>p{background:u\\72l(//evil.example/x)}</style>",
    "<style>@import/* */'http:\\2f/evil.example/x';</style>",
    f"<style>a{{content:'/*';background:url({EVIL});quotes:'*/'}}</style>",
    f"<style>a{{content:url(/*);background:url({EVIL});quotes:url(*/)}}</style>",
    f"<p style=\"content:'/*';background:image-set(url({EVIL}) 1x);quotes:'*/'\">Words</p>",
    f'<!--[if mso]><v:fill src="{EVIL}"/><![endif]-->',
    f'<![if !mso]><img alt="x" src="{EVIL}"><![endif]>',
    f'<svg><image xlink:href="{EVIL}"/></svg>',
    f'<meta http-equiv="refresh" content="0;url={EVIL}">',
    '<img alt="x" src="https://bilten.example.org@evil.example/x">',
    '<img alt="x" src="https://bilten.example.org.evil.example/x">',
]


@pytest.mark.parametrize("html", FOREIGN)
def test_what_would_be_loaded_from_another_host_is_an_error(html: str) -> None:
    findings = check_rendered(DOCUMENT, replace(GOOD, html=GOOD.html.replace("</body>", f"{html}</body>")))
    wrong = [finding for finding in findings if finding.code == "templates-check-foreign-load"]
    assert [finding.severity for finding in wrong] == [Severity.ERROR]
    assert "evil.example" in str(wrong[0].params["url"])


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{EVIL}">A link</a>',
        f'<img alt="{EVIL}" src="data:image/png;base64,AA==">',
        f'<blockquote cite="{EVIL}">Words, http://evil.example/x</blockquote>',
        "<p style=\"font-family:'Segoe UI',Arial\">Words</p>",
        '<img alt="A sea" src="OWN/assets/a.png">',
        "<style>p{background:url('OWN/assets/a.png')}</style>",
        '<!--[if mso]><xml xmlns:o="urn:schemas-microsoft-com:office:office"></xml><![endif]-->',
    ],
)
def test_what_is_followed_spoken_or_our_own_is_no_foreign_load(html: str) -> None:
    own = DOCUMENT.web_version_url.partition("/w/")[0]
    html = html.replace("OWN", own)
    findings = check_rendered(DOCUMENT, replace(GOOD, html=GOOD.html.replace("</body>", f"{html}</body>")))
    assert "templates-check-foreign-load" not in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("https://example.com/?from=[[unsubscribe_url]]", True),
        ("www.example.com/[[recipient_name|friend]]", True),
        ("[[unsubscribe_url]]?to=example.com", True),
        ("Leave: [[unsubscribe_url]]", False),
        ("<[[unsubscribe_url]]>", False),
        ("([[unsubscribe_url]])", False),
        ("Dear [[recipient_name|friend]], read https://example.com", False),
        ("Dear\u00a0[[recipient_name|friend]]!", False),
    ],
)
def test_in_the_text_part_a_readers_own_link_stands_alone(text: str, is_wrong: bool) -> None:
    findings = check_rendered(DOCUMENT, replace(GOOD, text=f"{GOOD.text}\n{text}\n"))
    assert ("templates-check-field-in-address" in {finding.code for finding in findings}) is is_wrong


def test_a_name_in_words_that_are_spoken_is_fine() -> None:
    html = GOOD.html.replace(
        "</body>", '<p title="For [[recipient_name|you]]">For [[recipient_name|you]]</p></body>'
    )
    assert check_rendered(DOCUMENT, replace(GOOD, html=html)) == []
