"""The query that finds whom to ask says of each reader what the rule does; and the weekly limit counts it."""

from datetime import datetime, timedelta
from random import Random

import pytest
from sqlmodel import Session, select

from campaigns.still_wanted import quiet_readers
from campaigns.still_wanted.due import QuietState, judge_reader
from campaigns.still_wanted.quiet_readers import count_due, due_readers, facts_of
from campaigns.still_wanted_tables import StillWantedRule
from campaigns.tables import (
    Campaign,
    CampaignKind,
    SubscriptionMail,
    SubscriptionMailPurpose,
    SubscriptionMailState,
)
from campaigns.weekly_cap import over_the_cap
from subscribers import audience_sample
from subscribers.address_tables import FormerAddress
from subscribers.audience_sample import CountResult
from subscribers.signs_of_life import THEIR_OWN
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, MailingList, Subscriber, Subscription
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.still_wanted.world import YEAR, switch_on, work

MONTHS = 12


def test_the_query_finds_exactly_whom_the_rule_finds(world: World) -> None:
    """A hundred and fifty readers, each with some of all that there is, at some time around a year ago."""
    world.add_readers([f"reader{number}" for number in range(150)])
    now = world.clock.advance(days=3 * YEAR)
    random = Random(17)
    with world.database.write() as session:
        session.add(MailingList(slug="other", name="Other", created_at=now))
        session.add(Topic(slug="sea", name="Sea", created_at=now))
        session.flush()
        for person in session.exec(select(Subscriber)).all():
            _live(session, person, random, world)
    with world.database.read() as session:
        everybody = list(session.exec(select(Subscriber.id)).all())
        facts = facts_of(session, 1, everybody)
        by_rule = [
            number
            for number in sorted(everybody)
            if judge_reader(facts[number], months=MONTHS, now=now) is QuietState.IS_DUE
        ]
        rule = StillWantedRule(list_id=1, months=MONTHS)
        assert due_readers(session, rule, limit=1000, now=now) == by_rule
        assert count_due(session, 1, MONTHS, now=now).total == len(by_rule)
    states = {judge_reader(each, months=MONTHS, now=now) for each in facts.values()}
    assert states == set(QuietState), "each of them came up"


def _live(session: Session, person: Subscriber, random: Random, world: World) -> None:
    now = world.clock.now()

    def moment() -> timedelta:
        return timedelta(days=random.choice([1, 5, 8, 200, 360, 364, 366, 367, 400, 700]))

    row = session.exec(select(Subscription).where(Subscription.subscriber_id == person.id)).one()
    row.status, row.changed_at = SubscriptionStatus.CONFIRMED, now - timedelta(days=random.choice([300, 500, 900]))
    signs = {
        "heard": lambda: setattr(person, "heard_at", now - moment()),
        "own": lambda: session.add(_step(person, random.choice(THEIR_OWN), now - moment())),
        "others": lambda: session.add(_step(person, ConsentMethod.IMPORT, now - moment())),
        "topic": lambda: session.add(
            TopicChoice(
                address_hash=person.address_hash, topic_id=1, frequency=Frequency.NEVER, chosen_at=now - moment()
            )
        ),
        "pause": lambda: session.add(
            Pause(address_hash=person.address_hash, until=now - timedelta(hours=1), asked_at=now - moment())
        ),
        "moved": lambda: session.add(
            FormerAddress(address_hash=f"old{person.id}", subscriber_id=person.id, left_at=now - moment())
        ),
        "asked": lambda: session.add(_mail(person, 1, now - moment(), random)),
        "elsewhere": lambda: session.add(_mail(person, 2, now - moment(), random)),
    }
    for name in random.sample(sorted(signs), random.choice([0, 1, 1, 2])):
        signs[name]()


def _step(person: Subscriber, method: ConsentMethod, at: datetime) -> ConsentRecord:
    action = ConsentAction.CONFIRMED
    return ConsentRecord(subscriber_id=person.id, list_id=1, action=action, method=method, at=at)


def _mail(person: Subscriber, list_id: int, at: datetime, random: Random) -> SubscriptionMail:
    """Sent, or given up: after a call, which somebody may have got, or before any."""
    state = random.choice([SubscriptionMailState.ASKED, SubscriptionMailState.GIVEN_UP])
    is_called = state is SubscriptionMailState.ASKED or random.random() < 0.5
    return SubscriptionMail(
        subscriber_id=person.id,
        list_id=list_id,
        language="en",
        purpose=SubscriptionMailPurpose.STILL_WANTED,
        key=f"{person.id}-{list_id}",
        state=state,
        asked_at=at,
        next_attempt_at=at,
        called_at=at if is_called else None,
    )


def test_of_a_list_with_very_many_it_is_estimated_from_some(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.add_readers([f"reader{number}" for number in range(8)])
    now = world.clock.advance(days=YEAR)
    with world.database.write() as session:
        for person in session.exec(select(Subscriber)):
            person.address_hash = f"{'0' if person.id <= 3 else 'f'}{person.id:063}"
    monkeypatch.setattr(audience_sample, "LOOKED_AT", 2)
    monkeypatch.setattr(audience_sample, "LEAST_SHARE", 2)
    with world.database.read() as session:

        def counted(may_estimate: bool) -> CountResult:
            return count_due(session, 1, MONTHS, may_estimate=may_estimate, now=now)

        assert counted(may_estimate=True) == CountResult(8), "not very many"
        monkeypatch.setattr(quiet_readers, "MANY", 7)
        assert counted(may_estimate=True) == CountResult(3, one_in=4)
        assert counted(may_estimate=False) == CountResult(8)


@on_sqlite
def test_the_weekly_limit_counts_it(world: World) -> None:
    world.add_readers(["nada", "omar"])
    switch_on(world, a_day=1)
    world.clock.advance(days=YEAR)
    work(world)
    number = world.draft()
    for days, expected in ((0, {1}), (8, set())):
        now = world.clock.advance(days=days)
        with world.database.read() as session:
            campaign = session.get_one(Campaign, number)
            campaign.kind = CampaignKind.BULLETIN  # a statement has to arrive
            assert over_the_cap(session, campaign, [1, 2], most=1, now=now) == expected
