"""Import beside other work, and of many rows."""

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from core.db import Database
from subscribers.audience import Audience, audience_of
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod
from tests.conftest import NOON
from tests.subscribers.conftest import SECRET
from tests.subscribers.test_import_csv import Csv, bring_in

pytestmark = pytest.mark.usefixtures("list_id")


def test_a_sign_up_need_not_wait_for_an_import(database: Database, list_id: int, csv: Csv) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    with database.write() as importing, database.write() as signing_up:
        bring_in(importing, csv("email,language\nana@example.org,sl\n"))
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


def test_a_second_import_waits_for_the_first_whoever_it_names(database: Database, csv: Csv) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    with database.write() as first:
        bring_in(first, csv("email,language\nana@example.org,sl\n"))
        with database.write() as second:
            second.connection().execute(text("SET LOCAL lock_timeout = '50ms'"))
            with pytest.raises(OperationalError, match="lock timeout"):
                bring_in(second, csv("email,language\nbor@example.org,sl\n"))
            second.rollback()


def test_a_thousand_rows_take_a_handful_of_statements(database: Database, list_id: int, csv: Csv) -> None:
    rows = "".join(f"p{number}@example.org,sl\n" for number in range(2_000))
    path = csv(f"email,language\n{rows}")
    statements: list[str] = []
    listen = (database.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    event.listen(*listen)
    with database.write() as session:
        assert bring_in(session, path).imported == 2_000
        assert len(session.exec(audience_of(Audience((list_id,)))).all()) == 2_000
    event.remove(*listen)
    assert len(statements) < 40
