"""What waits for one person, what goes out next and what was sent: theirs alone, and quick with many campaigns."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import event, update
from sqlmodel import col

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.reporting.report import report
from campaigns.reporting.today import TodaySummary, today
from campaigns.review.schedule import schedule
from campaigns.review.send_back import send_back
from campaigns.tables import Campaign, CampaignKind
from core.db import Database
from core.settings import Settings
from delivery.outcome import Outcome
from delivery.reporting.progress import DeliveryCountSummary
from delivery.status import DeliveryStatus
from staff.principal import Principal
from subscribers.audience import count_audiences
from tests.campaigns.test_campaign_report import refuse_asja
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha", "zala"])
    return world


def _today(world: World, actor: Principal) -> TodaySummary:
    now = world.clock.now()
    with world.database.read() as session:
        counts = count_audiences(session, now=now)
        return today(session, actor, counts=counts, settings=world.context.settings, now=now)


def _to_approve(world: World, actor: Principal) -> list[int]:
    return [entry.campaign.id for entry in _today(world, actor).to_approve]


def test_what_waits_for_an_approver_is_what_they_may_approve_the_longest_wait_first(world: World) -> None:
    first, second, edited, approved, draft = (world.draft() for _ in range(5))
    with world.database.write() as session:
        edit = VariantEdit({"subject": "Boris's"})
        edit_variant(session, edited, "en", edit, actor=world.boris, now=world.clock.now())
    for campaign_id in (second, first, edited, approved):
        world.submit(campaign_id)
        world.clock.advance(minutes=1)
    world.approve(approved)
    assert draft
    assert _to_approve(world, world.boris) == [second, first]
    assert _to_approve(world, world.cilka) == [second, first, edited]
    assert _to_approve(world, world.ana) == []


def test_what_one_has_approved_waits_for_others_alone(world: World) -> None:
    world.configure(approvals_required=2)
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)
    assert _to_approve(world, world.boris) == []
    assert _to_approve(world, world.cilka) == [campaign_id]


def test_an_author_sees_what_was_sent_back_with_its_remark_and_their_other_drafts(world: World) -> None:
    returned, draft = world.draft(), world.draft()
    world.submit(returned)
    with world.database.write() as session:
        now = world.clock.now()
        send_back(session, returned, remark="It is 601.", actor=world.boris, settings=world.settings, now=now)
    summary = _today(world, world.ana)
    assert [(entry.campaign.id, entry.by, entry.remark) for entry in summary.sent_back] == [
        (returned, "Boris", "It is 601.")
    ]
    assert [entry.campaign.id for entry in summary.drafts] == [draft]
    others = _today(world, world.boris)
    assert (others.sent_back, others.drafts) == ([], [])


def test_what_goes_out_next_says_to_how_many_and_what_was_sent_says_what_came_of_it(world: World) -> None:
    sent = world.launched()
    world.run()
    later, sooner = world.draft(), world.draft()
    for campaign_id, day in ((later, 25), (sooner, 24)):
        world.submit(campaign_id)
        world.approve(campaign_id)
        local = datetime(2026, 11, day, 9)  # noqa: DTZ001  a local time is what is asked for
        with world.database.write() as session:
            schedule(session, campaign_id, local=local, zone="UTC", actor=world.boris, now=world.clock.now())
    summary = _today(world, world.ana)
    assert [(entry.campaign.id, entry.recipients) for entry in summary.coming] == [(sooner, 3), (later, 3)]
    assert [(entry.campaign.id, entry.recipients) for entry in summary.past] == [(sent, 3)]


def test_what_was_sent_has_the_numbers_of_its_report(world: World) -> None:
    world.add_readers(["asja"])
    world.provider.faults = [refuse_asja]
    sent = world.launched()
    world.run()
    (entry,) = _today(world, world.ana).past
    with world.database.read() as session:
        figures = report(session, sent)
    assert (entry.recipients, entry.delivered, entry.refused) == (4, figures.delivered, figures.refused)
    assert figures.refused == 1


def test_a_campaign_of_which_no_copy_arrived_is_said_to_have_reached_nobody(world: World) -> None:
    world.configure(emails_a_week=1)
    reached, capped = world.draft(), world.draft()
    with world.database.write() as session:
        session.get_one(Campaign, capped).kind = CampaignKind.BULLETIN
    for campaign_id in (reached, capped):
        world.submit(campaign_id)
        world.approve(campaign_id)
        world.send_now(campaign_id)
        world.clock.advance(minutes=1)
        world.run(rounds=4)
    shown = {entry.campaign.id: entry.has_reached for entry in _today(world, world.ana).past}
    assert shown == {reached: True, capped: False}


@pytest.mark.parametrize(
    ("status", "outcome", "has_reached"),
    [
        ({}, {}, False),
        ({DeliveryStatus.REJECTED: 2, DeliveryStatus.SKIPPED: 1}, {}, False),
        ({DeliveryStatus.ACCEPTED: 2}, {Outcome.BOUNCED: 2}, False),
        ({DeliveryStatus.ACCEPTED: 2}, {Outcome.BOUNCED: 1}, True),
        ({DeliveryStatus.IN_DOUBT: 1, DeliveryStatus.REJECTED: 2}, {}, True),
    ],
)
def test_nobody_is_said_only_where_nobody_can_have_it(
    status: dict[DeliveryStatus, int], outcome: dict[Outcome, int], *, has_reached: bool
) -> None:
    assert DeliveryCountSummary(status, outcome).has_reached is has_reached


@contextmanager
def statements_of(database: Database) -> Iterator[list[str]]:
    made: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        made.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield made
    event.remove(database.engine, "before_cursor_execute", note)


def test_ten_times_the_campaigns_are_not_one_query_more(world: World) -> None:
    def measured() -> int:
        with statements_of(world.database) as made:
            summary = _today(world, world.boris)
        assert summary.to_approve
        return len(made)

    for _ in range(2):
        world.submit(world.draft())
    few = measured()
    for number in range(20):
        campaign_id = world.draft()
        if number % 2:
            world.submit(campaign_id)
    with world.database.write() as session:
        session.execute(update(Campaign).where(col(Campaign.id) == 1).values(name="changed"))
    assert measured() == few
