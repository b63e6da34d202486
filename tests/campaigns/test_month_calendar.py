"""The month on Today: every campaign on its day by the organisation's clock, and quick with a thousand of them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from campaigns.reporting.month_calendar import (
    MAX_ENTRIES,
    CalendarEntry,
    MonthView,
    by_day,
    going_out,
    month_view,
    read_month,
    weeks_of,
)
from campaigns.review.schedule import schedule
from campaigns.sending.cancel import cancel
from campaigns.sending.pause import pause
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.ids import new_public_id
from tests.campaigns.test_today import statements_of
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

ZONE = "Europe/Ljubljana"
NOVEMBER = date(2026, 11, 1)


def scheduled(world: World, local: str) -> int:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    at = datetime.fromisoformat(local)
    with world.database.write() as session:
        schedule(session, campaign_id, local=at, zone="UTC", actor=world.boris, now=world.clock.now())
    return campaign_id


def shown(world: World, first: date = NOVEMBER, *, zone: str = ZONE) -> dict[int, list[int]]:
    """By the day of the month."""
    with world.database.read() as session:
        view = month_view(session, first, zone=zone)
    return {day.day.day: [entry.campaign_id for entry in day.entries] for day in view.days}


def last_week(world: World, first: date) -> dict[int, list[int]]:
    """Days of the next month, too, as far as they are in it."""
    with world.database.read() as session:
        week = month_view(session, first, zone="UTC").weeks[-1]
    return {day.day.day: [entry.campaign_id for entry in day.entries] for day in week if day.entries}


def test_what_goes_out_and_what_went_out_stands_on_its_day(world: World) -> None:
    world.add_readers(["rosa"])
    sent = world.launched()
    world.run(rounds=5)
    late, early = scheduled(world, "2026-11-24 18:00"), scheduled(world, "2026-11-24 08:00")
    held = scheduled(world, "2026-11-30 09:00")
    with world.database.write() as session:
        pause(session, held, actor=world.boris, now=world.clock.now())
    december = scheduled(world, "2026-12-01 00:00")
    world.draft()
    assert shown(world) == {22: [sent], 24: [early, late], 30: [held]}
    assert shown(world, date(2026, 12, 1)) == {1: [december]}
    assert shown(world, date(2026, 10, 1)) == {}
    assert last_week(world, NOVEMBER) == {30: [held], 1: [december]}
    assert last_week(world, date(2026, 10, 1)) == {}


def test_what_was_cancelled_before_it_went_out_is_not_there(world: World) -> None:
    campaign_id = scheduled(world, "2026-11-24 08:00")
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=world.clock.now())
    assert shown(world) == {}


def test_midnight_belongs_to_the_day_that_begins_by_the_organisations_clock(world: World) -> None:
    campaign_id = scheduled(world, "2026-12-01 00:00")
    assert shown(world, date(2026, 12, 1)) == {1: [campaign_id]}
    assert shown(world, date(2026, 11, 1), zone="America/New_York") == {30: [campaign_id]}


def test_a_thousand_campaigns_cost_as_many_statements_as_none(world: World) -> None:
    def statements_for() -> int:
        with statements_of(world.database) as counted, world.database.read() as session:
            month_view(session, NOVEMBER, zone="UTC")
        return len(counted)

    before = statements_for()
    with world.database.write() as session:
        add_sent(session, 1000)
    assert statements_for() == before
    with world.database.read() as session:
        view = month_view(session, NOVEMBER, zone="UTC")
    assert view.is_cut
    assert sum(len(day.entries) for day in view.days) == MAX_ENTRIES


def add_sent(session: Session, count: int) -> None:
    session.add_all(
        Campaign(
            public_id=new_public_id(),
            name=f"Campaign {number}",
            kind=CampaignKind.STATEMENT,
            status=CampaignStatus.SENT,
            main_language="en",
            sender_id=1,
            author="user:1",
            launched_at=NOON - timedelta(minutes=number % 1000),
            created_at=NOON,
            changed_at=NOON,
        )
        for number in range(count)
    )


@on_sqlite
def test_a_campaign_is_not_around_itself(world: World) -> None:
    first, second = scheduled(world, "2026-11-24 08:00"), scheduled(world, "2026-11-25 08:00")
    with world.database.read() as session:
        around = going_out(session, NOON, NOON + timedelta(days=7), limit=5, but=first)
    assert [entry.campaign_id for entry in around] == [second]


MOMENTS = st.datetimes(datetime(2001, 1, 2), datetime(2198, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  UTC is given


@given(MOMENTS, st.sampled_from([ZONE, "America/New_York", "Asia/Tehran", "Pacific/Apia", "UTC"]))
def test_each_entry_stands_in_its_month_once_on_the_day_that_the_clocks_show(at: datetime, zone: str) -> None:
    entry = CalendarEntry(1, "One", CampaignStatus.SENT, at, is_automated=False)
    day = at.astimezone(ZoneInfo(zone)).date()
    view = MonthView(day.replace(day=1), weeks_of(day.replace(day=1), by_day([entry], zone)), is_cut=False)
    assert [(shown.day, shown.entries) for shown in view.days] == [(day, (entry,))]
    days = [shown.day for week in view.weeks for shown in week]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    assert all([shown.day.weekday() for shown in week] == list(range(7)) for week in view.weeks)
    assert view.first in days[:7]
    assert view.after in [*days[-6:], days[-1] + timedelta(days=1)]
    assert view.after is not None
    assert view.before is not None
    assert (view.after - timedelta(days=1)).replace(day=1) == view.first
    assert (view.before + timedelta(days=31)).replace(day=1) == view.first


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "1999-12", "2200-01", "2026-1", "२०२६-०१", "2026-01-01"]
)
def test_rubbish_is_no_month(text: str) -> None:
    assert read_month(text) is None


def test_the_calendar_has_a_first_and_a_last_month() -> None:
    assert read_month("2026-12") == date(2026, 12, 1)
    first, last = (MonthView(date(*month, 1), (), is_cut=False) for month in ((2000, 1), (2199, 12)))
    assert (first.before, last.after) == (None, None)
