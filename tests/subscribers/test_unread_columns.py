"""Columns that an import does not read: harmless ones by their whole title; any other is looked at by a person.

The rule is about titles. So the cells here are what people write, and no list of them has to be complete.
"""

import csv as csv_module
import shlex
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from subscribers import read_import as module
from subscribers.answer_words import NO, YES, Answer, is_moment, read_answer
from subscribers.bare_words import is_plain_title
from subscribers.csv_answers import ColumnKind, kind_of
from subscribers.csv_encoding import EncodingChoice
from subscribers.csv_file import CsvFile, TextFile
from subscribers.csv_noes import column_of_noes
from subscribers.csv_refused import FirstPassReader
from subscribers.csv_row import ImportedRow, RowDefaults, read_row
from subscribers.csv_titles import column_of
from subscribers.harmless_titles import says_nothing_of_consent
from subscribers.import_report import CsvReport
from subscribers.status import SubscriptionStatus
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET, session_beside_imports
from tests.subscribers.test_exports_of_noes import NO as LEFT
from tests.subscribers.test_exports_of_noes import YES as CONFIRMED
from tests.subscribers.test_exports_of_noes import bring_in, statuses

Csv = Callable[[str | bytes], Path]
UNREAD = "subscribers-file-columns-unread"

pytestmark = pytest.mark.usefixtures("list_id")

