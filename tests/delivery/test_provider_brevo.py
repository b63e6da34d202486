"""Brevo: what goes over the wire, and what its answers mean."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from delivery.errors import (
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, OutgoingBatch, SendResult
from delivery.providers.base import LookUp
from delivery.providers.brevo.provider import BrevoProvider
from delivery.providers.brevo.request import idempotency_key
from delivery.providers.shared.opaque_id import OpaqueId
from tests.delivery.batches import a_batch, a_message
from tests.delivery.documented import AsDocumented, a_document
from tests.delivery.esp_specs import spec
from tests.fakes.brevo_api import FakeBrevo, problem
from tests.fakes.resend_api import raising, saying

EVERYBODY = frozenset({1, 2, 3})
DISGUISE = OpaqueId("a secret")


def a_provider(api: FakeBrevo, key: str = "xkeysib-test") -> BrevoProvider:
    return BrevoProvider(
        base_url="https://api.brevo.com/v3",
        api_key=key,
        opaque_id=DISGUISE,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )


def send(api: FakeBrevo, batch: OutgoingBatch | None = None) -> SendResult:
    return a_provider(api).send(batch or a_batch())


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakeBrevo(saying(response)))
    return caught.value


def looked_up(api: FakeBrevo, batch: OutgoingBatch | None = None) -> LookUp:
    return a_provider(api).look_up(batch or a_batch())


def test_the_bytes_on_the_wire_are_these() -> None:
    api = FakeBrevo()
    headers = (("Precedence", "bulk"), ("Message-ID", "<a@example.org>"))
    message = a_message(7, subject="Živjo", html="<p>ž</p>", text="ž", headers=headers)
    send(api, a_batch(message, from_name="Žarek"))
    (request,) = api.requests
    assert (request.method, str(request.url)) == ("POST", "https://api.brevo.com/v3/smtp/email")
    assert request.headers["api-key"] == "xkeysib-test"
    assert request.content.decode() == (
        '{"sender":{"name":"Žarek","email":"bulletin@bulletin.example.org"},"subject":"Žarek",'
        '"htmlContent":"<p></p>","headers":{"idempotencyKey":"5c718c47-eb31-542b-82c8-295d9b595925"},'
        '"tags":["bilten-00000000000000000000000000000001"],'
        '"messageVersions":[{"to":[{"email":"reader7@example.org"}],"subject":"Živjo","htmlContent":"<p>ž</p>",'
        '"textContent":"ž","headers":{"Precedence":"bulk","X-Mailin-custom":"6578b22105f4aa55"}}],'
        '"replyTo":{"email":"office@bulletin.example.org"}}'
    )


def test_a_repeat_is_the_same_bytes_and_sends_nothing_twice() -> None:
    api = FakeBrevo()
    send(api)
    with pytest.raises(OutcomeUnknown):
        send(api)
    assert api.requests[0].content == api.requests[1].content
    assert len(api.sent) == 3


def test_an_attempts_key_is_always_the_same_uuid_and_nobody_elses() -> None:
    assert idempotency_key("bilten-1") == idempotency_key("bilten-1") != idempotency_key("bilten-2")


def test_nothing_that_is_one_readers_stands_outside_their_version() -> None:
    api = FakeBrevo()
    send(api)
    content = json.loads(api.requests[0].content)
    del content["messageVersions"]
    assert "reader" not in json.dumps(content)


@pytest.mark.parametrize(
    ("name", "shown"), [("Ana", "Ana"), ("Kos, Špela", "=?utf-8?b?S29zLCDFoHBlbGE=?="), ("x" * 71, None)]
)
def test_a_readers_name_goes_along_if_brevo_cannot_lose_it(name: str, shown: str | None) -> None:
    api = FakeBrevo()
    send(api, a_batch(a_message(1, to_name=name)))
    assert api.sent[0]["to"][0].get("name") == shown


def test_the_requests_are_ones_that_brevo_documents() -> None:
    document = a_document(spec("brevo.strict.json"))
    api = FakeBrevo()
    send(api, a_batch(*(a_message(number, to_name="Ana Kos") for number in range(1, 101))))
    looked_up(api, a_batch(key="bilten-unknown"))
    assert [request.method for request in api.requests] == ["POST", "GET", "GET"]
    for request in api.requests:
        document.validate_request(AsDocumented(request, host_url="https://api.brevo.com"))
    api.requests[0].headers.pop("api-key")
    with pytest.raises(OpenAPIError):
        document.validate_request(AsDocumented(api.requests[0], host_url="https://api.brevo.com"))


@pytest.mark.parametrize("key", ["", "a b", "a\r\nX: y", "ključ"])
def test_a_key_that_is_none_is_found_before_the_call(key: str) -> None:
    api = FakeBrevo()
    for call in (a_provider(api, key).send, a_provider(api, key).look_up):
        with pytest.raises(SenderMisconfigured):
            call(a_batch())
    assert api.requests == []


def test_each_version_gets_its_name_in_order() -> None:
    names = [Accepted(number, f"<{number}@smtp-relay.test>") for number in (1, 2, 3)]
    assert send(FakeBrevo()).results == tuple(names)


def test_a_single_message_may_be_named_by_itself() -> None:
    answer = httpx.Response(201, json={"messageId": "<a@brevo>"})
    result = send(FakeBrevo(saying(answer)), a_batch(a_message(1)))
    assert result.results == (Accepted(1, "<a@brevo>"),)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(201, content=b""),
        httpx.Response(201, json=[]),
        httpx.Response(201, json={}),
        httpx.Response(201, json={"messageId": "a"}),
        httpx.Response(201, json={"messageIds": ["a", "b"]}),
        httpx.Response(201, json={"messageIds": ["a", "b", "b"]}),
        httpx.Response(201, json={"messageIds": ["a", "b", ""]}),
        httpx.Response(201, json={"messageIds": ["a", "b", 3]}),
        httpx.Response(201, json={"messageIds": "abc"}),
    ],
)
def test_an_answer_that_does_not_account_for_everyone_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(answer), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "code", "message", "expected"),
    [
        (400, "duplicate_parameter", "key", OutcomeUnknown),
        (409, "duplicate_request", "key", OutcomeUnknown),
        (402, "not_enough_credits", "buy some", QuotaSpent),
        (400, "not_enough_credits", "buy some", QuotaSpent),
        (402, "", "", QuotaSpent),
        (401, "unauthorized", "Key not found", SenderMisconfigured),
        (403, "permission_denied", "no", SenderMisconfigured),
        (400, "account_under_validation", "wait", SenderMisconfigured),
        (400, "invalid_parameter", "the Sender you used is not valid", SenderMisconfigured),
        (400, "invalid_parameter", "htmlContent is missing", ContentRejected),
        (408, "", "", OutcomeUnknown),
        (500, "", "", OutcomeUnknown),
        (503, "not_enough_credits", "later", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_brevos_words(
    status: int, code: str, message: str, expected: type[ProviderError]
) -> None:
    error = refused(problem(status, code, message))
    assert type(error) is expected
    assert error.detail == (f"HTTP {status} {code}: {message}" if code else f"HTTP {status}")


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"x-sib-ratelimit-reset": "37"}, 37),
        ({"x-sib-ratelimit-reset": "soon", "retry-after": "5"}, 5),
        ({"x-sib-ratelimit-reset": "9" * 30}, 86400),
        ({}, None),
    ],
)
def test_a_rate_limit_is_waited_for_as_told(headers: dict[str, str], wait: int | None) -> None:
    error = refused(problem(429, "too_many_requests", "slow down", **headers))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == (None if wait is None else timedelta(seconds=wait))


def an_event(address: str, tag: str, subject: str = "Brodolom pri Krotonu – izjava") -> dict[str, Any]:
    return {"event": "requests", "email": address, "messageId": f"<{address}>", "tag": tag, "subject": subject}


def events(*listed: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, json={"events": list(listed)})


def test_one_reader_found_is_everybody_found_because_a_call_is_accepted_as_a_whole() -> None:
    api = FakeBrevo(saying(events(an_event("Reader2@example.org", a_batch().key))))
    assert looked_up(api) == LookUp(accepted={1: None, 2: "<Reader2@example.org>", 3: None})


def test_what_a_filter_that_does_not_work_shows_is_not_taken_for_ours() -> None:
    api = FakeBrevo(
        saying(events(an_event("reader1@example.org", "another", subject="Another"))),
        saying(events(an_event("reader1@example.org", "another", subject="Another"))),
    )
    assert looked_up(api) == LookUp(accepted={}, absent=EVERYBODY)


def test_where_the_mail_is_there_but_its_tag_is_not_nothing_is_certain() -> None:
    api = FakeBrevo(saying(events()), saying(events(an_event("reader1@example.org", ""))))
    assert looked_up(api) == LookUp(accepted={})


def test_a_tag_that_only_shows_in_a_readers_own_events_counts() -> None:
    api = FakeBrevo(saying(events()), saying(events(an_event("reader1@example.org", f'["{a_batch().key}"]'))))
    assert looked_up(api).accepted.keys() == EVERYBODY


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (httpx.Response(200, content=b"<html>"), OutcomeUnknown),
        (httpx.Response(200, json={"events": "none"}), OutcomeUnknown),
        (httpx.Response(200, json={"events": [1]}), OutcomeUnknown),
        (problem(429, "too_many_requests", "slow", x_sib_ratelimit_reset="9"), TransientProviderError),
        (problem(401, "unauthorized"), SenderMisconfigured),
        (httpx.Response(500), OutcomeUnknown),
    ],
)
def test_a_question_that_fails_tells_nothing(answer: httpx.Response, expected: type[ProviderError]) -> None:
    for before in ([], [saying(events())]):
        with pytest.raises(expected):
            looked_up(FakeBrevo(*before, saying(answer)))


def test_a_lost_answer_is_in_doubt_and_the_question_settles_it() -> None:
    api = FakeBrevo()
    api.script.append(api.take_and_lose_the_answer)
    with pytest.raises(OutcomeUnknown):
        send(api)
    assert looked_up(api).accepted.keys() == EVERYBODY
    with pytest.raises(TransientProviderError):
        looked_up(FakeBrevo(raising(httpx.ConnectError("no route"))))
