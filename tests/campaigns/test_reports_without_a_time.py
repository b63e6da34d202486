"""A report whose time nobody can read acts as of its receipt, with every provider, however it names the email."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import select

from core.db import Database
from core.settings import Settings
from delivery.outcome import EventType, RejectReason
from delivery.providers.base import IncomingEvent
from delivery.providers.brevo.request import DELIVERY_HEADER
from delivery.tables import Delivery, DeliveryEvent, WebhookReceipt
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.provider_reports import BLOCKED, COMPLAINT, DELIVERED, FULL, GONE, MAKE, Report, post
from tests.campaigns.test_provider_reports import parser_of
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite

NAMES = {"brevo": "<1@relay>", "mailjet": "1", "postmark": "pm-1", "resend": "re-1", "ses": "ses-1"}
"""What a provider calls an email of the reports made here."""
OF_A_WHOLE_CALL = {"mailgun", "sendgrid"}
"""Whose names are of all emails of a call: alone they say nothing of one."""
OUR_IDS = {DELIVERY_HEADER, "CustomID", "Metadata", "tags", "user-variables", "bilten_delivery"}
TIMES = {"ts_epoch", "ts_event", "ts", "time", "BouncedAt", "timestamp", "created_at", "Timestamp"}
UNREADABLE: list[Any] = [None, "", "yesterday", "2026-13-45T99:00:00Z", [], {}, True, "9" * 400]
EVENTS = {
    DELIVERED: EventType.DELIVERED,
    FULL: EventType.BOUNCED,
    GONE: EventType.BOUNCED,
    BLOCKED: EventType.BOUNCED,
    COMPLAINT: EventType.COMPLAINED,
}


def changed(value: Any, *, time: Any, has_our_id: bool) -> Any:
    """The same report with this for a time, and perhaps without what is ours."""
    if isinstance(value, list):
        return [changed(item, time=time, has_our_id=has_our_id) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if has_our_id or key not in OUR_IDS}
    return {
        key: time
        if key in TIMES
        else json.dumps(changed(json.loads(each), time=time, has_our_id=has_our_id))
        if key == "Message"
        else changed(each, time=time, has_our_id=has_our_id)
        for key, each in kept.items()
    }


def body_of(name: str, report: Report, settings: Settings, *, time: Any, has_our_id: bool) -> bytes:
    return json.dumps(changed(MAKE[name](report, settings), time=time, has_our_id=has_our_id)).encode()


def test_every_provider_is_here() -> None:
    assert NAMES.keys() | OF_A_WHOLE_CALL == MAKE.keys()


@pytest.mark.parametrize("time", UNREADABLE, ids=repr)
@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("name", sorted(MAKE))
def test_a_time_that_cannot_be_read_keeps_nothing_back(
    settings: Settings, name: str, kind: str, time: Any
) -> None:
    for has_our_id in (True, False) if name in NAMES else (True,):
        body = body_of(name, Report(kind, 42, NOON.timestamp()), settings, time=time, has_our_id=has_our_id)
        (event,) = parser_of(name, settings).parse(body, receipt_key="r")
        assert isinstance(event, IncomingEvent)
        assert (event.type, event.occurred_at) == (EVENTS[kind], None)
        assert event.delivery_id == (42 if has_our_id else None)
        assert name not in NAMES or event.provider_message_id == NAMES[name]
        if kind == BLOCKED:
            assert event.reject_reason is RejectReason.BLOCKED


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["nada"])
    return world


@on_sqlite
@pytest.mark.parametrize("kind", [COMPLAINT, GONE])
@pytest.mark.parametrize("name", NAMES)
def test_it_acts_on_the_email_that_the_providers_name_means(world: World, name: str, kind: str) -> None:
    world.context = replace(world.context, report_parser=lambda _: parser_of(name, world.settings))
    campaign_id = world.launched()
    world.run(rounds=3)
    with world.database.write() as session:
        delivery = session.exec(select(Delivery).where(Delivery.campaign_id == campaign_id)).one()
        delivery.provider_message_id = NAMES[name]
    report = Report(kind, 0, world.clock.now().timestamp())
    post(world, body_of(name, report, world.settings, time="yesterday", has_our_id=False), key="one")
    with world.database.read() as session:
        reason = SuppressionReason.COMPLAINED if kind == COMPLAINT else SuppressionReason.BOUNCED
        assert [row.reason for row in session.exec(select(Suppression)).all()] == [reason]
        receipt = session.exec(select(WebhookReceipt)).one()
        assert (receipt.error, receipt.body) == (None, None)
        event = session.exec(select(DeliveryEvent).where(DeliveryEvent.delivery_id == delivery.id)).one()
        assert event.occurred_at == receipt.received_at


@pytest.mark.parametrize("name", sorted(NAMES))
def test_of_an_unknown_kind_it_says_nothing_and_is_kept(settings: Settings, name: str) -> None:
    report = json.loads(body_of(name, Report(COMPLAINT, 42, None), settings, time=None, has_our_id=False))
    report = report[0] if isinstance(report, list) else report
    for key in ("event", "RecordType", "type"):
        if key in report:
            report[key] = "something new"
    if "Message" in report:
        report["Message"] = report["Message"].replace('"Complaint"', '"Something new"')
    with pytest.raises(Exception, match="delivery-webhook-unreadable"):
        parser_of(name, settings).parse(json.dumps(report).encode(), receipt_key="r")
