"""Mailjet: what goes over the wire, and what its answers mean."""

import base64
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no stubs

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
from delivery.providers.mailjet.provider import MailjetProvider
from delivery.refusals import RefusalSubject
from tests.delivery.batches import a_batch, a_message
from tests.delivery.esp_specs import spec
from tests.fakes.mailjet_api import FIRST_ID, FakeMailjet, an_error
from tests.fakes.resend_api import raising, saying

GOOD = {"Status": "success", "To": [{"MessageID": 5}]}


def a_provider(api: FakeMailjet, key: str = "public", other: str = "private") -> MailjetProvider:
    return MailjetProvider(
        base_url="https://api.mailjet.test",
        api_key=key,
        secret_key=other,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )


def send(api: FakeMailjet, batch: OutgoingBatch | None = None) -> SendResult:
    return a_provider(api).send(batch or a_batch())


def answered(*entries: Any, status: int = 200) -> SendResult:
    return send(FakeMailjet(saying(httpx.Response(status, json={"Messages": list(entries)}))))


def refused(response: httpx.Response) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(FakeMailjet(saying(response)))
    return caught.value


def all_refused(*entries: dict[str, Any]) -> ProviderError:
    return refused(httpx.Response(400, json={"Messages": list(entries)}))


def look_up_first(row: Any) -> LookUp:
    api = FakeMailjet(saying(httpx.Response(200, json={"Data": row, "Count": 1})))
    return a_provider(api).look_up(a_batch(a_message(1)))


def test_the_bytes_on_the_wire_are_these() -> None:
    api = FakeMailjet()
    headers = (("Precedence", "bulk"), ("Message-ID", "<a@example.org>"), ("List-Id", "<bilten.example.org>"))
    message = a_message(7, subject="Živjo", html="<p>ž</p>", text="ž", headers=headers, to_name="Ana")
    send(api, a_batch(message, from_name="Žarek"))
    (request,) = api.requests
    assert (request.method, str(request.url)) == ("POST", "https://api.mailjet.test/v3.1/send")
    assert request.headers["Authorization"] == "Basic " + base64.b64encode(b"public:private").decode()
    assert request.content.decode() == (
        '{"Messages":[{"From":{"Email":"bulletin@bulletin.example.org","Name":"Žarek"},'
        '"To":[{"Email":"reader7@example.org","Name":"Ana"}],"Subject":"Živjo","TextPart":"ž","HTMLPart":"<p>ž</p>",'
        '"CustomID":"camp2345.7","TrackOpens":"disabled","TrackClicks":"disabled","Headers":{"Precedence":"bulk"},'
        '"ReplyTo":{"Email":"office@bulletin.example.org"},'
        '"CustomCampaign":"camp2345","DeduplicateCampaign":true}]}'
    )


def test_one_click_unsubscribing_goes_along() -> None:
    api = FakeMailjet()
    send(api)
    assert {"List-Unsubscribe", "List-Unsubscribe-Post"} <= api.sent[0]["Headers"].keys()


def test_the_question_whether_to_subscribe_is_no_campaign() -> None:
    api = FakeMailjet()
    send(api, a_batch(a_message(0), reference="question-5"))
    assert not {"CustomCampaign", "DeduplicateCampaign"} & api.sent[0].keys()


