"""Claiming, skipping, cancelling, and taking back from the dead."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Event

import pytest
from sqlmodel import col, update

from campaigns.queries import lock_campaign
from core.db import Database
from delivery.attempts.queue import cancel_queued, expire_leases, forget_dead_workers, skip
from delivery.status import DeliveryStatus
from delivery.tables import AttemptState, Delivery
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    WORKER,
    Launched,
    attempt_of,
    claim_in,
    claimed,
    launched,
    open_for,
    opened,
    rows_of,
    snapshot,
    statuses,
)
from tests.kill.patience import PATIENCE

S = DeliveryStatus
LATER = NOON + LEASE


def test_a_claim_takes_no_more_than_the_limit_and_changes_nothing_by_itself(database: Database) -> None:
    campaign = launched(database, 5)
    before = snapshot(database)
    assert claimed(database, campaign, 2) == list(campaign.ids[:2])
    assert snapshot(database) == before


def test_what_was_claimed_when_a_worker_died_is_the_next_ones_at_once(database: Database) -> None:
    campaign = launched(database, 2)
    with suppress(KeyboardInterrupt), database.write() as session:
        open_for(session, campaign, claim_in(session, campaign, 2))
        raise KeyboardInterrupt
    assert claimed(database, campaign) == list(campaign.ids)


def test_what_is_not_due_yet_or_belongs_to_another_campaign_is_not_claimed(database: Database) -> None:
    campaign = launched(database, 2)
    launched(database, 2, name="other")
    with database.write() as session:
        tomorrow = NOON + timedelta(days=1)
        wait = update(Delivery).where(col(Delivery.id) == campaign.ids[0]).values(next_attempt_at=tomorrow)
        session.exec(wait)
    assert claimed(database, campaign) == [campaign.ids[1]]


def test_eight_threads_take_everything_once(database: Database) -> None:
    campaign = launched(database, 2_000)

    def work(number: int) -> list[int]:
        mine: list[int] = []
        while batch := _take_fifty(database, campaign, f"worker-{number}"):
            assert len(batch) <= 50
            mine += batch
            assert len(mine) <= len(campaign.ids)
        return mine

    with ThreadPoolExecutor(8) as pool:
        taken = [delivery_id for mine in pool.map(work, range(8)) for delivery_id in mine]
    assert sorted(taken) == list(campaign.ids)
    assert set(statuses(database, campaign)) == {S.SENDING}


def _take_fifty(database: Database, campaign: Launched, worker: str) -> list[int]:
    with database.write() as session:
        taken = claim_in(session, campaign, 50)
        if taken:
            open_for(session, campaign, taken, worker=worker)
        return taken


def test_whoever_stops_a_campaign_while_a_batch_is_being_made_waits_for_it_and_no_longer(
    database: Database,
) -> None:
    """The one holds deliveries and refers to the campaign; the other holds the campaign and wants deliveries."""
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    campaign = launched(database, 2)
    holds, goes_on = Event(), Event()

    def make_a_batch() -> None:
        with database.write() as session:
            taken = claim_in(session, campaign, 1)
            holds.set()
            assert goes_on.wait(PATIENCE)
            open_for(session, campaign, taken)

    def stop() -> int:
        with database.write() as session:
            lock_campaign(session, campaign.campaign_id)
            goes_on.set()
            return cancel_queued(session, campaign.campaign_id, now=NOON)

    with ThreadPoolExecutor(2) as pool:
        making = pool.submit(make_a_batch)
        assert holds.wait(PATIENCE)
        assert pool.submit(stop).result(PATIENCE) == 1
        making.result(PATIENCE)
    assert statuses(database, campaign) == [S.SENDING, S.CANCELLED]


def test_skipping_keeps_each_reason_and_is_final(database: Database) -> None:
    campaign = launched(database, 3)
    first_id, second_id, _ = campaign.ids
    with database.write() as session:
        assert skip(session, {first_id: "unsubscribed", second_id: "suppressed"}, now=NOON) == 2
    before = snapshot(database)
    with database.write() as session:
        assert skip(session, {first_id: "pending", second_id: "pending"}, now=LATER) == 0
    assert snapshot(database) == before
    assert [row.reason for row in rows_of(database, campaign)] == ["unsubscribed", "suppressed", None]
    assert statuses(database, campaign) == [S.SKIPPED, S.SKIPPED, S.QUEUED]


def test_what_is_under_way_cannot_be_skipped(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    with database.write() as session:
        assert skip(session, {campaign.ids[0]: "pending"}, now=NOON) == 0
    assert statuses(database, campaign) == [S.SENDING]


def test_cancelling_takes_what_waits_and_leaves_what_is_under_way(database: Database) -> None:
    campaign = launched(database, 3)
    other = launched(database, 1, name="other")
    opened(database, campaign, campaign.ids[:1])
    with database.write() as session:
        assert cancel_queued(session, campaign.campaign_id, now=NOON) == 2
        assert cancel_queued(session, campaign.campaign_id, now=NOON) == 0
    assert statuses(database, campaign) == [S.SENDING, S.CANCELLED, S.CANCELLED]
    assert statuses(database, other) == [S.QUEUED]


def test_a_lease_that_ran_out_under_way_leaves_doubt_and_never_a_queue(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    with database.write() as session:
        assert expire_leases(session, now=LATER - timedelta(seconds=1)) == 0
        assert expire_leases(session, now=LATER) == 2
    before = snapshot(database)
    with database.write() as session:
        assert expire_leases(session, now=LATER) == 0
    assert snapshot(database) == before
    assert statuses(database, campaign) == [S.IN_DOUBT, S.IN_DOUBT]
    stored = attempt_of(database, attempt.id)
    assert (stored.state, stored.settle_at, stored.claimed_by) == (AttemptState.IN_DOUBT, LATER, None)
    assert stored.merge_values is not None
    assert claimed(database, campaign, now=LATER) == []


@pytest.mark.parametrize(("alive", "expected"), [("worker-2", 1), (WORKER, 0)])
def test_at_its_start_the_only_process_takes_back_what_others_held(
    database: Database, alive: str, expected: int
) -> None:
    campaign = launched(database, 2)
    opened(database, campaign, campaign.ids[:1])
    with database.write() as session:
        assert forget_dead_workers(session, alive=alive, now=NOON) == expected
        assert forget_dead_workers(session, alive=alive, now=NOON) == 0
