"""Every refusal of this room can be read, in every language it may meet its reader in."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

import subscribers
from subscribers.import_tables import ImportState, RowOutcome, UndoOutcome
from subscribers.importers.registry import SYSTEMS
from subscribers.policy import SkipReason

READER_KEYS = re.compile(
    r"subscribers-(consent-wording|address-.+|name-.+|language-.+|.*link-.+|request-unknown|unsubscribed-since|list-closed|question-closed|pause-.+|value-.+|still-wanted-.+)"
)


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def texts(language: str) -> dict[str, set[str]]:
    source = (files("subscribers") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    messages = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, Junk), entry.content
        if isinstance(entry, Message):
            variables = Variables()
            variables.visit(entry)
            assert entry.id.name not in messages
            messages[entry.id.name] = variables.names
    return messages


def codes() -> set[str]:
    folder = Path(subscribers.__path__[0])
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    keys = set(re.findall(r'[^f]"(subscribers-[a-z-]+)"', source))
    purposes = (
        "unsubscribe",
        "preferences",
        "confirmation",
        "invitation",
        "left",
        "address-refusal",
        "still-wanted",
    )
    keys |= {f"subscribers-{purpose}-link-refused" for purpose in purposes}
    keys |= {f"subscribers-outcome-{outcome.value}" for outcome in RowOutcome}
    keys |= {f"subscribers-undo-{outcome.value}" for outcome in UndoOutcome}
    keys |= {f"subscribers-import-{state.value}" for state in ImportState}
    keys |= {f"subscribers-system-{name}" for name in SYSTEMS}
    keys |= {f"subscribers-system-about-{name}" for name in SYSTEMS}
    return keys | {f"subscribers-skip-{reason.value}" for reason in SkipReason}


def test_every_code_has_an_english_text_and_every_text_a_code() -> None:
    assert set(texts("en")) == codes() | {"subscribers-consent-wording"}


def test_slovenian_has_every_text_with_the_same_values() -> None:
    assert texts("sl") == texts("en")


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_what_readers_may_meet_is_there_in_their_language(language: str) -> None:
    expected = {key: names for key, names in texts("en").items() if READER_KEYS.fullmatch(key)}
    assert texts(language) == expected
