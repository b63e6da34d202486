"""Whom a provider sends nothing to is sent nothing here either."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from campaigns.sending.pull_suppressions import pull_due_suppressions, pull_suppressions
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.settings import Settings
from delivery.errors import SenderMisconfigured, TransientProviderError
from delivery.outcome import EventType
from delivery.providers.base import Capabilities, SuppressedAddress
from delivery.tables import Sender
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

Page = list[SuppressedAddress]


class Telling(FakeProvider):
    """Tells its pages; an exception among them is raised there."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[Page | Exception] = []
        self.asked = 0

    def suppressed(self, *, from_address: str) -> Iterator[Page]:
        self.asked += 1
        for page in self.pages:
            if isinstance(page, Exception):
                raise page
            yield page


@pytest.fixture
def provider() -> Telling:
    return Telling()


@pytest.fixture
def world(
    database: Database,
    clock: StoppedClock,
    settings: Settings,
    provider: Telling,
    monkeypatch: pytest.MonkeyPatch,
) -> World:
    def can(_: str) -> Capabilities:
        return replace(provider.capabilities, lists_suppressions=True)

    monkeypatch.setattr("delivery.senders.senders.capabilities_of", can)
    monkeypatch.setattr("delivery.senders.senders.PROVIDERS", {"fake": None})
    return make_world(database, clock, settings, provider)


def bounced(*addresses: str) -> Page:
    return [SuppressedAddress(address, EventType.BOUNCED) for address in addresses]


def the_sender(world: World) -> Sender:
    with world.database.read() as session:
        return session.exec(select(Sender)).one()


def suppressed(world: World) -> dict[str, SuppressionReason]:
    with world.database.read() as session:
        return {row.address_hash: row.reason for row in session.exec(select(Suppression)).all()}


def hashed(world: World, address: str) -> str:
    return address_hash(EmailAddress.parse(address), secret=world.context.settings.secret_key.get_secret_value())


def test_a_reader_whom_the_provider_holds_back_gets_no_more_mail(world: World, provider: Telling) -> None:
    world.add_readers(["ana", "bor", "cene"])
    provider.pages = [bounced("Ana@Example.org")]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert (pulled.listed, pulled.new, pulled.subscribers, pulled.failed) == (1, 1, 1, None)
    campaign_id = world.launched()
    world.run(rounds=3)
    assert sorted(world.provider.received) == ["bor@example.org", "cene@example.org"]
    assert world.report(campaign_id).accepted == 2


def test_every_cause_is_kept_and_the_first_reason_stays(world: World, provider: Telling) -> None:
    a, b, c = "a@example.org", "b@example.org", "c@example.org"
    provider.pages = [
        [SuppressedAddress(a, EventType.BOUNCED), SuppressedAddress(a, EventType.COMPLAINED)],
        [SuppressedAddress(b, EventType.COMPLAINED), SuppressedAddress(c, EventType.UNSUBSCRIBED)],
    ]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert (pulled.listed, pulled.new, pulled.subscribers) == (4, 3, 0)
    assert suppressed(world) == {
        hashed(world, a): SuppressionReason.BOUNCED,
        hashed(world, b): SuppressionReason.COMPLAINED,
        hashed(world, c): SuppressionReason.PROVIDER_UNSUBSCRIBED,
    }


def test_asking_again_changes_nothing(world: World, provider: Telling) -> None:
    provider.pages = [bounced(*(f"reader{number}@example.org" for number in range(2500)))]
    assert pull_suppressions(world.context, the_sender(world)).new == 2500
    before = suppressed(world)
    assert pull_suppressions(world.context, the_sender(world)).new == 0
    assert suppressed(world) == before


@on_sqlite
def test_what_is_no_address_is_counted_and_passed_over(world: World, provider: Telling) -> None:
    provider.pages = [bounced("not an address", "a@example.org", "@", "x" * 400)]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert (pulled.listed, pulled.unreadable, pulled.new) == (4, 3, 1)


@on_sqlite
def test_an_address_counts_however_the_provider_writes_it(world: World, provider: Telling) -> None:
    provider.pages = [bounced("<A@Example.org>", "mailto:b@example.org", "C <c@example.org>", "d@example.org.")]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert (pulled.listed, pulled.unreadable, pulled.new) == (4, 0, 4)
    assert pull_again(world, provider) == 0


def pull_again(world: World, provider: Telling) -> int:
    """How many of the same, plainly written, are new."""
    provider.pages = [bounced(*(f"{name}@example.org" for name in "abcd"))]
    return pull_suppressions(world.context, the_sender(world)).new


def test_what_came_before_a_failure_holds(world: World, provider: Telling) -> None:
    provider.pages = [bounced("a@example.org"), SenderMisconfigured("the key is wrong"), bounced("b@example.org")]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert pulled.failed is not None
    assert pulled.failed.detail == "the key is wrong"
    assert set(suppressed(world)) == {hashed(world, "a@example.org")}


def test_a_defect_of_a_provider_tells_nothing_and_stops_nothing(world: World, provider: Telling) -> None:
    provider.pages = [KeyError("address")]
    pulled = pull_suppressions(world.context, the_sender(world))
    assert pulled.failed is not None
    assert pulled.failed.detail == "KeyError"


def test_the_job_asks_once_a_day(world: World, provider: Telling) -> None:
    for _ in range(5):
        pull_due_suppressions(world.context)
    assert provider.asked == 1
    world.clock.advance(hours=25)
    pull_due_suppressions(world.context)
    assert provider.asked == 2


def test_after_a_failure_the_job_asks_in_an_hour_or_when_it_is_told_to(world: World, provider: Telling) -> None:
    provider.pages = [TransientProviderError("slower", timedelta(hours=3))]
    pull_due_suppressions(world.context)
    world.clock.advance(hours=2)
    pull_due_suppressions(world.context)
    assert provider.asked == 1
    provider.pages = [SenderMisconfigured("no")]
    world.clock.advance(hours=2)
    pull_due_suppressions(world.context)
    world.clock.advance(minutes=61)
    pull_due_suppressions(world.context)
    assert provider.asked == 3


def test_a_paused_sender_waits(world: World, provider: Telling) -> None:
    with world.database.write() as session:
        session.exec(select(Sender)).one().paused_reason = "sender_misconfigured"
    pull_due_suppressions(world.context)
    assert provider.asked == 0


def test_a_process_that_stops_asks_nobody(world: World, provider: Telling) -> None:
    world.context.stopping.set()
    pull_due_suppressions(world.context)
    assert provider.asked == 0