NOES = [
    ("No Email", "TRUE"), ("NoEmail", "1"), ("Email preference", "No email"), ("Email Ok", "N"), ("Mail OK", "N"),
    ("E-novice", "ne"), ("Obveščanje", "ne"), ("Mailing", "N"), ("Naročen", "ne"), ("Naročnik", "NE"),
    ("Subscriber", "false"), ("Subscriber?", "No"), ("Aktiven", "ne"), ("aktiv", "nein"), ("verified", "false"),
    ("is_valid", "0"), ("email1_is_bad", "true"), ("DOI", "no"), ("GDPR", "declined"), ("Pošiljanje", "✗"),
    ("Soglasje do", "2022-05-25"), ("Consent until", "1. 1. 2022"), ("Consent expires", "2020-01-01"),
    ("Velja do", "31.12.2021"), ("End date", "2022-01-01"), ("Austritt", "01.01.2022"), ("Izstop", "2022"),
    ("Gekündigt", "ja"), ("Robinsonliste", "x"), ("Ne kontaktiraj", "da"), ("archived_at", "2023-01-01"),
    ("deceased", "yes"), ("Umrl", "2020"), ("Muted", "true"), ("Left on", "2022"), ("", "ne"), ("No", "x"),
    ("Bi radi prejemali?", "NE"), ("Q7", "no"), ("Novičke", "-1"), ("Pisma", "0"), ("Lettre", "non"),
    ("Hírlevél", "nem"), ("Вести", "не"), ("النشرة", "لا"), ("خبرنامه", "خیر"), ("City newsletter", "no"),
    ("Opombe", "prosi, da ji ne pišemo več"), ("Opombe", "ne"), ("Notes", "STOP"), ("Tags", "vip, out"),
    ("Bemerkung", "verstorben"), ("Note", "non vuole ricevere"), ("Megjegyzés", "nem kér hírlevelet"),
    ("Newsletter verweigert", "ja"), ("Newsletter-Verweigerer", "x"), ("Bilten ne več", "da"),
    ("ID newsletter", "2"),
    ("Status članstva", "izključen"), ("Članstvo", "zamrznjeno"), ("Newsletter subscription", "2022-12-31"),
    ("Attributes", '{"newsletter": false, "subscribed": "no"}'), ("attributes", '{"city": {"mail": "no"}}'),
    ("attributes", "[no]"), ("Lists", "none"), ("Consent source", "refused by phone"), ("Phone", "do not mail"),
    ("Company", "odjavljen"), ("bouncecount", "7"), ("OPTIN_TIME", "never"), ("Active subscription", "false"),
    ("Datum soglasja", "2018-05-25 - 2020-01-01"), ("Datum privolitve", "od 2018 do 2020"),
    ("🚫 Newsletter", "da"), ("Newsletter ❌", "x"), ("!subscribed", "1"), ("-subscribed", "1"),
    ("¬ newsletter", "yes"), ("s̶u̶b̶s̶c̶r̶i̶b̶e̶d̶", "1"), ("Bilten", "da?"), ("Bilten", "~~da~~"), ("Bilten", "d̶a̶"),
    ("Bilten", "!yes"), ("Bilten", "✓✗"), ("Bilten", "(da)"), ("Bilten", "+"), ("Bilten", "×"),
    ("Član od", "izstopil 2020"), ("Član od", "2010-2018"), ("Mitglied seit", "ausgetreten 2020"),
    ("member since", "left in 2019"), ("last contacted", "never again"), ("Član št.", "črtan 2020"),
    ("Member number", "izbrisan"), ("Funkcija", "bivši član"), ("Title", "deceased (2020)"), ("Suffix", "†"),
    ("Telefon", "ne kliči"), ("attributes", '{"member since": "left in 2019"}'),
    ("Ime", "STOP"), ("Ime", "izključen"), ("Name", "umrl"), ("Ime", "Bor (noče)"), ("Name", "Bor NE"),
    ("Name", "Bor †"), ("Ime", "~~Bor~~"), ("Kraj", "❌ Koper"),
    ("First name", "STOP"), ("Priimek", "umrla"),
    ("List Membership", "Archive"), ("GDPR", "x"), ("Bilten - pošta", "da"), ("Newsletter by mail", "yes"),
]  # fmt: skip
"""In one row, of somebody who says no."""
COLUMNS_WITH_NOES = [
    ("Novice", ["2", "1", "1", "1"]), ("Q3", ["2", "1", "1", "1"]), ("DOUBLE_OPT-IN", ["2", "1"]),
    ("Newsletter", ["no thanks", "weekly", "Yes, please"]), ("Newsletter", ["No, thanks", "weekly"]),
    ("Newsletter", ["нет", "да", "да"]), ("Newsletter", ["nee", "ja", "ja"]),
    ("Newsletter", ["não", "sim", "sim"]),
    ("Newsletter", ["hayır", "evet", "evet"]), ("Newsletter", ["jo", "po", "po"]), ("Newsletter", ["ei", "kyllä"]),
    ("Newsletter", ["ẹ̀kọ́", "yes"]), ("Pogostost", ["nikoli", "tedensko", "mesečno"]),
    ("Pogostost", ["nobenkrat", "tedensko"]), ("Bilten", ["nobenega", "mesečni"]), ("Bilten", ["nič", "mesečno"]),
    ("Bilten", ["brez", "da"]), ("Frequency", ["none", "weekly", "daily"]), ("Frequency", ["1", "2", "3"]),
    ("Lists", ["", "bulletin", "bulletin"]), ("Status članstva", ["izključen", "član"]),
    ("Newsletter", ["", "x"]), ("Soglasje", ["", "da"]), ("Novice", ["-", "da"]),
    ("Datum soglasja", ["", "1. 5. 2024"]), ("Newsletter", ["x", "✓"]), ("Newsletter", ["X", "☑", "☑"]),
    ("Bilten", ["x", "da"]), ("Newsletter", ["✗", "✓"]), ("Newsletter", ["jo", "ja"]),
    ("OPTIN_TIME", ["", "2024-01-01 10:00:00"]), ("CONFIRM_TIME", ["", "2024-01-01 10:00:00"]),
    *(("Opombe", [note, "srečali smo se maja"]) for note in (
        "no thank you", "hvala, ne", "said no", "do NOT add", "GDPR: forget me", "drop her from the list",
        "črtana",
        "prosim, črtajte me s seznama", "zbrisati!", "ni dal soglasja", "se ne strinja", "pritožba zaradi pošte",
        "only post",
    )),
]  # fmt: skip
"""The first row's person wants no mail; the others' do."""
HARMLESS = [
    ("City", "Ne"), ("Country", "NO"), ("Country Code", "SI"), ("Država", "SI"), ("Kraj", "Nova Gorica"),
    ("Phone", "041 123 456"), ("Član št.", "1"), ("Member ID", "0"), ("Gender", "F"), ("Spol", "F"),
    ("Middle name", "N"), ("Locale", "no"), ("MEMBER_RATING", "1"), ("GMTOFF", "1"),
    ("complimentary_plan", "false"),
    ("Accepts SMS Marketing", "no"), ("Send this subscriber HTML emails", "1"), ("Birthday", "1980"),
    ("Did this subscriber manually confirm", "0"), ("created_at", "2024-03-01T09:30:00Z"), ("E-novice", "da"),
    ("Organisation", "Stop the War"), ("", ""), ("Društvo", "Pobuda izbrisanih"), ("SMS_BLACKLISTED", "0"),
    ("Last name", "Nemec"), ("Attributes", "{}"),
    ("Izstop", ""), ("Notes", " "), ("Datum vpisa", "1. 5. 2024"), ("Newsletter", "yes"), ("Soglasje", "da"),
    ("Consent date", "2024-05-25"), ("Newsletter", "Yes, please"), ("Želi prejemati novice", "1"), ("PLZ", "1010"),
    ("attributes", '{"city": "Koper", "phone": null}'), ("Status članstva", "aktivna"), ("Согласие", "да"),
    ("Last name", "Umro"), ("Ime", "Nada"), ("Name", "No Kim"), ("Birthday", "05/12"), ("Član od", ""),
    ("Član od", "5/2020"), ("last open", "0000-00-00 00:00:00"), ("Title", "dr."), ("Funkcija", "predsednica"),
    ("Fax", "-"), ("Phone", "041 123 456 (Ana)"), ("Member number", "SI-0012"), ("Rating", "4,5"),
    ("Newsletter", "x"), ("Datum soglasja", "20240525T100000Z"), ("Consent date", "5/25/2024 10:00 AM"),
    ("bouncecount", "0"), ("Poštna št.", "1000"), ("Telefonska številka", "041"), ("Mitglied seit", "2020"),
]  # fmt: skip


