"""Core holds no business noun: what every room stands on knows of no mail, no reader and no campaign."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.test_rules import ROOT

NOUNS = re.compile(
    "provider|campaign|subscri|newsletter|sender|delivery|deliveries|recipient|mailing|bulletin|consent|approv|sign_?up|automation"
    "|bounce|publication|simulator_key|webhook",
    re.IGNORECASE,
)
MAY_NAME = {"core/public_urls.py"}
"""Every address that a mail can contain, in one place that makers of links and of routes both reach."""
CORE = sorted(path for path in (ROOT / "core").rglob("*.py") if path.relative_to(ROOT).as_posix() not in MAY_NAME)


def _identifiers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                yield name
            case ast.keyword(arg=str(name)) | ast.alias(name=name):
                yield name


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_in_core_is_a_business_noun(path: Path) -> None:
    names = {path.stem, *_identifiers(ast.parse(path.read_text(encoding="utf-8")))}
    assert sorted(name for name in names if NOUNS.search(name)) == []


def test_no_text_of_core_is_about_the_business() -> None:
    keys = re.findall(
        r"^([a-z][a-z0-9-]*) =", (ROOT / "core/texts/en.ftl").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert keys
    assert [key for key in keys if NOUNS.search(key)] == []


@pytest.mark.parametrize(
    "line",
    ["brevo_provider = 1", "def send(campaign_id): ...", "class SubscriberTable: ...", "settings.sign_up_sender"],
)
def test_a_business_noun_is_noticed(line: str) -> None:
    assert any(NOUNS.search(name) for name in _identifiers(ast.parse(line)))
