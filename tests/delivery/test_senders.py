"""Senders, their rate and their circuit breaker."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from core.db import Database
from core.errors import Conflict, InputRefused, NotFound
from delivery.providers.base import Capabilities
from delivery.senders.breaker import pause_sender, record_error, record_success, unpause_sender
from delivery.senders.rate import hold_sender, reserve_call
from delivery.senders.senders import SenderDetails, create_sender, find_sender, get_sender, list_senders
from delivery.tables import Sender
from tests.conftest import NOON
from tests.delivery.builders import a_sender, snapshot
from tests.fakes.provider import FakeProvider

GOOD: dict[str, Any] = {
    "name": "main",
    "provider": "fake",
    "from_name": "Društvo Žarek",
    "from_address": " bilten@example.org ",
    "reply_to": "pisma@example.org",
}
KNOWN = {"fake": FakeProvider().capabilities, "other": FakeProvider().capabilities}


def create(session: Session, known: Mapping[str, Capabilities] = KNOWN, **changes: Any) -> Sender:
    return create_sender(session, SenderDetails(**GOOD | changes), now=NOON, known_providers=known)


def stored_sender(database: Database) -> int:
    with database.write() as session:
        sender = a_sender()
        session.add(sender)
        session.flush()
        return sender.id


def sender_of(database: Database, sender_id: int) -> Sender:
    with database.read() as session:
        return get_sender(session, sender_id)


def test_a_sender_is_created_and_found(database: Database) -> None:
    with database.write() as session:
        first = create(session)
        second = create(session, name="another", reply_to=None)
    with database.read() as session:
        assert get_sender(session, first.id).from_address == "bilten@example.org"
        assert find_sender(session, "main") is not None
        assert find_sender(session, "nobody") is None
        assert [sender.name for sender in list_senders(session)] == ["another", "main"]
    assert len({first.webhook_token, second.webhook_token}) == 2
    assert len(first.webhook_token) >= 32


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"provider": "postcard"}, "delivery-provider-unknown"),
        ({"name": " "}, "delivery-sender-line-refused"),
        ({"name": "x" * 61}, "delivery-sender-line-refused"),
        ({"from_name": "Ana\r\nBcc: all@example.org"}, "delivery-sender-line-refused"),
        ({"from_address": "nobody"}, "delivery-sender-address-refused"),
        ({"reply_to": "a@b@c"}, "delivery-sender-address-refused"),
    ],
)
def test_what_cannot_stand_in_a_header_is_refused(database: Database, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(InputRefused, match=code), database.write() as session:
        create(session, **wrong)
    assert snapshot(database) == []


@pytest.mark.parametrize(
    ("cannot", "code"),
    [
        ({"headers_not_carried": frozenset({"list-unsubscribe-post"})}, "delivery-sender-no-one-click"),
        ({"not_in_from_name": ",Ž"}, "delivery-sender-name-not-carried"),
        ({"max_from_name": 12}, "delivery-sender-name-too-long"),
    ],
)
def test_what_the_provider_cannot_carry_is_refused_at_once(
    database: Database, cannot: dict[str, Any], code: str
) -> None:
    known = {"fake": replace(FakeProvider().capabilities, **cannot)}
    with pytest.raises(InputRefused, match=code), database.write() as session:
        create(session, known)
    assert snapshot(database) == []


def test_a_new_sender_keeps_to_what_its_provider_allows(database: Database) -> None:
    known = {"fake": replace(FakeProvider().capabilities, calls_per_second=1.5)}
    with database.write() as session:
        assert create(session, known).calls_per_second == 1.5


def test_a_name_is_taken_once_and_the_rest_of_the_work_survives(database: Database) -> None:
    with database.write() as session:
        create(session)
        with pytest.raises(Conflict, match="delivery-sender-exists"):
            create(session)
        create(session, name="another")
    with database.read() as session:
        assert len(list_senders(session)) == 2


def test_an_unknown_sender_is_said_to_be_unknown(database: Database) -> None:
    with database.write() as session:
        for ask in (
            lambda: get_sender(session, 7),
            lambda: reserve_call(session, 7, now=NOON),
            lambda: record_error(session, 7, threshold=1, detail="", now=NOON),
        ):
            with pytest.raises(NotFound, match="delivery-sender-unknown"):
                ask()


def test_calls_are_spaced(database: Database) -> None:
    sender_id = stored_sender(database)
    spacing = timedelta(seconds=0.25)
    with database.write() as session:
        assert reserve_call(session, sender_id, now=NOON) is None
        assert reserve_call(session, sender_id, now=NOON) == NOON + spacing
        assert reserve_call(session, sender_id, now=NOON + spacing / 2) == NOON + spacing
        assert reserve_call(session, sender_id, now=NOON + spacing) is None


def test_of_many_workers_one_gets_the_call(database: Database) -> None:
    sender_id = stored_sender(database)

    def ask(_: int) -> bool:
        with database.write() as session:
            return reserve_call(session, sender_id, now=NOON) is None

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(24))) == 1


def test_a_provider_that_asks_to_wait_is_waited_for(database: Database) -> None:
    sender_id = stored_sender(database)
    until = NOON + timedelta(minutes=5)
    with database.write() as session:
        hold_sender(session, sender_id, until=until)
        hold_sender(session, sender_id, until=NOON + timedelta(minutes=1))
        assert reserve_call(session, sender_id, now=NOON) == until
        assert reserve_call(session, sender_id, now=until) is None


def test_errors_in_a_row_pause_the_sender_once(database: Database) -> None:
    sender_id = stored_sender(database)
    with database.write() as session:
        paused = [
            record_error(session, sender_id, threshold=3, detail=f"{n}. error", now=NOON) for n in (1, 2, 3, 4)
        ]
    assert paused == [False, False, True, False]
    sender = sender_of(database, sender_id)
    assert (sender.paused_reason, sender.paused_detail) == ("error_threshold", "3. error")


def test_each_error_in_a_row_makes_the_sender_rest_longer(database: Database) -> None:
    sender_id = stored_sender(database)
    rests = []
    with database.write() as session:
        for _ in range(4):
            record_error(session, sender_id, threshold=5, detail="", now=NOON)
            until = reserve_call(session, sender_id, now=NOON)
            assert until is not None
            rests.append(until - NOON)
    assert rests == sorted(set(rests))
    assert sum(rests, timedelta(0)) > timedelta(minutes=1)


def test_a_success_between_errors_starts_the_count_again(database: Database) -> None:
    sender_id = stored_sender(database)
    with database.write() as session:
        for _ in range(4):
            assert not record_error(session, sender_id, threshold=2, detail="", now=NOON)
            record_success(session, sender_id)
    assert sender_of(database, sender_id).consecutive_errors == 0


def test_a_pause_keeps_its_first_reason_until_a_person_ends_it(database: Database) -> None:
    sender_id = stored_sender(database)
    with database.write() as session:
        assert pause_sender(session, sender_id, reason="sender_misconfigured", detail="wrong key\0")
        assert not pause_sender(session, sender_id, reason="quota_spent", detail="")
        record_success(session, sender_id)
    sender = sender_of(database, sender_id)
    assert (sender.paused_reason, sender.paused_detail) == ("sender_misconfigured", "wrong key")
    with database.write() as session:
        assert unpause_sender(session, sender_id)
        assert not unpause_sender(session, sender_id)
    sender = sender_of(database, sender_id)
    assert (sender.paused_reason, sender.paused_detail, sender.consecutive_errors) == (None, None, 0)
