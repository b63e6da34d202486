"""Mailgun: what goes over the wire, and what its answers mean."""

import json
from datetime import timedelta
from urllib.parse import parse_qs

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from delivery.errors import (
    AddressesRefused,
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, OutgoingBatch, SendResult
from delivery.providers.mailgun.provider import MailgunProvider
from delivery.providers.mailgun.request import drawer
from tests.delivery.batches import a_batch
from tests.delivery.documented import expect_documented
from tests.delivery.shared_batches import a_sharing_batch, a_sharing_message
from tests.fakes.mailgun_api import FakeMailgun, problem
from tests.fakes.resend_api import saying

NOON = "Sun, 22 Nov 2026 12:00:00 GMT"


def send(api: FakeMailgun, batch: OutgoingBatch | None = None, key: str = "key-1", domain: str = "") -> SendResult:
    provider = MailgunProvider(
        base_url="https://api.eu.mailgun.test",
        api_key=key,
        domain=domain,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )
    try:
        return provider.send(batch or a_sharing_batch())
    finally:
        provider.close()


def form_of(request: httpx.Request) -> dict[str, list[str]]:
    return parse_qs(request.content.decode("ascii"), keep_blank_values=True)


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakeMailgun(saying(response)))
    return caught.value


def test_a_batch_is_one_request_to_the_domain_of_the_sender() -> None:
    api = FakeMailgun()
    send(api)
    (request,) = api.requests
    assert str(request.url) == "https://api.eu.mailgun.test/v3/bulletin.example.org/messages"
    assert request.headers["Authorization"] == "Basic YXBpOmtleS0x"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_another_domain_can_be_set() -> None:
    api = FakeMailgun()
    send(api, domain="mg.example.org")
    assert api.requests[0].url.path == "/v3/mg.example.org/messages"


def test_what_stands_in_the_form() -> None:
    api = FakeMailgun()
    send(api, a_sharing_batch(2, from_name="Zarek"))
    form = form_of(api.requests[0])
    own = json.loads(form.pop("recipient-variables")[0])
    assert form == {
        "from": ["Zarek <bulletin@bulletin.example.org>"],
        "to": ["reader1@example.org", "reader2@example.org"],
        "subject": ["Brodolom pri Krotonu – izjava"],
        "text": ["Živjo, %recipient.bilten0xt0%\r\n%recipient.bilten0xt1%"],
        "html": ["<p>Živjo, %recipient.bilten0xh0%</p>"],
        "h:Precedence": ["bulk"],
        "h:X-Own": ["%recipient.bilten0xheader1%"],
        "h:Reply-To": ["office@bulletin.example.org"],
        "v:delivery": ["%recipient.bilten0xdelivery%"],
        "v:campaign": ["camp2345"],
        "v:batch": ["bilten-00000000000000000000000000000001"],
        "o:tag": ["camp2345", drawer("bilten-00000000000000000000000000000001")],
        "o:tracking": ["no"],
        "o:tracking-clicks": ["no"],
        "o:tracking-opens": ["no"],
    }
    assert own["reader2@example.org"] == {
        "bilten0xh0": "bralka 2",
        "bilten0xt0": "bralka 2",
        "bilten0xt1": "https://example.org/2",
        "bilten0xpercent": "%",
        "bilten0xdelivery": "2",
        "bilten0xheader1": "n2",
    }
    assert sorted(own) == ["reader1@example.org", "reader2@example.org"]


def test_nobody_ever_sees_the_address_of_another() -> None:
    api = FakeMailgun()
    send(api, a_sharing_batch(7))
    assert [copy["to"] for copy in api.sent] == [[f"reader{number}@example.org"] for number in range(1, 8)]


def test_a_repeat_would_be_the_same_bytes() -> None:
    api = FakeMailgun()
    send(api)
    send(api)
    assert api.requests[0].content == api.requests[1].content


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_the_request_is_one_that_mailgun_documents(count: int) -> None:
    api = FakeMailgun()
    send(api, a_sharing_batch(count))
    (request,) = api.requests
    expect_documented(request, "mailgun.strict.json", host_url="https://api.eu.mailgun.net")
    with pytest.raises(OpenAPIError):
        expect_documented(
            request,
            "mailgun.strict.json",
            host_url="https://api.eu.mailgun.net",
            content=b"from=a&to=b&colour=red",
        )


@pytest.mark.parametrize("key", ["", "a b", "a\r\nX: y", "ključ"])
def test_a_key_that_is_none_is_found_before_the_call(key: str) -> None:
    api = FakeMailgun()
    with pytest.raises(SenderMisconfigured):
        send(api, key=key)
    assert api.requests == []


def test_all_of_a_call_get_its_one_name() -> None:
    assert send(FakeMailgun()).results == tuple(Accepted(number, "<1@mailgun.test>") for number in (1, 2, 3))


def test_a_call_with_one_bad_address_is_refused_as_a_whole_and_made_once() -> None:
    """Whom it is about, the queue finds (`tests/campaigns/test_refused_addresses.py`)."""
    api = FakeMailgun()
    people = [a_sharing_message(number) for number in range(1, 40)]
    people[16] = a_sharing_message(17, to="refused@example.org")
    with pytest.raises(AddressesRefused):
        send(api, a_batch(*people))
    assert (api.received, len(api.requests)) == ([], 1)


def test_a_rate_limit_is_waited_for_until_the_date_in_the_text() -> None:
    text = "Request limit exceeded, try again after Sun, 22 Nov 2026 12:01:30 GMT"
    error = refused(problem(429, text, date=NOON))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=90)


@pytest.mark.parametrize("text", ["recipient limit exceeded, try again after a while", "slow down", ""])
def test_a_429_without_a_date_is_waited_for_all_the_same(text: str) -> None:
    error = refused(problem(429, text, date=NOON))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after is None


def test_retry_after_says_it_better_than_the_text() -> None:
    text = "bytes limit exceeded, try again after Sun, 22 Nov 2026 12:01:30 GMT"
    error = refused(problem(429, text, date=NOON, retry_after="7"))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=7)


@pytest.mark.parametrize(
    ("status", "message", "expected"),
    [
        (401, "Forbidden", SenderMisconfigured),
        (403, "Domain is not allowed to send large batches yet", SenderMisconfigured),
        (404, "Domain not found: example.org", SenderMisconfigured),
        (400, "from parameter is not a valid address", SenderMisconfigured),
        (400, "text or html is missing", ContentRejected),
        (413, "too large", CallRefused),
        (402, "pay", QuotaSpent),
        (403, "Domain has reached its daily limit", QuotaSpent),
        (500, "oops", OutcomeUnknown),
        (408, "late", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_mailguns_words(
    status: int, message: str, expected: type[ProviderError]
) -> None:
    error = refused(problem(status, message))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} {message}"


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b"Mailgun Magnificent API"),
        httpx.Response(200, json={"message": "Queued. Thank you."}),
        httpx.Response(200, json={"id": ""}),
        httpx.Response(200, json={"id": "x" * 201}),
        httpx.Response(200, json=["id"]),
    ],
)
def test_an_answer_that_names_nothing_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(answer), OutcomeUnknown)
