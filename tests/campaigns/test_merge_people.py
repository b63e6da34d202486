"""Two entries of one person, merged in the middle of whatever is going on: one copy each, and nothing lost."""

import pytest
from sqlmodel import col, select

from campaigns.opt_in.send_opt_in_mail import ask, welcome
from campaigns.people.correct_address import correct_address
from campaigns.people.export_person import export_person
from campaigns.people.merge_people import find_other, merge, preview_merge
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.reader_search import search_reader
from campaigns.status import CampaignStatus
from campaigns.tables import SubscriptionMail, SubscriptionMailState
from campaigns.token_holder import WELCOME, find_holder
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from core.settings import Settings
from delivery.errors import TransientProviderError
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.change_list import set_protected
from subscribers.links import PreferencesLink, UnsubscribeLink
from subscribers.lists import create_list, get_list
from subscribers.queries import get_subscriber
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.campaigns.stored_backup import StoredBackup, adopted, backup, leave, send_one_batch
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

__all__ = ["backup"]

ROSA, KOS, MIHA = 1, 2, 3
ADDRESSES = {ROSA: "rosa@example.org", KOS: "kos@example.org", MIHA: "miha@example.org"}


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=1))
    world.add_readers(["rosa", "kos", "miha"], language="sl")
    return world


def act(world: World) -> StaffAction:
    return StaffAction("wrote to us from both", OPERATOR, world.clock.now(), zone="UTC")


def merged(world: World, kept: int = ROSA, gone: int = KOS) -> None:
    with world.database.write() as session:
        merge(session, kept, gone, act(world))
    world.clock.advance(seconds=60)


def of_both(world: World) -> int:
    """How many copies the two addresses really received."""
    return world.provider.received[ADDRESSES[ROSA]] + world.provider.received[ADDRESSES[KOS]]


def hash_of(world: World, who: int) -> str:
    return address_hash(EmailAddress.parse(ADDRESSES[who]), secret=world.settings.secret_key.get_secret_value())


@pytest.mark.parametrize("batches", range(4))
def test_at_any_moment_of_a_campaign_they_get_it_once_by_the_merge(world: World, batches: int) -> None:
    """After three batches both have had it, which stays as history."""
    campaign_id = world.launched()
    for _ in range(batches):
        send_one_batch(world, campaign_id)
    before = of_both(world)
    merged(world)
    world.run(rounds=10)
    assert of_both(world) == max(before, 1)
    assert world.provider.received[ADDRESSES[MIHA]] == 1
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert len(world.deliveries(campaign_id)) == 3


def test_what_only_the_other_waits_for_goes_to_the_one_that_stays(world: World) -> None:
    with world.database.write() as session:
        session.delete(session.exec(select(Subscription).where(Subscription.subscriber_id == ROSA)).one())
    campaign_id = world.launched()
    with world.database.write() as session:
        session.add(
            Subscription(
                subscriber_id=ROSA, list_id=1, status=SubscriptionStatus.CONFIRMED, changed_at=world.clock.now()
            )
        )
    merged(world)
    world.run(rounds=10)
    assert dict(world.provider.received) == {ADDRESSES[ROSA]: 1, ADDRESSES[MIHA]: 1}
    assert {row.subscriber_id for row in world.deliveries(campaign_id)} == {ROSA, MIHA}


@pytest.mark.parametrize("state", [DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT])
@on_sqlite
def test_not_while_one_copy_may_have_gone_and_the_other_waits(world: World, state: DeliveryStatus) -> None:
    world.launched()
    with world.database.write() as session:
        session.exec(select(Delivery).where(Delivery.subscriber_id == KOS)).one().status = state
    with pytest.raises(Conflict, match="under-way"):
        merged(world)
    with world.database.read() as session:
        assert get_subscriber(session, KOS).address == ADDRESSES[KOS]


@on_sqlite
def test_what_staff_have_sent_again_does_not_go_to_whoever_has_it(world: World) -> None:
    """A copy that failed at one address is queued again after the merge; the other one had arrived."""
    campaign_id = world.launched()
    for _ in range(3):
        send_one_batch(world, campaign_id)
    with world.database.write() as session:
        row = session.exec(select(Delivery).where(Delivery.subscriber_id == ROSA)).one()
        row.status = DeliveryStatus.FAILED
    merged(world)
    with world.database.write() as session:
        row = session.exec(select(Delivery).where(Delivery.subscriber_id == ROSA)).one()
        row.status, row.next_attempt_at = DeliveryStatus.QUEUED, world.clock.now()
    world.provider.faults = [TransientProviderError("must not be called")]
    send_one_batch(world, campaign_id)
    [row] = [row for row in world.deliveries(campaign_id) if row.subscriber_id == ROSA]
    assert (row.status, row.reason) == (DeliveryStatus.SKIPPED, "merged")


