"""SendGrid: what goes over the wire, and what its answers mean."""

import json
from datetime import timedelta

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from delivery.errors import (
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.sendgrid.provider import SendGridProvider
from delivery.refusals import RefusalSubject
from tests.delivery.batches import a_batch
from tests.delivery.documented import expect_documented
from tests.delivery.shared_batches import a_sharing_batch, a_sharing_message
from tests.fakes.resend_api import saying
from tests.fakes.sendgrid_api import FakeSendGrid, refusing

NOON = "Sun, 22 Nov 2026 12:00:00 GMT"
NOON_IN_SECONDS = 1795348800


def send(api: FakeSendGrid, batch: OutgoingBatch | None = None, key: str = "SG.key") -> SendResult:
    provider = SendGridProvider(
        base_url="https://api.eu.sendgrid.test",
        api_key=key,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )
    try:
        return provider.send(batch or a_sharing_batch())
    finally:
        provider.close()


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakeSendGrid(saying(response)))
    return caught.value


def test_a_batch_is_one_request() -> None:
    api = FakeSendGrid()
    send(api)
    (request,) = api.requests
    assert str(request.url) == "https://api.eu.sendgrid.test/v3/mail/send"
    assert request.headers["Authorization"] == "Bearer SG.key"
    assert request.headers["Content-Type"] == "application/json"


def test_what_stands_in_the_body() -> None:
    api = FakeSendGrid()
    send(api, a_batch(a_sharing_message(1), a_sharing_message(2, to_name="Kos, Špela")))
    payload = json.loads(api.requests[0].content)
    people = payload.pop("personalizations")
    assert payload == {
        "from": {"email": "bulletin@bulletin.example.org", "name": "Društvo Žarek"},
        "content": [
            {"type": "text/plain", "value": "Živjo, -bilten0xt0-\r\n-bilten0xt1-"},
            {"type": "text/html", "value": "<p>Živjo, -bilten0xh0-</p>"},
        ],
        "categories": ["camp2345"],
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
            "ganalytics": {"enable": False},
        },
        "reply_to": {"email": "office@bulletin.example.org"},
    }
    assert people[1] == {
        "to": [{"email": "reader2@example.org", "name": "Kos, Špela"}],
        "subject": "Brodolom pri Krotonu – izjava",
        "headers": {"Precedence": "bulk", "X-Own": "n2"},
        "custom_args": {
            "bilten_delivery": "2",
            "bilten_campaign": "camp2345",
            "bilten_batch": "bilten-00000000000000000000000000000001",
        },
        "substitutions": {
            "-bilten0xh0-": "bralka 2",
            "-bilten0xt0-": "bralka 2",
            "-bilten0xt1-": "https://example.org/2",
        },
    }
    assert people[0]["to"] == [{"email": "reader1@example.org"}]


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_the_request_is_one_that_sendgrid_documents(count: int) -> None:
    api = FakeSendGrid()
    send(api, a_sharing_batch(count))
    (request,) = api.requests
    expect_documented(request, "sendgrid-mail.strict.json", host_url="https://api.eu.sendgrid.com")
    with pytest.raises(OpenAPIError):
        expect_documented(
            request, "sendgrid-mail.strict.json", host_url="https://api.eu.sendgrid.com", content=b'{"from":"a"}'
        )


@pytest.mark.parametrize("key", ["", "a b", "a\r\nX: y", "ključ"])
def test_a_key_that_is_none_is_found_before_the_call(key: str) -> None:
    api = FakeSendGrid()
    with pytest.raises(SenderMisconfigured):
        send(api, key=key)
    assert api.requests == []


def test_all_of_a_call_get_its_one_name() -> None:
    assert send(FakeSendGrid()).results == tuple(Accepted(number, "sg-1") for number in (1, 2, 3))


def test_an_acceptance_without_a_name_is_one() -> None:
    results = send(FakeSendGrid(saying(httpx.Response(202)))).results
    assert results == tuple(Accepted(number, None) for number in (1, 2, 3))


def test_the_bad_addresses_that_sendgrid_names_are_left_out_of_a_second_call() -> None:
    api = FakeSendGrid()
    wrong = a_sharing_message(2, to="refused@example.org")
    results = send(api, a_batch(a_sharing_message(1), wrong, a_sharing_message(3))).results
    assert results == (
        Accepted(1, "sg-2"),
        Rejected(2, RejectReason.INVALID, "HTTP 400 Does not contain a valid address.", RefusalSubject.READER),
        Accepted(3, "sg-2"),
    )
    assert [address for address, _ in api.received] == ["reader1@example.org", "reader3@example.org"]


@pytest.mark.parametrize(
    "answer",
    [
        refusing(("personalizations.3.to.0.email", "of nobody in this call")),
        refusing(("personalizations.0.to.0.email", "bad"), ("content.0.value", "empty")),
        refusing(("personalizations.0.headers", "bad")),
    ],
)
def test_a_refusal_that_is_not_about_addresses_alone_rejects_nobody(answer: httpx.Response) -> None:
    assert type(refused(answer)) is CallRefused


def test_a_rate_limit_is_waited_for_until_the_second_that_it_names() -> None:
    headers = {"date": NOON, "x_ratelimit_reset": str(NOON_IN_SECONDS + 42)}
    error = refused(refusing((None, "too many requests"), status=429, **headers))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=42)


@pytest.mark.parametrize("reset", ["", "soon", "99999999999999"])
def test_a_429_without_a_time_is_waited_for_all_the_same(reset: str) -> None:
    error = refused(refusing((None, "too many requests"), status=429, date=NOON, x_ratelimit_reset=reset))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after is None


@pytest.mark.parametrize(
    ("status", "field", "message", "expected"),
    [
        (401, None, "Permission denied, wrong credentials", SenderMisconfigured),
        (401, None, "Maximum credits exceeded", QuotaSpent),
        (403, "from", "The from address does not match a verified Sender Identity.", SenderMisconfigured),
        (400, "from.email", "The from email does not contain a valid address.", SenderMisconfigured),
        (400, "content.0.value", "The content value must be a string", ContentRejected),
        (413, None, "too large", CallRefused),
        (500, None, "oops", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_sendgrids_words(
    status: int, field: str | None, message: str, expected: type[ProviderError]
) -> None:
    error = refused(refusing((field, message), status=status))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} {message}"


@pytest.mark.parametrize("status", [200, 201, 204])
def test_another_kind_of_yes_settles_nothing(status: int) -> None:
    assert isinstance(refused(httpx.Response(status)), OutcomeUnknown)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"errors": 5}', b'{"errors": [5]}', b"<html>"])
def test_a_400_that_says_nothing_may_be_about_one_reader(body: bytes) -> None:
    assert type(refused(httpx.Response(400, content=body))) is CallRefused
