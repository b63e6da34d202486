"""A no is recorded, however its address is written; what has no address is refused with its line, and said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from subscribers.csv_noes import No
from subscribers.csv_row import RowDefaults, read_row
from subscribers.person import read_address
from subscribers.tables import SuppressionReason
from subscribers.written_address import addresses_in
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET, hash_of, session_beside_imports
from tests.subscribers.test_exports_of_noes import NO, YES, bring_in, statuses, suppressions

Csv = Callable[[str | bytes], Path]

pytestmark = pytest.mark.usefixtures("list_id")

ADDRESSES = st.from_regex(
    r"[a-z][a-z0-9]{0,8}([.+'_-][a-z0-9]{1,6})?@[a-z]{2,8}\.(example|org|si)", fullmatch=True
)
WAYS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "with a name": "Ana Novak <{}>".format,
    "with a name in quotes": '"Novak, Ana" <{}>'.format,
    "no space": "Ana<{}>".format,
    "angle brackets": "<{}>".format,
    "name behind": "{} (Ana Novak)".format,
    "mailto": "mailto:{}".format,
    "mailto in capitals": "MAILTO:{}".format,
    "mailto with a subject": "mailto:{}?subject=Odjava&body=x".format,
    "mailto, escaped": lambda address: "mailto:" + address.replace("+", "%2B").replace("@", "%40"),
    "Markdown": "[{0}](mailto:{0})".format,
    "HTML": '<a href="mailto:{0}">{0}</a>'.format,
    "HTML's at": lambda address: address.replace("@", "&#64;"),
    "dot": "{}.".format,
    "comma": "{},".format,
    "semicolons": "{};;".format,
    "dots and commas": "...{} ., ".format,
    "quotes": "»{}«".format,
    "single quotes": "'{}'".format,
    "a spreadsheet's apostrophe": "'{}".format,
    "spaces inside": lambda address: address.replace("@", " @ "),
    "at in brackets": lambda address: address.replace("@", " (at) "),
    "full width": lambda address: address.replace("@", "＠"),
    "zero width": lambda address: "\ufeff" + address.replace("@", "\u200b@\u00ad"),
    "no-break space": "\u00a0{}\u00a0".format,
    "a list": "- {}".format,
    "a label": "E-pošta: {}".format,
    "an equal sign": "email={}".format,
    "in a sentence": "Prosim, odjavite {}. Hvala".format,
    "stars": "**{}**".format,
}


@given(address=ADDRESSES, way=st.sampled_from(sorted(WAYS)))
def test_an_address_is_found_however_it_is_written(address: str, way: str) -> None:
    keys = {parsed.key for parsed in addresses_in(WAYS[way](address))}
    assert address.casefold() in keys
    assert len(keys) <= 2


@given(st.lists(ADDRESSES, min_size=1, max_size=4, unique=True), st.sampled_from([", ", ";", " / ", "\n", " in "]))
def test_of_several_addresses_each_is_found(addresses: list[str], between: str) -> None:
    assert set(addresses) <= {parsed.key for parsed in addresses_in(between.join(addresses))}


@given(st.text() | st.text(alphabet="ab@.<>'&;%40 -/", max_size=30))
def test_a_no_means_whom_a_yes_in_the_same_cell_would_mean(cell: str) -> None:
    try:
        meant = read_address(cell)
    except InputRefused:
        return
    assert meant in addresses_in(cell)


@given(st.text(alphabet=st.characters(exclude_characters="@＠﹫&%([{")))
def test_where_there_is_no_at_there_is_no_address(cell: str) -> None:
    assert addresses_in(cell) == []


@pytest.mark.parametrize(
    "cell", ["", "Ana Novak", "ana@", "@example.org", "Ana @ Novak", "žiga@example.org", "a@b"]
)
def test_nobody_elses_address_is_made_of_what_is_none(cell: str) -> None:
    assert addresses_in(cell) == []


@given(
    address=ADDRESSES,
    way=st.sampled_from(sorted(WAYS)),
    refusal=st.sampled_from(
        [
            {"defaults": RowDefaults(no=No.OPTED_OUT)},
            {"noes": [("unsubtime", "2021-05-05")]},
            {"status": "cleaned"},
        ]
    ),
)
def test_no_way_of_writing_an_address_loses_its_no(address: str, way: str, refusal: dict[str, object]) -> None:
    cells = {"address": WAYS[way](address), "status": str(refusal.get("status", ""))}
    more = {name: value for name, value in refusal.items() if name != "status"}
    rows = read_row(2, cells, secret=SECRET, **more)  # type: ignore[arg-type]  # one of the three
    assert hash_of(address) in {row.address_hash for row in rows}
    assert all(row.is_no for row in rows)


WRITTEN = {
    "Ana <ana@example.org>": "ana",
    '"""Bor"" <bor@example.org>"': "bor",
    '"Cene" <cene@example.org>': "cene",
    '"Rus, Dora <dora@example.org>"': "dora",
    "mailto:eva@example.org": "eva",
    "Fran@EXAMPLE.org.": "fran",
    "<gal@example.org>": "gal",
}


