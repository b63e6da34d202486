"""Style sheets: fewer characters, the same rules, in elements that Gmail keeps."""

import re
from pathlib import Path

import pytest

import templates
from templates.minify_css import GMAIL_DROPS_ABOVE, LIBRARY_CLASSES, declarations, minified
from tests.templates.every_mail import MAILS

LIBRARY = Path(templates.__file__).parent / "library"


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { color : red ; }", ["a{color:red}"]),
        (".ink > div , .nowhere { color: red !important; }", [".ink>div{color:red!important}"]),
        (".nowhere .ink { color: red }", [".nowhere .ink{color:red}"]),
        (".second .ink { color: red }", []),
        (".ExternalClass { width: 100% } .ii a { color: red }", [".ExternalClass{width:100%}.ii a{color:red}"]),
        ("@media (max-width: 479px) { .ink { color: red } .gone { color: red } }",
         ["@media (max-width:479px){.ink{color:red}}"]),
        ("@media print { .gone { color: red } }", []),
        (":not(.gone) { color: red }", [":not(.gone){color:red}"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_no_element_can_match_is_left_out(css: str, expected: list[str]) -> None:
    assert minified(css, frozenset({"ink"})) == expected


def test_rules_that_a_program_may_not_know_cannot_cost_it_the_others() -> None:
    css = "a{color:red}@media print{a{color:black}}[data-ogsc] a{color:blue}b{color:red}"
    assert minified(css, frozenset()) == [
        "a{color:red}", "@media print{a{color:black}}[data-ogsc] a{color:blue}", "b{color:red}"
    ]  # fmt: skip


def test_no_element_grows_to_what_gmail_drops() -> None:
    css = "".join(f"p a:nth-child({number}){{color:red}}" for number in range(1_000))
    sheets = minified(css, frozenset())
    assert "".join(sheets) == css
    assert max(map(len, sheets)) <= GMAIL_DROPS_ABOVE
    assert max(len(sheet) for html in MAILS.values() for sheet in re.findall("<style.*?</style>", html)) < 4_000


@pytest.mark.parametrize("css", ["a{color:red}}", "} a"])
def test_a_sheet_that_cannot_be_read_stays_as_it_is(css: str) -> None:
    assert minified(css, frozenset()) == [css]


def test_the_librarys_classes_are_known() -> None:
    layout = (LIBRARY / "layout.mjml.j2").read_text(encoding="utf-8")
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{};]*\{)", layout[: layout.index("</mj-style>")]))
    assert named - {"is_arabic_script", "way", "accent_on_dark", "dark_tint"} <= LIBRARY_CLASSES


def test_semicolons_in_an_address_or_in_quotation_marks_part_nothing() -> None:
    style = "background:url(data:image/png;base64,AA);font-family:'a;b'; COLOR : red"
    assert declarations(style) == [
        ("background", "url(data:image/png;base64,AA)"), ("font-family", "'a;b'"), ("color", "red")
    ]  # fmt: skip
