"""What the simulator tells Bilten afterwards, and what the readers' mail programs do."""

import hmac
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from simulator.config import SimulatorConfig
from simulator.envelope import read_envelope
from simulator.mailbox_outcome import outcome_of
from simulator.serve import SimulatorThread
from simulator.webhook_jobs import one_click_url
from tests.simulator.conftest import Receiver, an_email, client_for

Start = Callable[..., SimulatorThread]
ONE_CLICK = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def send(far_side: SimulatorThread, *addresses: str, **changes: object) -> None:
    with client_for(far_side) as resend:
        batch = [an_email(address, **changes) for address in addresses]
        assert resend.post("/emails/batch", json=batch).status_code == 200
    assert far_side.simulation.poster.wait_until_idle(20)


@pytest.mark.parametrize(
    ("address", "events"),
    [
        ("ana@example.org", ["email.sent", "email.delivered"]),
        ("bounce-17@example.org", ["email.sent", "email.bounced"]),
        ("soft@example.org", ["email.sent", "email.delivery_delayed", "email.delivered"]),
        ("complain@example.org", ["email.sent", "email.delivered", "email.complained"]),
        ("Complained@example.org", ["email.sent", "email.delivered", "email.complained"]),
        ("unsubscribe@example.org", ["email.sent", "email.delivered"]),
    ],
)
def test_the_address_decides_what_becomes_of_a_message(
    with_webhooks: Start, receiver: Receiver, address: str, events: list[str]
) -> None:
    far_side = with_webhooks(webhook_workers=1)
    send(far_side, address)
    assert [event["type"] for event in receiver.events()] == events
    assert far_side.simulation.poster.counts() == {"posted": len(events), "pending": 0, "failed": 0}


