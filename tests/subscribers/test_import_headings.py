"""Headings inside a file, and headers of second ones: nobody below is subscribed until a person has looked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from tests.databases import on_sqlite
from tests.subscribers.conftest import session_beside_imports
from tests.subscribers.test_exports_of_noes import bring_in, statuses
from tests.subscribers.test_unread_columns import read_text

Csv = Callable[[str | bytes], Path]

pytestmark = pytest.mark.usefixtures("list_id")


@pytest.mark.parametrize(
    ("header", "heading"),
    [
        ("email,name", "Unsubscribed,"), ("email,name", "--- ODJAVLJENI ---"), ("email", "# unsubscribed"),
        ("email,name,status", "Nočejo pošte:,,"), ("email,Notes", "ti ne več,"), ("email", "Отписавшиеся"),
        ("ime,email", "ODJAVLJENI,"), ("email,ime,kraj", ",,ODJAVLJENI"), ("email,ime", "Odjavljeni (2022),"),
        ("email,ime", "Odjavljeni 1. 1. 2022,"), ("email,ime", "UNSUBSCRIBED & BOUNCED,"),
        ("email,ime", "ODJAVLJENI,Ime"), ("email,ime", "Odjavljeni,12"),
        ("email,created_at", "email,unsubscribed_at"),
        ("email,ime,kraj,telefon", "email,ime,kraj,odjava"), ("email,ime,kraj", "ime,E-naslov,stanje"),
        ("email,ime", "odjavljen e-naslov,ime"), ("email,ime", "Odjavljeni (info@org.si),"),
        ("email,ime", "-----,"), ("email,ime,kraj", "ODJAVLJENI"), ("email;ime;kraj", ";;Odjavljeni"),
        ("email,ime,kraj", "=====,ODJAVLJENI,====="), ("email,ime,kraj", "Ven,ven,VEN"),
        ("email", "Ven\u2028a\u2028b\u2028c"),
    ],
)  # fmt: skip
@on_sqlite
def test_whoever_stands_below_a_heading_is_not_subscribed(
    database: Database, csv: Csv, header: str, heading: str
) -> None:
    """Whatever it says: it may be about those who said no."""
    delimiter = ";" if ";" in header else ","
    people = [
        delimiter.join(f"{who}@example.org" if title == "email" else "" for title in header.split(delimiter))
        for who in "ab"
    ]
    rows = [people[0], heading, people[1]]
    with session_beside_imports(database) as session:
        with pytest.raises(InputRefused, match="subscribers-file-heading") as refused:
            bring_in(session, csv("\n".join([header, *rows]) + "\n"))
        assert refused.value.params["line"] == 3
        assert statuses(session) == {}
        report = bring_in(session, csv("\n".join([header, *rows[:2]]) + "\n"))
        assert (report.imported, len(report.refused)) == (1, 1), "nobody stands below it"


PEOPLE = ["a@example.org,Ana,Koper", "b@example.org,Bor,Celje", "c@example.org,Cene,"]
FILLED = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters='@＠﹫,;\t"&%'), min_size=1)


@given(
    places=st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True), place=st.integers(0, 3), text=FILLED
)
def test_nobody_stands_below_at_most_two_cells_without_an_address(
    places: list[int], place: int, text: str
) -> None:
    """In whatever columns, and whatever they say."""
    heading = ",".join(text if number in places else "" for number in range(3))
    file = "\n".join(["email,Ime,Kraj", *PEOPLE[:place], heading, *PEOPLE[place:]])
    try:
        read = read_text(file)
    except InputRefused as error:
        assert error.params["line"] == place + 2  # noqa: PT017  or nobody stands below it
    else:
        assert len(read) == place == len(PEOPLE)


def test_a_person_without_an_address_is_one_refused_row(database: Database, csv: Csv) -> None:
    rows = "ana.example.org,Ana,Koper,sl\n,Bor,,sl\n,Cene,Celje,sl\nd@example.org,Dora,Kranj,sl\n"
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,Ime,Kraj,jezik\n{rows}"))
        assert (report.imported, [row.line for row in report.refused]) == (1, [2, 3, 4])


def test_a_name_and_a_language_are_a_person_unless_the_name_says_no(database: Database, csv: Csv) -> None:
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-heading"),
    ):
        bring_in(session, csv("email,Ime,jezik\n,ODJAVLJENI,sl\nb@example.org,Bor,sl\n"))


@pytest.mark.parametrize("address", ["#b@example.org", "-b@example.org", "!b@example.org", "*b@example.org",
                                     "~b@example.org", "/b@example.org", "'b@example.org"])  # fmt: skip
@on_sqlite
def test_an_address_that_is_struck_out_is_no_other_address(database: Database, csv: Csv, address: str) -> None:
    """And whom it may name gets no yes from another row."""
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email\na@example.org\n{address}\nb@example.org\n"))
        assert [(row.line, row.code) for row in report.refused] == [
            (3, "subscribers-row-address-struck-out"),
            (4, "subscribers-row-doubted"),
        ]
        assert set(statuses(session)) == {"a"}