def write(title: str, cells: Sequence[str]) -> str:
    buffer = StringIO()
    writer = csv_module.writer(buffer, lineterminator="\n")
    writer.writerow(["email", title])
    writer.writerows([f"{name}@example.org", cell] for name, cell in zip("abcdefghi", cells, strict=False))
    return buffer.getvalue()


def import_column(database: Database, csv: Csv, title: str, *cells: str) -> CsvReport:
    with session_beside_imports(database) as session:
        return bring_in(session, csv(write(title, cells)))


@pytest.mark.parametrize(("title", "cell"), NOES)
@on_sqlite
def test_a_no_that_the_import_cannot_read_is_never_a_yes(
    database: Database, csv: Csv, title: str, cell: str
) -> None:
    """Its row or its file is refused, and says which column it is."""
    try:
        report = import_column(database, csv, title, cell)
    except InputRefused as error:
        named, refused, imported = str(error.params["columns"]), 1, 0
    else:
        named = str(report.refused[0].params["title"]) if report.refused else ""
        refused, imported = len(report.refused), report.imported
    assert (title or "#2") in named
    assert (refused, imported) == (1, 0)
    with database.read() as session:
        assert statuses(session) == {}


@pytest.mark.parametrize(("title", "cells"), COLUMNS_WITH_NOES)
@on_sqlite
def test_a_no_among_yeses_is_none_of_them(database: Database, csv: Csv, title: str, cells: list[str]) -> None:
    try:
        import_column(database, csv, title, *cells)
    except InputRefused as error:
        assert error.code == UNREAD  # noqa: PT017  either is right
    with database.read() as session:
        assert "a" not in statuses(session)


@pytest.mark.parametrize(("title", "cell"), HARMLESS)
@on_sqlite
def test_what_says_nothing_of_consent_stops_nobody(database: Database, csv: Csv, title: str, cell: str) -> None:
    report = import_column(database, csv, title, cell)
    assert (report.imported, report.refused) == (1, [])


