"""People who came after the backup are lost with it, and imported again, under other numbers: each gets a campaign
once, whoever came into the database before it was adopted, and whoever has whose number."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.reporting.in_doubt import Choice
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.tables import Delivery
from subscribers.tables import Subscriber
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.test_restore_noes import link_to_leave
from tests.campaigns.test_restore_of_lost_things import bring
from tests.campaigns.test_restore_while_held import decide_about_all
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider
from tests.web.browser import browser
from web.app import create_app

LOST = [f"lost{number}@example.org" for number in range(3)]
NEW = [f"new{number}@example.org" for number in range(4)]
BEFORE = "before anything looks at the database"
HELD = "while it is held back"
AFTER = "after it is adopted"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    # No key is remembered: whether a lost call arrived, only people can say.
    world = make_world(database, clock, settings, FakeProvider(max_batch=10, idempotency=None))
    world.add_readers(["early0", "early1"])
    return world


def lost_and_imported_again(world: World, folder: Path, when: str) -> int:
    """A campaign of which a restore knows only by the journal; others come first, and take the numbers."""
    backup = StoredBackup(world)
    campaign_id = world.scheduled()
    backup.back_up()
    for address in LOST:
        bring(world, folder, address, list_slug="bulletin")
    world.clock.advance(seconds=60)
    world.context.guard.take_as_own()  # its heartbeat
    world.run()
    backup.put_back()
    if when == HELD:
        world.context.guard.verdict()
    if when == AFTER:
        adopted(world)
    for address in (*NEW, *LOST):
        bring(world, folder, address, list_slug="bulletin")
    if when != AFTER:
        adopted(world)
    return campaign_id


@pytest.mark.parametrize("when", [BEFORE, HELD])
def test_nobody_is_forgotten_for_a_number_that_somebody_had(world: World, tmp_path: Path, when: str) -> None:
    campaign_id = lost_and_imported_again(world, tmp_path, when)
    world.run()
    early = ["early0@example.org", "early1@example.org"]
    assert world.provider.received == dict.fromkeys([*early, *LOST, *NEW], 1)
    with world.database.read() as session:
        rows = session.exec(
            select(Subscriber.address, Delivery.status)
            .join(Delivery, col(Delivery.subscriber_id) == col(Subscriber.id))
            .where(Delivery.campaign_id == campaign_id, Delivery.address_hash == Subscriber.address_hash)
        ).all()
    assert {address for address, _ in rows} == {*early, *LOST, *NEW}


@pytest.mark.parametrize("when", [BEFORE, HELD, AFTER])
def test_whoever_did_not_get_it_gets_it_when_staff_say_so(world: World, tmp_path: Path, when: str) -> None:
    world.provider.faults = [OutcomeUnknown("cut off")]
    campaign_id = lost_and_imported_again(world, tmp_path, when)
    world.run()
    with world.database.write() as session:
        decide_about_all(session, world, campaign_id, Choice.SEND_AGAIN)
    world.run()
    assert {address: world.provider.received[address] for address in LOST} == dict.fromkeys(LOST, 1)


@pytest.mark.parametrize("when", [BEFORE, HELD, AFTER])
def test_the_link_of_the_first_copy_acts_for_whom_it_was_sent_to(world: World, tmp_path: Path, when: str) -> None:
    lost_and_imported_again(world, tmp_path, when)
    link = link_to_leave(world, LOST[1])
    with browser(create_app(world.context.services)) as client:
        assert client.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert bring(world, tmp_path, LOST[1], list_slug="bulletin") == (0, 1)
    assert bring(world, tmp_path, NEW[1], list_slug="bulletin") == (0, 0)
