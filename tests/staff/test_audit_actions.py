"""Every action in the audit log has a text in each language of staff pages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import migrations.tables
from campaigns.editorial.manage_list import _EVENT
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from staff.audit_actions import ACTIONS, text_key

ROOT = Path(__file__).parents[2]
ROOMS = ("campaigns", "cli", "news", "scheduler", "staff", "subscribers", "web")
ACTION = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")
LOGS = {"info", "warning", "error", "debug", "exception"}
OTHERWISE = {
    "automation.acted", "automation.held", "list.protected", "list.renamed", "list.unprotected", "export.xlsx",
    "news.decoders", "subscribers.csv", "subscribers.decoders",
}  # fmt: skip
"""Names of events in the operator's log, of files and of modules."""
FORMER = {"user.sees_protected_readers", "user.sees_protected_readers_no_more"}
"""Written by earlier versions."""


def written_in_code() -> set[str]:
    """Strings that read like an action of an area that there is, and are neither logged nor columns."""
    areas = {action.partition(".")[0] for action in ACTIONS}
    tables = SQLModel.metadata.tables.values()
    columns = {f"{table.name}.{column.name}" for table in tables for column in table.columns}
    strings = {f"list.{what}" for what in _EVENT.values()}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            strings |= set(_strings(ast.parse(path.read_text(encoding="utf-8"))))
    return {text for text in strings if text.partition(".")[0] in areas} - columns - OTHERWISE


def _strings(node: ast.AST) -> Iterator[str]:
    is_log = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOGS
    if is_log:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ACTION.fullmatch(node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _strings(child)


def test_the_list_of_actions_is_what_the_program_writes() -> None:
    assert migrations.tables.METADATA is SQLModel.metadata
    assert written_in_code() == ACTIONS - FORMER


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_each_has_a_text_of_its_own(language: str) -> None:
    texts = Texts(["staff"])
    sentences = [texts.text(language, key) for action in ACTIONS if (key := text_key(action))]
    assert len(sentences) == len(ACTIONS) == len(set(sentences))


def test_what_no_version_wrote_has_none() -> None:
    assert text_key("campaign.step_12") is None
