"""The check before sending."""

from dataclasses import replace

import pytest

from templates.check import Severity, check_rendered
from templates.content import Document, Rendered
from templates.render import reader_texts, render
from tests.templates import samples

DOCUMENT = samples.STATEMENT_EN
GOOD = render(DOCUMENT)


def codes(rendered: Rendered) -> list[tuple[str, str, str]]:
    findings = check_rendered(DOCUMENT, rendered)
    for finding in findings:
        for language in ("en", "sl"):
            assert reader_texts().text(language, finding.code, **finding.params)
    return [(f.severity.value, f.code.removeprefix("templates-check-"), f.where) for f in findings]


def rendered_with(body: str) -> Rendered:
    return render(replace(DOCUMENT, blocks=(replace(samples.SHIPWRECK, body_html=body),)))


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
        ({"html": GOOD.html + "<!--" + "x" * 102 * 1024 + "-->"}, ("warning", "html-too-big", "html")),
    ],
)
def test_each_defect_is_found(changes: dict[str, str], expected: tuple[str, str, str] | None) -> None:
    found = codes(replace(GOOD, **changes))
    assert found == [] if expected is None else expected in found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>lorem ipsum dolor</p>", ("error", "unresolved", "html")),
        ("<p>The report is attached.</p>", ("warning", "attachment", "html")),
        ("<p>Poročilo je v prilogi.</p>", ("warning", "attachment", "html")),
        ("<p>التقرير مرفق.</p>", ("warning", "attachment", "html")),
        ('<p><a href="/list">x</a></p>', ("error", "link-relative", "html")),
        ('<p><a href="www.x.example">x</a></p>', ("error", "link-relative", "html")),
        ('<p><a href="javascript:x">x</a></p>', ("error", "link-relative", "html")),
        ('<p><a href="http://x.example">x</a></p>', ("error", "link-insecure", "html")),
        ('<p><img src="https://x.example/a.png"/></p>', ("error", "alt-missing", "html")),
    ],
)
def test_defects_of_an_items_text_are_found(body: str, expected: tuple[str, str, str]) -> None:
    assert codes(replace(GOOD, html=rendered_with(body).html)) == [expected]


@pytest.mark.parametrize(
    "body",
    ['<a href="mailto:a@x.example">x</a>', '<a href="http://127.0.0.1:8000/a">x</a>', "<p>todo, methodology</p>"],
)
def test_what_is_fine_is_not_found(body: str) -> None:
    assert codes(replace(GOOD, html=rendered_with(body).html)) == []


def test_a_brand_without_postal_address_is_an_error() -> None:
    document = replace(DOCUMENT, brand=replace(samples.BRAND, postal_address=" "))
    found = check_rendered(document, render(document))
    assert [(f.severity, f.code) for f in found] == [
        (Severity.ERROR, "templates-check-postal-address-missing")
    ] * 2
    assert {f.language for f in found} == {"en"}