def test_history_of_both_is_that_of_the_one_that_stays(world: World) -> None:
    with world.database.write() as session:
        ask(session, subscriber_id=KOS, list_ids=[1], language="sl", now=world.clock.now())
        welcome(session, subscriber_id=KOS, list_id=1, language="sl", now=world.clock.now())
    leave(world, MIHA)
    campaign_id = world.launched()
    world.run(rounds=10)
    links = (
        UnsubscribeLink(world.campaign(campaign_id).public_id, KOS, 1, world.clock.now()),
        UnsubscribeLink(WELCOME, KOS, 1, world.clock.now()),
        PreferencesLink(world.campaign(campaign_id).public_id, KOS, 1, world.clock.now()),
    )
    merged(world)
    with world.database.write() as session:
        exported = export_person(session, ROSA, act(world)).as_json()
        assert len(exported["deliveries"]) == 2
        [answer] = search_reader(session, hash_of(world, KOS), viewer=OPERATOR, now=world.clock.now()).answers
        assert answer.state == "pending"
        holders = [find_holder(session, link, settings=world.settings) for link in links]
        assert [person.id if person else None for person in holders] == [ROSA, ROSA, None]
        mails = session.exec(select(SubscriptionMail)).all()
        assert {(mail.subscriber_id, mail.state) for mail in mails} == {(ROSA, SubscriptionMailState.GIVEN_UP)}
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "subscriber.merged")).all()
        assert {(entry.subject, entry.detail["other"]) for entry in entries} == {
            ("subscriber:1", KOS),
            ("subscriber:2", ROSA),
        }


def test_after_a_restore_nobody_gets_what_the_other_had_and_it_is_merged_again(
    world: World, backup: StoredBackup
) -> None:
    backup.back_up()
    leave(world, KOS)
    merged(world)
    with world.database.read() as session:
        assert (
            session.exec(select(col(Subscription.status)).where(Subscription.subscriber_id == ROSA)).one()
            is SubscriptionStatus.UNSUBSCRIBED
        )
    world.launched()
    world.run(rounds=10)
    backup.put_back()
    adopted(world)
    world.launched()
    world.run(rounds=10)
    assert of_both(world) == 0
    merged(world)
    with world.database.read() as session:
        assert session.get(Subscriber, KOS) is None


@on_sqlite
def test_who_may_and_which_two(world: World) -> None:
    secret = world.settings.secret_key.get_secret_value()
    with world.database.write() as session:
        for kept, gone, error in ((ROSA, ROSA, InputRefused), (ROSA, 99, NotFound), (99, ROSA, NotFound)):
            with pytest.raises(error):
                merge(session, kept, gone, act(world))
        with pytest.raises(NotAllowed):
            merge(session, ROSA, KOS, StaffAction("x", world.ana, world.clock.now(), zone="UTC"))
        with pytest.raises(InputRefused, match="reason-names"):
            merge(session, ROSA, KOS, StaffAction("Kos asked", OPERATOR, world.clock.now(), zone="UTC"))
        assert find_other(session, f" {ADDRESSES[KOS]} ", secret=secret) == KOS
        assert find_other(session, "2", secret=secret) == KOS
        for text, refused in (("nobody@example.org", NotFound), ("kos", InputRefused)):
            with pytest.raises(refused):
                find_other(session, text, secret=secret)
        set_protected(
            session,
            get_list(session, create_list(session, slug="shelter", name="Shelter", now=world.clock.now()).id),
            True,
        )
        for do in (
            lambda: merge(session, ROSA, KOS, StaffAction("x", world.boris, world.clock.now(), zone="UTC")),
            lambda: preview_merge(session, ROSA, KOS, world.boris),
        ):
            with pytest.raises(NotAllowed, match="merge-is-partial"):
                do()


@on_sqlite
def test_an_address_that_was_corrected_is_kept_through_a_merge(world: World) -> None:
    with world.database.write() as session:
        world.configure(sign_up_sender="main")
        correct_address(session, KOS, act(world), address="new@example.org", settings=world.settings)
    merged(world, MIHA, ROSA)
    with world.database.read() as session:
        page = preview_merge(session, MIHA, KOS, OPERATOR)
        assert [(each.kept, each.gone, each.outcome) for each in page.lists] == [
            ("confirmed", "pending", "confirmed")
        ]
    merged(world, MIHA, KOS)
    with world.database.read() as session:
        answers = search_reader(session, hash_of(world, KOS), viewer=OPERATOR, now=world.clock.now())
        assert answers.is_known
