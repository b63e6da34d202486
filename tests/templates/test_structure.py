"""The check of a mail's structure, alone: what people who do not see it need to find their way."""

import pytest

from templates.checks.structure import check_structure
from templates.html_facts import read_html

TITLE = "<title>A title</title>"


def codes(html: str) -> list[str]:
    return [finding.code.removeprefix("templates-check-") for finding in check_structure(read_html(html))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"{TITLE}<h1>a</h1><h2>b</h2><h2>c</h2><h1>d</h1>", []),
        (TITLE, []),
        ("<h1>a</h1>", ["title-missing"]),
        (f"{TITLE}<h2>a</h2>", ["heading-first"]),
        (f"{TITLE}<h1>a</h1><h3>b</h3><h5>c</h5>", ["heading-skipped"]),
        (f"{TITLE}<table><tr><td>a</td></tr></table>", ["table-without-role"]),
        (f'{TITLE}<table role="presentation"><tr><td>a</td></tr></table>', []),
    ],
)
def test_each_fault_is_named_once(html: str, expected: list[str]) -> None:
    assert codes(html) == expected


def test_who_has_no_subject_yet_is_not_told_of_the_title_too() -> None:
    assert list(check_structure(read_html("<h1>a</h1>"), has_subject=False)) == []