@pytest.mark.parametrize("kind", ["everybody", "status", "column"])
def test_in_every_kind_of_file_they_are_recorded(database: Database, csv: Csv, kind: str) -> None:
    end, more = {
        "everybody": ("", {"all_said": No.UNSUBSCRIBED}),
        "status": (",unsubscribed", {}),
        "column": (",2021-05-05", {}),
    }[kind]
    header = {"everybody": "email", "status": "email,status", "column": "email,UNSUB_TIME"}[kind]
    broken = f"Kos, Hana <hana@example.org>{end}"
    rows = "".join(f"{written}{end}\n" for written in [*WRITTEN, broken])
    with session_beside_imports(database) as session:
        yes = "".join(f"{name}@example.org\n" for name in [*WRITTEN.values(), "hana"])
        bring_in(session, csv("email\n" + yes))
        report = bring_in(session, csv(f"{header}\n{rows}"), **more)
        assert report.refused == []
        assert report.noes == len(WRITTEN) + 1
        assert {name.casefold(): status for name, status in statuses(session).items()} == dict.fromkeys(
            [*WRITTEN.values(), "hana"], NO
        )


def test_two_addresses_of_one_row_are_two_noes(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email\nana@example.org\n"))
        report = bring_in(session, csv('email,status\n"bor@example.org; ana@example.org",cleaned\n'))
        assert (report.suppressed, report.refused) == (2, [])
        assert suppressions(session) == dict.fromkeys(
            [hash_of("ana@example.org"), hash_of("bor@example.org")], SuppressionReason.BOUNCED
        )
        report = bring_in(session, csv('email,status\n"cene@example.org ana@example.org",unsubscribed\n'))
        assert report.unsubscribed == 2
        assert statuses(session) == {"ana": NO, "cene": NO}


def test_what_has_no_address_is_refused_with_its_line(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(
            session, csv("email,status\nana@example.org,cleaned\nAna Novak,unsubscribed\n,cleaned\n")
        )
        assert [(row.line, row.code) for row in report.refused] == [
            (3, "subscribers-no-without-address"),
            (4, "subscribers-no-without-address"),
        ]
        assert report.refused[0].params == {"words": "Ana Novak"}
        assert report.noes_without_address == 2
        assert report.noes == 1


def test_a_broken_row_is_never_a_yes(database: Database, csv: Csv) -> None:
    rows = '"Ana" <ana@example.org>,active\nKos, Bor <bor@example.org>,active\ncene@example.org,active\n'
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,status\n{rows}"))
        assert [(row.line, row.code) for row in report.refused] == [
            (2, "subscribers-row-quotes"),
            (3, "subscribers-row-columns"),
        ]
        assert statuses(session) == {"cene": YES}


REFUSED = {
    "a comma too many, and no sign of a no": "rosa@example.org,unsubscribed,too many mails, really",
    "a word that nobody knows": '"Rosa <rosa@example.org>",gone away',
    "in the wrong column": "unsubscribed,rosa@example.org",
    "a column too few": "mailto:rosa@example.org",
    "two addresses": "miha@example.org rosa@example.org,hmm",
    "quotation marks": '"Rosa" "rosa@example.org",???',
    "bytes that are no text": "rosa@example.org,\0unsubscribed",
    "too long a line": "rosa@example.org,unsubscribed" + " sorry" * 900,
    "a language that nobody knows": "rosa@example.org,active,Klingon",
}


@pytest.mark.parametrize("row", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("chunk", [1, 1_000])
@on_sqlite
def test_whom_a_refused_row_names_gets_no_yes_from_another(
    database: Database, csv: Csv, chunks_of: Callable[[int], None], row: str, *, is_first: bool, chunk: int
) -> None:
    """Wherever it stands: it may have been a no. Who is on the list already stays as they were."""
    chunks_of(chunk)
    header = "email,status,language" if row.endswith("Klingon") else "email,status"
    end = ",sl" if row.endswith("Klingon") else ""
    yes = [f"ana@example.org,active{end}", f"Rosa@example.org,active{end}", f"rosa@example.org,active{end}"]
    rows = [row, *yes] if is_first else [*yes, row]
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("\n".join([header, *rows]) + "\n"))
        assert statuses(session) == {"ana": YES}
        other = rows.index(row) + 2
        doubted = [doubt for doubt in report.refused if doubt.code == "subscribers-row-doubted"]
        assert [doubt.params for doubt in doubted] == [{"other": other}, {"other": other}]


UNREADABLE = {
    "a comma in the domain": "rosa@noes,example,unsubscribed",
    "in words": "rosa at noes dot example,unsubscribed",
    "in Slovenian words": "rosa (afna) noes pika example,unsubscribed",
    "two at signs": "rosa@@noes.example,unsubscribed",
    "a quoted local part": '"""rosa""@noes.example",unsubscribed',
    "a comment": "rosa(work)@noes.example,unsubscribed",
    "a space": "rosa@noes example,unsubscribed",
    "two dots": "rosa@noes..example,unsubscribed",
    "a no-break space": "ro\u00a0sa@noes.example,unsubscribed",
    "a slash for a dot, and somebody else beside it": "rosa@noes/example by ana@example.org,x,unsubscribed",
}


@pytest.mark.parametrize("row", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("is_first", [False, True])
@on_sqlite
def test_a_no_whose_address_cannot_be_read_is_no_yes_elsewhere(
    database: Database, csv: Csv, row: str, *, is_first: bool
) -> None:
    yes = ["rosa@noes.example,active", "miha@example.org,active"]
    rows = [row, *yes] if is_first else [*yes, row]
    with session_beside_imports(database) as session:
        bring_in(session, csv("\n".join(["email,status", *rows]) + "\n"))
        people = statuses(session)
        assert people.get("rosa") is not YES
        assert people["miha"] is YES


def test_a_row_that_only_repeats_another_makes_it_no_doubt(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email\nana@example.org\nana@example.org\nnobody\n"))
        assert [(row.line, row.code) for row in report.refused] == [
            (3, "subscribers-row-repeated"),
            (4, "subscribers-address-without-at"),
        ]
        assert statuses(session) == {"ana": YES}


def test_a_refused_row_speaks_of_the_address_in_its_own_column(database: Database, csv: Csv) -> None:
    """Whoever is named beside it, as who brought them in, has nothing to do with it."""
    with session_beside_imports(database) as session:
        rows = "rosa@example.org,ana@example.org,hmm\nana@example.org,,active\n"
        assert bring_in(session, csv("email,Brought in by,status\n" + rows), ignored_columns=["#2"]).imported == 1
        assert statuses(session) == {"ana": YES}


def test_a_no_is_recorded_whatever_else_cannot_be_read(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        rows = "rosa@example.org,active\nrosa@example.org,hmm\nrosa@example.org,unsubscribed\n"
        assert bring_in(session, csv("email,status\n" + rows)).unsubscribed == 1
        assert statuses(session) == {"rosa": NO}


def test_a_no_counts_also_for_an_address_that_no_yes_may_have() -> None:
    """More than 64 characters before the @ (RFC 5321): somebody may be on a list with it since before they were
    refused."""
    assert [parsed.value for parsed in addresses_in("a" * 65 + "@example.org")] == ["a" * 65 + "@example.org"]
