"""The simulator answers as Resend's published API does."""

from datetime import datetime
from uuid import UUID

import httpx
import pytest

from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from tests.conftest import StoppedClock
from tests.simulator.conftest import an_email, client_for


def assert_error(answer: httpx.Response, status: int, name: str) -> None:
    assert (answer.status_code, answer.json()["name"]) == (status, name)
    assert answer.json().keys() == {"statusCode", "name", "message"}
    assert answer.json()["statusCode"] == status
    assert answer.json()["message"]


def test_an_email_is_accepted_and_can_be_looked_up(resend: httpx.Client) -> None:
    accepted = resend.post("/emails", json=an_email(headers={"Message-ID": "<1@bilten.example>"}))
    assert accepted.status_code == 200
    assert accepted.json().keys() == {"id"}
    identifier = accepted.json()["id"]
    assert str(UUID(identifier)) == identifier
    email = resend.get(f"/emails/{identifier}").json()
    assert datetime.fromisoformat(email.pop("created_at")).tzinfo is not None
    assert email == {
        "object": "email",
        "id": identifier,
        "message_id": "<1@bilten.example>",
        "to": ["ana@example.org"],
        "from": "Bilten <bilten@example.org>",
        "subject": "Novice – november",
        "html": "<p>Dober dan</p>",
        "text": "Dober dan",
        "bcc": [],
        "cc": [],
        "reply_to": [],
        "last_event": "delivered",
    }


def test_a_batch_answers_with_ids_in_the_order_of_the_request(resend: httpx.Client) -> None:
    addresses = [f"reader{number}@example.org" for number in range(100)]
    answer = resend.post("/emails/batch", json=[an_email(address) for address in addresses])
    assert answer.status_code == 200
    assert answer.json().keys() == {"data"}
    recipients = [resend.get(f"/emails/{item['id']}").json()["to"] for item in answer.json()["data"][:3]]
    assert recipients == [[address] for address in addresses[:3]]
    assert len({item["id"] for item in answer.json()["data"]}) == 100


def test_every_answer_carries_the_rate_limit(resend: httpx.Client) -> None:
    headers = resend.post("/emails", json=an_email()).headers
    assert int(headers["ratelimit-remaining"]) < int(headers["ratelimit-limit"])
    assert headers["ratelimit-reset"] == "1"


def test_more_requests_in_a_second_than_allowed_are_told_to_wait(clock: StoppedClock) -> None:
    with SimulatorThread(SimulatorConfig(requests_per_second=2), clock) as far_side:
        with client_for(far_side) as resend:
            assert [resend.post("/emails", json=an_email()).status_code for _ in range(3)] == [200, 200, 429]
            refused = resend.post("/emails", json=an_email())
            assert_error(refused, 429, "rate_limit_exceeded")
            assert refused.headers["retry-after"] == "1"
            clock.advance(seconds=1)
            assert resend.post("/emails", json=an_email()).status_code == 200
        assert far_side.simulation.ledger.count() == 3


@pytest.mark.parametrize(
    ("authorization", "status", "name"),
    [
        ("", 401, "missing_api_key"),
        ("Basic re_simulator", 401, "missing_api_key"),
        ("Bearer", 401, "missing_api_key"),
        ("Bearer re_other", 403, "invalid_api_key"),
    ],
)
def test_nothing_is_accepted_without_the_right_key(
    resend: httpx.Client, far_side: SimulatorThread, authorization: str, status: int, name: str
) -> None:
    headers = {"Authorization": authorization}
    assert_error(resend.post("/emails", json=an_email(), headers=headers), status, name)
    assert_error(resend.get("/emails/unknown", headers=headers), status, name)
    assert far_side.simulation.ledger.count() == 0


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"from": None}, "validation_error"),
        ({"from": ""}, "missing_required_field"),
        ({"from": "nobody"}, "invalid_from_address"),
        ({"from": "Bilten\r\nBcc: spy@example.org <bilten@example.org>"}, "invalid_from_address"),
        ({"to": []}, "missing_required_field"),
        ({"to": None}, "missing_required_field"),
        ({"to": "nobody"}, "validation_error"),
        ({"to": "čebela@example.org"}, "validation_error"),
        ({"to": ["ana@example.org"] * 51}, "validation_error"),
        ({"to": "reject@example.org"}, "validation_error"),
        ({"cc": [7]}, "validation_error"),
        ({"subject": ""}, "missing_required_field"),
        ({"subject": "Novice\nBcc: spy@example.org"}, "validation_error"),
        ({"html": "", "text": ""}, "missing_required_field"),
        ({"html": 7}, "validation_error"),
        ({"headers": {"X-Id": 7}}, "validation_error"),
        ({"headers": {"X-Id": "1\r\nBcc: spy@example.org"}}, "validation_error"),
        ({"headers": {"X Id": "1"}}, "validation_error"),
        ({"tags": [{"name": "campaign", "value": "šesta"}]}, "validation_error"),
        ({"tags": [{"name": "campaign"}]}, "validation_error"),
        ({"tags": [{"name": "n" * 257, "value": "1"}]}, "validation_error"),
        ({"attachments": []}, "validation_error"),
        ({"replyTo": "office@example.org"}, "validation_error"),
    ],
)
def test_what_resend_refuses_is_refused(
    resend: httpx.Client, far_side: SimulatorThread, changes: dict[str, object], name: str
) -> None:
    assert_error(resend.post("/emails", json=an_email() | changes), 422, name)
    assert_error(resend.post("/emails/batch", json=[an_email(), an_email() | changes]), 422, name)
    assert far_side.simulation.ledger.count() == 0


@pytest.mark.parametrize("size", [0, 101])
def test_a_batch_holds_1_to_100_emails(resend: httpx.Client, size: int) -> None:
    assert_error(resend.post("/emails/batch", json=[an_email()] * size), 422, "validation_error")


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"subject": "\\ud800"}', b"[" * 100_000])
def test_a_body_that_is_no_json_is_refused(resend: httpx.Client, body: bytes) -> None:
    answer = resend.post("/emails", content=body, headers={"content-type": "application/json"})
    assert_error(answer, 400, "validation_error")


def test_a_permissive_batch_takes_the_good_and_names_the_bad(
    resend: httpx.Client, far_side: SimulatorThread
) -> None:
    batch = [an_email("ana@example.org"), an_email("reject.me@example.org"), an_email("bor@example.org")]
    answer = resend.post("/emails/batch", json=batch, headers={"x-batch-validation": "permissive"}).json()
    assert [resend.get(f"/emails/{item['id']}").json()["to"] for item in answer["data"]] == [
        ["ana@example.org"],
        ["bor@example.org"],
    ]
    assert [error["index"] for error in answer["errors"]] == [1]
    assert "`to`" in answer["errors"][0]["message"]
    assert far_side.simulation.ledger.count_by_address() == {"ana@example.org": 1, "bor@example.org": 1}


def test_a_batch_is_validated_strictly_or_permissively_and_no_other_way(resend: httpx.Client) -> None:
    answer = resend.post("/emails/batch", json=[an_email()], headers={"x-batch-validation": "lenient"})
    assert_error(answer, 422, "validation_error")


def test_unknown_emails_paths_and_methods_are_errors_in_resends_shape(resend: httpx.Client) -> None:
    assert_error(resend.get("/emails/unknown"), 404, "not_found")
    assert_error(resend.get("/domains"), 404, "not_found")
    assert_error(resend.get("/emails"), 405, "method_not_allowed")
