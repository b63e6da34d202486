"""Import: good rows are kept, bad ones named, nobody is resurrected, and a second time changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, SQLModel, col, select

from core.db import Database
from core.errors import InputRefused, NotFound
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from subscribers import read_import as module
from subscribers.audience import Audience, count_audience
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.queries import consent_of, list_subscribers
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    Subscriber,
    Subscription,
    Suppression,
    SuppressionReason,
)
from tests.conftest import NOON
from tests.subscribers.conditions import nobody_got
from tests.subscribers.conftest import hash_of, imported, session_beside_imports

EXAMPLE = Path(__file__).parents[2] / "examples" / "subscribers.csv"
Csv = Callable[[str | bytes], Path]

pytestmark = pytest.mark.usefixtures("list_id")


def bring_in(session: Session, path: Path, **more: Any) -> CsvReport:
    request = ImportRequest("bulletin", "Paper forms, 2024", **more)
    return imported(session, path, request)


def refused_lines(report: CsvReport) -> list[tuple[int | None, str]]:
    return [(refusal.line, refusal.code) for refusal in report.refused]


def statuses(session: Session) -> dict[str, SubscriptionStatus | None]:
    return {person.address: person.status for person in list_subscribers(session, list_slug="bulletin", limit=99)}


def everything(session: Session) -> list[list[tuple[Any, ...]]]:
    tables = [SQLModel.metadata.tables[table.__tablename__] for table in _TABLES]
    return [list(map(tuple, session.execute(table.select().order_by(table.c.id)))) for table in tables]


_TABLES: list[Any] = [Subscriber, Subscription, ConsentRecord, Suppression]


def test_the_example_is_imported_but_for_its_six_bad_rows(database: Database, list_id: int) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, EXAMPLE)
        assert report.imported == 200
        assert refused_lines(report) == [
            (25, "subscribers-address-without-at"),
            (60, "subscribers-language-unknown"),
            (98, "subscribers-row-repeated"),
            (133, "subscribers-address-missing"),
            (164, "subscribers-row-columns"),
            (191, "subscribers-address-with-name"),
        ]
        assert count_audience(session, Audience((list_id,)), nobody_got, now=NOON)[list_id] == {
            "sl": 100,
            "en": 56,
            "ar": 44,
        }


def test_the_example_rehearses_every_fate() -> None:
    locals_ = [line.split("@")[0] for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    fates = ("bounce", "soft", "complain", "unsubscribe", "reject")
    assert {fate: sum(local.startswith(fate) for local in locals_) for fate in fates} == {
        "bounce": 3,
        "soft": 2,
        "complain": 2,
        "unsubscribe": 2,
        "reject": 1,
    }


def test_a_second_import_changes_nothing(database: Database) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, EXAMPLE)
        before = everything(session)
    with session_beside_imports(database) as session:
        report = bring_in(session, EXAMPLE)
        assert (report.imported, report.already_subscribed, len(report.refused)) == (0, 200, 6)
        assert everything(session) == before


def test_each_row_becomes_what_it_says_with_its_proof(database: Database, list_id: int, csv: Csv) -> None:
    path = csv(
        "e-naslov;ime;jezik;stanje\nAna@example.org;Ana Šega;SL;potrjena\n"
        "bor@example.org;;en;pending\ncene@example.org;Cene;ar;odjavljen\n"
    )
    with session_beside_imports(database) as session:
        report = bring_in(session, path)
        assert (report.imported, report.unsubscribed, report.refused) == (2, 1, [])
        assert statuses(session) == {
            "Ana@example.org": SubscriptionStatus.CONFIRMED,
            "bor@example.org": SubscriptionStatus.PENDING,
            "cene@example.org": SubscriptionStatus.UNSUBSCRIBED,
        }
        records = session.exec(select(ConsentRecord).order_by(col(ConsentRecord.evidence))).all()
    assert [record.action for record in records] == [
        ConsentAction.CONFIRMED,
        ConsentAction.REQUESTED,
        ConsentAction.UNSUBSCRIBED,
    ]
    assert [record.evidence for record in records] == ["people.csv:2", "people.csv:3", "people.csv:4"]
    assert {(record.method, record.wording, record.at) for record in records} == {
        (ConsentMethod.IMPORT, "Paper forms, 2024", NOON)
    }


def test_a_no_that_was_said_here_stays(database: Database, list_id: int, csv: Csv) -> None:
    path = csv("email,language\nana@example.org,sl\n")
    with session_beside_imports(database) as session:
        bring_in(session, path)
        (person,) = list_subscribers(session, limit=1)
        unsubscribe(
            session,
            subscriber_id=person.subscriber_id,
            list_id=list_id,
            method=ConsentMethod.ONE_CLICK,
            evidence="",
            now=NOON,
        )
        report = bring_in(session, path)
        assert (report.imported, report.kept_unsubscribed) == (0, 1)
        assert statuses(session) == {"ana@example.org": SubscriptionStatus.UNSUBSCRIBED}
        assert len(consent_of(session, person.subscriber_id)) == 2


def test_a_no_in_the_file_ends_a_yes_here(database: Database, list_id: int, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,language\nana@example.org,sl\n"))
        path = csv("email,language,status\nana@example.org,sl,unsubscribed\n")
        assert bring_in(session, path).unsubscribed == 1
        assert statuses(session) == {"ana@example.org": SubscriptionStatus.UNSUBSCRIBED}
        assert bring_in(session, path).kept_unsubscribed == 1


def test_a_pending_person_is_not_confirmed_by_a_file(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,language,status\nana@example.org,sl,pending\n"))
        report = bring_in(session, csv("email,language,status\nana@example.org,sl,confirmed\n"))
        assert report.already_subscribed == 1
        assert statuses(session) == {"ana@example.org": SubscriptionStatus.PENDING}


def test_a_suppressed_address_is_not_even_added(database: Database, csv: Csv) -> None:
    path = csv("email,language,status\nANA@example.org,sl,\nbor@example.org,sl,unsubscribed\n")
    with session_beside_imports(database) as session:
        for address in ("ana@example.org", "bor@example.org"):
            reason = SuppressionReason.COMPLAINED
            suppress(session, address_hash=hash_of(address), reason=reason, detail="", now=NOON)
        report = bring_in(session, path)
        assert (report.imported, report.kept_suppressed) == (0, 2)
        assert list_subscribers(session, limit=9) == []


def test_known_people_keep_their_name_and_language(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,name,language\nana@example.org,Ana,sl\n"))
        bring_in(session, csv("email,name,language\nana@example.org,Somebody else,en\n"))
        (person,) = list_subscribers(session, limit=9)
        assert (person.name, person.language) == ("Ana", "sl")


def test_a_repeated_address_names_the_line_it_was_first_on(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,language\nana@example.org,sl\n\nANA@EXAMPLE.ORG,en\n"))
        assert report.imported == 1
        assert refused_lines(report) == [(4, "subscribers-row-repeated")]
        assert report.refused[0].params == {"first": 2}


@pytest.mark.parametrize("order", [("", "unsubscribed"), ("unsubscribed", "")])
@pytest.mark.parametrize("chunk", [1, 1_000])
def test_of_a_yes_and_a_no_in_one_file_the_no_counts(
    database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch, order: tuple[str, str], chunk: int
) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    path = csv("email,language,status\n" + "".join(f"ana@example.org,sl,{status}\n" for status in order))
    with session_beside_imports(database) as session:
        assert bring_in(session, path).unsubscribed == 1
        assert statuses(session) == {"ana@example.org": SubscriptionStatus.UNSUBSCRIBED}
        assert bring_in(session, path).unsubscribed == 0


def test_what_looks_like_a_formula_is_a_name(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,name,language\nana@example.org,\"=cmd|' /C calc'!A0\",sl\n"))
        assert list_subscribers(session, limit=9)[0].name == "=cmd|' /C calc'!A0"


def test_rows_without_a_language_take_the_default(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,language\nana@example.org,\nbor@example.org,en\n"), default_language="sl")
        assert [person.language for person in list_subscribers(session, limit=9)] == ["sl", "en"]


def test_rows_without_a_language_are_refused_where_there_is_no_default(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,language\nana@example.org,\n"))
        assert refused_lines(report) == [(2, "subscribers-language-missing")]
        with pytest.raises(InputRefused, match="subscribers-file-without-language"):
            bring_in(session, csv("email\nana@example.org\n"))
        with pytest.raises(InputRefused, match="subscribers-language-unknown"):
            bring_in(session, csv("email\nana@example.org\n"), default_language="xx")


def test_a_status_that_nobody_knows_is_not_taken_for_a_yes(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("email,language,status\nana@example.org,sl,archived\n"))
        assert refused_lines(report) == [(2, "subscribers-status-unknown")]
        assert list_subscribers(session, limit=9) == []


def test_a_file_with_a_header_only_is_refused(database: Database, csv: Csv) -> None:
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-without-rows"),
    ):
        bring_in(session, csv("email,language\n\n"))


def test_an_import_needs_a_list_and_a_note(database: Database) -> None:
    with session_beside_imports(database) as session:
        with pytest.raises(NotFound, match="subscribers-list-unknown"):
            imported(session, EXAMPLE, ImportRequest("nope", "Paper"))
        with pytest.raises(InputRefused, match="subscribers-import-without-note"):
            imported(session, EXAMPLE, ImportRequest("bulletin", " "))


def test_a_hopeless_file_is_given_up(database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_REFUSED", 5)
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-hopeless"),
    ):
        bring_in(session, csv("email,language\n" + "x,sl\n" * 6))


def test_a_failed_import_leaves_nothing_behind(
    database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_REFUSED", 0)
    monkeypatch.setattr(module, "CHUNK", 1)
    with pytest.raises(InputRefused), session_beside_imports(database) as session:
        bring_in(session, csv("email,language\nana@example.org,sl\nbor@example.org,sl\nx,sl\n"))
    with database.read() as session:
        assert list_subscribers(session, limit=9) == []


def test_every_refusal_of_the_example_reads_well(database: Database) -> None:
    texts = Texts(["subscribers"])
    with session_beside_imports(database) as session:
        for refusal in bring_in(session, EXAMPLE).refused:
            for language in STAFF_LANGUAGES:
                text = texts.text(language, refusal.code, **refusal.params)
                assert text.endswith(".")
                assert "{" not in text
