"""Minification: lighter html, the same mail in every program."""

import re
from collections.abc import Callable

import pytest
from mjml import mjml2html
from playwright.sync_api import Page
from tinyhtml5.parser import HTMLParser

import templates.mjml
from core.languages import READER_LANGUAGES
from docs.screenshots import MAILS as DESIGNS
from docs.screenshots import mail
from templates.finish_html import finish_html
from templates.html_facts import read_html
from templates.minify_html import minify_html
from tests.templates.every_mail import MAILS
from tests.templates.test_second_compiler import differ, screenshot

LIMITS = {"publication": 12_200, "project": 9_900, "bulletin": 27_200, "digest": 12_800}
"""Bytes without the words, the addresses counted. A publication stands in two columns, a project has a table, a
funder and partners; a bulletin and a digest have seven items in the examples."""
LIMIT = 9_000


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """A mail as the compiler writes it."""

    def raw(name: str) -> str:
        with monkeypatch.context() as patch:
            patch.setattr(templates.mjml, "minify_html", lambda html: html)
            return mail(*name.split("."))

    return raw


def for_outlook(html: str) -> str:
    """What Word reads: the html in its comments, too."""
    html = re.sub(r"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->", "", html, flags=re.DOTALL)
    return re.sub(r"<!--\[if [^\]]*mso[^\]]*\]>(.*?)<!\[endif\]-->", r"\1", html, flags=re.DOTALL)


def errors_in(html: str) -> list[str]:
    parser = HTMLParser()
    parser.parse(html)
    return [code for _, code, _ in parser.errors]


def shape(html: str) -> list[str]:
    """The tables and cells that Word lays a mail out by, each with its end."""
    return re.findall(r"</?(?:table|tr|td)\b", html)


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_is_light_without_its_words(name: str) -> None:
    html = MAILS[name]
    weight = len(html.encode()) - len(read_html(html).text.encode())
    assert weight <= LIMITS.get(name.partition(".")[0], LIMIT)


@pytest.mark.parametrize("name", MAILS)
def test_every_word_link_picture_and_language_stays(name: str, compiled: Callable[[str], str]) -> None:
    before, after = read_html(compiled(name)), read_html(MAILS[name])
    assert after.text.split() == before.text.split()
    for fact in ("language", "direction", "title", "links", "headings", "targets", "images"):
        assert getattr(after, fact) == getattr(before, fact)


@pytest.mark.parametrize("name", MAILS)
def test_what_outlook_reads_is_well_formed_and_as_wide(name: str, compiled: Callable[[str], str]) -> None:
    html = MAILS[name]
    seen = for_outlook(html)
    opened, closed = ([tag for tag in shape(seen) if tag.startswith("</") is ends] for ends in (False, True))
    assert len(opened) == len(closed)
    assert set(errors_in(seen)) <= set(errors_in(for_outlook(compiled(name))))
    assert html.count('<table border="0" cellpadding="0" cellspacing="0" align="center" width="640"') == 1
    rows = seen.count('style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"')
    assert rows == compiled(name).count('style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"')


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("design", DESIGNS)
def test_no_pixel_changes(page: Page, compiled: Callable[[str], str], design: str, language: str) -> None:
    name = f"{design}.{language}"
    for width in (360, 1200):
        for scheme in ("light", "dark"):
            pictures = []
            for html in (compiled(name), MAILS[name]):
                page.set_content(html)
                pictures.append(screenshot(page, width, scheme))
            assert not differ(*pictures), (width, scheme)


OWN = """<mjml><mj-head><mj-attributes><mj-text padding="10px 25px" /></mj-attributes>
<mj-style>{css}</mj-style></mj-head>
<mj-body width="600px"><mj-section padding="{padding}" background-color="#eeeeee" css-class="all">
<mj-column css-class="{column}"><mj-text css-class="lead" font-size="20px">One <b>two</b></mj-text>
<mj-text font-family="Georgia"><p>three</p><p>four</p><table><tr><td>five</td></tr></table></mj-text>
<mj-button css-class="go" href="https://x.example">six</mj-button><mj-divider /></mj-column></mj-section>
<mj-section><mj-column><mj-text>a</mj-text></mj-column><mj-column><mj-text>b</mj-text></mj-column></mj-section></mj-body></mjml>"""
SHEETS = (
    ".lead div { color: red; }", ".lead > div { color: red; border: 1px solid; }", ".lead > b { color: red; }",
    "td > p { color: red; }", "div > p:first-child { color: red; }",
    ".all > table > tbody > tr > td { color: red; }",
    "td { font-family: monospace; }", ".lead { padding-top: 40px !important; }", "td { padding: 3px !important; }",
    ".mj-column-per-100 { padding: 9px; }", "* { color: green !important; }", "div div div { color: red; }",
    "table > tbody > tr > td { border: 1px solid red; }", ".nowhere { color: red; }", ".all td td { color: red; }",
    ".lead, .lead > div { color: red; }", "table table { margin: 5px; }",
)  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("padding", ["20px 0", "20px", "0"])
def test_whatever_an_own_template_styles_looks_the_same(page: Page, padding: str) -> None:
    different = []
    for column in ("", "side"):
        for css in SHEETS:
            source = OWN.format(css=css, padding=padding, column=column)
            raw = finish_html(str(mjml2html(source, fonts={})))
            pictures = []
            for html in (raw, minify_html(raw)):
                page.set_content(html)
                pictures.append(screenshot(page, 500, "light"))
            if differ(*pictures):
                different.append(css)
    assert different == []


@pytest.mark.parametrize(
    "html",
    ["", "text", "<p>x", "<html><div role='article'><p></div></p></html>", "<div>" * 5_000, "<!-- x", "a < b"],
)
def test_html_that_no_compiler_writes_is_returned_as_it_came(html: str) -> None:
    assert minify_html(html) == html


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_a_mail_that_is_light_is_not_made_lighter(language: str) -> None:
    html = MAILS[f"bulletin.{language}"]
    assert minify_html(html) == html
