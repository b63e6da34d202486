"""A campaign with a second sender goes on when the first must not be used, and nobody gets it from both."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.active_sender import active_sender
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.edit import SenderChoice, choose_senders
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.pause import resume
from campaigns.sending.resume_sender import resume_sender
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign, CampaignKind
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from core.settings import load_settings
from delivery.errors import (
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.examples import costly_examples
from tests.fakes.provider import FakeProvider

READERS = [f"reader{number}" for number in range(7)]


@pytest.fixture
def spare() -> FakeProvider:
    return FakeProvider(max_batch=3)


@pytest.fixture
def two(world: World, spare: FakeProvider) -> World:
    return with_second(world, spare)


def with_second(world: World, spare: FakeProvider) -> World:
    """The same world, with a sender of another provider to fall back on."""
    world.provider.capabilities = replace(world.provider.capabilities, max_batch=2)
    providers = {"fake": world.provider, "spare": spare}
    world.context = replace(world.context, provider=lambda name: providers[name])
    with world.database.write() as session:
        session.add(
            Sender(
                name="spare",
                provider="spare",
                from_name="Odprta pot",
                from_address="bilten@spare.example.org",
                webhook_token="s" * 40,
                calls_per_second=1000.0,
                created_at=NOON,
            )
        )
    world.add_readers(READERS)
    return world


def launched(world: World) -> int:
    request = DraftRequest(
        kind=CampaignKind.STATEMENT,
        name="",
        item_slugs=["shipwreck"],
        list_slug="bulletin",
        sender_name="main",
        main_language="en",
        languages=("en",),
        second_sender_name="spare",
    )
    with world.database.write() as session:
        campaign_id = draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    return campaign_id


def received(world: World, spare: FakeProvider) -> Counter[str]:
    return world.provider.received + spare.received


def everybody_once() -> Counter[str]:
    return Counter({f"{name}@example.org": 1 for name in READERS})


@pytest.mark.parametrize("error", [SenderMisconfigured("wrong key"), QuotaSpent("spent for today")])
def test_a_first_sender_that_must_not_be_used_is_relieved_at_once(
    two: World, spare: FakeProvider, error: ProviderError
) -> None:
    campaign_id = launched(two)
    two.provider.faults = ["", error]
    two.run()
    assert two.status(campaign_id) is CampaignStatus.SENT
    assert received(two, spare) == everybody_once()
    assert sum(spare.received.values()) == len(READERS) - 2
    assert {batch.from_address for batch in spare.batches} == {"bilten@spare.example.org"}


def test_an_open_breaker_hands_over_what_is_certainly_not_accepted(two: World, spare: FakeProvider) -> None:
    two.configure(error_threshold=2)
    campaign_id = launched(two)
    two.provider.faults = [TransientProviderError("no route")] * 10
    two.run(rounds=30, seconds=30)
    assert two.status(campaign_id) is CampaignStatus.SENT
    assert two.provider.received == Counter()
    assert spare.received == everybody_once()


def test_what_is_in_doubt_with_the_first_is_never_given_to_the_second(two: World, spare: FakeProvider) -> None:
    two.provider.capabilities = replace(two.provider.capabilities, idempotency=None)
    campaign_id = launched(two)
    two.provider.faults = ["lose the answer", SenderMisconfigured("wrong key")]
    two.run()
    in_doubt = [delivery for delivery in two.deliveries(campaign_id) if delivery.status is DeliveryStatus.IN_DOUBT]
    assert len(in_doubt) == 2, "the call whose answer was lost stays as it is"
    assert received(two, spare) == everybody_once(), "and had in truth arrived"


def test_doubt_with_a_paused_first_sender_is_settled_by_its_own_key(two: World, spare: FakeProvider) -> None:
    campaign_id = launched(two)
    two.provider.faults = ["lose the answer", SenderMisconfigured("wrong key")]
    two.run(rounds=40, seconds=30)
    assert two.status(campaign_id) is CampaignStatus.SENT
    assert two.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    assert received(two, spare) == everybody_once()


def test_with_both_down_it_pauses_with_the_words_of_both_and_goes_on_when_resumed(
    two: World, spare: FakeProvider
) -> None:
    campaign_id = launched(two)
    two.provider.faults, spare.faults = [SenderMisconfigured("wrong key")], [QuotaSpent("spent")]
    two.run()
    campaign = two.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.SENDER_MISCONFIGURED)
    assert campaign.pause_detail == "main: wrong key\nspare: spent"
    with two.database.write() as session:
        resume(session, campaign_id, actor=two.boris, now=two.clock.now())
    two.run()
    assert two.status(campaign_id) is CampaignStatus.SENT
    assert two.provider.received == everybody_once(), "the first is well again, and goes first again"


def test_refused_content_is_not_tried_with_another_provider(two: World, spare: FakeProvider) -> None:
    campaign_id = launched(two)
    two.provider.faults = [ContentRejected("spam")]
    two.run()
    assert two.campaign(campaign_id).pause_reason is PauseReason.CONTENT_REJECTED
    assert spare.batches == []


def test_a_first_sender_put_to_use_again_goes_on(two: World, spare: FakeProvider) -> None:
    campaign_id = launched(two)
    two.provider.faults = [SenderMisconfigured("wrong key")]
    spare.faults = ["", hold(two)]
    two.run()
    assert two.status(campaign_id) is CampaignStatus.SENT
    assert sum(spare.received.values()) == 3
    assert received(two, spare) == everybody_once()


def hold(world: World) -> Callable[[OutgoingBatch], SendResult]:
    """In the middle of the second's second call somebody puts the first to use again; the call itself fails."""

    def fault(_: OutgoingBatch) -> SendResult:
        with world.database.write() as session:
            resume_sender(session, "main", actor=world.boris, now=world.clock.now())
        raise TransientProviderError("not now")

    return fault