def test_an_honest_file_is_imported_without_a_question(database: Database, csv: Csv) -> None:
    header = "Ime,Priimek,E-naslov,Telefon,Kraj,Poštna številka,Datum vpisa,Soglasje za e-pošto"
    rows = "Ana,Novak,ana@example.org,041 123,Koper,6000,1. 5. 2024,da\nBor,Kos,bor@example.org,,,,2. 5. 2024,DA\n"
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"{header}\n{rows}"))
        assert (report.imported, report.refused) == (2, [])


def test_each_column_is_shown_with_examples_and_lines_and_what_to_paste(database: Database, csv: Csv) -> None:
    rows = ["a@example.org,met in May,,2,Koper", "b@example.org,met in May,x,1,", "c@example.org,vip,,1,Celje"]
    file = csv("\n".join(["email,Notes,Bilten,Novice,City", *rows]) + "\n")
    with session_beside_imports(database) as session, pytest.raises(InputRefused, match=UNREAD) as refused:
        bring_in(session, file)
    assert refused.value.params == {
        "file": "people.csv",
        "columns": "  Notes: met in May (2), vip (4)\n  Bilten: – (2)\n  Novice: 2 (2)",
        "options": '--ignore "Notes" --ignore "Bilten" --ignore "Novice"',
    }
    with session_beside_imports(database) as session:
        assert statuses(session) == {}
        assert bring_in(session, file, ignored_columns=["notes", "#3", "Novice"]).imported == 3


def test_a_known_no_refuses_its_row_alone(database: Database, csv: Csv) -> None:
    report = import_column(database, csv, "Bilten", "da", "Ne.", "✓", "hvala, ne")
    assert [(row.line, row.code) for row in report.refused] == [
        (3, "subscribers-row-may-say-no"),
        (5, "subscribers-row-may-say-no"),
    ]
    with database.read() as session:
        assert statuses(session) == {"a": CONFIRMED, "c": CONFIRMED}


def read_statuses(
    title: str, cells: Sequence[str], ignore: Sequence[str] = ()
) -> dict[str, SubscriptionStatus | None]:
    return read_text(write(title, cells), ignore)


def read_text(text: str, ignore: Sequence[str] = ()) -> dict[str, SubscriptionStatus | None]:
    """The first pass of an import, without a database: by the first letter of the address."""
    text_file = TextFile(StringIO(text, newline=None), EncodingChoice("utf-8", "utf-8"))
    file = CsvFile(text_file, "people.csv", ignore=ignore)
    with BytesIO() as spool:
        read = partial(read_row, secret=SECRET, defaults=RowDefaults(language="sl"))
        first_pass = FirstPassReader(file, partial(module.read_record, read), spool)
        first_pass.go(secret=SECRET, limit=99)
        rows: list[ImportedRow] = [
            row for _, result in first_pass.results() if isinstance(result, list) for row in result
        ]
    return {row.address[0]: row.status for row in rows}


SIGNS = ["?", "!", "~~", "✗", "🚫", "¬", "-", "*", "#", "\u0336", "(", "†", "×"]
YESES = ["da", "Yes", "1", "x", "ja", "true", "✓", "sim", "evet", "weekly", "Yes, please"]
STRANGE = ["2", "-1", "", "-", "nope!", "нет", "nobenega", "no thanks", "izključen", "bolje ne", "0", "2022-01-01"]
ASKING = [
    "Newsletter",
    "Bilten",
    "Pogostost",
    "Status članstva",
    "Lists",
    "Consent",
    "Q3",
    "Notes",
    "Datum soglasja",
]


VALUES = {ColumnKind.DATE, ColumnKind.NUMBER, ColumnKind.PHONE, ColumnKind.ROLE}


def is_read(title: str) -> bool:
    """Or passed over."""
    is_known = column_of(title) is not None or column_of_noes(title) != ""
    return is_known or (is_plain_title(title) and says_nothing_of_consent(title)) or kind_of(title) in VALUES