def test_an_event_has_the_shape_that_resend_publishes(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks(webhook_workers=1)
    tags = [{"name": "delivery", "value": "42"}, {"name": "campaign", "value": "c_7"}]
    send(far_side, "bounce@example.org", tags=tags, headers={"X-Id": "42"})
    event = receiver.events()[-1]
    assert event.keys() == {"type", "created_at", "data"}
    data = event["data"]
    assert far_side.simulation.ledger.find(data.pop("email_id")) is not None
    assert datetime.fromisoformat(event["created_at"]) >= datetime.fromisoformat(data.pop("created_at"))
    bounce = data.pop("bounce")
    assert bounce.keys() == {"type", "subType", "message", "diagnosticCode"}
    assert bounce["type"] == "Permanent"
    assert data == {
        "from": "Bilten <bilten@example.org>",
        "to": ["bounce@example.org"],
        "subject": "Novice – november",
        "tags": {"delivery": "42", "campaign": "c_7"},
        "headers": [{"name": "X-Id", "value": "42"}],
    }


def test_events_are_signed_as_svix_signs(with_webhooks: Start, receiver: Receiver) -> None:
    secret = "whsec_" + b64encode(b"a secret of the test").decode()
    far_side = with_webhooks(webhook_secret=secret)
    send(far_side, "ana@example.org")
    for _, headers, body in receiver.requests:
        identifier, seconds = headers["svix-id"], headers["svix-timestamp"]
        signed = f"{identifier}.{seconds}.".encode() + body
        expected = hmac.new(b64decode(secret.removeprefix("whsec_")), signed, sha256).digest()
        assert headers["svix-signature"] == "v1," + b64encode(expected).decode()
        assert abs(far_side.simulation.clock.now().timestamp() - int(seconds)) < 300
    assert len({headers["svix-id"] for _, headers, _ in receiver.requests}) == 2


def test_a_webhook_that_is_not_taken_is_posted_again_under_the_same_id(
    with_webhooks: Start, receiver: Receiver
) -> None:
    far_side = with_webhooks(webhook_workers=1)
    receiver.statuses = [503, 302]
    send(far_side, "ana@example.org")
    assert far_side.simulation.poster.counts() == {"posted": 2, "pending": 0, "failed": 0}
    assert sorted(Counter(headers["svix-id"] for _, headers, _ in receiver.requests).values()) in ([1, 3], [2, 2])


def test_a_webhook_that_is_never_taken_is_given_up_and_counted(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks(retry_delays=(0.0,))
    receiver.statuses = [500] * 4
    send(far_side, "ana@example.org")
    assert far_side.simulation.poster.counts() == {"posted": 0, "pending": 0, "failed": 2}


def test_nobody_listening_is_no_trouble_for_the_caller(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks(webhook_url="http://127.0.0.1:1/webhooks")
    send(far_side, "ana@example.org")
    assert far_side.simulation.poster.counts() == {"posted": 0, "pending": 0, "failed": 2}


def test_events_can_come_twice_and_out_of_order(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks(webhook_workers=1, shuffle_rate=1.0, repeat_rate=1.0)
    send(far_side, *(f"complain{number}@example.org" for number in range(20)))
    events_of: dict[str, list[str]] = {}
    for event in receiver.events():
        events_of.setdefault(event["data"]["to"][0], []).append(event["type"])
    assert all(Counter(events)["email.complained"] == 2 for events in events_of.values())
    assert any(events[0] == "email.complained" for events in events_of.values())
    identifiers = Counter(headers["svix-id"] for _, headers, _ in receiver.requests)
    assert Counter(identifiers.values()) == {1: 40, 2: 20}


def test_the_seed_decides_who_bounces_and_complains() -> None:
    addresses = [f"reader{number}@example.org" for number in range(2000)]

    def fates(seed: int) -> list[str]:
        config = SimulatorConfig(seed=seed, bounce_rate=0.1, complaint_rate=0.05)
        return [outcome_of(address, config).last_event for address in addresses]

    assert fates(1) == fates(1)
    assert fates(1) != fates(2)
    counts = Counter(fates(1))
    assert 150 < counts["bounced"] < 250
    assert 50 < counts["complained"] < 140


def test_a_reader_unsubscribes_with_one_click(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks()
    links = f"<mailto:stop@example.org>, <{receiver.url}/unsubscribe/token>"
    send(far_side, "unsubscribe@example.org", headers={"List-Unsubscribe": links, **ONE_CLICK})
    clicks = [
        (headers["content-type"], body)
        for path, headers, body in receiver.requests
        if path == "/unsubscribe/token"
    ]
    assert clicks == [("application/x-www-form-urlencoded", b"List-Unsubscribe=One-Click")]


@pytest.mark.parametrize(
    "headers",
    [
        {"List-Unsubscribe": "<http://127.0.0.1:8000/u/1>"},
        {"List-Unsubscribe": "<https://bulletin.example.org/u/1>", **ONE_CLICK},
        {"List-Unsubscribe": "<http://127.0.0.1.example.org/u/1>", **ONE_CLICK},
        {"List-Unsubscribe": "<http://127.0.0.1@example.org/u/1>", **ONE_CLICK},
        {"List-Unsubscribe": "<http://[broken/u/1>", **ONE_CLICK},
        {"List-Unsubscribe": "<mailto:stop@example.org>", **ONE_CLICK},
        ONE_CLICK,
    ],
)
def test_one_click_goes_nowhere_without_both_headers_and_a_link_to_this_machine(headers: dict[str, str]) -> None:
    envelope = read_envelope(an_email("unsubscribe@example.org", headers=headers), in_batch=True)
    assert one_click_url(envelope) is None


def test_a_webhook_under_way_during_a_reset_belongs_to_what_was_forgotten(
    with_webhooks: Start, receiver: Receiver, tmp_path: Path
) -> None:
    far_side = with_webhooks(webhook_workers=1, journal=tmp_path / "journal.jsonl")
    receiver.gate.clear()
    with client_for(far_side) as resend:
        resend.post("/emails", json=an_email())
        receiver.wait_for(1)
        assert resend.post("/simulator/reset").status_code == 204
    receiver.gate.set()
    assert far_side.simulation.poster.wait_until_idle(20)
    assert far_side.simulation.poster.counts() == {"posted": 0, "pending": 0, "failed": 0}
    assert (tmp_path / "journal.jsonl").read_bytes() == b""


def test_stopping_posts_what_is_still_waiting(with_webhooks: Start, receiver: Receiver) -> None:
    far_side = with_webhooks(webhook_delay=3600.0)
    with client_for(far_side) as resend:
        resend.post("/emails", json=an_email("soft@example.org"))
    receiver.wait_for(1)
    far_side.stop()
    assert len(receiver.requests) == 3
