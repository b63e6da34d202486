"""Text without blanks (Chinese, Thai, something pasted in base64) is rendered and checked as quickly as any other.

What is slow here is slow in every preview: these tests say nothing of time, and would not end.
"""

from dataclasses import replace

import pytest

from templates.check import check_rendered
from templates.checks.completeness import check_completeness
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library, samples

LENGTH = 100_000


@pytest.mark.parametrize(
    ("unit", "language"),
    [("中", "sl"), ("[", "sl"), ("[[a|", "sl"), ("a@", "sl"), ("www.", "sl"), ("-", "ar"), (".aa/", "ar")],
)
def test_a_word_of_any_length_is_rendered_and_checked(unit: str, language: str) -> None:
    body = f"<p>{unit * (LENGTH // len(unit))} x</p>"
    item = replace(samples.HOUSING, body_html=body, summary="")
    document = replace(library.mail("bulletin", language), blocks=(item,))
    findings = check_rendered(document, render(document))
    assert "templates-check-words-missing" not in {finding.code for finding in findings}


def test_one_word_again_and_again_is_not_compared_from_each_with_each() -> None:
    item = replace(samples.HOUSING, summary="", body_html=f"<p>{'ha ' * 20_000}end</p>")
    document = replace(samples.BULLETIN_SL, blocks=(item,))
    rendered = render(document)
    assert list(check_completeness(document, rendered, read_html(rendered.html))) == []
    cut = replace(rendered, html=rendered.html.replace("end", ""), text=rendered.text.replace("end", ""))
    codes = {finding.code for finding in check_completeness(document, cut, read_html(cut.html))}
    assert codes == {"templates-check-words-missing"}, "what is missing is found all the same"
