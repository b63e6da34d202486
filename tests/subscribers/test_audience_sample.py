"""A share of all people is drawn by their hashes, and what is counted in it is what is counted among everybody."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlmodel import Session, col, select

from core.db import Database
from subscribers import audience_left_out
from subscribers.audience import Audience, audience_of, count_audience, counted_by_language
from subscribers.audience_left_out import sample_audience
from subscribers.audience_sample import SampleRange, draw_share
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from tests.conftest import NOON
from tests.subscribers.conditions import nobody_got

AddPeople = Callable[[int], None]


@pytest.fixture
def add_people(database: Database, list_id: int) -> AddPeople:
    def add(count: int) -> None:
        with database.write() as session:
            for number in range(count):
                address_hash = sha256(str(number).encode()).hexdigest()
                session.add(
                    Subscriber(
                        address=f"p{number}@example.org",
                        address_hash=address_hash,
                        language="sl" if number % 3 else "en",
                        created_at=NOON,
                    )
                )
            session.flush()
            for person in session.exec(select(Subscriber)):
                status = SubscriptionStatus.CONFIRMED if person.id % 5 else SubscriptionStatus.UNSUBSCRIBED
                session.add(Subscription(subscriber_id=person.id, list_id=list_id, status=status, changed_at=NOON))

    return add


@given(highest=st.integers(0, 10**9), size=st.integers(1, 10**5))
@example(highest=4095, size=2048)
@example(highest=2**40, size=1)
def test_a_share_has_about_as_many_people_as_are_asked_for(highest: int, size: int) -> None:
    share = draw_share(session_with(highest), size=size)
    if share is None:
        assert highest < 2 * size
    else:
        assert share.parts.bit_count() == 1
        assert 2 <= share.parts <= 2**16
        assert share.parts == 2**16 or size <= highest / share.parts < 2 * size


def session_with(highest: int) -> Session:
    """Of a database with people up to that number."""
    answers = SimpleNamespace(exec=lambda _: SimpleNamespace(one=lambda: highest))
    return cast(Session, answers)


@pytest.mark.parametrize("parts", [2, 4, 16, 2**16])
def test_those_with_the_lowest_hashes_are_in_it(
    database: Database, list_id: int, add_people: AddPeople, parts: int
) -> None:
    add_people(60)
    with database.read() as session:
        audience = Audience((list_id,))
        everybody = session.exec(audience_of(audience, nobody_got, now=NOON)).all()
        share = audience_of(audience, nobody_got, now=NOON, share=SampleRange(parts))
        assert sorted(session.exec(share).all()) == sorted(
            row for row in everybody if int(row[1], 16) < 2**256 // parts
        )


def test_a_share_of_the_lists_of_several_counts_each_person_once(
    database: Database, list_id: int, add_people: AddPeople
) -> None:
    add_people(60)
    with database.write() as session:
        other = create_list(session, slug="other", name="Other", now=NOON).id
        for person in session.exec(select(Subscriber)):
            status = SubscriptionStatus.CONFIRMED
            session.add(Subscription(subscriber_id=person.id, list_id=other, status=status, changed_at=NOON))
    with database.read() as session:
        audience = Audience((other, list_id))
        counted = count_audience(session, audience, nobody_got, now=NOON, share=SampleRange(2))
        half = [row.language for row in session.exec(select(Subscriber)) if row.address_hash < "8"]
    assert counted == {other: {language: half.count(language) for language in ("sl", "en")}}


@pytest.mark.parametrize("limit", [3, 40])
def test_a_sample_is_the_same_from_a_share_as_from_everybody(
    database: Database, list_id: int, add_people: AddPeople, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """Forty are more than are in the share."""
    add_people(60)
    with database.read() as session:
        sampled = []
        for size in (8, 1000):
            monkeypatch.setattr(audience_left_out, "SAMPLED_FROM", size)
            sampled.append(sample_audience(session, Audience((list_id,)), nobody_got, limit=limit, now=NOON))
    assert sampled[0] == sampled[1]
    assert len(sampled[0]) == limit


@pytest.mark.parametrize("what", ["count", "sample"])
def test_sqlite_looks_at_nobody_else(migrated_sqlite: Path, what: str) -> None:
    people = audience_of(Audience((1,)), nobody_got, now=NOON, share=SampleRange(64))
    database = Database(f"sqlite:///{migrated_sqlite}")
    with database.read() as session:
        plan = _plan(
            session,
            counted_by_language(people) if what == "count" else people.order_by(col(Subscriber.address_hash)),
        )
    database.dispose()
    assert any("subscriber USING INDEX" in step and "address_hash<?" in step for step in plan), plan
    assert not any("SCAN" in step for step in plan), plan


def _plan(session: Session, people: ClauseElement) -> list[str]:
    wanted = people.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {wanted}")
    return [row[3] for row in rows]
