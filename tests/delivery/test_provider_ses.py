"""Amazon SES: what goes over the wire, and what its answers mean."""

import builtins
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

from core.errors import Misconfigured
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
from delivery.providers.ses.provider import SesProvider
from delivery.providers.ses.signature import SesSigner
from tests.delivery.batches import a_batch
from tests.delivery.esp_specs import spec
from tests.delivery.shared_batches import a_sharing_batch, a_sharing_message
from tests.fakes.resend_api import saying
from tests.fakes.ses_api import SECRET, FakeSes, problem


def a_signer(key: str = "AKIDEXAMPLE", secret: str = SECRET) -> SesSigner:
    return SesSigner(access_key_id=key, secret_access_key=secret, region="eu-central-1")


def send(
    api: FakeSes, batch: OutgoingBatch | None = None, signer: SesSigner | None = None, configuration_set: str = ""
) -> SendResult:
    provider = SesProvider(
        base_url="https://email.eu-central-1.amazonaws.test",
        signer=signer or a_signer(),
        configuration_set=configuration_set,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )
    try:
        return provider.send(batch or a_sharing_batch())
    finally:
        provider.close()


def answering(*statuses: str | None) -> FakeSes:
    entries = [{"Status": status, "Error": f"as {status}"} if status else {} for status in statuses]
    entries = [entry | ({"MessageId": "ses-x"} if entry.get("Status") == "SUCCESS" else {}) for entry in entries]
    return FakeSes(saying(httpx.Response(200, json={"BulkEmailEntryResults": entries})))


def refused(api: FakeSes) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        send(api)
    return caught.value


def test_a_batch_is_one_signed_request() -> None:
    api = FakeSes()
    send(api)
    (request,) = api.requests
    assert str(request.url) == "https://email.eu-central-1.amazonaws.test/v2/email/outbound-bulk-emails"
    assert "/eu-central-1/ses/aws4_request" in request.headers["Authorization"]
    assert len(api.sent) == 3


def test_a_wrong_secret_is_the_senders_fault() -> None:
    with pytest.raises(SenderMisconfigured, match="SignatureDoesNotMatch"):
        send(FakeSes(), signer=a_signer(secret="another"))


@pytest.mark.parametrize(("key", "secret"), [("", "s"), ("k", "")])
def test_without_keys_nothing_is_called(key: str, secret: str) -> None:
    api = FakeSes()
    with pytest.raises(SenderMisconfigured):
        send(api, signer=a_signer(key, secret))
    assert api.requests == []


def test_without_botocore_it_says_which_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("botocore"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Misconfigured) as caught:
        a_signer()
    assert caught.value.code == "delivery-provider-extra-missing"
    assert caught.value.params == {"provider": "Amazon SES", "package": "botocore", "extra": "ses"}


def test_what_stands_in_the_body() -> None:
    api = FakeSes()
    people = (a_sharing_message(1), a_sharing_message(2, to_name="Kos"))
    send(api, a_batch(*people, from_name="Zarek"), configuration_set="bilten")
    payload = json.loads(api.requests[0].content)
    entries = payload.pop("BulkEmailEntries")
    assert payload == {
        "FromEmailAddress": "Zarek <bulletin@bulletin.example.org>",
        "ReplyToAddresses": ["office@bulletin.example.org"],
        "DefaultEmailTags": [{"Name": "campaign", "Value": "camp2345"}],
        "DefaultContent": {
            "Template": {
                "TemplateContent": {
                    "Subject": "Brodolom pri Krotonu – izjava",
                    "Html": "<p>Živjo, {{h0}}</p>",
                    "Text": "Živjo, {{t0}}\r\n{{t1}}",
                },
                "TemplateData": "{}",
            }
        },
        "ConfigurationOverrides": {
            "Tracking": {"OpenTrackingEnabled": "DISABLED", "ClickTrackingEnabled": "DISABLED"}
        },
        "ConfigurationSetName": "bilten",
    }
    values = entries[1]["ReplacementEmailContent"]["ReplacementTemplate"].pop("ReplacementTemplateData")
    assert entries[1] == {
        "Destination": {"ToAddresses": ["Kos <reader2@example.org>"]},
        "ReplacementEmailContent": {"ReplacementTemplate": {}},
        "ReplacementHeaders": [{"Name": "Precedence", "Value": "bulk"}, {"Name": "X-Own", "Value": "n2"}],
        "ReplacementTags": [{"Name": "delivery", "Value": "2"}],
    }
    assert json.loads(values)["t1"] == "https://example.org/2"


def test_the_request_is_one_that_amazons_own_model_takes() -> None:
    model = ServiceModel(spec("ses-v2-service-2.json"))
    shape = model.operation_model("SendBulkEmail").input_shape
    api = FakeSes()
    send(api, a_sharing_batch(50), configuration_set="bilten")
    payload = json.loads(api.requests[0].content)
    assert ParamValidator().validate(payload, shape).generate_report() == ""
    assert ParamValidator().validate(payload | {"Colour": "red"}, shape).has_errors()


