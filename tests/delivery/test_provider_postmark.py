"""Postmark: what goes over the wire, and what its answers mean."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from delivery.errors import (
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import Accepted, Doubtful, NotSent, OutgoingBatch, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.base import LookUp
from delivery.providers.postmark.provider import PAGE, PostmarkProvider
from delivery.refusals import RefusalSubject
from tests.delivery.batches import a_batch, a_message
from tests.delivery.documented import AsDocumented, a_document
from tests.delivery.esp_specs import spec
from tests.fakes.postmark_api import FakePostmark
from tests.fakes.postmark_api import refused as an_error
from tests.fakes.resend_api import raising, saying

GOOD = {"ErrorCode": 0, "Message": "OK", "MessageID": "pm"}
HOST = "https://api.postmarkapp.com"


def a_provider(api: FakePostmark, key: str = "pm-token", stream: str = "news") -> PostmarkProvider:
    return PostmarkProvider(
        base_url=HOST, server_token=key, stream=stream, timeout=timedelta(seconds=5), transport=api.transport
    )


def send(api: FakePostmark, batch: OutgoingBatch | None = None) -> SendResult:
    return a_provider(api).send(batch or a_batch())


def answered(*entries: Any) -> SendResult:
    return send(FakePostmark(saying(httpx.Response(200, json=list(entries)))))


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakePostmark(saying(response)))
    return caught.value


def looked_up(answer: Any, batch: OutgoingBatch | None = None) -> LookUp:
    return a_provider(FakePostmark(saying(httpx.Response(200, json=answer)))).look_up(batch or a_batch())


def test_the_bytes_on_the_wire_are_these() -> None:
    api = FakePostmark()
    headers = (("Precedence", "bulk"), ("Message-ID", "<a@example.org>"))
    message = a_message(7, subject="Živjo", html="<p>ž</p>", text="ž", headers=headers)
    send(api, a_batch(message, from_name="Ana"))
    (request,) = api.requests
    assert (request.method, str(request.url)) == ("POST", f"{HOST}/email/batch")
    assert request.headers["X-Postmark-Server-Token"] == "pm-token"
    assert request.content.decode() == (
        '[{"From":"Ana <bulletin@bulletin.example.org>","To":"reader7@example.org","Subject":"Živjo",'
        '"HtmlBody":"<p>ž</p>","TextBody":"ž","Headers":[{"Name":"Precedence","Value":"bulk"}],'
        '"Metadata":{"delivery":"7","attempt":"bilten-00000000000000000000000000000001","campaign":"camp2345"},'
        '"MessageStream":"news","TrackOpens":false,"TrackLinks":"None","ReplyTo":"office@bulletin.example.org"}]'
    )


def test_the_requests_are_ones_that_postmark_documents() -> None:
    document = a_document(spec("postmark-server.strict.json"))
    api = FakePostmark()
    batch = a_batch(*(a_message(number, to_name="Kos, Špela") for number in range(1, 501)))
    send(api, batch)
    a_provider(api).look_up(batch)
    assert [request.method for request in api.requests] == ["POST", "GET", "GET"]
    for request in api.requests:
        document.validate_request(AsDocumented(request, host_url=HOST))


@pytest.mark.parametrize("token", ["", "a b", "ključ"])
def test_a_token_that_is_none_is_found_before_the_call(token: str) -> None:
    api = FakePostmark()
    for call in (a_provider(api, token).send, a_provider(api, token).look_up):
        with pytest.raises(SenderMisconfigured):
            call(a_batch())
    assert api.requests == []


def test_every_message_gets_its_own_id_in_order_and_a_refused_one_shifts_nothing() -> None:
    batch = a_batch(a_message(1), a_message(2, to="refused@example.org"), a_message(3))
    first, second, third = send(FakePostmark(), batch).results
    assert (first, third) == (Accepted(1, "pm-1"), Accepted(3, "pm-2"))
    assert isinstance(second, Rejected)
    assert second.reason is RejectReason.INVALID
    assert "refused@" not in second.detail


@pytest.mark.parametrize(
    ("entry", "expected", "reason"),
    [
        (an_error(406, "You tried to send to a recipient that has been marked as inactive."), Rejected, "blocked"),
        (an_error(0, "OK, but will not deliver to these inactive addresses: a@b.c"), Rejected, "blocked"),
        (an_error(300, "Invalid 'To' address: 'a'."), Rejected, "invalid"),
        (an_error(300, "Invalid 'From' address: 'a'."), Rejected, "other"),
        (an_error(409, "something else"), Rejected, "other"),
        (an_error(405, "out of credits"), Rejected, "other"),
        (an_error(100, "Maintenance"), NotSent, None),
        ({"Message": "OK"}, Doubtful, None),
        ({"ErrorCode": False}, Doubtful, None),
        (None, Doubtful, None),
        ({"ErrorCode": 0}, Accepted, None),
    ],
)
def test_each_result_stands_for_itself(entry: Any, expected: type, reason: str | None) -> None:
    first, second, third = answered(GOOD, entry, GOOD).results
    assert isinstance(first, Accepted)
    assert isinstance(third, Accepted)
    assert type(second) is expected
    assert (second.reason.value if isinstance(second, Rejected) else None) == reason


@pytest.mark.parametrize(
    ("code", "message", "expected"),
    [
        (10, "Bad or missing server token", SenderMisconfigured),
        (300, "Invalid 'From' address", SenderMisconfigured),
        (400, "Sender signature not found", SenderMisconfigured),
        (401, "Sender signature not confirmed", SenderMisconfigured),
        (412, "account pending approval", SenderMisconfigured),
        (1235, "the stream does not exist", SenderMisconfigured),
        (405, "not allowed to send: out of credits", QuotaSpent),
        (100, "maintenance", TransientProviderError),
        (300, "Invalid 'Subject'", ContentRejected),
    ],
)
def test_when_all_are_refused_and_nobody_for_their_address_the_fault_is_ours(
    code: int, message: str, expected: type[ProviderError]
) -> None:
    error = refused(httpx.Response(200, json=[an_error(code, message)] * 3))
    assert type(error) is expected
    assert message in error.detail


def test_when_all_are_refused_for_what_nobody_knows_it_may_be_about_one_reader() -> None:
    """A call of one, too: it costs that reader only (`delivery/providers/shared/alone_verdict.py`)."""
    assert type(refused(httpx.Response(200, json=[an_error(1999, "Whatever this is")] * 3))) is CallRefused


def test_words_about_the_recipients_domain_are_not_about_ours() -> None:
    _, second, _ = answered(GOOD, an_error(9999, "The domain of the recipient is blocked"), GOOD).results
    assert isinstance(second, Rejected)
    assert second.whom_it_is_about is RefusalSubject.UNCLEAR


@pytest.mark.parametrize("code", [450, 510, 535, 550, 552, 553, 556])
def test_a_code_of_postmarks_own_is_not_taken_for_one_of_smtps(code: int) -> None:
    _, second, _ = answered(GOOD, an_error(code, "Whatever this is"), GOOD).results
    assert isinstance(second, Rejected)
    assert second.whom_it_is_about is RefusalSubject.UNCLEAR


def test_when_all_are_refused_for_their_address_each_is() -> None:
    entry = an_error(406, "inactive")
    assert [type(result) for result in answered(entry, entry, entry).results] == [Rejected] * 3


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b""),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, json={}),
        httpx.Response(200, json=[GOOD, GOOD]),
        httpx.Response(200, json=[GOOD] * 4),
        httpx.Response(200, json="OK"),
    ],
)
def test_an_answer_that_does_not_account_for_everyone_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(answer), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (401, 10, SenderMisconfigured),
        (422, 10, SenderMisconfigured),
        (422, 405, QuotaSpent),
        (422, 413, SenderMisconfigured),
        (422, 300, CallRefused),
        (422, 410, CallRefused),
        (429, 405, TransientProviderError),
        (500, 0, OutcomeUnknown),
        (503, 405, OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_postmarks_words(
    status: int, code: int, expected: type[ProviderError]
) -> None:
    error = refused(httpx.Response(status, json=an_error(code, "write to ana@example.org")))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} ErrorCode {code}: write to [address]"


def test_a_rate_limit_is_waited_for_as_told() -> None:
    error = refused(httpx.Response(429, headers={"retry-after": "7"}))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=7)


def test_it_is_asked_for_the_attempt_in_the_stream_it_went_through_page_by_page() -> None:
    api = FakePostmark()
    batch = a_batch(*(a_message(number) for number in range(1, PAGE + 51)))
    send(api, batch)
    lookup = a_provider(api).look_up(batch)
    assert lookup.accepted == {number: f"pm-{number}" for number in range(1, PAGE + 51)}
    first, second = api.requests[1:]
    assert (
        str(first.url)
        == f"{HOST}/messages/outbound?metadata_attempt={batch.key}&messagestream=news&count=250&offset=0"
    )
    assert second.url.params["offset"] == "250"


def test_what_half_arrived_is_half_found() -> None:
    api = FakePostmark()
    send(api, a_batch(a_message(1), a_message(2)))
    assert a_provider(api).look_up(a_batch()) == LookUp(accepted={1: "pm-1", 2: "pm-2"}, absent=frozenset({3}))


def a_row(number: object, attempt: str = a_batch().key) -> dict[str, Any]:
    return {"MessageID": f"pm-{number}", "Metadata": {"delivery": number, "attempt": attempt}}


def test_more_pages_than_a_batch_can_have_leave_the_rest_open() -> None:
    answer = {"TotalCount": 10_000, "Messages": [a_row("1")]}
    api = FakePostmark(*[saying(httpx.Response(200, json=answer))] * 9)
    assert a_provider(api).look_up(a_batch()) == LookUp(accepted={1: "pm-1"})
    assert len(api.requests) == 2


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        {"TotalCount": 1},
        {"TotalCount": "1", "Messages": []},
        {"TotalCount": 1, "Messages": [1]},
        {"TotalCount": 1, "Messages": [{"MessageID": "pm-1"}]},
        {"TotalCount": 1, "Messages": [a_row("1", attempt="another")]},
    ],
)
def test_a_search_that_is_not_what_we_think_tells_nothing(answer: Any) -> None:
    with pytest.raises(OutcomeUnknown):
        looked_up(answer)


def test_a_question_that_fails_tells_nothing() -> None:
    for status, expected in ((422, CallRefused), (401, SenderMisconfigured), (500, OutcomeUnknown)):
        with pytest.raises(expected):
            a_provider(FakePostmark(saying(httpx.Response(status)))).look_up(a_batch())
    with pytest.raises(TransientProviderError):
        a_provider(FakePostmark(raising(httpx.ConnectError("no route")))).look_up(a_batch())
