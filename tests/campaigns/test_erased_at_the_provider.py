"""Who is erased is erased from the provider's suppression list, too, once their no is kept here by its hash."""

from dataclasses import replace

import pytest
from sqlmodel import col, select

from campaigns.people.erase_person import erase_own_data, erase_person, replay_erasures
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending import pull_suppressions as pulling
from campaigns.sending.pull_suppressions import PullResult, pull_due_suppressions, pull_suppressions
from core.db import Database
from core.settings import Settings
from delivery.errors import TransientProviderError
from delivery.outcome import EventType
from delivery.providers.base import SuppressedAddress
from delivery.tables import Sender
from staff.principal import OPERATOR
from subscribers.opt_out import opt_out
from subscribers.queries import get_subscriber
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, OptedOut, Subscriber, SuppressionReason
from tests.campaigns.test_pull_suppressions import Telling, hashed, suppressed, the_sender
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

ANA, BOR = "ana@example.org", "bor@example.org"
BOUNCED, COMPLAINED = EventType.BOUNCED, EventType.COMPLAINED


class Deleting(Telling):
    """Forgets whom it is told to, unless there is `trouble`."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: dict[str, EventType] = {}
        self.forgotten: list[str] = []
        self.trouble: Exception | None = None

    def say(self, **listed: EventType) -> None:
        self.listed = {f"{name}@example.org": cause for name, cause in listed.items()}
        self.pages = [[SuppressedAddress(address, cause)] for address, cause in self.listed.items()]

    def delete_suppressed(self, address: str) -> None:
        if self.trouble:
            raise self.trouble
        self.forgotten.append(address)
        del self.listed[address]
        self.pages = [[SuppressedAddress(each, cause)] for each, cause in self.listed.items()]


@pytest.fixture
def provider() -> Deleting:
    return Deleting()


@pytest.fixture
def world(
    database: Database,
    clock: StoppedClock,
    settings: Settings,
    provider: Deleting,
    monkeypatch: pytest.MonkeyPatch,
) -> World:
    list_suppressions(monkeypatch)
    return make_world(database, clock, settings, provider)


def list_suppressions(monkeypatch: pytest.MonkeyPatch) -> None:
    can = replace(FakeProvider().capabilities, lists_suppressions=True)
    monkeypatch.setattr("delivery.senders.senders.capabilities_of", lambda _: can)
    monkeypatch.setattr("delivery.senders.senders.PROVIDERS", {"fake": None})


def erase(world: World, address: str, *, is_own: bool = False) -> None:
    with world.database.write() as session:
        [number] = session.exec(
            select(Subscriber.id).where(col(Subscriber.address_hash) == hashed(world, address))
        )
        if is_own:
            erase_own_data(session, get_subscriber(session, number), now=world.clock.now(), zone="UTC")
        else:
            erase_person(session, number, StaffAction("asked by letter", OPERATOR, world.clock.now(), "UTC"))


def pull(world: World) -> PullResult:
    return pull_suppressions(world.context, the_sender(world))


def attention(world: World) -> dict[str, object]:
    with world.database.read() as session:
        return {item.code: item.params for item in needs_attention(session, now=world.clock.now())}


@pytest.mark.parametrize("is_own", [True, False])
def test_an_erased_person_goes_there_and_nobody_else_does(
    world: World, provider: Deleting, *, is_own: bool
) -> None:
    world.add_readers(["ana", "bor"])
    erase(world, ANA, is_own=is_own)
    provider.say(bor=BOUNCED, ana=COMPLAINED, stranger=BOUNCED)
    pulled = pull(world)
    assert (provider.forgotten, pulled.deleted, list(pulled.still_listed)) == ([ANA], 1, [])
    assert suppressed(world)[hashed(world, ANA)] is SuppressionReason.COMPLAINED, (
        "the complaint is kept by its hash"
    )
    assert pull(world).deleted == 0
    assert "campaigns-need-erased-listed" not in attention(world)


def test_a_complaint_there_outlives_a_bounce_here(world: World, provider: Deleting) -> None:
    world.add_readers(["ana"])
    with world.database.write() as session:
        reason = SuppressionReason.BOUNCED
        suppress(session, address_hash=hashed(world, ANA), reason=reason, detail="", now=world.clock.now())
    erase(world, ANA)
    provider.say(ana=COMPLAINED)
    assert pull(world).deleted == 1
    assert suppressed(world) == {hashed(world, ANA): SuppressionReason.COMPLAINED}


@on_sqlite
def test_who_had_opted_out_before_is_known_as_erased_and_who_signed_up_since_is_not(
    world: World, provider: Deleting
) -> None:
    world.add_readers(["ana", "bor", "cene"])
    with world.database.write() as session:
        no = {hashed(world, ANA): "campaign:1"}
        opt_out(session, no, method=ConsentMethod.ONE_CLICK, now=world.clock.now())
    for address in (ANA, BOR, "cene@example.org"):
        erase(world, address)
    world.add_readers(["cene"])  # asked to confirm, and did not yet
    with world.database.write() as session:
        session.delete(session.get_one(OptedOut, hashed(world, BOR)))  # as a sign-up of their own does
    provider.say(ana=BOUNCED, bor=BOUNCED, cene=BOUNCED)
    assert (pull(world).deleted, provider.forgotten) == (1, [ANA])


@on_sqlite
def test_after_a_restore_they_are_known_as_erased_again(world: World, provider: Deleting) -> None:
    with world.database.write() as session:
        no = {hashed(world, ANA): "campaign:1"}
        opt_out(session, no, method=ConsentMethod.ONE_CLICK, now=world.clock.now())
        said_at = world.clock.now().isoformat()
        replay_erasures(session, [{"hashes": [hashed(world, ANA)], "said_at": said_at}], now=world.clock.now())
    provider.say(ana=BOUNCED)
    assert pull(world).deleted == 1


@pytest.mark.parametrize("trouble", [TransientProviderError(f"no {ANA}"), KeyError(ANA)])
@on_sqlite
def test_what_fails_is_seen_tried_again_in_an_hour_and_named_in_no_log(
    world: World, provider: Deleting, trouble: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    world.add_readers(["ana"])
    erase(world, ANA)
    provider.say(ana=BOUNCED)
    provider.trouble = trouble
    pull_due_suppressions(world.context)
    assert attention(world)["campaigns-need-erased-listed"] == {"name": "main", "count": 1}
    assert suppressed(world)[hashed(world, ANA)] is SuppressionReason.BOUNCED
    provider.trouble = None
    world.clock.advance(minutes=61)
    pull_due_suppressions(world.context)
    assert provider.forgotten == [ANA]
    assert "campaigns-need-erased-listed" not in attention(world)
    assert ANA not in capsys.readouterr().out


@on_sqlite
def test_many_go_by_and_by(world: World, provider: Deleting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulling, "DELETED_AT_ONCE", 2)
    names = ["ana", "bor", "cene"]
    world.add_readers(names)
    for name in names:
        erase(world, f"{name}@example.org")
    provider.say(**dict.fromkeys(names, BOUNCED))
    pull_due_suppressions(world.context)
    assert len(provider.forgotten) == 2
    world.clock.advance(minutes=61)
    pull_due_suppressions(world.context)
    assert len(provider.forgotten) == 3


@on_sqlite
def test_where_a_provider_cannot_the_number_is_shown(
    database: Database, clock: StoppedClock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_suppressions(monkeypatch)
    telling = Telling()
    world = make_world(database, clock, settings, telling)
    world.add_readers(["ana"])
    erase(world, ANA)
    telling.pages = [[SuppressedAddress(ANA, BOUNCED)]]
    assert list(pull(world).still_listed) == [ANA]
    with world.database.read() as session:
        assert session.exec(select(Sender.erased_listed)).one() == 1
    assert "campaigns-need-erased-listed" in attention(world)
