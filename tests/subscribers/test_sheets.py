"""Spreadsheets are read like CSV: rows by their numbers, whole numbers without .0, dates as ISO 8601 has them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from core.db import Database
from core.errors import InputRefused
from subscribers.csv_file import open_csv, open_text
from subscribers.decode_sheet import MAX_UNPACKED, decode_sheet
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.preview_import import preview_file
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET
from tests.subscribers.sheets import Cells, ods, packed, xlsx

Write = Callable[[bytes], Path]

PEOPLE: Cells = [
    [],
    ["E-mail", "Ime", "Jezik", "Telefon", "Rojstni dan"],
    ["ziga@example.org", "Žiga\nČuk, ml.", "sl", 41123456.0, date(1980, 2, 3)],
    ["nobody", "Nobody", "sl", 1, None],
    ["rosa@example.org", '"Rosa"; Novak', "en", 41.5, date(1999, 12, 31)],
]


@pytest.fixture
def sheet(tmp_path: Path) -> Write:
    def write(content: bytes) -> Path:
        path = tmp_path / "people.xlsx"
        path.write_bytes(content)
        return path

    return write


def decoded(content: bytes, sheet: str | None = None, max_rows: int = 10) -> str:
    frame = decode_sheet(content, {"file": "people.xlsx", "sheet": sheet, "max_rows": max_rows})
    return frame.parts[0].decode()


@on_sqlite
@pytest.mark.usefixtures("list_id")
def test_a_sheet_is_imported_by_its_rows(database: Database, sheet: Write) -> None:
    path = sheet(xlsx({"People": PEOPLE}))
    report = import_csv(database, path, ImportRequest("bulletin", "Paper"), secret=SECRET, now=NOON)
    assert report.imported == 2
    assert [(refusal.line, refusal.code) for refusal in report.refused] == [(4, "subscribers-address-without-at")]


def test_numbers_dates_and_words_are_as_people_see_them(sheet: Write) -> None:
    path = sheet(xlsx({"People": PEOPLE}))
    with open_text(path) as file:
        lines = [line.rstrip("\n") for line in iter(file.text.readline, "")]
    assert lines[0] == ""
    assert lines[2] == 'ziga@example.org,"Žiga Čuk, ml.",sl,41123456,1980-02-03'
    with open_csv(path) as csv:
        first, _, last = csv.records()
    assert (first.line, first.cells["name"]) == (3, "Žiga Čuk, ml.")
    assert last.cells["name"] == '"Rosa"; Novak'


def test_the_first_sheet_is_taken_or_the_one_that_is_chosen(sheet: Write) -> None:
    content = xlsx({"First": [["email"], ["a@example.org"]], "Č & Second": [["email"], ["b@example.org"]]})
    assert decoded(content) == "email\na@example.org\n"
    assert decoded(content, "Č & Second") == "email\nb@example.org\n"
    assert decoded(content, "no such") == "email\na@example.org\n"
    preview = preview_file(sheet(content), ImportRequest("bulletin", "Paper", sheet="Č & Second"))
    assert (preview.sheets, preview.sheet) == (["First", "Č & Second"], "Č & Second")
    assert preview.columns[0].cells == ["b@example.org"]


def test_what_a_workbook_hides_is_read_where_somebody_chooses_it(sheet: Write) -> None:
    sheets: dict[str, Cells] = {"Old": [["email"], ["left@example.org"]], "New": [["email"], ["a@example.org"]]}
    content = xlsx(sheets, hidden=["Old"])
    assert decoded(content) == "email\na@example.org\n"
    assert decoded(content, "Old") == "email\nleft@example.org\n"
    assert preview_file(sheet(content), ImportRequest("bulletin", "Paper")).sheets == ["New", "Old"]
    assert decoded(xlsx(sheets, hidden=list(sheets))) == "email\nleft@example.org\n"


def test_an_ods_is_read_too() -> None:
    assert decoded(ods([["email", "name"], ["a@example.org", "Čuk"]])) == "email,name\na@example.org,Čuk\n"


def test_ticks_are_answers() -> None:
    assert decoded(xlsx({"People": [["subscribed"], [True], [False]]})) == "subscribed\ntrue\nfalse\n"


def test_too_many_rows_are_refused() -> None:
    content = xlsx({"People": [["email"], *([f"p{number}@example.org"] for number in range(4))]})
    assert decoded(content, max_rows=4)
    with pytest.raises(InputRefused, match="too-many-rows"):
        decoded(content, max_rows=3)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed({"xl/workbook.xml": b"0" * (MAX_UNPACKED + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(InputRefused, match="sheet-too-large"):
        decoded(bomb)


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 broken", packed({"mimetype": "x"}), bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, xlsx({})],
)
def test_what_is_no_spreadsheet_is_refused_by_its_name(sheet: Write, content: bytes) -> None:
    with pytest.raises(InputRefused) as refused, open_csv(sheet(content)):
        pass
    assert (refused.value.code, refused.value.params["file"]) == ("subscribers-sheet-unreadable", "people.xlsx")
