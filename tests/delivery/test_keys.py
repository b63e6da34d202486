"""The strings that keep mail from going out twice."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from delivery.attempts.keys import attempt_key, message_id
from delivery.errors import WrongRecipient
from delivery.message.outgoing import check_recipients, request_digest
from tests.conftest import NOON
from tests.delivery.batches import a_batch, a_message


def test_an_attempt_key_is_never_made_twice_and_fits_every_provider() -> None:
    keys = {attempt_key() for _ in range(200)}
    assert len(keys) == 200
    assert all(key.isascii() and len(key) <= 80 for key in keys)


def test_a_message_id_is_the_same_in_every_retry() -> None:
    first = message_id("camp2345", 7, domain="example.org", secret="s")
    assert first == message_id("camp2345", 7, domain="example.org", secret="s")
    assert first == "<965ce908a16219447f160ab4b85544bf225f7582@example.org>"


def test_a_message_id_is_another_for_another_delivery_campaign_or_secret() -> None:
    ids = {
        message_id("camp2345", 7, domain="example.org", secret="s"),
        message_id("camp2345", 8, domain="example.org", secret="s"),
        message_id("camp2346", 7, domain="example.org", secret="s"),
        message_id("camp2345", 7, domain="example.org", secret="t"),
    }
    assert len(ids) == 4


def test_a_message_id_shows_neither_campaign_nor_delivery() -> None:
    shown = message_id("camp2345", 123456789, domain="example.org", secret="s")
    assert "camp2345" not in shown
    assert "123456789" not in shown


def test_the_digest_of_a_repeat_is_the_same() -> None:
    assert request_digest(a_batch()) == request_digest(a_batch())


def test_the_digest_does_not_depend_on_the_zone_or_the_microseconds_in_which_a_date_was_read_back() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=2))).replace(microsecond=999)
    assert request_digest(a_batch(date=NOON)) == request_digest(a_batch(date=there))


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "bilten-2"},
        {"date": datetime(2026, 11, 22, 12, 0, 1, tzinfo=UTC)},
        {"from_name": "Drugi"},
        {"reply_to": None},
        {"reference": "other"},
        {"messages": (a_message(1, text="drugo"), a_message(2), a_message(3))},
        {"messages": (a_message(2), a_message(1), a_message(3))},
    ],
)
def test_the_digest_of_anything_else_is_another(changes: dict[str, object]) -> None:
    assert request_digest(a_batch(**changes)) != request_digest(a_batch())


def test_a_batch_in_which_everyone_gets_their_own_passes() -> None:
    check_recipients(a_batch())


def test_a_message_rendered_for_somebody_else_stops_the_batch() -> None:
    with pytest.raises(WrongRecipient) as caught:
        check_recipients(a_batch(a_message(1), a_message(2, rendered_for="hash-of-reader1@example.org")))
    assert caught.value.code == "delivery-wrong-recipient"
    assert caught.value.params == {"delivery": "2"}


@pytest.mark.parametrize("to", ["reader1@example.org", "READER1@example.org", " reader1@example.org"])
def test_an_address_that_is_in_the_batch_already_stops_it(to: str) -> None:
    with pytest.raises(WrongRecipient) as caught:
        check_recipients(a_batch(a_message(1), a_message(2, to=to)))
    assert caught.value.code == "delivery-recipient-twice"
