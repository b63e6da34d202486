"""Words that cannot be read are found, by day and by night; what cannot be known is left alone."""

import pytest
from playwright.sync_api import Page

from core.languages import READER_LANGUAGES
from templates.check import Finding
from templates.checks.contrast import check_contrast
from templates.colour import contrast
from templates.html_tree import read_tree
from tests.axe import violations
from tests.templates.every_mail import MAILS
from tests.templates.samples import STRANGE

DARK = "@media (prefers-color-scheme: dark)"


def findings_in(html: str) -> list[Finding]:
    return list(check_contrast(read_tree(html)))


def mail(body: str, css: str = "") -> str:
    return f'<html lang="en"><head><title>x</title><style>{css}</style></head><body>{body}</body></html>'


@pytest.mark.parametrize("name", MAILS)
def test_the_librarys_mails_can_be_read_by_day_and_by_night(name: str) -> None:
    assert findings_in(MAILS[name]) == []


PALE = {
    "on the program's white": '<p style="color:#999999">pale</p>',
    "on a ground of its own": '<p style="color:#ffffff;background-color:#cccccc">pale</p>',
    "on a ground further out": '<div style="background:#8a1c1c"><p style="color:#b03030">pale</p></div>',
    "on the ground of an old attribute": '<table bgcolor="#222222"><td style="color:#444">pale</td></table>',
    "in an old element": '<font color="#aaaaaa">pale</font>',
    "where the name of a colour says it": '<p style="color:silver">pale</p>',
    "through its own transparency": '<p style="color:rgba(0,0,0,0.4)">pale</p>',
    "through the ground's": '<p style="color:#777;background-color:rgba(0,0,0,0.1)">pale</p>',
    "though they are bold": '<p style="color:#949494;font-size:16px;font-weight:700">pale</p>',
    "though they are large": '<h1 style="color:#bbbbbb">pale</h1>',
    "with a shorthand for their size": '<p style="font:bold 14px/1.2 Arial;color:#999">pale</p>',
    "beside what is hidden": '<div>a<p style="display:none">b</p><i style="color:#aaa">pale</i></div>',
}


@pytest.mark.parametrize("case", PALE)
def test_words_too_pale_are_found(case: str) -> None:
    (finding,) = findings_in(mail(PALE[case]))
    assert finding.code == "templates-check-contrast"
    assert finding.params["words"] == "pale"
    assert finding.params["scheme"] == "light"


@pytest.mark.browser
@pytest.mark.parametrize("case", PALE)
def test_axe_finds_them_too(page: Page, case: str) -> None:
    page.set_content(f"<!doctype html>{mail(PALE[case])}")
    assert "color-contrast" in {rule for rule, _ in violations(page)}


READABLE = {
    "dark on white": '<p style="color:#595959">fine</p>',
    "large": '<h1 style="color:#808080">fine</h1>',
    "large by its attribute": '<p style="color:#808080;font-size:18pt">fine</p>',
    "bold and fairly large": '<b style="color:#808080;font-size:19px">fine</b>',
    "large by what is around": '<p style="font-size:32px;color:#808080"><i style="font-size:0.8em">fine</i></p>',
    "not there": '<p style="display:none;color:#fff">gone</p>',
    "not there with what it stands in": '<div style="max-height:0;color:#fff"><p>gone</p></div>',
    "not seen": '<p style="visibility:hidden;color:#fff">gone</p>',
    "of no size": '<p style="font-size:0;color:#fff">gone</p>',
    "no words": '<p style="color:#eee">·&nbsp;|</p>',
    "in Outlook's own part": '<!--[if mso]><p style="color:#fff">gone</p><![endif]-->',
}


@pytest.mark.parametrize("case", READABLE)
def test_what_can_be_read_is_not_found(case: str) -> None:
    assert findings_in(mail(READABLE[case])) == []


