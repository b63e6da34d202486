"""What every provider's reports do: soft bounces count alike, what is about us counts against nobody, and one bad
event costs only itself."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.reporting.needs_attention import needs_attention
from core.db import Database
from core.settings import Settings, load_settings
from delivery.events import receipt_queue
from delivery.events.webhooks import count_unreadable
from delivery.outcome import EventType, Outcome
from delivery.providers import build_webhook_parser, known_providers
from delivery.providers.base import IncomingEvent, UnreadableEvent, WebhookParser
from delivery.tables import DeliveryEvent, WebhookReceipt
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.provider_reports import BLOCKED, COMPLAINT, DELIVERED, FULL, MAKE, Report, post
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite

NAMES = sorted(MAKE)
IN_BATCHES = ("brevo", "mailjet", "sendgrid")


def test_every_provider_with_webhooks_is_here() -> None:
    assert {name for name, can in known_providers().items() if can.has_webhooks} == set(MAKE)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    made = make_world(database, clock, settings)
    made.add_readers(["nada"])
    return made


def parser_of(name: str, settings: Settings) -> WebhookParser:
    return build_webhook_parser(name, load_settings(None, secret_key=settings.secret_key.get_secret_value()))


def speaks(world: World, name: str) -> None:
    parser = parser_of(name, world.settings)
    world.context = replace(world.context, report_parser=lambda _: parser)


def suppressions(world: World) -> list[SuppressionReason]:
    with world.database.read() as session:
        return [row.reason for row in session.exec(select(Suppression)).all()]


def send_and_report(world: World, name: str, kind: str, number: int, *, with_time: bool = True) -> None:
    """One more campaign, of which the provider says this, and that we are on a blocklist."""
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    at = world.clock.now().timestamp() if with_time else None
    for each in (BLOCKED, kind):
        body = json.dumps(MAKE[name](Report(each, delivery.id, at, f"{each}-{number}"), world.settings))
        post(world, body.encode(), key=f"{each}-{number}")
    world.clock.advance(seconds=60)


@pytest.mark.parametrize("name", NAMES)
@on_sqlite
def test_five_soft_bounces_with_nothing_delivered_between_suppress(world: World, name: str) -> None:
    speaks(world, name)
    for number, kind in enumerate([FULL, FULL, DELIVERED, FULL, FULL, FULL, FULL]):
        send_and_report(world, name, kind, number)
        assert suppressions(world) == []  # the blocklist is about us, however often and however hard
    send_and_report(world, name, FULL, 99, with_time=False)  # as of its receipt
    assert suppressions(world) == [SuppressionReason.BOUNCED]


BAD_ITEMS: dict[str, str] = {
    "no event": "5",
    "nothing": "null",
    "no time and nobody": '{"event": "list_addition", "email": ["reader@example.org"], "list_id": [8]}',
    "400 digits": '{"event": "delivered", "ts_epoch": ' + "9" * 400 + ', "timestamp": ' + "9" * 400 + "}",
    "5000 digits": '{"event": ' + "9" * 5000 + "}",
    "deep": "[" * 100_000 + "]" * 100_000,
    "deep inside": '{"event": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}",
    "half a pair": '{"event": "\\ud800", "email": "\\udfff", "reason": "\\ud800 \\u0000"}',
    "no number": '{"event": "delivered", "timestamp": NaN, "time": Infinity, "ts_epoch": -Infinity}',
    "quotes": '{"event": "a, \\"b\\\\", "reason": "],[{"}',
    "an array": "[[[]]]",
}


@pytest.mark.parametrize("name", IN_BATCHES)
@pytest.mark.parametrize("item", BAD_ITEMS)
def test_one_bad_event_costs_only_itself(settings: Settings, name: str, item: str) -> None:
    good = json.dumps(MAKE[name](Report(COMPLAINT, 42, NOON.timestamp()), settings))[1:-1]
    body = f"[{BAD_ITEMS[item]}, {good}, {BAD_ITEMS[item]}]".encode()
    first, event, last = parser_of(name, settings).parse(body, receipt_key="r")
    assert isinstance(event, IncomingEvent)
    assert (event.type, event.delivery_id) == (EventType.COMPLAINED, 42)
    assert (first, last) == (UnreadableEvent(0), UnreadableEvent(2))


@on_sqlite
@pytest.mark.parametrize("name", IN_BATCHES)
def test_the_rest_of_a_batch_acts_and_the_batch_is_kept_and_shown(world: World, name: str) -> None:
    speaks(world, name)
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    good = json.dumps(MAKE[name](Report(COMPLAINT, delivery.id, None), world.settings))[1:-1]
    body = f"[{', '.join([*BAD_ITEMS.values(), good, *BAD_ITEMS.values()])}]".encode()
    post(world, body, key="one")
    assert suppressions(world) == [SuppressionReason.COMPLAINED]
    with world.database.read() as session:
        receipt = session.exec(select(WebhookReceipt)).one()
        assert (receipt.error, receipt.body) == ("delivery-webhook-unreadable", body)
        event = session.exec(select(DeliveryEvent).where(DeliveryEvent.delivery_id == delivery.id)).one()
        assert event.occurred_at == receipt.received_at
        needs = needs_attention(session, now=world.clock.now())
    assert [need.params for need in needs if need.code == "campaigns-need-receipts"] == [
        {"name": "main", "count": 1}
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    "event", "email", "ts_epoch", "ts", "date", "time", "timestamp", "message-id", "X-Mailin-custom",
    "reason", "MessageID", "CustomID", "error", "hard_bounce", "sg_event_id", "sg_message_id",
    "bilten_delivery", "type",
]  # fmt: skip


@pytest.mark.parametrize("name", IN_BATCHES)
@given(item=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6))
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_json_can_hold_is_survived(settings: Settings, name: str, item: dict[str, Any]) -> None:
    parser = parser_of(name, settings)
    (good,) = MAKE[name](Report(COMPLAINT, 42, NOON.timestamp()), settings)
    events = parser.parse(json.dumps([item, good]).encode(), receipt_key="r")
    assert len(events) == 2
    last = events[1]
    assert (last.type, last.delivery_id) == (EventType.COMPLAINED, 42)  # type: ignore[union-attr]  # it is read


def test_what_could_not_be_read_is_read_again_by_a_later_version(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)

    class Broken:
        def parse(self, body: bytes, *, receipt_key: str) -> list[Any]:
            raise RuntimeError("a defect of this version")

    world.context = replace(world.context, report_parser=lambda _: Broken())
    body = json.dumps(
        MAKE["sendgrid"](Report(DELIVERED, delivery.id, world.clock.now().timestamp()), world.settings)
    )
    post(world, body.encode(), key="one")
    with world.database.read() as session:
        assert count_unreadable(session, since=NOON) == {"main": 1}
        assert not receipt_queue.has_waiting_receipts(session)  # the same version would not read it either
    speaks(world, "sendgrid")
    monkeypatch.setattr(receipt_queue, "this_version", lambda: "99.0")
    with world.database.read() as session:
        assert receipt_queue.has_waiting_receipts(session)
    post(world, b"[]", key="two")
    assert world.deliveries(campaign_id)[0].outcome is Outcome.DELIVERED
    with world.database.read() as session:
        assert count_unreadable(session, since=NOON) == {}


@on_sqlite
@pytest.mark.parametrize("at", [0, 4_000_000_000, 253_402_300_000])
def test_a_moment_that_cannot_be_is_that_of_the_receipt(world: World, at: float) -> None:
    speaks(world, "sendgrid")
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    body = json.dumps(MAKE["sendgrid"](Report(DELIVERED, delivery.id, at), world.settings))
    post(world, body.encode(), key="one")
    with world.database.read() as session:
        assert session.exec(select(DeliveryEvent.occurred_at)).one() == world.clock.now()


@pytest.mark.parametrize(
    ("feedback", "suppressed"), [("abuse", 1), ("virus", 0), ("not-spam", 0), ("auth-failure", 0), (None, 1)]
)
@on_sqlite
def test_feedback_that_says_the_opposite_is_no_complaint(
    world: World, feedback: str | None, suppressed: int
) -> None:
    speaks(world, "ses")
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    notification = MAKE["ses"](Report(COMPLAINT, delivery.id, world.clock.now().timestamp()), world.settings)
    event = json.loads(notification["Message"])
    event["complaint"]["complaintFeedbackType"] = feedback
    post(world, json.dumps(notification | {"Message": json.dumps(event)}).encode(), key="one")
    assert len(suppressions(world)) == suppressed


def test_an_auto_reply_after_a_delivery_is_no_bounce(world: World) -> None:
    """Amazon SES reports it as a transient bounce, without a status and without anybody's words."""
    speaks(world, "ses")
    campaign_id = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(campaign_id)
    notification = MAKE["ses"](Report(FULL, delivery.id, world.clock.now().timestamp()), world.settings)
    event = json.loads(notification["Message"])
    event["bounce"] |= {"bounceSubType": "General", "bouncedRecipients": [{"emailAddress": "nada@example.org"}]}
    post(world, json.dumps(notification | {"Message": json.dumps(event)}).encode(), key="one")
    assert world.deliveries(campaign_id)[0].outcome is Outcome.PENDING