UNREAD_TITLES = (
    st.sampled_from(ASKING)
    | st.text(max_size=30)
    | st.builds("{} {}".format, st.sampled_from(ASKING), st.text(min_size=1, max_size=9))
    | st.builds("{}{}".format, st.sampled_from(SIGNS), st.sampled_from([*ASKING, "subscribed", "City"]))
).filter(lambda title: not is_read(title))
SIGNED = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", *SIGNS]),
    st.sampled_from(["da", "yes", "✓", "active"]),
    st.sampled_from(SIGNS),
)
TEXT = st.text(st.characters(exclude_characters="\0"), max_size=9)
"""A row with a NUL is refused whole, before anybody asks what its cells say."""
CELLS = st.lists(SIGNED | st.sampled_from(YESES) | st.sampled_from(STRANGE) | TEXT, min_size=1, max_size=9)


@given(title=UNREAD_TITLES, cells=CELLS)
def test_whatever_its_title_and_its_cells_only_a_known_yes_subscribes(title: str, cells: list[str]) -> None:
    try:
        read = read_statuses(title, cells)
    except InputRefused:
        return
    confirmed = [cell for name, cell in zip("abcdefghi", cells, strict=False) if read.get(name) is CONFIRMED]
    is_empty = not any(cell.strip() for cell in cells)
    assert is_empty or all(read_answer(cell) is Answer.YES or is_moment(cell) for cell in confirmed)
    assert is_empty or not any(set(cell) & set("".join(SIGNS)) - {"-"} for cell in confirmed)
    marks = {cell.strip().lower() for cell in cells if cell.strip()}
    assert "x" not in confirmed or marks == {"x"}
    days = {"2022-01-01"} if title == "Datum soglasja" else set()
    assert is_empty or not set(confirmed) & (set(STRANGE) - days)


TWISTS = "no|not|never|verweigert|Ablehnung|stop|until|former|odklonjen|nekdanji|brez|keine|sans|sin|non|geen|off"


@pytest.mark.parametrize("twist", TWISTS.split("|"))
def test_one_word_more_that_nobody_knows_makes_a_title_unknown(twist: str) -> None:
    """It turns the question round, and nobody can list all that do."""
    for asking in ("Newsletter", "Bilten", "Soglasje za e-pošto", "Status članstva", "Frequency"):
        assert kind_of(asking) is not ColumnKind.UNKNOWN
        assert {kind_of(f"{twist} {asking}"), kind_of(f"{asking} - {twist}")} == {ColumnKind.UNKNOWN}


@given(title=UNREAD_TITLES, cells=CELLS)
def test_what_the_refusal_says_can_be_pasted_and_ends_it(title: str, cells: list[str]) -> None:
    """Whatever the title is: a shell takes it for one, and only that column is ignored."""
    try:
        read_statuses(title, cells)
    except InputRefused as error:
        if error.code != UNREAD:
            return
        option, name = shlex.split(str(error.params["options"]))
        assert option == "--ignore"
        assert not set(name) & set('$`\\"!')
        assert set(read_statuses(title, cells, [name]).values()) == {CONFIRMED}


def test_two_columns_with_one_title_are_told_apart_by_their_places(database: Database, csv: Csv) -> None:
    file = csv("email,Tag,tag,#2\na@example.org,one,two,three\n")
    with session_beside_imports(database) as session, pytest.raises(InputRefused, match=UNREAD) as refused:
        bring_in(session, file)
    assert refused.value.params["options"] == '--ignore "#2" --ignore "#3" --ignore "#4"'
    with session_beside_imports(database) as session:
        with pytest.raises(InputRefused, match=UNREAD):
            bring_in(session, file, ignored_columns=["#2", "#3"])
        with pytest.raises(InputRefused, match="subscribers-file-ignored-twice") as twice:
            bring_in(session, file, ignored_columns=["tag", "#4"])
        assert twice.value.params["options"] == '--ignore "#2" --ignore "#3"'
        assert bring_in(session, file, ignored_columns=["#2", "#3", "#4"]).imported == 1


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("E-novička", "subscribers-file-ignored-unknown"),
        ("#9", "subscribers-file-ignored-unknown"),
        ("status", "subscribers-file-ignored-read"),
        ("#2", "subscribers-file-ignored-read"),
        ("unsubscribed", "subscribers-file-ignored-read"),
        ("email", "subscribers-file-ignored-read"),
    ],
)
@on_sqlite
def test_what_is_read_or_not_there_cannot_be_ignored(database: Database, csv: Csv, title: str, code: str) -> None:
    path = csv("email,status,unsubscribed,E-novice\na@example.org,active,0,ne\n")
    with session_beside_imports(database) as session, pytest.raises(InputRefused, match=code):
        bring_in(session, path, ignored_columns=[title])