@pytest.mark.parametrize("headers", [tuple((f"X-{n}", "1") for n in range(16)), (("X-Long", "a " * 498),)])
def test_headers_that_ses_does_not_take_are_found_before_the_call(headers: tuple[tuple[str, str], ...]) -> None:
    api = FakeSes()
    with pytest.raises(ContentRejected, match="header fields"):
        send(api, a_batch(a_sharing_message(1), a_sharing_message(2, headers=headers)))
    assert api.requests == []


def test_every_entry_has_its_own_result() -> None:
    people = [a_sharing_message(number) for number in range(1, 8)]
    api = answering(
        "SUCCESS", "MESSAGE_REJECTED", "INVALID_PARAMETER", "TRANSIENT_FAILURE", "FAILED", "SOMETHING_NEW", None
    )
    done = send(api, a_batch(*people))
    assert done.results == (
        Accepted(1, "ses-x"),
        Rejected(2, RejectReason.OTHER, "MESSAGE_REJECTED: as MESSAGE_REJECTED"),
        Rejected(3, RejectReason.INVALID, "INVALID_PARAMETER: as INVALID_PARAMETER"),
        NotSent(4, "TRANSIENT_FAILURE: as TRANSIENT_FAILURE"),
        NotSent(5, "FAILED: as FAILED"),
        Doubtful(6, "SOMETHING_NEW: as SOMETHING_NEW"),
        Doubtful(7, "no status"),
    )
    assert done.stopped_by is None


def test_who_was_throttled_waits_and_the_others_are_sent() -> None:
    done = send(answering("SUCCESS", "ACCOUNT_THROTTLED", "SUCCESS"))
    assert [type(result) for result in done.results] == [Accepted, NotSent, Accepted]
    assert isinstance(done.stopped_by, TransientProviderError)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("ACCOUNT_DAILY_QUOTA_EXCEEDED", QuotaSpent),
        ("ACCOUNT_SENDING_PAUSED", SenderMisconfigured),
        ("ACCOUNT_SUSPENDED", SenderMisconfigured),
        ("CONFIGURATION_SET_NOT_FOUND", SenderMisconfigured),
        ("CONFIGURATION_SET_SENDING_PAUSED", SenderMisconfigured),
        ("INVALID_SENDING_POOL_NAME", SenderMisconfigured),
        ("MAIL_FROM_DOMAIN_NOT_VERIFIED", SenderMisconfigured),
        ("TEMPLATE_NOT_FOUND", SenderMisconfigured),
        ("ACCOUNT_THROTTLED", TransientProviderError),
        ("MESSAGE_REJECTED", ContentRejected),
    ],
)
def test_what_is_said_to_all_is_said_of_the_call(status: str, expected: type[ProviderError]) -> None:
    error = refused(answering(status, status, status))
    assert type(error) is expected
    assert error.detail.endswith(f"as {status}")


def test_a_quota_that_ends_in_the_middle_keeps_what_was_sent_and_stops() -> None:
    done = send(answering("SUCCESS", "ACCOUNT_DAILY_QUOTA_EXCEEDED", "ACCOUNT_DAILY_QUOTA_EXCEEDED"))
    assert [type(result) for result in done.results] == [Accepted, NotSent, NotSent]
    assert isinstance(done.stopped_by, QuotaSpent)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b""),
        httpx.Response(200, json={}),
        httpx.Response(200, json={"BulkEmailEntryResults": []}),
        httpx.Response(200, json={"BulkEmailEntryResults": [{"Status": "SUCCESS"}] * 2}),
        httpx.Response(200, json={"BulkEmailEntryResults": [{"Status": "SUCCESS"}] * 4}),
    ],
)
def test_an_answer_that_does_not_account_for_everyone_settles_nothing(answer: httpx.Response) -> None:
    assert isinstance(refused(FakeSes(saying(answer))), OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "kind", "message", "expected"),
    [
        (429, "TooManyRequestsException", "slow", TransientProviderError),
        (400, "ThrottlingException", "Rate exceeded", TransientProviderError),
        (400, "LimitExceededException", "quota", QuotaSpent),
        (400, "ThrottlingException", "Daily message quota exceeded", QuotaSpent),
        (400, "AccountSuspendedException", "no", SenderMisconfigured),
        (400, "SendingPausedException:http://internal.amazon.com/", "no", SenderMisconfigured),
        (400, "MailFromDomainNotVerifiedException", "no", SenderMisconfigured),
        (400, "MessageRejected", "Email address is not verified.", SenderMisconfigured),
        (400, "MessageRejected", "bad content", ContentRejected),
        (400, "BadRequestException", "no", CallRefused),
        (403, "InvalidClientTokenId", "no", SenderMisconfigured),
        (404, "NotFoundException", "no", SenderMisconfigured),
        (500, "ThrottlingException", "Rate exceeded", OutcomeUnknown),
        (503, "ServiceUnavailable", "no", OutcomeUnknown),
    ],
)
def test_a_refusal_has_its_class_and_keeps_amazons_words(
    status: int, kind: str, message: str, expected: type[ProviderError]
) -> None:
    error = refused(FakeSes(saying(problem(status, kind, message))))
    assert type(error) is expected
    assert error.detail == f"HTTP {status} {kind.partition(':')[0]}: {message}"
