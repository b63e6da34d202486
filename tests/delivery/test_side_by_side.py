"""Workers, events and the sweep at the same rows at once: all get through, and nothing counts twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from random import Random
from threading import Event

from core.db import Database
from delivery.attempts.attempts import RetryTerms, record_result
from delivery.attempts.queue import expire_leases
from delivery.events.events import apply_events
from delivery.outcome import EventType, Outcome
from delivery.reporting.progress import count_deliveries
from delivery.status import DeliveryStatus
from tests.conftest import NOON
from tests.delivery.builders import MAX_ATTEMPTS, Launched, all_accepted, claim_in, event, launched, open_for

COUNT = 240
DEAD_LONG_AGO = NOON - timedelta(days=1)


def test_nobody_stands_in_anybodys_way(database: Database) -> None:
    campaign = launched(database, COUNT)
    mailed: list[int] = []
    is_done = Event()

    def work(worker: str) -> None:
        while taken := _take(database, campaign, worker):
            attempt_id, ids = taken
            mailed.extend(ids)
            with database.write() as session:
                record_result(session, attempt_id, all_accepted(ids), now=NOON, terms=RetryTerms(MAX_ATTEMPTS))

    def hear(seed: int) -> None:
        chance = Random(seed)
        while not is_done.is_set():
            known = list(mailed)
            some = chance.sample(known, min(len(known), 40))
            with database.write() as session:
                apply_events(session, campaign.sender_id, [event(delivery_id) for delivery_id in some], now=NOON)

    def sweep(_: int) -> None:
        while not is_done.is_set():
            with database.write() as session:
                expire_leases(session, now=DEAD_LONG_AGO)

    _side_by_side(is_done, [partial(work, name) for name in "abcd"], [hear, hear, sweep])
    assert Counter(mailed) == Counter(campaign.ids)
    with database.write() as session:
        last = [event(delivery_id, EventType.DELIVERED) for delivery_id in campaign.ids]
        apply_events(session, campaign.sender_id, last, now=NOON)
    with database.read() as session:
        counts = count_deliveries(session, campaign.campaign_id)
        assert (counts.status, counts.outcome) == ({DeliveryStatus.ACCEPTED: COUNT}, {Outcome.DELIVERED: COUNT})


def _side_by_side(is_done: Event, finite: list[Callable[[], None]], endless: list[Callable[[int], None]]) -> None:
    """The endless ones run for as long as the finite ones do. An error in any of them is raised here."""
    with ThreadPoolExecutor(len(finite) + len(endless)) as pool:
        running = [pool.submit(work, seed) for seed, work in enumerate(endless)]
        try:
            for ending in [pool.submit(work) for work in finite]:
                ending.result()
        finally:
            is_done.set()
        for future in running:
            future.result()


def _take(database: Database, campaign: Launched, worker: str) -> tuple[int, list[int]] | None:
    with database.write() as session:
        ids = claim_in(session, campaign, 12)
        if not ids:
            return None
        Random(ids[0]).shuffle(ids)
        return open_for(session, campaign, ids, worker=worker).id, ids
