"""Scaleway: one mail a call, and system mail only."""

import json
from datetime import timedelta

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from delivery.errors import OutcomeUnknown, ProviderError, QuotaSpent, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import Accepted, Doubtful, NotSent, OutgoingBatch, SendResult
from delivery.providers.scaleway.provider import ScalewayProvider
from tests.delivery.batches import a_batch, a_message
from tests.delivery.documented import expect_documented
from tests.fakes.resend_api import saying
from tests.fakes.scaleway_api import FakeScaleway


def send(
    api: FakeScaleway, batch: OutgoingBatch | None = None, key: str = "key", project: str = "p-1"
) -> SendResult:
    provider = ScalewayProvider(
        base_url="https://api.scaleway.test",
        secret_key=key,
        project_id=project,
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )
    try:
        return provider.send(batch or a_batch(a_message(1)))
    finally:
        provider.close()


def test_one_mail_is_one_request() -> None:
    api = FakeScaleway()
    message = a_message(1, to_name="Špela", headers=(("Auto-Submitted", "auto-generated"),))
    assert send(api, a_batch(message)).results == (Accepted(1, "scw-1"),)
    (request,) = api.requests
    assert request.url.path == "/transactional-email/v1alpha1/regions/fr-par/emails"
    assert request.headers["X-Auth-Token"] == "key"
    assert json.loads(request.content) == {
        "from": {"email": "bulletin@bulletin.example.org", "name": "Društvo Žarek"},
        "to": [{"email": "reader1@example.org", "name": "Špela"}],
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "project_id": "p-1",
        "additional_headers": [
            {"key": "Auto-Submitted", "value": "auto-generated"},
            {"key": "Reply-To", "value": "office@bulletin.example.org"},
        ],
    }


def test_the_request_is_one_that_scaleway_documents() -> None:
    api = FakeScaleway()
    send(api)
    host = "https://api.scaleway.com"
    expect_documented(api.requests[0], "scaleway-tem.strict.json", host_url=host)
    with pytest.raises(OpenAPIError):
        expect_documented(api.requests[0], "scaleway-tem.strict.json", host_url=host, content=b'{"colour":"red"}')


@pytest.mark.parametrize(("key", "project"), [("", "p"), ("ključ", "p"), ("key", "")])
def test_what_is_not_set_is_found_before_the_call(key: str, project: str) -> None:
    api = FakeScaleway()
    with pytest.raises(SenderMisconfigured):
        send(api, key=key, project=project)
    assert api.requests == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [(401, SenderMisconfigured), (402, QuotaSpent), (429, TransientProviderError), (500, OutcomeUnknown)],
)
def test_a_refusal_has_its_class_and_keeps_scaleways_words(status: int, expected: type[ProviderError]) -> None:
    with pytest.raises(expected, match="as told"):
        send(FakeScaleway(saying(httpx.Response(status, json={"message": "as told"}))))


@pytest.mark.parametrize(
    "payload", [[], {}, {"emails": []}, {"emails": [{}]}, {"emails": [{"id": "a"}, {"id": "b"}]}]
)
def test_an_answer_that_names_nothing_settles_nothing(payload: object) -> None:
    with pytest.raises(OutcomeUnknown):
        send(FakeScaleway(saying(httpx.Response(200, json=payload))))


def test_after_a_lost_answer_nothing_more_is_sent() -> None:
    api = FakeScaleway()
    api.script.append(api.take_and_lose_the_answer)
    done = send(api, a_batch())
    assert [type(result) for result in done.results] == [Doubtful, NotSent, NotSent]
    assert len(api.requests) == 1
