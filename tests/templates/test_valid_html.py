"""Html as the standard has it: what a parser would have to forgive, some mail program will not."""

import pytest
from tinyhtml5.parser import HTMLParser

from tests.templates.every_mail import MAILS


def errors_in(html: str) -> list[str]:
    parser = HTMLParser()
    parser.parse(html)
    return [code for _, code, _ in parser.errors]


@pytest.mark.parametrize("name", MAILS)
def test_a_strict_parser_has_nothing_to_forgive(name: str) -> None:
    assert errors_in(MAILS[name]) == []


def test_a_table_that_is_not_closed_is_an_error() -> None:
    assert errors_in("<!doctype html><title>x</title><table><tr><td>x") != []