def test_the_request_is_one_that_mailjet_documents() -> None:
    document = spec("mailjet-send-v31.json")
    body = document["paths"]["/v3.1/send"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator(body)
    api = FakeMailjet()
    send(api, a_batch(*(a_message(number, to_name="Špela, Kos") for number in range(1, 51))))
    content = json.loads(api.requests[0].content)
    assert list(validator.iter_errors(content)) == []
    content["Messages"][0]["Headers"]["List-Id"] = "<a.b>"
    assert list(validator.iter_errors(content)) != []


@pytest.mark.parametrize(("key", "secret"), [("", "s"), ("k", ""), ("k y", "s"), ("k", "ključ")])
def test_keys_that_are_none_are_found_before_the_call(key: str, secret: str) -> None:
    api = FakeMailjet()
    for call in (a_provider(api, key, secret).send, a_provider(api, key, secret).look_up):
        with pytest.raises(SenderMisconfigured):
            call(a_batch())
    assert api.requests == []


def test_a_subject_that_is_too_long_is_found_before_the_call() -> None:
    api = FakeMailjet()
    with pytest.raises(CallRefused):
        send(api, a_batch(a_message(1, subject="x" * 256)))
    assert api.requests == []


def test_ids_of_seventeen_digits_are_kept_to_the_last() -> None:
    assert send(FakeMailjet()).results == tuple(Accepted(n, str(FIRST_ID + n)) for n in (1, 2, 3))


def test_a_refused_address_does_not_hold_up_the_others() -> None:
    batch = a_batch(a_message(1), a_message(2, to="refused@example.org"), a_message(3))
    first, second, third = send(FakeMailjet(), batch).results
    assert (first, third) == (Accepted(1, str(FIRST_ID + 1)), Accepted(3, str(FIRST_ID + 2)))
    assert second == Rejected(
        2, RejectReason.INVALID, 'mj-0013 "[address]" is an invalid email address.', RefusalSubject.READER
    )


@pytest.mark.parametrize("status", [200, 400])
def test_whoever_was_sent_to_was_sent_to_whatever_the_status(status: int) -> None:
    results = answered(GOOD, an_error("mj-0013", "bad", "To[0].Email"), GOOD, status=status).results
    assert [type(result) for result in results] == [Accepted, Rejected, Accepted]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (an_error("mj-0015", "too long", "Subject"), Rejected),
        (an_error("send-0001", "unknown failure", status=500), Doubtful),
        (an_error("mj-0001", "slow down", status=429), NotSent),
        (an_error("send-0008", "not validated", "From"), Rejected),
        (an_error("send-0009", "your daily limit is reached"), Rejected),
        ({"Status": "queued"}, Doubtful),
        ({}, Doubtful),
        (None, Doubtful),
        ({"Status": "error"}, Rejected),
        ({"Status": "error", "Errors": ["?"]}, Rejected),
        ({"Status": "success", "To": "nobody"}, Accepted),
    ],
)
def test_each_result_stands_for_itself(entry: Any, expected: type) -> None:
    assert [type(result) for result in answered(GOOD, entry, GOOD).results] == [Accepted, expected, Accepted]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (an_error("send-0008", "not an authorized address", "From"), SenderMisconfigured),
        (an_error("mj-0002", "account blocked", status=403), SenderMisconfigured),
        (an_error("send-0009", "monthly quota exceeded", status=403), QuotaSpent),
        (an_error("mj-0004", "Type mismatch.", "Subject"), ContentRejected),
    ],
)
def test_when_all_are_refused_and_nobody_for_their_address_the_fault_is_ours(
    entry: dict[str, Any], expected: type[ProviderError]
) -> None:
    assert type(all_refused(entry, entry, entry)) is expected


def test_when_all_are_refused_for_their_address_each_is() -> None:
    entry = an_error("mj-0013", "bad", "To[0].Email")
    assert [type(result) for result in answered(entry, entry, entry, status=400).results] == [Rejected] * 3


def test_when_all_have_to_wait_they_do() -> None:
    entry = an_error("mj-0001", "slow down", status=429)
    assert [type(result) for result in answered(entry, entry, entry).results] == [NotSent] * 3


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b""),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={}),
        httpx.Response(200, json={"Messages": [GOOD, GOOD]}),
        httpx.Response(200, json={"Messages": "success"}),
        httpx.Response(500, json={"Messages": [GOOD, GOOD, GOOD]}),
    ],
)
def test_an_answer_that_does_not_account_for_everyone_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(answer), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "message", "expected"),
    [
        (401, "API key authentication/authorization failure.", SenderMisconfigured),
        (403, "Your account is suspended", SenderMisconfigured),
        (403, "You have no credits left", QuotaSpent),
        (429, "Your daily limit is reached", QuotaSpent),
        (429, "Too many requests", TransientProviderError),
        (400, "Malformed JSON", CallRefused),
        (502, "Bad gateway", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_mailjets_words(
    status: int, message: str, expected: type[ProviderError]
) -> None:
    error = refused(httpx.Response(status, json={"ErrorMessage": message, "StatusCode": status}))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} {message}"


def test_a_rate_limit_is_waited_for_as_told() -> None:
    error = refused(httpx.Response(429, headers={"retry-after": "7"}))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=7)


def test_it_is_asked_for_each_delivery_by_its_name() -> None:
    api = FakeMailjet()
    a_provider(api).look_up(a_batch())
    assert [str(request.url) for request in api.requests] == [
        f"https://api.mailjet.test/v3/REST/message?CustomID=camp2345.{number}&ShowCustomID=true&Limit=10"
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], LookUp(accepted={}, absent=frozenset({1}))),
        ([{"ID": 12345678901234567}], LookUp(accepted={1: "12345678901234567"})),
        ([{"ID": 7, "CustomID": "camp2345.1"}], LookUp(accepted={1: "7"})),
        ([{"ID": 7, "CustomID": "somebody else's"}], LookUp(accepted={})),
        ([{"Status": "sent"}], LookUp(accepted={})),
        ("none", LookUp(accepted={})),
        ([1], LookUp(accepted={})),
        (None, LookUp(accepted={})),
    ],
)
def test_only_what_was_searched_for_counts(rows: Any, expected: LookUp) -> None:
    assert look_up_first(rows) == expected


def test_where_a_question_fails_those_before_it_are_known_and_the_others_not_yet() -> None:
    api = FakeMailjet()
    send(api)
    for failure in (saying(httpx.Response(429)), raising(httpx.ReadTimeout("slow"))):
        api.script.extend([api.answer, failure])
        assert a_provider(api).look_up(a_batch()) == LookUp(accepted={1: str(FIRST_ID + 1)})
    api.script.append(saying(httpx.Response(401)))
    with pytest.raises(SenderMisconfigured):
        a_provider(api).look_up(a_batch())
