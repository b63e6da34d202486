"""Exports of other systems: a no in them is recorded and wins; nobody who said it becomes confirmed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from core.db import Database
from core.errors import InputRefused
from subscribers.csv_noes import COLUMNS, Cell, No, noes_of
from subscribers.csv_row import read_row
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.lists import create_list
from subscribers.queries import consent_of, list_subscribers
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.tables import ConsentAction, ConsentMethod, Subscriber, Suppression, SuppressionReason
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET, hash_of, imported, session_beside_imports

EXPORTS = Path(__file__).parent / "exports"
Csv = Callable[[str | bytes], Path]
YES, NO = SubscriptionStatus.CONFIRMED, SubscriptionStatus.UNSUBSCRIBED
BOUNCED, COMPLAINED = SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED

pytestmark = pytest.mark.usefixtures("list_id")


def bring_in(session: Session, path: Path, **more: Any) -> CsvReport:
    given = {"list_slug": "bulletin", "source_note": "Moved from our old system", "default_language": "sl"} | more
    return imported(session, path, ImportRequest(**given))


def statuses(session: Session, slug: str = "bulletin") -> dict[str, SubscriptionStatus | None]:
    people = list_subscribers(session, list_slug=slug, limit=99)
    return {person.address.partition("@")[0]: person.status for person in people}


def suppressions(session: Session) -> dict[str, SuppressionReason]:
    return {row.address_hash: row.reason for row in session.exec(select(Suppression))}


@pytest.mark.parametrize(
    ("name", "expected", "dead"),
    [
        ("mailchimp_unsub", {"ana6": NO}, {}),
        ("mailchimp_cleaned", {}, {"ana7": BOUNCED}),
        ("listmonk", {"yes": YES, "no": NO, "off": NO}, {}),
        ("ghost", {"yes": YES, "no": NO}, {}),
        ("mailerlite", {"yes": YES, "no": NO}, {"dead": BOUNCED, "spam": COMPLAINED}),
        ("brevo", {"yes": YES, "no": NO}, {}),
        ("phplist", {"yes": YES, "no": NO}, {}),
        ("civicrm", {"yes": YES, "no": NO, "mute": NO}, {"dead": BOUNCED}),
        ("mautic", {"yes": YES, "no": NO}, {}),
        ("sendy", {"yes": YES, "no": NO}, {"dead": BOUNCED, "spam": COMPLAINED}),
        ("campaign_monitor", {"yes": YES, "no": NO, "gone": NO}, {"dead": BOUNCED}),
        ("substack", {"yes": YES, "no": NO}, {}),
        ("keila", {"yes": YES, "no": NO, "dead": NO}, {}),
        ("mailup", {"no": NO}, {}),
    ],
)
@on_sqlite
def test_an_export_is_imported_as_its_people_said(
    database: Database, name: str, expected: dict[str, SubscriptionStatus], dead: dict[str, SuppressionReason]
) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, EXPORTS / f"{name}.csv")
        assert statuses(session) == expected
        assert suppressions(session) == {hash_of(f"{who}@example.org"): reason for who, reason in dead.items()}
        assert report.refused == []
        assert report.noes == len(dead) + list(expected.values()).count(NO)
        people = session.exec(select(Subscriber)).all()
        assert {person.name for person in people if statuses(session)[person.address.split("@")[0]] is NO} <= {""}
        for person in people:
            is_no = statuses(session)[person.address.split("@")[0]] is NO
            (record,) = consent_of(session, person.id)
            assert record.action is (ConsentAction.UNSUBSCRIBED if is_no else ConsentAction.CONFIRMED)


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPORTS.glob("*.csv")))
def test_an_older_file_with_their_yes_brings_nobody_back(database: Database, csv: Csv, name: str) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, EXPORTS / f"{name}.csv")
        before = statuses(session)
    text = (EXPORTS / f"{name}.csv").read_text(encoding="utf-8")
    addresses = text.replace(",", " ").replace(";", " ").split()
    rows = "".join(f"{word.strip(chr(34))},Ime,sl\n" for word in addresses if "@" in word)
    with session_beside_imports(database) as session:
        assert bring_in(session, csv("email,name,language\n" + rows)).imported == 0
        assert statuses(session) == before


def test_a_no_to_everything_is_a_no_to_every_list(database: Database, list_id: int) -> None:
    """And a list of people at risk names nobody who was not on it."""
    with session_beside_imports(database) as session:
        other = create_list(session, slug="other", name="Other", now=NOON).id
        secret_list = create_list(session, slug="shelter", name="Shelter", now=NOON, is_protected=True).id
        for list_of, who in ((other, "no"), (secret_list, "no")):
            _say_yes(session, list_of, f"{who}@example.org")
        bring_in(session, EXPORTS / "listmonk.csv")
        assert statuses(session, "other") == {"no": NO, "off": NO}
        assert statuses(session, "shelter") == {"no": NO}
        assert statuses(session) == {"yes": YES, "no": NO, "off": NO}


def _say_yes(session: Session, list_id: int, address: str) -> None:
    person = request_subscription(
        session,
        SubscriptionRequest(
            address=address,
            name="",
            list_id=list_id,
            proof=ConsentProof(method=ConsentMethod.SIGN_UP, wording="Yes", language="sl", evidence="test"),
        ),
        now=NOON,
        secret=SECRET,
    )
    confirm(
        session,
        subscriber_id=person.subscriber_id,
        list_id=list_id,
        proof=ConsentProof(method=ConsentMethod.CONFIRMATION_LINK, wording="Yes", language="sl", evidence="test"),
        now=NOON,
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_no_wins_over_a_yes_of_the_same_file(database: Database, csv: Csv, *, turned: bool) -> None:
    rows = ["rosa@example.org,active", "rosa@example.org,unsubscribed", "rosa@example.org,cleaned"]
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\n" + "\n".join(reversed(rows) if turned else rows) + "\n"))
        assert statuses(session).get("rosa") is not YES
        assert suppressions(session) == {hash_of("rosa@example.org"): BOUNCED}


def test_a_no_wins_over_a_yes_in_the_database(database: Database, list_id: int, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        _say_yes(session, list_id, "rosa@example.org")
        _say_yes(session, list_id, "miha@example.org")
        report = bring_in(
            session, csv("email,UNSUB_TIME,CLEAN_TIME\nrosa@example.org,2021-05-05,\nmiha@example.org,,x1234\n")
        )
        assert (report.unsubscribed, report.suppressed, report.noes) == (1, 1, 2)
        assert statuses(session) == {"rosa": NO, "miha": YES}
        assert suppressions(session) == {hash_of("miha@example.org"): BOUNCED}


def test_nothing_else_in_a_row_loses_its_no(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(
            session,
            csv("email,name,language,unsubscribed\nrosa@example.org," + "x" * 200 + ",Klingon,yes\n"),
            default_language=None,
        )
        assert (report.unsubscribed, report.refused) == (1, [])
        assert statuses(session) == {"rosa": NO}


def test_a_word_that_nobody_knows_is_refused_with_its_line(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,blocklisted\na@example.org,maybe\nb@example.org,0\n"))
        assert [(row.line, row.code) for row in report.refused] == [(2, "subscribers-status-unknown")]
        assert statuses(session) == {"b": YES}


@pytest.mark.parametrize("title", ["Unsub campaign", "Bounce category", "Suppression list", "blacklist_stamp"])
@on_sqlite
def test_a_column_that_may_say_no_is_not_passed_over(database: Database, csv: Csv, title: str) -> None:
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-columns-unread"),
    ):
        bring_in(session, csv(f"email,{title}\na@example.org,1\n"))
    with session_beside_imports(database) as session:
        assert bring_in(session, csv(f"email,status,{title}\na@example.org,active,\n")).imported == 1


@pytest.mark.parametrize("name", ["unsubscribed_2026.csv", "nonsubscribed_members.csv", "odjavljeni.csv"])
@on_sqlite
def test_a_file_that_is_named_for_its_noes_is_asked_about(database: Database, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("email\na@example.org\n", encoding="utf-8")
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-named-no"),
    ):
        bring_in(session, path)
    with session_beside_imports(database) as session:
        assert bring_in(session, path, all_said=No.UNSUBSCRIBED).unsubscribed == 1
        assert statuses(session) == {"a": NO}


def test_who_never_confirmed_there_is_asked_here(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,confirmed,blacklisted\na@example.org,0,0\nb@example.org,1,0\n"))
        assert statuses(session) == {"a": SubscriptionStatus.PENDING, "b": YES}


@pytest.mark.parametrize(
    "title", ["Opted in", "opted_in", "Opted-in", "is_opted_in", "subscribed", "is_subscribed"]
)
@on_sqlite
def test_who_did_not_opt_in_there_has_said_no(database: Database, csv: Csv, title: str) -> None:
    cells = ["no", "NO", "ne", "n", "N", "false", "0", "nein", "opted out"]
    rows = "".join(f"r{place}@example.org,{cell}\n" for place, cell in enumerate(cells))
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,{title}\n{rows}yes@example.org,yes\n"))
        assert (report.unsubscribed, report.refused) == (len(cells), [])
        assert statuses(session) == {"yes": YES} | {f"r{place}": NO for place in range(len(cells))}


@pytest.mark.parametrize("title", ["Consent", "Soglasje", "Opt-in", "Email opt in", "GDPR consent", "Naročen"])
@on_sqlite
def test_a_no_to_another_question_subscribes_nobody_nor_waits_for_them(
    database: Database, csv: Csv, title: str
) -> None:
    cells = ["no", "NO", "ne", "n", "false", "0", "nein", "opted out"]
    rows = "".join(f"r{place}@example.org,{cell}\n" for place, cell in enumerate(cells))
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,{title}\n{rows}yes@example.org,yes\n"))
        assert [row.code for row in report.refused] == ["subscribers-row-may-say-no"] * len(cells)
        assert statuses(session) == {"yes": YES}


@given(
    title=st.sampled_from(sorted(COLUMNS)),
    cell=st.text(max_size=24),
    status=st.sampled_from(["", "active", "subscribed"]),
)
def test_who_a_column_speaks_against_is_never_confirmed(title: str, cell: str, status: str) -> None:
    """Whatever stands there: it is read as a no, as none, or the row is refused."""
    cells = {"address": "rosa@example.org", "language": "sl", "status": status}
    try:
        (row,) = read_row(2, cells, secret=SECRET, noes=[(title, cell)])
        noes = noes_of([(title, cell)])
    except InputRefused:
        return
    assert (row.status is YES) == (not noes)
    is_blank = not any(sign.isalnum() for sign in cell)
    if COLUMNS[title][1] is not Cell.STILL_ON and is_blank:
        assert not noes


def test_an_opt_out_of_everything_holds_for_lists_made_later(database: Database, csv: Csv) -> None:
    """It holds until the person says yes; staff's word for it is not enough."""
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\ngone@example.org,blocklisted\n"))
        create_list(session, slug="later", name="Later", now=NOON)
        report = bring_in(
            session, csv("email,name\ngone@example.org,Rosa\nnew@example.org,New\n"), list_slug="later"
        )
        assert (report.imported, report.kept_opted_out) == (1, 1)
        assert statuses(session, "later") == {"new": YES}


