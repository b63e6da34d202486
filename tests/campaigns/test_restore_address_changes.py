"""A change of address after a restore: nothing goes to the address that was left, and erased people stay so."""

from sqlmodel import Session, col, select

from campaigns.people.erase_person import erase_own_data
from core.addresses import EmailAddress, address_hash
from subscribers.ask_address_change import ask_for_change
from subscribers.change_address import confirm_change
from subscribers.links import AddressLink
from subscribers.opt_out import find_opt_out
from subscribers.queries import get_subscriber, subscriber_of
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof
from subscribers.tables import ConsentMethod, Subscriber, Subscription
from tests.campaigns.stored_backup import StoredBackup, adopted, backup, world
from tests.campaigns.world import World

__all__ = ["backup", "world"]


def move(world: World, session: Session, address: str) -> str:
    """The first reader, to there. The keyed hash of the address that they have left."""
    person, now = get_subscriber(session, 1), world.clock.now()
    secret, old = world.settings.secret_key.get_secret_value(), person.address_hash
    ask_for_change(session, person, address, now=now, secret=secret)
    link = AddressLink(1, old, address_hash(EmailAddress.parse(address), secret=secret))
    confirm_change(session, link, ConsentProof(ConsentMethod.ADDRESS_CHANGE, "Yes", "en", "test"), now=now)
    return old


def status(session: Session) -> SubscriptionStatus:
    return session.exec(select(col(Subscription.status)).where(Subscription.subscriber_id == 1)).one()


def test_nothing_is_sent_to_an_address_that_was_left_since_the_backup(world: World, backup: StoredBackup) -> None:
    backup.back_up()
    with world.database.write() as session:
        old = move(world, session, "moved@example.org")
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        assert subscriber_of(session, old) is not None, "the older state knows no other address"
        assert status(session) is SubscriptionStatus.UNSUBSCRIBED
        no = find_opt_out(session, old)
        assert no is not None
        assert no.method is ConsentMethod.ADDRESS_CHANGE


def test_whoever_came_back_to_their_address_since_is_as_they_were(world: World, backup: StoredBackup) -> None:
    with world.database.read() as session:
        address = get_subscriber(session, 1).address
    backup.back_up()
    with world.database.write() as session:
        old = move(world, session, "moved@example.org")
        world.clock.advance(days=2)
        move(world, session, address)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        assert status(session) is SubscriptionStatus.CONFIRMED
        assert find_opt_out(session, old) is None


def test_whoever_moved_and_was_erased_is_erased_under_either_address(world: World, backup: StoredBackup) -> None:
    backup.back_up()
    with world.database.write() as session:
        old = move(world, session, "moved@example.org")
        erase_own_data(session, session.get_one(Subscriber, 1), now=world.clock.now(), zone="UTC")
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        assert session.get(Subscriber, 1) is None
        assert subscriber_of(session, old) is None
