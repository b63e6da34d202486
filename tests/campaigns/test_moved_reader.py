"""Somebody moves to another address beside campaigns: what was sent is theirs, and nothing goes to the old one."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from campaigns.people.export_person import export_own_data
from campaigns.status import CampaignStatus
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.errors import NotFound
from core.settings import Settings
from delivery.status import DeliveryStatus
from subscribers.ask_address_change import ask_for_change
from subscribers.change_address import confirm_change
from subscribers.links import AddressLink
from subscribers.queries import consent_of, get_subscriber
from subscribers.subscribe import ConsentProof
from subscribers.tables import ConsentMethod
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.web.browser import browser
from web.app import create_app

YES = ConsentProof(ConsentMethod.ADDRESS_CHANGE, "Yes", "en", "test")


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"])
    return world


def ask(world: World, address: str) -> AddressLink:
    """Rosa wants to be written to there."""
    secret, now = world.settings.secret_key.get_secret_value(), world.clock.now()
    with world.database.write() as session:
        rosa = get_subscriber(session, 1)
        ask_for_change(session, rosa, address, now=now, secret=secret)
        return AddressLink(1, rosa.address_hash, address_hash(EmailAddress.parse(address), secret=secret))


def confirm(world: World, link: AddressLink) -> bool:
    """Whether the link still did it."""
    try:
        with world.database.write() as session:
            confirm_change(session, link, YES, now=world.clock.now())
    except NotFound:
        return False
    return True


def test_what_was_sent_stays_theirs_and_its_links_only_unsubscribe(world: World) -> None:
    world.launched()
    world.run(rounds=3)
    [mail] = [sent for batch in world.provider.batches for sent in batch.messages if "rosa" in sent.to]
    public = world.settings.public_url
    leave = dict(mail.headers)["List-Unsubscribe"].strip("<>").removeprefix(public)
    choose = mail.text.split(f"{public}/preferences/")[1].split()[0]
    assert confirm(world, ask(world, "moved@example.org"))
    with world.database.read() as session:
        own = export_own_data(session, get_subscriber(session, 1), came_from=1, language="en")
    assert [row["status"] for row in own.parts["deliveries"]] == [DeliveryStatus.ACCEPTED]
    with browser(create_app(world.context.services)) as client:
        assert client.get(f"/preferences/{choose}").status_code == 404
        assert client.post(leave, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    with world.database.read() as session:
        assert consent_of(session, 1)[-1].method is ConsentMethod.ONE_CLICK


def test_a_copy_that_waits_for_the_old_address_goes_to_the_new_one_once(world: World) -> None:
    campaign_id = world.launched()
    assert confirm(world, ask(world, "moved@example.org"))
    world.run(rounds=5)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == {"miha@example.org": 1, "moved@example.org": 1}


def test_of_many_confirmations_at_once_one_address_comes(world: World) -> None:
    first, second = ask(world, "one@example.org"), ask(world, "two@example.org")
    with ThreadPoolExecutor(4) as presses:
        done = list(presses.map(lambda link: confirm(world, link), [first, second, first, second]))
    assert done in ([True, False, True, False], [False, True, False, True])
    with world.database.read() as session:
        assert get_subscriber(session, 1).address == ("one@example.org" if done[0] else "two@example.org")
        assert len([step for step in consent_of(session, 1) if step.wording == "Yes"]) == 1