def test_their_own_yes_ends_an_opt_out_of_everything(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\nback@example.org,blocklisted\n"))
        own = create_list(session, slug="own", name="Own", now=NOON)
        asked = request_subscription(
            session,
            SubscriptionRequest(
                address="back@example.org",
                name="",
                list_id=own.id,
                proof=ConsentProof(method=ConsentMethod.SIGN_UP, wording="Yes", language="sl", evidence="test"),
            ),
            now=NOON,
            secret=SECRET,
        )
        confirm(
            session,
            subscriber_id=asked.subscriber_id,
            list_id=own.id,
            proof=ConsentProof(
                method=ConsentMethod.CONFIRMATION_LINK, wording="Yes", language="sl", evidence="test"
            ),
            now=NOON,
        )
        create_list(session, slug="later", name="Later", now=NOON)
        assert bring_in(session, csv("email\nback@example.org\n"), list_slug="later").imported == 1


@pytest.mark.parametrize(
    "header_and_row",
    [
        "email,status,Unsubscribed from all email\nx@example.org,active,true",
        "email,EMAIL_BLACKLISTED,Opted out of email: Newsletter\nx@example.org,0,true",
        "email,status,Cleaned On\nx@example.org,,2021-01-01",
        "email,Email Campaigns\nx@example.org,Unsubscribed",
        "email,Email Marketing Status\nx@example.org,Unsubscribed",
        "email,delivery_status\nx@example.org,by_bounces",
        "email,active\nx@example.org,0",
        "email,listsub\nx@example.org,-1",
        "email,Ne pošiljaj e-pošte\nx@example.org,Da",
        "email,Brez množičnih e-sporočil (odjava)\nx@example.org,Da",
        "email,Is Deleted\nx@example.org,1",
        "email,consent\nx@example.org,no",
        "email,opt_in\nx@example.org,0",
        "email,soglasje\nx@example.org,ne",
        "email,prijavljen\nx@example.org,ne",
        "email,Wants mail\nx@example.org,no",
        "email,unsubscribed\nx@example.org,jo",
        "email,unsubscribed\nx@example.org,no?",
        "email,unsubscribed\nx@example.org,~~no~~",
        "email,unsubscribed\nx@example.org,until 0",
        "email,unsubscribe reason\nx@example.org,n/a",
        "email,unsubscribe reason\nx@example.org,never",
        "email,on hold\nx@example.org,no?",
        "email,status\nx@example.org,active?",
        "email,status\nx@example.org,~~active~~",
        "email,status\nx@example.org,(active)",
    ],
)
@on_sqlite
def test_what_may_be_a_no_is_never_taken_for_a_yes(database: Database, csv: Csv, header_and_row: str) -> None:
    """In a column that nobody knows, whatever else the file says: the row, or the whole file, is refused."""
    with session_beside_imports(database) as session:
        try:
            report = bring_in(session, csv(header_and_row + "\n"))
        except InputRefused:
            return
        assert report.imported == 0
        assert YES not in statuses(session).values()


def test_full_width_letters_are_letters(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,ＵＮＳＵＢ_TIME\nx@example.org,2021-01-01 00:00:00\n"))
        assert statuses(session) == {"x": NO}


@pytest.mark.parametrize(
    "header_and_row",
    [
        "email,Newsletter\nx@example.org,yes",
        "email,Last active\nx@example.org,2026-01-01",
        "email,Consent date\nx@example.org,2024-05-25",
        "email,City\nx@example.org,Ne",
    ],
)
@on_sqlite
def test_what_is_no_no_stops_nobody(database: Database, csv: Csv, header_and_row: str) -> None:
    with session_beside_imports(database) as session:
        assert bring_in(session, csv(header_and_row + "\n")).imported == 1
