"""Names that were encoded twice are said, and a person decides; names that were not are left alone."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from subscribers.alphabets import LATIN_LETTERS
from subscribers.encoded_twice import CODE_PAGES, TWICE, find_twice_encoded, mend
from tests.databases import on_sqlite
from tests.subscribers.test_import_reading import Importing

LETTERS = sorted(
    letter for letter in {*LATIN_LETTERS, *map(str.upper, LATIN_LETTERS), "a", "K"} if len(letter) == 1
)
NAMES = ["Žiga", "Čudna", "Šalamun", "José", "Müller", "محمد", "Владимир"]


def encoded_twice(name: str, codec: str) -> str:
    """As a program does that takes a byte which the code page does not have for itself."""
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in name.encode())


@pytest.mark.parametrize("codec", CODE_PAGES.values())
@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_was_encoded_twice_is_mended(name: str, codec: str) -> None:
    bent = encoded_twice(name, codec)
    assert mend(bent, codec) == name
    finding = find_twice_encoded([f"a@example.org,{bent},sl"])
    assert finding is not None
    assert finding.examples == ((bent, name),)


@given(st.text(LETTERS, min_size=1, max_size=8))
@example("Čšž")
@example("KOČŠAK")
@example("Šćepanović")
def test_a_latin_name_is_left_as_it_is(name: str) -> None:
    assert find_twice_encoded([name]) is None


@pytest.mark.parametrize(
    "name",
    ["اپ", "پژمان", "گلچهره", "کاوه", "محمد", "Јелена", "Ђорђе", "Рђ", "Ана", "Νίκος", "דוד", "Żółć", "“Ana”"],
)
def test_a_name_in_any_script_is_left_as_it_is(name: str) -> None:
    assert find_twice_encoded([name]) is None


CONTENT = (
    "email,name,language\na@example.org,Å½iga,sl\nb@example.org,Å½eljko Å\u00a0alamun,sl\nc@example.org,Špela,sl\n"
)


@on_sqlite
def test_the_import_asks_and_a_person_decides(database: Database, tmp_path: Path) -> None:
    importing = Importing(database, tmp_path)
    with pytest.raises(InputRefused) as refused:
        importing.file(CONTENT)
    assert refused.value.code == "subscribers-file-encoded-twice"
    assert "Å½iga → Žiga; Å½eljko → Željko" in str(refused.value.params["readings"])
    assert importing.people() == {}
    importing.file(CONTENT, encoding="utf-8-as-windows-1252")
    assert importing.people() == {"a": ("Žiga", "sl"), "b": ("Željko Šalamun", "sl"), "c": ("Špela", "sl")}


@on_sqlite
def test_a_person_may_say_that_it_is_right(database: Database, tmp_path: Path) -> None:
    importing = Importing(database, tmp_path)
    importing.file(CONTENT.splitlines()[0] + "\na@example.org,Å½iga,sl\n", encoding="utf-8")
    assert importing.people() == {"a": ("Å½iga", "sl")}


def test_each_choice_is_one_that_a_person_may_name() -> None:
    assert set(TWICE) == {f"utf-8-as-{name}" for name in CODE_PAGES}
