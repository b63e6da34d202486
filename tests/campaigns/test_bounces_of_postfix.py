"""Bounces of a real Postfix: it takes an email, the next server refuses the reader, and nobody there is written
to again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.sending.feedback import process_webhooks
from campaigns.sending.read_bounces import read_bounces
from core.db import Database
from core.settings import Settings
from delivery.outcome import Outcome
from delivery.providers.smtp.provider import SmtpProvider
from delivery.providers.smtp.session import SmtpServer
from delivery.status import DeliveryStatus
from delivery.tables import DeliveryEvent, Sender
from subscribers.tables import SuppressionReason
from tests.campaigns.bounce_world import make_bounce_world, outcomes, suppressed
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.equipment import why_without
from tests.fakes.postfix import BOUNCE_ADDRESS, Postfix, can_start, postfix
from tests.fakes.smtp_server import FakeSmtpServer, SmtpScript, smtp_server

pytestmark = pytest.mark.skipif(not can_start(), reason=why_without("Postfix"))

REFUSALS = {
    "ana@example.org": "550 5.1.1 User unknown",
    "bor@example.org": "552 5.2.2 Mailbox full",
    "cene@example.org": "554 5.7.1 Client host blocked using Spamhaus",
}


@pytest.fixture
def next_server() -> Iterator[FakeSmtpServer]:
    with smtp_server(SmtpScript(rcpt=dict(REFUSALS))) as server:
        yield server


@pytest.fixture
def server(next_server: FakeSmtpServer) -> Iterator[Postfix]:
    with postfix(next_hop=next_server.port) as running:
        yield running


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings, tmp_path: Path, server: Postfix) -> World:
    world = make_bounce_world(database, clock, settings, tmp_path)
    world.add_readers(["dora"])
    world.configure(bounces_maildir=str(server.maildir))
    account = SmtpServer("127.0.0.1", server.port, "none", "", "", timedelta(seconds=30))
    provider = SmtpProvider(account)
    world.context = replace(world.context, provider=lambda _: provider)
    with database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.bounce_address = BOUNCE_ADDRESS
        session.add(sender)
    return world


@on_sqlite
def test_who_is_refused_after_the_server_took_it_is_known_from_its_bounce(
    world: World, server: Postfix, next_server: FakeSmtpServer
) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    server.has_settled()
    read_bounces(world.context)
    process_webhooks(world.context)
    bounced = Outcome.BOUNCED
    assert outcomes(world, campaign_id) == [bounced, bounced, bounced, Outcome.PENDING]
    assert suppressed(world) == {"ana": SuppressionReason.BOUNCED}
    with world.database.read() as session:
        events = session.exec(select(DeliveryEvent).order_by(col(DeliveryEvent.delivery_id))).all()
    assert [event.reject_reason for event in events] == ["invalid", "bounced", "blocked"]
    assert all("@" not in (event.detail or "") for event in events)
    (taken,) = next_server.arrived
    assert taken.recipient == "dora@example.org"
    assert taken.sender.startswith("bounces+")
    assert not list((server.maildir / "new").iterdir())
    read_bounces(world.context)
    process_webhooks(world.context)
    with world.database.read() as session:
        assert len(session.exec(select(DeliveryEvent)).all()) == 3
