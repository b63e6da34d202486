"""Columns that nobody knows: what looks like an answer is asked about, and what is none stops nobody.

The rule is about the cells, not about words in a title, so the titles here are made up as people make them up.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from subscribers.csv_answers import AnswerDetector, first_denial, may_answer
from subscribers.import_csv import CsvReport
from tests.subscribers.conftest import session_beside_imports
from tests.subscribers.test_exports_of_noes import YES, bring_in, statuses

Csv = Callable[[str | bytes], Path]

pytestmark = pytest.mark.usefixtures("list_id")

NOES = [
    ("No Email", "TRUE"), ("NoEmail", "1"), ("Email preference", "No email"), ("Email Ok", "N"), ("Mail OK", "N"),
    ("E-novice", "ne"), ("Obveščanje", "ne"), ("Mailing", "N"), ("Naročen", "ne"), ("Naročnik", "NE"),
    ("Subscriber", "false"), ("Subscriber?", "No"), ("Aktiven", "ne"), ("aktiv", "nein"), ("verified", "false"),
    ("is_valid", "0"), ("email1_is_bad", "true"), ("DOI", "no"), ("GDPR", "declined"), ("Pošiljanje", "✗"),
    ("Soglasje do", "2022-05-25"), ("Consent until", "1. 1. 2022"), ("Consent expires", "2020-01-01"),
    ("Velja do", "31.12.2021"), ("End date", "2022-01-01"), ("Austritt", "01.01.2022"), ("Izstop", "2022"),
    ("Ausgetreten", "01.01.2022"), ("Gekündigt", "ja"), ("Robinsonliste", "x"), ("Ne kontaktiraj", "da"),
    ("archived_at", "2023-01-01 10:00"), ("deceased", "yes"), ("Deceased", "2023-01-02"), ("Umrl", "2020"),
    ("Datum izbrisa", "2022-01-01"), ("Izločen", "da"), ("Muted", "true"), ("Left on", "2022"), ("", "ne"),
    ("Bi radi prejemali?", "NE"), ("Q7", "no"), ("Novičke", "-1"), ("Pisma", "0"), ("Lettre", "non"),
    ("Hírlevél", "nem"), ("Вести", "не"), ("النشرة", "لا"), ("خبرنامه", "خیر"), ("City newsletter", "no"),
    ("Opombe", "prosi, da ji ne pišemo več"), ("Opombe", "zahteva izbris po GDPR"), ("Opombe", "ne želi obvestil"),
    ("Opombe", "ne obveščaj"), ("Opombe", "umrla 2023"), ("Opombe", "noče več"), ("Opombe", "ne"),
    ("Notes", "STOP"), ("Notes", "requested removal"), ("Notes", "NO EMAIL"), ("Notes", "no longer interested"),
    ("Notes", "GDPR erasure request"), ("Notes", "does not wish to receive"), ("Notes", "doesn’t want emails"),
    ("Notes", "hard bounce"), ("Notes", "left the organisation"), ("Notes", "please delete"),
    ("Notes", "withdrew her consent"), ("Notes", "objects to processing"), ("Notes", "passed away in May"),
    ("Bemerkung", "möchte keine Post"), ("Bemerkung", "ausgetreten 2022"), ("Bemerkung", "verstorben"),
    ("Note", "non vuole ricevere"), ("Remarques", "ne souhaite plus rien"), ("Notas", "no quiere recibir"),
    ("Napomena", "ne želi primati"), ("Megjegyzés", "nem kér hírlevelet"),
]  # fmt: skip
HARMLESS = [
    ("City", "Ne"), ("Country", "NO"), ("Country Code", "SI"), ("Država", "SI"), ("Kraj", "Nova Gorica"),
    ("Phone", "041 123 456"), ("Tags", "vip, ngo"), ("Član št.", "1"), ("Member ID", "0"), ("Gender", "F"),
    ("Spol", "F"), ("Middle name", "N"), ("Locale", "no"), ("MEMBER_RATING", "1"), ("GMTOFF", "1"),
    ("complimentary_plan", "false"), ("active_subscription", "false"), ("Accepts SMS Marketing", "no"),
    ("Send this subscriber HTML emails", "1"), ("Did this subscriber manually confirm", "0"),
    ("Notes", "Met at the assembly in May"), ("Notes", "He bounced back from illness"), ("Notes", "n/a"),
    ("Notes", "speaker on voter suppression, right to protest"), ("Notes", "did not receive the last issue"),
    ("Notes", "works for the Stop TTIP campaign"), ("Opombe", "srečali smo se dne 12. 5. na odprtju"),
    ("Opombe", "piše o pokojninski reformi, želi dva izvoda"), ("Opombe", "ne klicati po telefonu"),
    ("Bemerkung", "DSGVO-Einwilligung liegt vor"), ("Ankündigung", "Konzert im Mai"),
    ("Newsletter", "yes"), ("Consent date", "2024-05-25"), ("Consent source", "our assembly"),
    ("Birthday", "1980"),
    ("created_at", "2024-03-01T09:30:00Z"), ("Organisation", "Društvo za nenasilno komunikacijo"), ("", ""),
    ("Last name", "Nemec"), ("Attributes", "{}"), ("Deceased", "No"), ("Archived", "false"), ("Izstop", ""),
]  # fmt: skip


def import_two(database: Database, csv: Csv, title: str, cell: str, other: str | None = None) -> CsvReport:
    cells = [cell] if other is None else [cell, other]
    quoted = [cell.replace('"', '""') for cell in cells]
    rows = "".join(f'{name}@example.org,"{written}"\n' for name, written in zip("ab", quoted, strict=False))
    with session_beside_imports(database) as session:
        return bring_in(session, csv(f"email,{title}\n{rows}"))


@pytest.mark.parametrize(("title", "cell"), NOES)
def test_a_no_that_the_import_cannot_read_is_never_a_yes(
    database: Database, csv: Csv, title: str, cell: str
) -> None:
    """Its row or its file is refused, and says which column it is."""
    try:
        report = import_two(database, csv, title, cell)
    except InputRefused as error:
        named, refused, imported = str(error.params["titles"]), 1, 0
    else:
        named = str(report.refused[0].params["title"]) if report.refused else ""
        refused, imported = len(report.refused), report.imported
    assert (title or "#2") in named
    assert (refused, imported) == (1, 0)
    with database.read() as session:
        assert statuses(session) == {}


@pytest.mark.parametrize(("title", "cell"), HARMLESS)
def test_what_is_no_answer_stops_nobody(database: Database, csv: Csv, title: str, cell: str) -> None:
    report = import_two(database, csv, title, cell)
    assert (report.imported, report.refused) == (1, [])


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (["da", "ne"], True),
        (["x", ""], True),
        (["1", "0"], True),
        (["da", "da, po pošti"], True),
        (["1", "0", "7"], False),
        (["Ljubljana", "Celje", "da"], False),
        (["2024-01-01", "2025-01-01"], False),
        (["", ""], False),
    ],
)
def test_a_column_is_asked_about_when_its_cells_are_mostly_answers(cells: list[str], *, is_asked: bool) -> None:
    answers, asked = AnswerDetector(), None
    for cell in cells:
        answers.add([("E-novice", cell)])
    try:
        answers.check("people.csv")
    except InputRefused as error:
        asked = error.params["options"]
    assert asked == ('--ignore "E-novice"' if is_asked else None)


ANSWERS = st.sampled_from(
    ["da", "ne", "yes", "no", "x", "0", "1", "N", "Y", "true", "false", "ja", "nein", "✓", "ne."]
)


@given(title=st.text("abcdefghijklmnoprstuvzčšž -_", max_size=20), cells=st.lists(ANSWERS, min_size=1, max_size=9))
def test_whatever_its_title_answers_are_asked_about_or_read(title: str, cells: list[str]) -> None:
    """Words in a title only decide who reads its cells: a no is a yes under none but those of places and names."""
    if not may_answer(title):
        return
    answers = AnswerDetector()
    for cell in cells:
        answers.add([(title, cell)])
    try:
        answers.check("people.csv")
    except InputRefused:
        return
    positive = {"da", "yes", "x", "1", "Y", "true", "ja", "✓"}
    assert all(cell in positive or first_denial([(title, cell)]) or cell == "0" for cell in cells)


def test_a_newsletter_column_with_gaps_is_asked_about(database: Database, csv: Csv) -> None:
    """Where some said yes and others left it empty, empty is a no."""
    with pytest.raises(InputRefused, match="subscribers-file-column-of-answers"):
        import_two(database, csv, "Newsletter", "x", "")
    assert import_two(database, csv, "Newsletter", "x", "x").imported == 2


def test_a_column_that_says_nothing_of_consent_can_be_ignored(database: Database, csv: Csv) -> None:
    rows = "a@example.org,ne,STOP\nb@example.org,da,member\nc@example.org,da,from Celje\n"
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-column-of-answers"),
    ):
        bring_in(session, csv(f"email,E-novice,Opombe\n{rows}"))
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,E-novice,Opombe\n{rows}"), ignored_columns=["e-NOVICE"])
        assert [(row.line, row.code) for row in report.refused] == [(2, "subscribers-row-may-say-no")]
        assert statuses(session) == {"b": YES, "c": YES}
        assert bring_in(session, csv(f"email,,Opombe\n{rows}"), ignored_columns=["#2", "Opombe"]).imported == 1


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("E-novička", "subscribers-file-ignored-unknown"),
        ("status", "subscribers-file-ignored-read"),
        ("unsubscribed", "subscribers-file-ignored-read"),
        ("email", "subscribers-file-ignored-read"),
    ],
)
def test_what_is_read_or_not_there_cannot_be_ignored(database: Database, csv: Csv, title: str, code: str) -> None:
    path = csv("email,status,unsubscribed,E-novice\na@example.org,active,0,ne\n")
    with session_beside_imports(database) as session, pytest.raises(InputRefused, match=code):
        bring_in(session, path, ignored_columns=[title])


def test_whoever_said_no_is_not_asked_about(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,status,E-novice\na@example.org,unsubscribed,ne\n"))
        assert (report.unsubscribed, report.refused) == (1, [])


def test_the_refusals_read_well() -> None:
    texts = Texts(["subscribers"])
    params = {
        "file": "a.csv",
        "titles": "E-novice (da, ne)",
        "options": '--ignore "E-novice"',
        "title": "E-novice",
    }
    for code in ("column-of-answers", "ignored-unknown", "ignored-read"):
        for language in STAFF_LANGUAGES:
            assert "E-novice" in texts.text(language, f"subscribers-file-{code}", **params)
