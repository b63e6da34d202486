"""Claiming, giving back, skipping, cancelling, and taking back from the dead."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import col, update

from core.db import Database
from delivery.queue import Expired, cancel_queued, claim, expire_leases, forget_dead_workers, release, skip
from delivery.status import DeliveryStatus
from delivery.tables import AttemptState, Delivery
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    WORKER,
    Launched,
    attempt_of,
    claimed,
    launched,
    opened,
    rows_of,
    snapshot,
    statuses,
)

S = DeliveryStatus
LATER = NOON + LEASE


def test_a_claim_takes_no_more_than_the_limit_and_holds_it_under_a_lease(database: Database) -> None:
    campaign = launched(database, 5)
    assert claimed(database, campaign, 2) == list(campaign.ids[:2])
    first, *_ = rows_of(database, campaign)
    assert (first.status, first.claimed_by, first.lease_until) == (S.CLAIMED, WORKER, LATER)
    assert statuses(database, campaign) == [S.CLAIMED] * 2 + [S.QUEUED] * 3


def test_what_is_not_due_yet_or_belongs_to_another_campaign_is_not_claimed(database: Database) -> None:
    campaign = launched(database, 2)
    launched(database, 2, name="other")
    with database.write() as session:
        tomorrow = NOON + timedelta(days=1)
        wait = update(Delivery).where(col(Delivery.id) == campaign.ids[0]).values(next_attempt_at=tomorrow)
        session.exec(wait)
    assert claimed(database, campaign) == [campaign.ids[1]]
    assert claimed(database, campaign) == []


def test_eight_threads_claim_everything_once(database: Database) -> None:
    campaign = launched(database, 2_000)

    def work(number: int) -> list[int]:
        mine: list[int] = []
        while found := _claim_fifty(database, campaign, f"worker-{number}"):
            assert len(found) <= 50
            mine += found
            assert len(mine) <= len(campaign.ids)
        return mine

    with ThreadPoolExecutor(8) as pool:
        taken = [delivery_id for mine in pool.map(work, range(8)) for delivery_id in mine]
    assert sorted(taken) == list(campaign.ids)
    assert set(statuses(database, campaign)) == {S.CLAIMED}


def _claim_fifty(database: Database, campaign: Launched, worker: str) -> list[int]:
    with database.write() as session:
        found = claim(session, campaign_id=campaign.campaign_id, limit=50, worker=worker, now=NOON, lease=LEASE)
        return [delivery.id for delivery in found]


def test_releasing_gives_back_only_what_the_worker_holds(database: Database) -> None:
    campaign = launched(database, 2)
    claimed(database, campaign)
    with database.write() as session:
        assert release(session, campaign.ids, worker="somebody else", now=NOON) == 0
        assert release(session, campaign.ids[:1], worker=WORKER, now=NOON) == 1
        assert release(session, campaign.ids[:1], worker=WORKER, now=NOON) == 0
    first, _ = rows_of(database, campaign)
    assert (first.status, first.claimed_by, first.lease_until) == (S.QUEUED, None, None)
    assert claimed(database, campaign) == [campaign.ids[0]]


def test_skipping_keeps_each_reason_and_is_final(database: Database) -> None:
    campaign = launched(database, 3)
    claimed(database, campaign)
    one, two, _ = campaign.ids
    with database.write() as session:
        assert skip(session, {one: "unsubscribed", two: "suppressed"}, now=NOON) == 2
    before = snapshot(database)
    with database.write() as session:
        assert skip(session, {one: "pending", two: "pending"}, now=LATER) == 0
    assert snapshot(database) == before
    assert [row.reason for row in rows_of(database, campaign)] == ["unsubscribed", "suppressed", None]
    assert statuses(database, campaign) == [S.SKIPPED, S.SKIPPED, S.CLAIMED]


def test_what_is_not_claimed_cannot_be_skipped(database: Database) -> None:
    campaign = launched(database, 1)
    with database.write() as session:
        assert skip(session, {campaign.ids[0]: "pending"}, now=NOON) == 0
    assert statuses(database, campaign) == [S.QUEUED]


def test_cancelling_takes_what_waits_and_leaves_what_is_under_way(database: Database) -> None:
    campaign = launched(database, 3)
    other = launched(database, 1, name="other")
    claimed(database, campaign, 1)
    with database.write() as session:
        assert cancel_queued(session, campaign.campaign_id, now=NOON) == 2
        assert cancel_queued(session, campaign.campaign_id, now=NOON) == 0
    assert statuses(database, campaign) == [S.CLAIMED, S.CANCELLED, S.CANCELLED]
    assert statuses(database, other) == [S.QUEUED]


def test_a_lease_that_ran_out_puts_back_what_was_never_sent(database: Database) -> None:
    campaign = launched(database, 2)
    claimed(database, campaign)
    with database.write() as session:
        assert expire_leases(session, now=LATER - timedelta(seconds=1)) == Expired(0, 0)
        assert expire_leases(session, now=LATER) == Expired(released=2, doubted=0)
        assert expire_leases(session, now=LATER) == Expired(0, 0)
    assert statuses(database, campaign) == [S.QUEUED, S.QUEUED]
    assert claimed(database, campaign, now=LATER) == list(campaign.ids)


def test_a_lease_that_ran_out_under_way_leaves_doubt_and_never_a_queue(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    with database.write() as session:
        assert expire_leases(session, now=LATER) == Expired(released=0, doubted=2)
    before = snapshot(database)
    with database.write() as session:
        assert expire_leases(session, now=LATER) == Expired(0, 0)
    assert snapshot(database) == before
    assert statuses(database, campaign) == [S.IN_DOUBT, S.IN_DOUBT]
    found = attempt_of(database, attempt.id)
    assert (found.state, found.settle_at, found.claimed_by) == (AttemptState.IN_DOUBT, LATER, None)
    assert found.merge_values is not None
    assert claimed(database, campaign, now=LATER) == []


@pytest.mark.parametrize(("alive", "expected"), [("worker-2", Expired(1, 1)), (WORKER, Expired(0, 0))])
def test_at_its_start_the_only_process_takes_back_what_others_held(
    database: Database, alive: str, expected: Expired
) -> None:
    campaign = launched(database, 2)
    opened(database, campaign, claimed(database, campaign, 1))
    claimed(database, campaign, 1)
    with database.write() as session:
        assert forget_dead_workers(session, alive=alive, now=NOON) == expected
        assert forget_dead_workers(session, alive=alive, now=NOON) == Expired(0, 0)
