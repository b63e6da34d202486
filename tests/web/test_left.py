"""After an unsubscribe: it can be undone for an hour by whoever left, and a reason is a number and nobody's."""

import re
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from core.db import Database
from subscribers.leaving_reasons import LeavingReason, reasons_of
from subscribers.preferences import leave_everything
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentRecord, MailingList, Subscription
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.conftest import Reader
from tests.web.snapshot import everything_in

UNDO = {"undo": "undo"}


def status(database: Database) -> SubscriptionStatus:
    with database.read() as session:
        return session.exec(select(Subscription)).one().status


def leave(client: httpx.Client, reader: Reader) -> str:
    """The address that the page after it leads to."""
    page = client.post(reader.unsubscribe_path, data={}).text
    path = re.search(r'action="([^"]+/left)"', page)
    assert path
    return path[1]


def test_who_left_by_mistake_is_back_with_one_press_and_the_proof_is_kept(
    client: httpx.Client, database: Database, reader: Reader
) -> None:
    path = leave(client, reader)
    before = everything_in(database)
    assert client.get(path).status_code == 200
    assert everything_in(database) == before, "looking changes nothing"
    assert "Spet ste na seznamu" in client.post(path, data=UNDO).text
    assert status(database) is SubscriptionStatus.CONFIRMED
    with database.read() as session:
        proof = session.exec(select(ConsentRecord)).all()[-1]
    assert "Želim še naprej prejemati" in proof.wording
    client.post(reader.unsubscribe_path, data={})
    assert status(database) is SubscriptionStatus.UNSUBSCRIBED, "and may leave again"


@on_sqlite
def test_it_is_undone_once_and_for_an_hour(
    client: httpx.Client, database: Database, reader: Reader, clock: StoppedClock
) -> None:
    path = leave(client, reader)
    clock.advance(seconds=3_601)
    late = client.post(path, data=UNDO)
    assert late.status_code == 403
    assert status(database) is SubscriptionStatus.UNSUBSCRIBED
    again = client.post(reader.unsubscribe_path, data={})
    assert 'name="undo"' not in again.text, "who left long ago signs up again"


@on_sqlite
def test_a_no_that_was_said_since_is_not_undone(client: httpx.Client, database: Database, reader: Reader) -> None:
    path = leave(client, reader)
    with database.write() as session:
        leave_everything(session, reader.subscriber_id, evidence="campaign:abc", now=NOON)
    client.post(path, data=UNDO)
    assert status(database) is SubscriptionStatus.UNSUBSCRIBED


@on_sqlite
def test_who_had_not_confirmed_is_not_put_on_the_list(
    client: httpx.Client, database: Database, asking_reader: Reader
) -> None:
    path = leave(client, asking_reader)
    client.post(path, data=UNDO)
    assert status(database) is SubscriptionStatus.UNSUBSCRIBED


@on_sqlite
def test_no_other_link_undoes_it(client: httpx.Client, database: Database, reader: Reader) -> None:
    leave(client, reader)
    for path in (reader.unsubscribe_path, reader.preferences_path, reader.confirm_path):
        assert client.post(f"/u/{path.rpartition('/')[2]}/left", data=UNDO).status_code == 403
    assert client.post("/u/x/left", data=UNDO).status_code == 422
    assert status(database) is SubscriptionStatus.UNSUBSCRIBED


def test_a_reason_is_a_number_and_nobodys(client: httpx.Client, database: Database, reader: Reader) -> None:
    path = leave(client, reader)
    for _ in range(2):
        assert "Hvala" in client.post(path, data={"reason": "too_many"}).text
    assert "Hvala" not in client.post(path, data={"reason": "x" * 500}).text
    with database.read() as session:
        assert reasons_of(session, reader.list_id, now=NOON) == {LeavingReason.TOO_MANY: 2}
        assert reasons_of(session, reader.list_id, now=NOON + timedelta(days=400)) == {}


@pytest.mark.parametrize("reason", list(LeavingReason))
@on_sqlite
def test_readers_of_a_protected_list_are_not_asked(
    client: httpx.Client, database: Database, reader: Reader, reason: LeavingReason
) -> None:
    with database.write() as session:
        session.get_one(MailingList, reader.list_id).is_protected = True
    path = leave(client, reader)
    assert 'name="reason"' not in client.get(path).text
    client.post(path, data={"reason": reason})
    with database.read() as session:
        assert reasons_of(session, reader.list_id, now=NOON) == {}
