"""Columns are read out as they are seen, in either direction."""

from dataclasses import replace

import pytest

from core.languages import READER_LANGUAGES
from templates.check import check_rendered
from templates.checks.reading_order import check_reading_order
from templates.html_tree import read_tree
from templates.render import render
from tests.templates import library, samples


def findings_in(body: str, language: str = "sl") -> list[str]:
    html = f'<html lang="{language}" dir="auto"><body>{body}</body></html>'
    return [finding.code.removeprefix("templates-check-") for finding in check_reading_order(read_tree(html))]


TWO = "<div>one</div><div>two</div>"


@pytest.mark.parametrize(
    "body",
    [
        f'<table><tr><td style="direction:rtl;padding:0">{TWO}</td></tr></table>',
        '<table dir="rtl"><tbody><tr><td>one</td><td>two</td></tr></tbody></table>',
        f'<div style="color:red; DIRECTION: RTL">{TWO}</div>',
    ],
)
def test_columns_that_run_against_every_language_in_them_are_found(body: str) -> None:
    assert findings_in(body) == ["reading-order"]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (f'<div style="direction:ltr">{TWO}</div>', "sl"),
        (f'<div style="direction:rtl">{TWO}</div>', "ar"),
        (f'<div dir="rtl" lang="fa">{TWO}</div>', "sl"),
        ('<table dir="rtl"><tr><td>1</td><td><a lang="ar">2</a></td></tr></table>', "sl"),
        ('<p dir="rtl">alone</p>', "sl"),
        ('<div dir="rtl"><div>alone</div></div>', "sl"),
        (f'<div dir="auto">{TWO}</div>', "sl"),
        (f'<div dir="rtl">{TWO}</div>', ""),
    ],
)
def test_what_runs_as_its_language_does_or_stands_alone_is_fine(body: str, language: str) -> None:
    assert findings_in(body, language) == []


@pytest.mark.parametrize(
    ("place", "expected"), [("1", ["tab-order"]), ("0", []), ("-1", []), ("x", []), ("9" * 40, ["tab-order"])]
)
def test_a_keyboard_is_led_nowhere_else(place: str, expected: list[str]) -> None:
    assert findings_in(f'<a tabindex="{place}">x</a>') == expected


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_an_item_of_the_other_direction_is_no_fault(language: str) -> None:
    other = "ar" if language in ("sl", "en") else "en"
    document = library.mail("bulletin", language)
    blocks = tuple(library.block(block.kind, other) for block in document.items)
    mixed = replace(document, blocks=(document.blocks[0], *blocks[1:]))
    codes = {finding.code for finding in check_rendered(mixed, render(mixed))}
    assert not codes & {"templates-check-reading-order", "templates-check-tab-order"}


@pytest.mark.parametrize("html", samples.STRANGE)
def test_no_html_is_too_strange(html: str) -> None:
    list(check_reading_order(read_tree(html)))
