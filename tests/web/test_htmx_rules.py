"""htmx is told by attributes what to send and where to put the answer, and never what to run."""

import re

from tests.project.test_rules import ROOT

PAGES = sorted((ROOT / "web").rglob("*.j2")) + sorted((ROOT / "web/editor/src").glob("*.ts"))
RUNS_CODE = re.compile(
    r"\bhx-on\b|\bhx-live\b|\b(?:hx-\w[\w:-]*)=\"\s*(?:js|javascript):|hx-trigger=\"[^\"]*\[|\bhx-eval\b"
)


def test_no_attribute_holds_a_script() -> None:
    assert any("hx-post" in page.read_text(encoding="utf-8") for page in PAGES)
    assert [page.name for page in PAGES if RUNS_CODE.search(page.read_text(encoding="utf-8"))] == []


def test_a_script_in_an_attribute_is_noticed() -> None:
    for attribute in (
        'hx-on:click="x()"',
        'hx-vals="js:{a: 1}"',
        'hx-vals="javascript:{}"',
        'hx-trigger="click[x()]"',
    ):
        assert RUNS_CODE.search(attribute)
