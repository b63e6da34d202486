"""The providers' door: signed or nothing, kept once, and its secret address never written down."""

import base64
import hashlib
import hmac
import json

import httpx
import pytest
import structlog
from sqlmodel import select

from core.db import Database
from delivery.events.webhooks import MAX_BODY
from delivery.providers import known_providers
from delivery.providers.resend.settings import SIMULATOR_WEBHOOK_SECRET
from delivery.senders.senders import SenderDetails, create_sender
from delivery.tables import WebhookReceipt, WebhookRefusal
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in

BODY = json.dumps({"type": "email.delivered", "created_at": NOON.isoformat(), "data": {"email_id": "1"}}).encode()


def signed(body: bytes, *, name: str = "msg_1") -> dict[str, str]:
    sent_at = str(int(NOON.timestamp()))
    key = base64.b64decode(SIMULATOR_WEBHOOK_SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"{name}.{sent_at}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"svix-id": name, "svix-timestamp": sent_at, "svix-signature": signature}


@pytest.fixture
def endpoint(database: Database) -> str:
    with database.write() as session:
        sender = create_sender(
            session,
            SenderDetails(name="main", provider="resend", from_name="Bilten", from_address="bilten@example.org"),
            now=NOON,
            known_providers=known_providers(),
        )
    return f"/webhooks/{sender.webhook_token}"


def test_what_is_signed_is_kept_once(client: httpx.Client, database: Database, endpoint: str) -> None:
    assert [client.post(endpoint, content=BODY, headers=signed(BODY)).status_code for _ in range(2)] == [204, 204]
    with database.read() as session:
        receipt = session.exec(select(WebhookReceipt)).one()
    assert (receipt.body, receipt.processed_at) == (BODY, None)


def test_what_is_not_signed_is_refused_and_not_kept(
    client: httpx.Client, database: Database, endpoint: str
) -> None:
    before = _but_refusals(database)
    for body, headers in (
        (BODY, {}),
        (BODY + b" ", signed(BODY)),
        (BODY, signed(BODY) | {"svix-signature": "v1,"}),
    ):
        answer = client.post(endpoint, content=body, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/json"
    assert _but_refusals(database) == before
    with database.read() as session:
        refusal = session.exec(select(WebhookRefusal)).one()
    assert (refusal.count, refusal.code) == (1, "delivery-webhook-unsigned")  # the others within seconds: later


def _but_refusals(database: Database) -> dict[str, object]:
    return {name: rows for name, rows in everything_in(database).items() if name != "webhook_refusal"}


def test_refused_webhooks_are_counted_and_written_down_every_few_seconds(
    client: httpx.Client, database: Database, endpoint: str, clock: StoppedClock
) -> None:
    for seconds in (0, 1, 1, 20):
        clock.advance(seconds=seconds)
        assert client.post(endpoint, content=BODY).status_code == 401
    with database.read() as session:
        refusal = session.exec(select(WebhookRefusal)).one()
    assert (refusal.count, refusal.first_at, refusal.last_at) == (4, NOON, clock.now())


@on_sqlite
def test_an_old_signature_is_no_good(
    client: httpx.Client, database: Database, endpoint: str, clock: StoppedClock
) -> None:
    clock.advance(minutes=10)
    assert client.post(endpoint, content=BODY, headers=signed(BODY)).status_code == 401


def test_an_unknown_address_is_not_found_and_looking_is_no_use(client: httpx.Client, endpoint: str) -> None:
    assert client.post("/webhooks/guess", content=BODY, headers=signed(BODY)).status_code == 404
    assert client.get(endpoint).status_code == 405


@on_sqlite
def test_a_flood_is_refused_before_it_is_read(client: httpx.Client, endpoint: str) -> None:
    assert client.post(endpoint, content=b"x" * (MAX_BODY + 1)).status_code == 413
    assert client.post(endpoint, content=b"x" * MAX_BODY).status_code == 401  # read, and not signed


@on_sqlite
def test_the_secret_address_is_not_in_the_log(client: httpx.Client, endpoint: str) -> None:
    with structlog.testing.capture_logs() as lines:
        client.post(endpoint, content=BODY, headers=signed(BODY))
        client.post(endpoint, content=BODY)
    assert {line["route"] for line in lines if line["event"] == "request.answered"} == {"/webhooks/{sender_token}"}
    assert endpoint.removeprefix("/webhooks/") not in repr(lines)
