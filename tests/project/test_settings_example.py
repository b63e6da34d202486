""".env.example and the settings hold together: every one, with its type, its default and its meaning."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import Secret, SecretStr, TypeAdapter
from pydantic.fields import FieldInfo

from campaigns.settings import all_sections
from core.durations import read_duration
from core.settings import Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
ENTRY = re.compile(r"^((?:# .*\n)+)#(BILTEN_[A-Z_]+)=(.*)$", re.MULTILINE)
HEAD = re.compile(r"^# (?P<type>.+?) \(default: (?P<default>.+)\)$")


@dataclass(frozen=True)
class Entry:
    head: str
    meaning: str
    value: str


def _entries() -> dict[str, Entry]:
    entries = {}
    for comment, name, value in ENTRY.findall(EXAMPLE.read_text(encoding="utf-8")):
        head, _, meaning = comment.partition("\n")
        entries[name.removeprefix("BILTEN_").lower()] = Entry(head, meaning.strip(), value)
    return entries


ENTRIES = _entries()
FIELDS: dict[str, FieldInfo] = dict(Settings.model_fields)
for section in all_sections():
    FIELDS |= {section.prefix + name: field for name, field in section.model_fields.items()}


def _plain(value: object) -> object:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


DURATIONS = sorted(name for name, field in FIELDS.items() if field.annotation is timedelta)


@pytest.mark.parametrize("name", DURATIONS)
def test_a_duration_may_be_a_number_of_seconds(name: str) -> None:
    """As the head of .env.example promises."""
    section = next((kind for kind in all_sections() if name.removeprefix(kind.prefix) in kind.model_fields), None)
    seconds = 400 * 86_400 if name.startswith("retention_") else 90
    variables: dict[str, Secret[object]] = {"provider_timeout": Secret("30"), name: Secret(str(seconds))}
    if section is None:
        assert getattr(load_settings(None, sections=(), **{name: "90"}), name) == timedelta(seconds=90)
    else:
        field = name.removeprefix(section.prefix)
        assert getattr(section.read(variables), field) == timedelta(seconds=seconds)


def test_there_are_durations_and_none_but_a_duration_is_one() -> None:
    assert len(DURATIONS) > 5
    assert read_duration("1.5") == timedelta(seconds=1.5)
    for text in ("", "soon", "PT1H", "nan", "1e99"):
        assert read_duration(text) == text


def test_every_setting_is_in_the_example_and_nothing_else_is() -> None:
    assert sorted(ENTRIES) == sorted(FIELDS)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_setting_is_documented_with_its_type_its_default_and_its_meaning(name: str) -> None:
    head = HEAD.match(ENTRIES[name].head)
    assert head, f"{name}: the first line reads '# type (default: value)'"
    assert ENTRIES[name].meaning, f"{name}: say what it means"
    for choice in _choices(FIELDS[name].annotation):
        assert choice in head["type"], f"{name}: {choice} is possible, too"


@pytest.mark.parametrize("name", sorted(set(FIELDS) - {"secret_key"}))
def test_the_documented_default_is_the_default(name: str) -> None:
    field = FIELDS[name]
    kind: Any = field.annotation
    documented = TypeAdapter(kind).validate_python(ENTRIES[name].value)
    assert _plain(documented) == _plain(field.default)
    if not isinstance(field.default, SecretStr) and field.default != "":
        head = HEAD.match(ENTRIES[name].head)
        assert head
        assert head["default"].split(", ")[0] == ENTRIES[name].value


def test_the_example_gives_away_no_secret_key() -> None:
    assert ENTRIES["secret_key"].value == ""


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [member.value for member in annotation]
    return [choice for choice in get_args(annotation) if isinstance(choice, str)]


def test_durations_are_written_so_that_settings_can_read_them() -> None:
    durations = [name for name, field in FIELDS.items() if field.annotation is timedelta]
    assert durations
    assert all(ENTRIES[name].value.startswith("P") for name in durations)
