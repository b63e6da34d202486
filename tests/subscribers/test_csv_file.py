"""CSV as spreadsheets and other tools really write it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from subscribers.csv_answers import ColumnKind
from subscribers.csv_file import MAX_FILE_BYTES, open_csv
from subscribers.csv_header import CsvHeaders
from subscribers.csv_lines import MAX_LINE
from tests.examples import examples

Csv = Callable[[str | bytes], Path]


def read(path: Path) -> list[tuple[int, str]]:
    """Line and address, or line and fault, of every row."""
    with open_csv(path) as file:
        return [(record.line, record.problem or record.cells["address"]) for record in file.records()]


def refusal(path: Path) -> str:
    with pytest.raises(InputRefused) as refused, open_csv(path):
        pass
    assert refused.value.params["file"] == path.name
    return refused.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16", "utf-16-le", "utf-16-be"])
def test_slovenian_letters_survive_every_usual_encoding(csv: Csv, encoding: str) -> None:
    path = csv("e-naslov;ime\nziga@example.org;Žiga Čučnik Šuštar\n".encode(encoding))
    with open_csv(path) as file:
        (record,) = file.records()
    assert record.cells == {"address": "ziga@example.org", "name": "Žiga Čučnik Šuštar"}


def test_a_letter_far_into_the_file_decides_its_encoding(csv: Csv) -> None:
    rows = "".join(f"p{number}@example.org;Ana\n" for number in range(20_000))
    path = csv(f"email;ime\n{rows}ziga@example.org;Žiga\n".encode("cp1250"))
    with open_csv(path) as file:
        *_, last = file.records()
    assert last.cells["name"] == "Žiga"


def test_bytes_of_no_encoding_we_know_are_refused(csv: Csv) -> None:
    assert refusal(csv(b"email\n\x81\x83@example.org\n")) == "subscribers-file-encoding-unclear"
    assert refusal(csv("email\na@example.org\n".encode("utf-16") + b"x")) == "subscribers-file-encoding"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_out(csv: Csv, delimiter: str, newline: str) -> None:
    rows = [["ime", "e-naslov", "jezik"], ['"Novak, Ana; mlajša"', "ana@example.org", "sl"]]
    path = csv(newline.join(delimiter.join(row) for row in rows))
    with open_csv(path) as file:
        (record,) = file.records()
    assert record.cells == {"name": "Novak, Ana; mlajša", "address": "ana@example.org", "language": "sl"}


@pytest.mark.parametrize("sep", ["sep={}", "SEP={}", '"sep={}"', "\ufeffsep={}", "sep={}{}{}"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1250"])
def test_excels_line_about_the_delimiter_is_obeyed(csv: Csv, sep: str, delimiter: str, encoding: str) -> None:
    if "\ufeff" in sep and encoding != "utf-8":
        pytest.skip("that encoding has no byte order mark")
    lines = [sep.replace("{}", delimiter), delimiter.join(("E-pošta", "Ime")), delimiter.join(("a@b.si", "Žagar"))]
    with open_csv(csv("\r\n".join(lines).encode(encoding))) as file:
        (record,) = file.records()
    assert (record.line, record.cells) == (3, {"address": "a@b.si", "name": "Žagar"})


def test_nothing_but_excels_line_is_an_empty_file(csv: Csv) -> None:
    assert refusal(csv("sep=;\r\n")) == "subscribers-file-empty"


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("E-mail,Name,Language,Status", {"address", "name", "language", "status"}),
        ("email address,full_name", {"address", "name"}),
        ("Naslov;Ime;Jezik;Stanje", {"address", "name", "language", "status"}),
        ("E-POŠTA;Ime in priimek", {"address", "name"}),
        ('"email"', {"address"}),
        ("Ime;Ime in priimek;E-pošta", {"address", "name", "first_name"}),
        ("Ime;Priimek;Ime in priimek;E-pošta", {"address", "name", "first_name", "last_name"}),
        ("رایانامه;نام و نام خانوادگی;نام;نام خانوادگی", {"address", "name", "first_name", "last_name"}),
    ],
)
def test_headers_are_understood_in_slovenian_and_english(csv: Csv, header: str, columns: set[str]) -> None:
    with open_csv(csv(header + "\n")) as file:
        assert file.columns == columns
        assert file.ignored == ()


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("Ime;Naslov;Kraj;E-pošta", ["Naslov"]),
        ("Elektronski naslov;Naslov;Ime", ["Naslov"]),
        ("Email;First Name;Last Name;Address;City;State;Status", ["Address", "State"]),
        ("Name;Email;Address", ["Address"]),
    ],
)
def test_a_title_that_may_be_a_home_is_asked_about_beside_a_plainer_one(header: str, asked: list[str]) -> None:
    """And not passed over: a second address may stand under it."""
    headers = CsvHeaders("people.csv", iter([header]))
    headers.check()
    unknown = [column.title for column in headers.unread() if column.kind is not ColumnKind.HARMLESS]
    assert unknown == asked


def test_columns_that_mean_nothing_here_are_named(csv: Csv) -> None:
    with open_csv(csv("id,email,Kraj,\n1,ana@example.org,Koper,\n")) as file:
        assert file.ignored == ("id", "Kraj")
        assert [record.cells for record in file.records()] == [{"address": "ana@example.org"}]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "subscribers-file-empty"),
        (b"\n \r\n\n", "subscribers-file-empty"),
        (b"\xef\xbb\xbf", "subscribers-file-empty"),
        (b"ana@example.org,Ana\nbor@example.org,Bor\n", "subscribers-file-without-header"),
        (b"name,language\nAna,sl\n", "subscribers-file-without-header"),
        (b'"email\nana@example.org\n', "subscribers-file-without-header"),
        ("email,e-pošta\nana@example.org,Koper\n".encode(), "subscribers-file-column-twice"),
        (b"PK\x03\x04\x14\x00", "subscribers-sheet-unreadable"),
        (b"\x00\x01\x02\x03", "subscribers-file-without-header"),
    ],
)
def test_what_is_no_list_of_subscribers_is_refused(csv: Csv, content: bytes, code: str) -> None:
    assert refusal(csv(content)) == code


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nope.csv") == "subscribers-file-missing"
    assert refusal(tmp_path) == "subscribers-file-missing"
    assert refusal(tmp_path / ("x" * 300)) == "subscribers-file-unreadable"


def test_a_file_too_large_to_be_a_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert refusal(path) == "subscribers-file-too-large"


def test_lines_are_numbered_as_an_editor_numbers_them(csv: Csv) -> None:
    path = csv('email,name\r\n\r\na@example.org,"Ana\r\nNovak"\r\n , \r\nb@example.org,Bor\r\nc@example.org\r\n')
    assert read(path) == [(3, "a@example.org"), (6, "b@example.org"), (7, "subscribers-row-columns")]


def refused_at(path: Path) -> int | None:
    """The line on which a quotation begins of which nobody can tell where it ends; None where all can be read."""
    try:
        read(path)
    except InputRefused as error:
        return int(error.params["line"]) if error.code == "subscribers-file-quotes" else -1
    return None


@pytest.mark.parametrize(
    "rows",
    [
        'a@example.org,"Ana\n' + "".join(f"p{number}@example.org,P\n" for number in range(30)),
        'a@example.org,"Ana\nb@example.org,Bor\nc@example.org,"Cene"\n',
        'a@example.org,"Letter:\nhe said "no" to us\nb@example.org,wrote\n"\n',
        '"Ana" <a@example.org>,"Letter:\nb@example.org,wrote\n"\n',
        f'a@example.org,"{"x" * (3 * MAX_LINE)}\nb@example.org,wrote\n"\n',
        f'a@example.org,"Letter:\n{"x" * (3 * MAX_LINE)}\nb@example.org,wrote\n"\n',
        'a@example.org;"Letter:\nb@example.org,wrote\n"\n',
        'a@example.org,"' + "\nb@example.org,wrote" * 2_000 + '"\n',
    ],
)
def test_a_quotation_that_ends_nobody_knows_where_refuses_the_file(csv: Csv, rows: str) -> None:
    """What follows may be rows, or a letter that a note quotes, and people named in it said yes to nothing."""
    assert refused_at(csv(f"email,name\n{rows}")) == 2


def test_a_note_of_many_lines_is_a_cell_and_no_rows(csv: Csv) -> None:
    letter = "Letter:\n" + "hello\n" * 40 + "f2@example.org, f3@example.org\nf4@example.org,wrote: we only ask\n"
    path = csv(f'email,notes\nf1@example.org,"{letter}"\nf5@example.org,\n')
    assert read(path) == [(2, "f1@example.org"), (46, "f5@example.org")]


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.text('a@.,"; \n', max_size=30) | st.sampled_from(["x\n" * 20 + "b@b.si,c\n"]), max_size=4)
)
def test_whatever_stands_in_a_quoted_cell_it_is_never_a_row(csv: Csv, notes: list[str]) -> None:
    rows = "".join('p{}@example.org,"{}"\n'.format(n, note.replace('"', '""')) for n, note in enumerate(notes))
    addresses = [address for _, address in read(csv(f"email,notes\n{rows}"))]
    assert addresses == [f"p{number}@example.org" for number in range(len(notes))]


def test_a_long_line_costs_one_row(csv: Csv) -> None:
    long = "x" * (3 * MAX_LINE + 7)
    records = read(csv(f"email,name\n{long}\n{'y' * (MAX_LINE - 2)},z\nb@example.org,{long}\nc@example.org,C\n"))
    assert records == [
        (2, "subscribers-row-too-long"),
        (3, "y" * (MAX_LINE - 2)),
        (4, "subscribers-row-too-long"),
        (5, "c@example.org"),
    ]


def test_a_row_with_nul_bytes_is_refused(csv: Csv) -> None:
    path = csv(b"email,name\na@example.org,A\x00\nb@example.org,B\n")
    assert read(path) == [(2, "subscribers-row-nul"), (3, "b@example.org")]


def test_empty_cells_too_many_are_what_spreadsheets_do(csv: Csv) -> None:
    path = csv("email,name\na@example.org,A,,\nb@example.org,B,x\n")
    assert read(path) == [(2, "a@example.org"), (3, "subscribers-row-columns")]


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.lists(st.text('a",; ž\0', max_size=12), max_size=12))
def test_rows_after_the_noise_are_read_unless_it_may_be_a_quotation(csv: Csv, noise: list[str]) -> None:
    good = [(number + 2 + len(noise), f"p{number}@example.org") for number in range(12)]
    rows = [f"{address},P" for _, address in good]
    path = csv("\n".join(["email,name", *noise, *rows]))
    if (line := refused_at(path)) is not None:
        assert '"' in noise[line - 2]
        return
    records = read(path)
    assert records[-12:] == good
    lines = [line for line, _ in records]
    assert lines == sorted(set(lines))
