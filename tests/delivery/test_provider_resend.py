"""Resend: what goes over the wire, and what its answers mean."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError

from delivery.errors import (
    CallRefused,
    ContentRejected,
    KeyKnown,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.resend.provider import ResendProvider
from delivery.providers.shared.http_call import MAX_ANSWER, open_client, post
from delivery.refusals import RefusalSubject
from tests.delivery.batches import a_batch, a_message
from tests.delivery.esp_specs import spec
from tests.fakes.resend_api import FakeResend, problem, raising, saying


class AsDocumented:
    """A request that was caught on the wire, as openapi-core looks at it."""

    host_url = "https://api.resend.com"

    def __init__(self, request: httpx.Request, content: bytes | None = None) -> None:
        self.path = self.full_url_pattern = request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers["Content-Type"]
        self.body = request.content if content is None else content
        self.parameters = RequestParameters(header=request.headers)


def send(api: FakeResend, batch: OutgoingBatch | None = None, key: str = "re_test") -> SendResult:
    provider = ResendProvider(
        base_url="https://api.resend.test", api_key=key, timeout=timedelta(seconds=5), transport=api.transport
    )
    try:
        return provider.send(batch or a_batch())
    finally:
        provider.close()


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakeResend(saying(response)))
    return caught.value


def answered(**body: Any) -> httpx.Response:
    return httpx.Response(200, json=body)


def test_a_batch_is_one_request_with_its_key() -> None:
    api = FakeResend()
    send(api)
    (request,) = api.requests
    assert request.method == "POST"
    assert str(request.url) == "https://api.resend.test/emails/batch"
    assert request.headers["Authorization"] == "Bearer re_test"
    assert request.headers["Idempotency-Key"] == "bilten-00000000000000000000000000000001"
    assert request.headers["x-batch-validation"] == "permissive"
    assert request.headers["Content-Type"] == "application/json"


def test_the_bytes_on_the_wire_are_these() -> None:
    api = FakeResend()
    message = a_message(7, subject="Živjo", html="<p>ž</p>", text="ž", headers=(("Precedence", "bulk"),))
    send(api, a_batch(message, from_name="Žarek"))
    assert api.requests[0].content.decode() == (
        '[{"from":"Žarek <bulletin@bulletin.example.org>","to":["reader7@example.org"],"subject":"Živjo",'
        '"html":"<p>ž</p>","text":"ž","headers":{"Precedence":"bulk"},'
        '"tags":[{"name":"delivery","value":"7"},{"name":"campaign","value":"camp2345"}],'
        '"reply_to":"office@bulletin.example.org"}]'
    )


def test_a_repeat_is_the_same_bytes_and_sends_nothing_twice() -> None:
    api = FakeResend()
    first, second = send(api), send(api)
    assert first == second
    assert api.requests[0].content == api.requests[1].content
    assert len(api.sent) == 3


def test_the_request_is_one_that_resend_documents() -> None:
    document = OpenAPI.from_dict(spec("resend.strict.json"), config=Config(spec_validator_cls=None))
    api = FakeResend()
    send(api, a_batch(*(a_message(number, to_name="Špela, Kos") for number in range(1, 101))))
    document.validate_request(AsDocumented(api.requests[0]))
    with pytest.raises(OpenAPIError):
        document.validate_request(AsDocumented(api.requests[0], content=b'[{"from":"a@example.org"}]'))


def test_a_name_is_sent_as_resend_takes_it() -> None:
    api = FakeResend()
    send(api, a_batch(a_message(1, to_name="Kos, Špela")))
    (item,) = api.sent
    assert item["from"] == "Društvo Žarek <bulletin@bulletin.example.org>"
    assert item["to"][0].startswith("=?utf-8?")
    assert item["to"][0].endswith("<reader1@example.org>")


@pytest.mark.parametrize("name", ["Žarek, društvo", 'Društvo "Žarek"', "Žarek <x@example.org>"])
def test_a_senders_name_that_resend_refuses_is_found_before_the_call(name: str) -> None:
    api = FakeResend()
    with pytest.raises(SenderMisconfigured):
        send(api, a_batch(from_name=name))
    assert api.requests == []


@pytest.mark.parametrize("key", ["", "re_a b", "re_a\r\nX: y", "ključ"])
def test_a_key_that_is_none_is_found_before_the_call(key: str) -> None:
    api = FakeResend()
    with pytest.raises(SenderMisconfigured):
        send(api, key=key)
    assert api.requests == []


def test_every_message_gets_its_own_id_in_order() -> None:
    assert send(FakeResend()).results == (Accepted(1, "re-1"), Accepted(2, "re-2"), Accepted(3, "re-3"))


def test_a_refused_address_does_not_shift_the_ids_of_the_others() -> None:
    batch = a_batch(a_message(1), a_message(2, to="refused@example.org"), a_message(3))
    assert send(FakeResend(), batch).results == (
        Accepted(1, "re-1"),
        Rejected(2, RejectReason.INVALID, "Invalid `to` field.", RefusalSubject.READER),
        Accepted(3, "re-2"),
    )


def test_a_message_refused_for_another_reason_says_so() -> None:
    answer = answered(
        data=[{"id": "a"}, {"id": "b"}], errors=[{"index": 0, "message": "The `subject` is too long"}]
    )
    assert send(FakeResend(saying(answer))).results[0] == Rejected(
        1, RejectReason.OTHER, "The `subject` is too long"
    )


def test_when_all_are_refused_and_nobody_for_their_address_the_fault_is_ours() -> None:
    errors = [{"index": index, "message": "Invalid `from` field."} for index in range(3)]
    assert isinstance(refused(answered(data=[], errors=errors)), ContentRejected)


def test_when_all_are_refused_for_their_address_each_is() -> None:
    errors = [{"index": index, "message": "Invalid `to` field."} for index in range(3)]
    results = send(FakeResend(saying(answered(data=[], errors=errors)))).results
    assert [type(result) for result in results] == [Rejected] * 3


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b""),
        httpx.Response(200, content=b"<html>welcome</html>"),
        httpx.Response(200, content=b'{"data":' + b"[" * 100_000),
        httpx.Response(204),
        httpx.Response(200, content=b'{"data":[{"id":"a"},{"id":"b"},{"id":"c"}]}' + b" " * MAX_ANSWER),
        httpx.Response(200, json=[1]),
        answered(),
        answered(data=None),
        answered(data=[{"id": "a"}, {"id": "b"}]),
        answered(data=[{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]),
        answered(data=[{"id": "a"}, {"id": "a"}, {"id": "c"}]),
        answered(data=[{"id": "a"}, {"id": ""}, {"id": "c"}]),
        answered(data=[{"id": "a"}, {"id": 2}, {"id": "c"}]),
        answered(data=[{"id": "a"}, {"id": "b" * 201}, {"id": "c"}]),
        answered(data=[{"id": "a"}, None, {"id": "c"}]),
        answered(data=[{"id": "a"}, {"id": "b"}], errors=[{"index": 3, "message": "?"}]),
        answered(data=[{"id": "a"}, {"id": "b"}], errors=[{"index": True, "message": "?"}]),
        answered(data=[{"id": "a"}, {"id": "b"}], errors=[{"message": "?"}]),
        answered(data=[{"id": "a"}], errors=[{"index": 1, "message": "?"}, {"index": 1, "message": "?"}]),
        answered(data=[{"id": "a"}, {"id": "b"}, {"id": "c"}], errors=[{"index": 1, "message": "?"}]),
        answered(data=[{"id": "a"}, {"id": "b"}], errors="one"),
    ],
)
def test_an_answer_that_does_not_account_for_everyone_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(answer), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "name", "expected"),
    [
        (401, "missing_api_key", SenderMisconfigured),
        (401, "restricted_api_key", SenderMisconfigured),
        (403, "invalid_api_key", SenderMisconfigured),
        (403, "validation_error", SenderMisconfigured),
        (422, "invalid_from_address", SenderMisconfigured),
        (404, "not_found", SenderMisconfigured),
        (400, "validation_error", CallRefused),
        (400, "invalid_idempotency_key", CallRefused),
        (422, "missing_required_field", CallRefused),
        (451, "security_error", CallRefused),
        (409, "concurrent_idempotent_requests", OutcomeUnknown),
        (409, "invalid_idempotent_request", KeyKnown),
        (429, "rate_limit_exceeded", TransientProviderError),
        (429, "daily_quota_exceeded", QuotaSpent),
        (429, "monthly_quota_exceeded", QuotaSpent),
        (500, "application_error", OutcomeUnknown),
        (503, "daily_quota_exceeded", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_resends_words(
    status: int, name: str, expected: type[ProviderError]
) -> None:
    error = refused(problem(status, name, "write to ana@example.org"))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} {name}: write to [address]"


def test_a_rate_limit_is_waited_for_as_told() -> None:
    error = refused(problem(429, "rate_limit_exceeded", retry_after="2"))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=2)


def test_a_429_that_is_not_resends_is_still_not_accepted() -> None:
    assert type(refused(httpx.Response(429, content=b"slow down"))) is TransientProviderError


def test_a_redirect_is_not_followed() -> None:
    api = FakeResend(saying(httpx.Response(307, headers={"location": "https://elsewhere.example/"})))
    with pytest.raises(SenderMisconfigured):
        send(api)
    assert len(api.requests) == 1


def test_a_lost_answer_is_in_doubt_and_the_repeat_settles_it() -> None:
    api = FakeResend()
    api.script.append(api.take_and_lose_the_answer)
    with pytest.raises(OutcomeUnknown):
        send(api)
    assert send(api).results == (Accepted(1, "re-1"), Accepted(2, "re-2"), Accepted(3, "re-3"))
    assert len(api.sent) == 3


def test_no_connection_is_certainly_not_sent() -> None:
    with pytest.raises(TransientProviderError):
        send(FakeResend(raising(httpx.ConnectError("no route to host"))))


def test_an_answer_in_an_encoding_nobody_asked_for_is_not_unpacked() -> None:
    bomb = httpx.Response(200, headers={"content-encoding": "br"}, content=b"whatever")
    assert isinstance(refused(bomb), OutcomeUnknown)


def test_an_answer_that_trickles_for_ever_is_given_up() -> None:
    class Trickle(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield b" "

    ticks = iter(range(1000))
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Trickle()))
    with (
        open_client(
            base_url="https://x.test", headers={}, timeout=timedelta(seconds=5), transport=transport
        ) as client,
        pytest.raises(OutcomeUnknown, match="did not end in time"),
    ):
        post(client, "/", content=b"", headers={}, monotonic=lambda: next(ticks))


def test_the_body_is_json_that_says_what_the_batch_says() -> None:
    api = FakeResend()
    message = a_message(1, html='<p>"\\ \u2028 عاجل</p>')
    send(api, a_batch(message))
    (item,) = json.loads(api.requests[0].content)
    assert item["html"] == message.html
    assert item["headers"] == dict(message.headers)
