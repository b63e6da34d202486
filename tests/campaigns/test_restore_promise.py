"""Whatever happened between a backup and its restore: nobody twice, no no lost, everybody accounted for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_next_batch
from core.db import Database
from core.settings import load_settings
from delivery.errors import OutcomeUnknown, TransientProviderError
from delivery.status import DeliveryStatus
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, Subscriber, Subscription
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.examples import costly_examples
from tests.fakes.provider import FakeProvider

READERS = 8
steps = st.sampled_from(
    [
        "launch",
        "send",
        "send",
        "send",
        "lose answer",
        "refuse call",
        "no answer for ever",
        "settle",
        "leave",
        "wait",
    ]
)


@contextmanager
def fresh_world(migrated: Path, *, remembers: bool, refuses: bool = False) -> Iterator[World]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{shutil.copy(migrated, folder)}")
        own = load_settings(env_file=None, var_dir=Path(folder) / "var", state_dir=f"{folder}/state")
        known_for = timedelta(hours=24) if remembers else None
        provider = FakeProvider(max_batch=2, idempotency=known_for, refuses_other_content=refuses)
        world = make_world(database, StoppedClock(), own, provider)
        world.add_readers([f"reader{number}" for number in range(READERS)])
        yield world
        database.dispose()


def do(world: World, step: str, campaign_id: int, gone: set[int]) -> None:
    match step:
        case "launch":
            world.clock.advance(seconds=60)
            launch_due_campaigns(world.context)
        case "send":
            send_next_batch(world.context, campaign_id)
        case "lose answer":
            world.provider.faults.append("lose the answer")
            send_next_batch(world.context, campaign_id)
        case "refuse call":
            world.provider.faults.append(TransientProviderError("not now"))
            send_next_batch(world.context, campaign_id)
        case "no answer for ever":
            world.provider.faults.append(OutcomeUnknown("cut off"))
            send_next_batch(world.context, campaign_id)
        case "settle":
            reconcile_in_doubt(world.context)
        case "leave":
            leave(world, gone)
        case _:
            world.clock.advance(seconds=30)
    world.provider.faults.clear()
    world.clock.advance(seconds=1)


def leave(world: World, gone: set[int]) -> None:
    who = len(gone) + 1
    gone.add(who)
    with world.database.write() as session:
        unsubscribe(
            session,
            subscriber_id=who,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )


@pytest.mark.slow
@settings(
    max_examples=costly_examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    before=st.lists(steps, max_size=5),
    since=st.lists(steps, max_size=7),
    remembers=st.sampled_from(["nothing", "keys", "keys and content"]),
    has_journal=st.booleans(),
)
def test_a_restore_at_any_moment_keeps_the_promise(
    migrated_sqlite: Path, before: list[str], since: list[str], remembers: str, has_journal: bool
) -> None:
    knows, compares = remembers != "nothing", remembers == "keys and content"
    with fresh_world(migrated_sqlite, remembers=knows, refuses=compares) as world:
        campaign_id, gone = world.scheduled(), set[int]()
        for step in before:
            do(world, step, campaign_id, gone)
        left_before = set(gone)
        backup = StoredBackup(world)
        backup.back_up()
        for step in since:
            do(world, step, campaign_id, gone)
        received_at_restore = set(world.provider.received)
        if not has_journal:
            shutil.rmtree(world.settings.state_path)
        backup.put_back()
        adopted(world)
        world.run(rounds=12, seconds=600)
        assert set(world.provider.received.values()) <= {1}, "nobody twice"
        must_be_gone = gone if has_journal else left_before
        assert status_of(world, must_be_gone) <= {SubscriptionStatus.UNSUBSCRIBED}, "no no is lost"
        everybody = {f"reader{number}@example.org": number + 1 for number in range(READERS)}
        mailed_since = {everybody[address] for address in set(world.provider.received) - received_at_restore}
        assert not mailed_since & must_be_gone, "nobody who had said no is mailed"
        unheard = set(everybody) - set(world.provider.received)
        assert received_at_restore <= set(world.provider.received)
        states = {delivery.subscriber_id: delivery.status for delivery in world.deliveries(campaign_id)}
        for address in unheard:
            reader = everybody[address]
            if reader in states:
                # Seen by staff, still to come, or left out for their own no.
                assert states[reader] in {
                    DeliveryStatus.IN_DOUBT,
                    DeliveryStatus.QUEUED,
                    DeliveryStatus.SKIPPED,
                }, "nobody is forgotten unseen"
            else:
                assert reader in gone or not states, "nobody is forgotten unseen"


def status_of(world: World, subscriber_ids: set[int]) -> set[SubscriptionStatus]:
    with world.database.read() as session:
        rows = session.exec(
            select(Subscription.status, Subscriber.id).join(
                Subscriber, col(Subscriber.id) == col(Subscription.subscriber_id)
            )
        ).all()
    return {SubscriptionStatus(status) for status, person in rows if person in subscriber_ids}
