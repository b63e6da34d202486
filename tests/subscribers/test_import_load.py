"""Import beside other work, and of many rows."""

from collections.abc import Callable, Iterable

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from core.db import Database
from core.write_guard import SlowInWrite
from subscribers import import_csv
from subscribers.audience import Audience, audience_of
from subscribers.csv_row import ImportedRow
from subscribers.erase_imports import forget_in_imports
from subscribers.import_report import ImportRequest
from subscribers.import_rows import RowWriter
from subscribers.import_tables import RowOutcome
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod, Suppression
from subscribers.write_import import wait_for_other_imports
from tests.conftest import NOON
from tests.subscribers.conditions import nobody_got
from tests.subscribers.conftest import SECRET, hash_of, session_beside_imports
from tests.subscribers.test_import_csv import Csv, bring_in, statuses

pytestmark = pytest.mark.usefixtures("list_id")


def test_a_sign_up_need_not_wait_for_an_import(database: Database, list_id: int) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    with database.write() as importing, database.write() as signing_up:
        wait_for_other_imports(importing)
        signing_up.connection().execute(text("SET LOCAL lock_timeout = '5s'"))
        asked = request_subscription(
            signing_up,
            SubscriptionRequest(
                address="bor@example.org",
                name="",
                list_id=list_id,
                proof=ConsentProof(method=ConsentMethod.SIGN_UP, wording="Da.", language="sl", evidence="form"),
            ),
            now=NOON,
            secret=SECRET,
        )
    assert asked.is_new_request


def test_a_second_import_waits_for_the_first_whoever_it_names(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    with database.write() as first:
        wait_for_other_imports(first)
        with database.write() as second:
            second.connection().execute(text("SET LOCAL lock_timeout = '50ms'"))
            with pytest.raises(OperationalError, match="lock timeout"):
                wait_for_other_imports(second)
            second.rollback()


def test_a_thousand_rows_take_a_handful_of_statements(
    database: Database, list_id: int, csv: Csv, chunks_of: Callable[[int], None]
) -> None:
    chunks_of(1_000)
    rows = "".join(f"p{number}@example.org,sl\n" for number in range(2_000))
    path = csv(f"email,language\n{rows}")
    statements: list[str] = []
    listen = (database.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    event.listen(*listen)
    with session_beside_imports(database) as session:
        assert bring_in(session, path).imported == 2_000
        assert len(session.exec(audience_of(Audience((list_id,)), nobody_got, now=NOON)).all()) == 2_000
    event.remove(*listen)
    assert len(statements) < 100


def test_no_write_is_longer_than_a_chunk_and_noes_come_first(
    database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch, chunks_of: Callable[[int], None]
) -> None:
    """Whoever wants to leave meanwhile waits for a chunk, not for the file."""
    chunks_of(3)
    written: list[list[bool]] = []
    really = RowWriter.write

    def write(self: RowWriter, rows: list[ImportedRow]) -> Iterable[RowOutcome]:
        written.append([row.is_no for row in rows])
        return really(self, rows)

    monkeypatch.setattr(RowWriter, "write", write)
    rows = "".join(f"p{n}@example.org,sl,{'unsubscribed' if n % 2 else ''}\n" for n in range(8))
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"email,language,status\n{rows}"))
    assert (report.imported, report.unsubscribed) == (4, 4)
    assert written == [[True] * 3, [True], [False] * 3, [False]]


@pytest.mark.parametrize("chunks", range(5))
def test_after_a_crash_between_chunks_the_same_command_goes_on(
    database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch, chunks_of: Callable[[int], None], chunks: int
) -> None:
    """Nobody is subscribed past a no in between, and nobody twice; who left meanwhile stays away."""
    chunks_of(1)
    rows = ["ana,", "bor,", "ana,unsubscribed", "cene,cleaned", "cene,", "dora,"]
    path = csv("email,status,language\n" + "".join(f"{row.replace(',', '@example.org,')},sl\n" for row in rows))
    really, left = RowWriter.write, iter(range(chunks))

    def write(self: RowWriter, rows: list[ImportedRow]) -> Iterable[RowOutcome]:
        if next(left, None) is None:
            raise ZeroDivisionError
        return really(self, rows)

    with session_beside_imports(database) as session:
        monkeypatch.setattr(RowWriter, "write", write)
        with pytest.raises(ZeroDivisionError):
            bring_in(session, path)
        monkeypatch.setattr(RowWriter, "write", really)
        yes = {address for address, status in statuses(session).items() if status is SubscriptionStatus.CONFIRMED}
        assert yes <= {"bor@example.org", "dora@example.org"}
        report = bring_in(session, path)
        assert report.imported + report.already_subscribed == 2
        assert statuses(session) == {
            "ana@example.org": SubscriptionStatus.UNSUBSCRIBED,
            "bor@example.org": SubscriptionStatus.CONFIRMED,
            "dora@example.org": SubscriptionStatus.CONFIRMED,
        }
        assert [row.address_hash for row in session.exec(select(Suppression))] == [hash_of("cene@example.org")]


def test_whoever_is_erased_between_reading_and_writing_of_their_rows_stays_away(
    database: Database, csv: Csv, monkeypatch: pytest.MonkeyPatch
) -> None:
    def erase(session: Session) -> None:
        forget_in_imports(session, hash_of("bor@example.org"))
        wait_for_other_imports(session)

    monkeypatch.setattr("subscribers.write_import.wait_for_other_imports", erase)
    with session_beside_imports(database) as session:
        path = csv("email,language\nana@example.org,sl\nbor@example.org,sl\ncene@example.org,sl\n")
        assert bring_in(session, path).imported == 2
        assert statuses(session).keys() == {"ana@example.org", "cene@example.org"}


def test_nobody_counts_as_subscribed_whose_no_in_the_same_file_won(database: Database, csv: Csv) -> None:
    path = csv("email,language,status\nana@example.org,sl,\nana@example.org,sl,unsubscribed\n")
    with session_beside_imports(database) as session:
        report = bring_in(session, path)
        assert (report.imported, report.unsubscribed, report.kept_unsubscribed) == (0, 1, 1)


def test_a_file_is_read_with_no_write_open(database: Database, csv: Csv) -> None:
    path = csv("email,language\nana@example.org,sl\n")
    with database.write(), pytest.raises(SlowInWrite, match="CSV"):
        import_csv.import_csv(database, path, ImportRequest("bulletin", "Paper"), secret=SECRET, now=NOON)
