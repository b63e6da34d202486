"""Everybody is counted again when something has changed, and not each time somebody looks."""

from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlmodel import Session, col, update

from core.db import Database
from subscribers import audience_counts
from subscribers.audience import count_audiences
from subscribers.audience_counts import RESULT_TTL, AudienceCountCache
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.conftest import NOON
from tests.kill.patience import PATIENCE, until


class Counting:
    def __init__(self, database: Database, list_id: int) -> None:
        self.database = database
        self.list_id = list_id
        self.cache = AudienceCountCache(database)
        self.count = 0

    def __call__(self, session: Session, *, now: datetime) -> dict[int, dict[str, int]]:
        """In place of the one that goes through everybody."""
        self.count += 1
        return count_audiences(session, now=now)

    def add(self, number: int) -> int:
        with self.database.write() as session:
            person = Subscriber(
                address=f"p{number}@example.org", address_hash=f"{number:064}", language="sl", created_at=NOON
            )
            session.add(person)
            session.flush()
            status = SubscriptionStatus.CONFIRMED
            session.add(
                Subscription(subscriber_id=person.id, list_id=self.list_id, status=status, changed_at=NOON)
            )
            return person.id

    def total(self, *, now: datetime = NOON) -> int:
        with self.database.read() as session:
            return sum(self.cache.get(session, now=now).counts.get(self.list_id, {}).values())


@pytest.fixture
def counting(database: Database, list_id: int, monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting(database, list_id)
    monkeypatch.setattr(audience_counts, "count_audiences", counting)
    return counting


def test_who_looks_again_counts_nobody(counting: Counting) -> None:
    counting.add(1)
    assert [counting.total() for _ in range(3)] == [1, 1, 1]
    assert counting.count == 1


def test_each_change_of_consent_and_each_suppression_is_seen_at_once(counting: Counting) -> None:
    first, _ = counting.add(1), counting.add(2)
    assert counting.total() == 2
    counting.add(3)
    assert counting.total() == 3
    with counting.database.write() as session:
        unsubscribe(
            session,
            subscriber_id=first,
            list_id=counting.list_id,
            method=ConsentMethod.ONE_CLICK,
            evidence="",
            now=NOON,
        )
    assert counting.total() == 2
    with counting.database.write() as session:
        suppress(session, address_hash=f"{2:064}", reason=SuppressionReason.BOUNCED, detail="", now=NOON)
    assert counting.total() == 1


def test_what_leaves_no_number_is_seen_after_a_minute(counting: Counting) -> None:
    counting.add(1)
    assert counting.total() == 1
    with counting.database.write() as session:
        session.exec(update(Subscriber).where(col(Subscriber.language) == "sl").values(language="en"))
    with counting.database.read() as session:
        assert counting.cache.get(session, now=NOON).counts[counting.list_id] == {"sl": 1}
        assert counting.cache.get(session, now=NOON + RESULT_TTL).counts[counting.list_id] == {"en": 1}
        assert counting.cache.get(session, now=NOON - timedelta(seconds=1)).counts[counting.list_id] == {"en": 1}
    assert counting.count == 3


def test_of_very_many_people_nobody_waits_for_the_count_and_is_told_from_when_it_is(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.add(1)
    assert counting.total() == 1, "the first waits: nothing is counted yet"
    monkeypatch.setattr(audience_counts, "MANY", 0)
    may_count = Event()

    def count_slowly(session: Session, *, now: datetime) -> dict[int, dict[str, int]]:
        assert may_count.wait(PATIENCE)
        return counting(session, now=now)

    monkeypatch.setattr(audience_counts, "count_audiences", count_slowly)
    counting.add(2)
    later = NOON + timedelta(seconds=5)
    with counting.database.read() as session:
        shown = [counting.cache.get(session, now=later) for _ in range(3)]
    assert {(each.at, each.is_current) for each in shown} == {(NOON, False)}
    assert counting.count == 1
    may_count.set()
    until(lambda: counting.total(now=later) == 2)
    with counting.database.read() as session:
        fresh = counting.cache.get(session, now=later)
    assert (fresh.counts[counting.list_id], fresh.at, fresh.is_current) == ({"sl": 2}, later, True)
    assert counting.count == 2


def test_a_count_that_failed_is_tried_again_by_whoever_looks_next(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.add(1)
    counting.total()
    monkeypatch.setattr(audience_counts, "MANY", 0)
    counting.add(2)
    monkeypatch.setattr(audience_counts, "count_audiences", None)
    assert counting.total() == 1
    monkeypatch.setattr(audience_counts, "count_audiences", counting)
    until(lambda: counting.total() == 2)
