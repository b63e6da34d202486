"""SendGrid, asked what it accepted of a call whose answer was lost."""

import json
from datetime import datetime, timedelta

import httpx
import pytest

from delivery.errors import OutcomeUnknown, ProviderError, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import OutgoingBatch
from delivery.providers.base import LookUp
from delivery.providers.sendgrid.provider import MAX_QUERIES, SendGridProvider
from tests.conftest import NOON
from tests.delivery.batches import a_batch
from tests.delivery.shared_batches import a_sharing_batch
from tests.fakes.resend_api import raising, saying
from tests.fakes.sendgrid_api import FakeSendGrid, refusing


def a_provider(api: FakeSendGrid, key: str = "SG.key") -> SendGridProvider:
    return SendGridProvider(
        base_url="https://api.eu.sendgrid.test", api_key=key, timeout=timedelta(seconds=5), transport=api.transport
    )


def asked(api: FakeSendGrid, batch: OutgoingBatch | None = None) -> LookUp:
    return a_provider(api).look_up(batch or a_sharing_batch(3))


def logged(
    api: FakeSendGrid, address: str, *, at: datetime = NOON, campaign: str = "camp2345", name: str = "sg-7.recvd-9"
) -> None:
    api.log.append((campaign, at, {"to_email": address, "sg_message_id": name, "status": "delivered"}))


def test_one_question_for_all_of_the_campaign_around_the_time_of_the_call() -> None:
    api = FakeSendGrid()
    logged(api, "Reader1@example.org")
    logged(api, "reader2@example.org", campaign="camp9999")
    assert asked(api) == LookUp(accepted={1: "sg-7"}, absent=frozenset({2, 3}))
    (request,) = api.requests
    assert (request.method, request.url.path) == ("POST", "/v3/logs")
    assert json.loads(request.content)["limit"] == 1000


def test_a_message_that_was_sent_at_another_time_is_not_of_this_call() -> None:
    api = FakeSendGrid()
    logged(api, "reader1@example.org", at=NOON - timedelta(hours=1))
    assert asked(api) == LookUp(accepted={}, absent=frozenset({1, 2, 3}))


def test_a_span_that_holds_more_than_an_answer_is_asked_for_in_halves() -> None:
    api = FakeSendGrid()
    for number in range(2500):
        logged(api, f"other{number}@example.org", at=NOON + timedelta(seconds=number))
    logged(api, "reader2@example.org", at=NOON + timedelta(seconds=2400))
    lookup = asked(api)
    assert lookup == LookUp(accepted={2: "sg-7"}, absent=frozenset({1, 3}))
    assert 3 <= len(api.requests) <= 10


def test_a_second_that_holds_more_than_an_answer_leaves_the_rest_open() -> None:
    api = FakeSendGrid()
    for number in range(1500):
        logged(api, f"other{number}@example.org")
    logged(api, "reader2@example.org", at=NOON + timedelta(minutes=3))
    assert asked(api) == LookUp(accepted={2: "sg-7"})


def test_questions_have_an_end() -> None:
    api = FakeSendGrid()
    for number in range(1000 * MAX_QUERIES):
        logged(api, "other@example.org", at=NOON + timedelta(seconds=number / 20))
    assert asked(api) == LookUp(accepted={})
    assert len(api.requests) == MAX_QUERIES


@pytest.mark.parametrize(
    "payload", [{}, {"messages": None}, {"messages": [{"status": "delivered"}]}, [], "rubbish"]
)
def test_a_log_that_cannot_be_read_proves_nothing(payload: object) -> None:
    with pytest.raises(OutcomeUnknown):
        asked(FakeSendGrid(saying(httpx.Response(200, json=payload))))


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500])
def test_a_question_that_is_refused_proves_nothing(status: int) -> None:
    with pytest.raises(ProviderError):
        asked(FakeSendGrid(saying(refusing(("query", "not for this key"), status=status))))


def test_a_log_that_cannot_be_reached_proves_nothing() -> None:
    with pytest.raises(TransientProviderError):
        asked(FakeSendGrid(raising(httpx.ConnectError("no route"))))


def test_a_key_that_is_none_is_found_before_the_question() -> None:
    api = FakeSendGrid()
    with pytest.raises(SenderMisconfigured):
        a_provider(api, key="").look_up(a_batch())
    assert api.requests == []