UNKNOWN = {
    "a picture behind": '<div style="background:#fff url(a.png)"><p style="color:#fff">over it</p></div>',
    "a picture of an old attribute": '<table background="a.png"><td style="color:#fff">over it</td></table>',
    "a gradient": '<div style="background-image:linear-gradient(#000,#fff);color:#888">over it</div>',
    "a variable": '<p style="color:var(--pale)">who knows</p>',
    "the program's links": '<div style="background:#0000c0"><a href="https://x.example">who knows</a></div>',
    "something half seen": '<div style="opacity:0.5;color:#ccc"><p style="color:#ddd">who knows</p></div>',
    "something that lies elsewhere": '<div style="position:absolute;color:#fff">who knows</div>',
    "the program's buttons": '<button style="color:#ccc">who knows</button>',
    "a size that follows the program's": '<p style="font-size:2rem;color:#808080">perhaps large</p>',
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_what_is_unknown_is_never_guessed(case: str) -> None:
    assert findings_in(mail(UNKNOWN[case])) == []


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (f"{DARK} {{ body {{ background: #121212 !important }} }}", '<p style="color:#333">dim</p>'),
        (f"{DARK} {{ .ink {{ color: #eee !important }} }}", '<p class="ink" style="background:#fff">dim</p>'),
        (
            "@media screen and (prefers-color-scheme:dark) { td > p { color: #ddd } }",
            '<table><td style="background:#fff"><p>dim</p></td></table>',
        ),
    ],
)
def test_words_that_only_the_night_swallows_are_found(css: str, body: str) -> None:
    (finding,) = findings_in(mail(body, css))
    assert (finding.params["scheme"], finding.params["words"]) == ("dark", "dim")


@pytest.mark.parametrize(
    "css",
    [
        f"{DARK} {{ body {{ background: #121212 }} }}",
        "@media print { p { color: #ccc !important } }",
        "@media (min-device-pixel-ratio: 2) { p { color: #ccc !important } }",
        "p:hover { color: #ccc !important }",
        "p { color: #ccc }",
        "p:nonsense(1) { color: #ccc !important }",
        "@supports (color: red) { p { color: #ccc !important } }",
    ],
)
def test_rules_that_do_not_hold_change_nothing(css: str) -> None:
    page = mail('<div style="background-color:#fff"><p style="color:#222">fine</p></div>', css)
    assert findings_in(page) == []


def test_words_are_looked_at_on_a_telephone_too() -> None:
    css = "@media (max-width: 480px) { h1 { font-size: 16px !important } }"
    (finding,) = findings_in(mail('<h1 style="color:#949494;font-weight:400">pale</h1>', css))
    assert finding.params["needed"] == "4.5"


def test_two_colours_are_told_once_with_the_first_words_that_have_them() -> None:
    many = '<p style="color:#aaa">' + "pale words " * 9 + "</p>" + '<p style="color:#aaa">others</p>' * 5
    (finding,) = findings_in(mail(many))
    assert str(finding.params["words"]).startswith("pale words pale words")
    assert len(str(finding.params["words"])) <= 41
    assert (finding.params["ink"], finding.params["ground"]) == ("#aaaaaa", "#ffffff")
    assert finding.params["found"] == "2.32"


def test_what_is_just_too_little_is_not_told_as_enough() -> None:
    assert f"{contrast('#727877', '#ffffff'):.2f}" == "4.50"
    (finding,) = findings_in(mail('<p style="color:#727877">pale</p>'))
    assert (finding.params["found"], finding.params["needed"]) == ("4.49", "4.5")


@pytest.mark.parametrize("html", STRANGE)
def test_no_html_is_too_strange(html: str) -> None:
    assert findings_in(html) == []


def test_an_accent_that_cannot_be_read_at_night_would_be_found() -> None:
    html = MAILS["statement.en"]
    dimmed = html.replace(".ink,.ink>div{color:#ececea!important}", "", 1)
    assert {finding.params["scheme"] for finding in findings_in(dimmed)} == {"dark"}


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_a_sheet_of_another_colour_is_found_in_every_language(language: str) -> None:
    findings = findings_in(MAILS[f"bulletin.{language}"].replace("#ffffff", "#777777"))
    assert {finding.params["ground"] for finding in findings} >= {"#777777"}
