"""A report that lacks our id: the provider's name of the call and the address mean one email; an address alone
says that its owner wants no more, where this sender wrote to it lately; a complaint that neither makes certain is
for a person."""

import json
from typing import Any

import pytest
from sqlmodel import select

from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.feedback import process_webhooks
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.settings import Settings
from delivery.events import receipt_queue
from delivery.events.named_by_address import LATELY
from delivery.events.unplaced_complaints import unplaced_complaints
from delivery.outcome import Outcome
from delivery.tables import Delivery, DeliveryEvent, Sender, WebhookReceipt
from subscribers.tables import SuppressionReason
from tests.campaigns.provider_reports import COMPLAINT, DELIVERED, FULL, GONE, MAKE, Report, post
from tests.campaigns.test_provider_reports import speaks, suppressions
from tests.campaigns.test_reports_without_a_time import OUR_IDS
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite

OF_A_CALL = ("mailgun", "sendgrid")
STORED = {"mailgun": "<call-1@example.org>", "sendgrid": "call1"}
"""A call's name as its answer has it, and as reports write it."""
WRITTEN = {"mailgun": "call-1@example.org", "sendgrid": "call1.filter-5f-1"}
BOUNCED, COMPLAINED = SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """One call that carried three readers."""
    world = make_world(database, clock, settings)
    world.add_readers(["nada", "miha", "zala"])
    world.launched()
    world.run(rounds=3)
    return world


def body(world: World, name: str, kind: str, *, address: str, call: str | None = None) -> bytes:
    """A report with a time, an address and perhaps a name, and without our id."""
    reported: Any = MAKE[name](Report(kind, 0, world.clock.now().timestamp()), world.settings)
    data = reported["event-data"] if name == "mailgun" else reported[0]
    for ours in OUR_IDS & data.keys():
        del data[ours]
    data["recipient" if name == "mailgun" else "email"] = address
    if call is not None and name == "mailgun":
        data["message"] = {"headers": {"message-id": call}}
    elif call is not None:
        data["sg_message_id"] = call
    return json.dumps(reported).encode()


def named(world: World, name: str) -> None:
    """All emails of the call have the provider's one name, as they do."""
    speaks(world, name)
    with world.database.write() as session:
        for delivery in session.exec(select(Delivery)).all():
            delivery.provider_message_id = STORED[name]


def outcomes(world: World) -> dict[str, Outcome]:
    secret = world.settings.secret_key.get_secret_value()
    people = {
        address_hash(EmailAddress.parse(f"{name}@example.org"), secret=secret): name
        for name in ("nada", "miha", "zala")
    }
    with world.database.read() as session:
        return {people[row.address_hash]: row.outcome for row in session.exec(select(Delivery)).all()}


def waiting(world: World) -> list[str]:
    with world.database.read() as session:
        return [complaint.address for complaint in unplaced_complaints(session, 1)]


def attention(world: World) -> set[str]:
    with world.database.read() as session:
        return {need.code for need in needs_attention(session, now=world.clock.now())}


@pytest.mark.parametrize(
    ("kind", "outcome", "reasons"),
    [
        (COMPLAINT, Outcome.COMPLAINED, [COMPLAINED]),
        (GONE, Outcome.BOUNCED, [BOUNCED]),
        (DELIVERED, Outcome.DELIVERED, []),
    ],
)
@pytest.mark.parametrize("name", OF_A_CALL)
def test_the_name_of_a_call_and_an_address_mean_one_email(
    world: World, name: str, kind: str, outcome: Outcome, reasons: list[SuppressionReason]
) -> None:
    named(world, name)
    for key in ("one", "again"):
        post(world, body(world, name, kind, address="Nada@Example.org", call=WRITTEN[name]), key=key)
    assert suppressions(world) == reasons
    assert outcomes(world)["nada"] is outcome
    assert [outcomes(world)[other] for other in ("miha", "zala")] == [Outcome.PENDING] * 2
    assert waiting(world) == []


@pytest.mark.parametrize(("kind", "reason"), [(COMPLAINT, COMPLAINED), (GONE, BOUNCED)])
@pytest.mark.parametrize("name", OF_A_CALL)
@on_sqlite
def test_an_address_that_was_written_to_lately_is_enough(
    world: World, name: str, kind: str, reason: SuppressionReason
) -> None:
    speaks(world, name)
    world.clock.advance(days=20)
    post(world, body(world, name, kind, address="nada@example.org"), key="one")
    assert suppressions(world) == [reason]
    assert waiting(world) == []
    with world.database.read() as session:
        events = session.exec(select(DeliveryEvent.delivery_id)).all()
        assert events == [None], "which email it is about is not claimed"


@pytest.mark.parametrize("name", OF_A_CALL)
@on_sqlite
def test_a_report_that_is_no_refusal_suppresses_nobody(world: World, name: str) -> None:
    named(world, name)
    for kind in (FULL, DELIVERED):
        post(world, body(world, name, kind, address="nada@example.org"), key=kind)
    assert (suppressions(world), waiting(world)) == ([], [])
    assert set(outcomes(world).values()) == {Outcome.PENDING}


@pytest.mark.parametrize("name", OF_A_CALL)
def test_a_complaint_about_another_email_waits_for_a_person(
    world: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else may send through the same account."""
    named(world, name)
    strange = {"mailgun": "far@example.net", "sendgrid": "far"}[name]
    for key in ("one", "again"):
        post(world, body(world, name, COMPLAINT, address="nada@example.org", call=strange), key=key)
    post(world, body(world, name, GONE, address="miha@example.org", call=strange), key="bounce")
    assert suppressions(world) == []
    with world.database.read() as session:
        complaints = unplaced_complaints(session, 1)
    assert {complaint.address for complaint in complaints} == {"nada@example.org"}
    assert "campaigns-need-complaints" in attention(world)
    assert "campaigns-need-receipts" not in attention(world)
    monkeypatch.setattr(receipt_queue, "this_version", lambda: "99.0")
    process_webhooks(world.context)
    assert "campaigns-need-complaints" in attention(world), "a later version reads nothing else in it"


@pytest.mark.parametrize("name", OF_A_CALL)
@on_sqlite
def test_a_complaint_of_somebody_who_has_had_nothing_for_long_waits_too(world: World, name: str) -> None:
    speaks(world, name)
    world.clock.advance(days=LATELY.days + 1)
    post(world, body(world, name, COMPLAINT, address="nada@example.org"), key="one")
    post(world, body(world, name, COMPLAINT, address="stranger@example.org"), key="two")
    assert suppressions(world) == []
    assert waiting(world) == ["nada@example.org"]


@on_sqlite
def test_another_senders_emails_are_not_its_to_judge(world: World) -> None:
    named(world, "mailgun")
    with world.database.write() as session:
        first = session.get_one(Sender, 1)
        second = Sender(
            **first.model_dump(exclude={"id", "name", "webhook_token"}), name="2", webhook_token="u" * 40
        )
        session.add(second)
        session.flush()
        session.add(
            WebhookReceipt(
                sender_id=second.id,
                dedupe_key="one",
                body=body(world, "mailgun", GONE, address="nada@example.org", call=WRITTEN["mailgun"]),
                received_at=world.clock.now(),
            )
        )
    process_webhooks(world.context)
    assert suppressions(world) == []
    assert set(outcomes(world).values()) == {Outcome.PENDING}
