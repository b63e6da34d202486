"""What one reader got, made again: proven where nothing has changed, and said to be unproven where it has."""

import re

import pytest
from sqlmodel import select

from campaigns.reporting.recipient_copy import Fidelity, RecipientCopyView, is_open, open_copy, readers_copy
from campaigns.sending.pause import pause
from core.db import Database
from core.settings import Settings
from delivery.reporting.listing import get_delivery
from staff.principal import Principal
from staff.tables import AuditEntry
from subscribers.tables import MailingList, Subscriber
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["asja", "bine"], language="sl")
    return world


def copy_of(world: World, campaign_id: int, name: str = "asja") -> RecipientCopyView | None:
    delivery_id = next(
        delivery.id for delivery in world.deliveries(campaign_id) if delivery.subscriber_id == number_of(name)
    )
    with world.database.read() as session:
        return readers_copy(
            session,
            get_delivery(session, campaign_id, delivery_id),
            settings=world.settings,
            signer=world.context.signer,
            now=world.clock.now(),
        )


def number_of(name: str) -> int:
    return {"asja": 1, "bine": 2}[name]


def change(world: World, table: type[Subscriber] | type[MailingList], **values: str) -> None:
    with world.database.write() as session:
        row = session.exec(select(table)).first()
        assert row is not None
        for name, value in values.items():
            setattr(row, name, value)


def test_what_is_shown_is_what_was_sent_but_for_the_covered_links(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    world.clock.advance(days=30)
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert copy.fidelity is Fidelity.PROVEN
    sent = next(message for message in world.provider.batches[0].messages if message.to == "asja@example.org")
    own_link = dict(sent.headers)["List-Unsubscribe"].strip("<>")
    covered = f"{world.settings.public_url}/unsubscribe"

    def cover(part: str) -> str:
        return re.sub(r"/preferences/[\w.-]+", "/preferences", part.replace(own_link, covered))

    assert "/preferences/" in sent.text
    assert (copy.message.subject, copy.message.to, copy.message.to_name) == (sent.subject, sent.to, "Asja")
    assert copy.message.html == cover(sent.html)
    assert copy.message.text == cover(sent.text)
    assert dict(copy.message.headers) == dict(sent.headers) | {"List-Unsubscribe": f"<{covered}>"}
    assert copy.batch.date == world.provider.batches[0].date


def test_after_a_change_nothing_is_proven_and_it_says_so(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    change(world, Subscriber, name="Asja N.")
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert copy.fidelity is Fidelity.REBUILT


def test_a_list_that_was_renamed_since_changes_nothing_because_its_name_was_approved(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    change(world, MailingList, name="Renamed")
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert copy.fidelity is Fidelity.PROVEN


def test_what_an_attempt_keeps_to_repeat_itself_is_proof_whatever_has_changed(world: World) -> None:
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    world.run(rounds=1)
    change(world, Subscriber, name="Somebody else")
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert (copy.fidelity, copy.message.to_name) == (Fidelity.PROVEN, "Asja")


def test_what_has_not_been_sent_yet_is_shown_as_it_would_be(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert copy.fidelity is Fidelity.UNSENT
    assert copy.message.subject == "Pogrešanih je 600 ljudi"


def test_an_erased_readers_copy_cannot_be_made_and_the_others_proves_nothing_any_more(world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    with world.database.write() as session:
        session.delete(session.get_one(Subscriber, 1))
    assert copy_of(world, campaign_id) is None
    other = copy_of(world, campaign_id, "bine")
    assert other is not None
    assert other.fidelity is Fidelity.REBUILT


def test_a_copy_is_open_to_whoever_opened_it_for_a_while_and_that_is_written_down(world: World) -> None:
    campaign_id = world.launched()
    delivery = world.deliveries(campaign_id)[0]

    def opened_to(actor: Principal) -> bool:
        with world.database.read() as session:
            return is_open(session, delivery, actor=actor, now=world.clock.now())

    assert not opened_to(world.ana)
    with world.database.write() as session:
        open_copy(session, delivery, actor=world.ana, now=world.clock.now())
    world.clock.advance(minutes=9)
    assert (opened_to(world.ana), opened_to(world.boris)) == (True, False)
    world.clock.advance(minutes=2)
    assert not opened_to(world.ana)
    world.clock.step(minutes=-30)
    assert not opened_to(world.ana), "a clock that was ahead opened it to nobody for longer"
    with world.database.read() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "delivery.opened")).all()
    assert [entry.actor for entry in entries] == [world.ana.name]
    assert {entry.subject for entry in entries} == {f"delivery:{delivery.id}"}
    assert entries[0].detail == {"campaign": campaign_id}