def test_staff_are_told_who_carries_a_campaign(two: World, spare: FakeProvider) -> None:
    campaign_id = launched(two)
    two.provider.faults = [SenderMisconfigured("wrong key")]
    spare.faults = [TransientProviderError("wait")] * 3
    two.run(rounds=2)
    with two.database.read() as session:
        codes = {need.code: need for need in needs_attention(session, now=two.clock.now())}
        carrying = active_sender(session, session.get_one(Campaign, campaign_id))
    assert carrying is not None
    assert carrying.name == "spare"
    item = codes["campaigns-need-carried"]
    assert (item.params["first"], item.params["second"], item.stops_mail) == ("main", "spare", False)
    assert codes["campaigns-need-sender"].sender == "main"


def test_the_second_sender_is_part_of_what_is_approved(two: World) -> None:
    campaign_id = two.draft(languages=("en",))
    two.submit(campaign_id)
    without = two.campaign(campaign_id).content_hash
    choose(two, campaign_id, "main", "spare")
    assert two.status(campaign_id) is CampaignStatus.DRAFT
    two.submit(campaign_id)
    assert two.campaign(campaign_id).content_hash != without


def choose(world: World, campaign_id: int, first: str, second: str) -> None:
    with world.database.write() as session:
        choose_senders(session, campaign_id, SenderChoice(first, second), actor=world.ana, now=world.clock.now())


def test_a_changed_second_sender_is_no_longer_what_was_approved(two: World) -> None:
    campaign_id = launched(two)
    with two.database.write() as session:
        second = session.exec(select(Sender).where(Sender.name == "spare")).one()
        second.from_name = "Somebody else"
        session.add(second)
    two.run(rounds=2)
    assert two.campaign(campaign_id).pause_reason is PauseReason.CONTENT_CHANGED


def test_senders_that_cannot_be_are_refused(two: World) -> None:
    campaign_id = two.draft(languages=("en",))
    with pytest.raises(InputRefused, match="campaigns-second-sender-same"):
        choose(two, campaign_id, "main", "main")
    with pytest.raises(NotFound):
        choose(two, campaign_id, "main", "nobody")
    with two.database.write() as session:
        with pytest.raises(Conflict, match="campaigns-sender-not-paused"):
            resume_sender(session, "main", actor=two.boris, now=two.clock.now())
        with pytest.raises(NotAllowed):
            resume_sender(session, "main", actor=two.ana, now=two.clock.now())


FAULTS = st.sampled_from(
    [
        "",
        "lose the answer",
        TransientProviderError("no route"),
        OutcomeUnknown("a server error"),
        SenderMisconfigured("wrong key"),
        QuotaSpent("spent"),
    ]
)


@contextmanager
def fresh_world(migrated: Path, spare: FakeProvider) -> Iterator[World]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{shutil.copy(migrated, folder)}")
        house_settings = load_settings(env_file=None, var_dir=Path(folder) / "var", state_dir=f"{folder}/state")
        yield with_second(make_world(database, StoppedClock(), house_settings), spare)
        database.dispose()


@pytest.mark.slow
@settings(max_examples=costly_examples(25))
@example(
    first=[SenderMisconfigured("wrong key"), SenderMisconfigured("wrong key")],
    second=[
        OutcomeUnknown("a server error"),
        OutcomeUnknown("a server error"),
        "",
        TransientProviderError("no route"),
        "",
        "lose the answer",
        QuotaSpent("spent"),
        SenderMisconfigured("wrong key"),
    ],
)
@given(first=st.lists(FAULTS, max_size=8), second=st.lists(FAULTS, max_size=8))
def test_whatever_fails_when_everybody_gets_it_from_exactly_one(
    migrated_sqlite: Path, first: list[Exception | str], second: list[Exception | str]
) -> None:
    spare = FakeProvider(max_batch=3)
    with fresh_world(migrated_sqlite, spare) as world:
        world.configure(error_threshold=2, max_attempts=1000)
        campaign_id = launched(world)
        world.provider.faults, spare.faults = [*first], [*second]
        # Looks for evidence come ever more seldom; a key is good for a day.
        for _ in range(36):
            world.run(rounds=5, seconds=300)
            status = world.status(campaign_id)
            if status is CampaignStatus.SENT:
                break
            if status is CampaignStatus.PAUSED:
                with world.database.write() as session:
                    resume(session, campaign_id, actor=world.boris, now=world.clock.now())
        assert world.status(campaign_id) is CampaignStatus.SENT
        assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
        assert received(world, spare) == everybody_once()