def test_a_file_that_subscribes_nobody_is_not_asked_about(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,status,Notes\na@example.org,unsubscribed,ne\n"))
        assert (report.unsubscribed, report.refused) == (1, [])
        with_yes = csv("email,status,Notes\na@example.org,unsubscribed,ne\nb@example.org,active,\n")
        assert bring_in(session, with_yes).imported == 1, "what stands beside a recorded no makes no difference"
        assert statuses(session) == {"a": LEFT, "b": CONFIRMED}


def test_mailchimps_times_may_be_missing_and_phplists_lists_may_not(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        rows = "a@example.org,2020-01-01 10:00:00,e1\nb@example.org,,e2\n"
        assert bring_in(session, csv(f"Email Address,OPTIN_TIME,EUID\n{rows}")).imported == 2
        header = "email,Is this subscriber blacklisted,List Membership"
        assert bring_in(session, csv(f"{header}\nc@example.org,0,News\nd@example.org,0,Other\n")).imported == 2
        with pytest.raises(InputRefused, match=UNREAD):
            bring_in(session, csv(f"{header}\ne@example.org,0,News\nf@example.org,0,\n"))


@pytest.mark.parametrize("title", ["subscribed", "is_subscribed", "confirmed", "Opted in", "accepts_marketing"])
@pytest.mark.parametrize(
    "cell",
    ["2", "-1", "until 2022-01-01", "ended 2021", "nobody knows", "2015-2019", "1.5.2018-1.5.2020", "100000",
     "yes?", "~~da~~", "x", "+", "1.5.2018 01.05.20", "2018-20-22"],
)  # fmt: skip
@on_sqlite
def test_a_column_of_yeses_that_is_read_needs_a_yes_as_well(
    database: Database, csv: Csv, title: str, cell: str
) -> None:
    report = import_column(database, csv, title, cell, "1")
    assert [(row.line, row.code) for row in report.refused] == [(2, "subscribers-status-unknown")]
    with database.read() as session:
        assert statuses(session) == {"b": CONFIRMED}


def test_an_empty_status_is_a_yes_only_where_nobody_is_said_to_be_one(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        with pytest.raises(InputRefused, match="subscribers-file-status-missing") as refused:
            bring_in(session, csv("email,status\na@example.org,active\nb@example.org,\n"))
        assert refused.value.params["line"] == 3
        assert statuses(session) == {}
        report = bring_in(session, csv("email,status\na@example.org,unsubscribed\nb@example.org,\n"))
        assert (report.imported, report.unsubscribed) == (1, 1)


def test_no_word_is_both_a_yes_and_a_no() -> None:
    assert not YES & NO
    assert {kind_of(title) for title in ("Notes", "Tags", "Groups", "Comments", "Odgovor", "")} == {
        ColumnKind.UNKNOWN
    }


def test_the_refusals_read_well() -> None:
    texts = Texts(["subscribers"])
    params = {
        "file": "a.csv",
        "columns": "  E-novice: 2 (7)",
        "options": '--ignore "E-novice"',
        "title": "E-novice",
    }
    for code in ("columns-unread", "ignored-unknown", "ignored-read"):
        for language in STAFF_LANGUAGES:
            assert "E-novice" in texts.text(language, f"subscribers-file-{code}", **params)
    for language in STAFF_LANGUAGES:
        assert '"E-novice"' in texts.text(language, "subscribers-file-ignored-twice", **params)
        assert "a.csv" in texts.text(language, "subscribers-file-status-missing", file="a.csv", line=2)
        assert "Odjavljeni" in texts.text(
            language, "subscribers-file-heading", file="a", line=2, words="Odjavljeni"
        )
        assert "“#”" in texts.text(language, "subscribers-row-address-struck-out", sign="#").replace(
            "»", "“"
        ).replace("«", "”")
        assert texts.text(language, UNREAD, **params).splitlines()[-1] == '--ignore "E-novice"'
