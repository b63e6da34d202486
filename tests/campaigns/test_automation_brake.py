"""An automation sends a piece at a time, on its day; a folder that fills up and an archive are shown to staff."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select

from campaigns.automation import run_automations as automate
from campaigns.automation.brake import ArrivedItem, decide, send_time
from campaigns.automation.change_automation import AutomationEdit, change_automation
from campaigns.automation.run_automations import run_automations
from campaigns.reporting.attention_item import MAX_PER_KIND
from campaigns.reporting.needs_attention import needs_attention
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, AutomationMode, Campaign
from core.errors import InputRefused, NotFound
from news.sources import add_folder_source, read_source
from tests.campaigns.test_automation_repeats import CASE, Feed
from tests.campaigns.world import World, intake_of
from tests.databases import on_sqlite

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALONE = ArrivedItem(published_on=TODAY, together=1, repeats=(), already_in_campaign=None)


def an_automation(**changes: object) -> Automation:
    given = {"most_at_once": 3, "oldest_days": 30, "created_at": NOW - timedelta(days=365)} | changes
    fixed = {"name": "a", "source_id": 1, "list_id": 1, "sender_id": 1, "mode": AutomationMode.SEND}
    return Automation(**fixed | given)  # type: ignore[arg-type]  # by the names of its fields


def held(
    arrival: ArrivedItem, zone: str = "Europe/Ljubljana", now: datetime = NOW, **changes: object
) -> list[str]:
    decision = decide(an_automation(**changes), arrival, now=now, zone=zone)
    return [why.code.removeprefix("campaigns-held-") for why in decision.held]


def test_one_of_today_goes_out_at_once() -> None:
    assert decide(an_automation(), ALONE, now=NOW, zone="Europe/Ljubljana") == decide(
        an_automation(), replace(ALONE, together=3), now=NOW, zone="Europe/Ljubljana"
    )
    assert held(ALONE) == []


@given(st.integers(1, 200), st.integers(1, 100))
def test_more_than_a_few_at_once_are_held(together: int, most: int) -> None:
    assert bool(held(replace(ALONE, together=together), most_at_once=most)) == (together > most)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_what_is_dated_too_far_back_is_held_and_never_what_is_to_come(day: date, days: int) -> None:
    assert (
        held(replace(ALONE, published_on=day), oldest_days=days, created_at=NOW - timedelta(days=40_000)) != []
    ) == (day < TODAY - timedelta(days=days))


def test_what_is_dated_before_the_automation_is_held() -> None:
    began = NOW - timedelta(days=2)
    assert held(replace(ALONE, published_on=TODAY - timedelta(days=3)), created_at=began) == ["before"]
    assert held(replace(ALONE, published_on=TODAY - timedelta(days=2)), created_at=began) == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Ljubljana"])
@pytest.mark.parametrize("hour", [0, 6, 12, 18, 23])
def test_what_came_on_the_automations_first_day_is_not_dated_before_it(zone: str, hour: int) -> None:
    moment = NOW.replace(hour=hour)
    today = moment.astimezone(ZoneInfo(zone)).date()
    assert held(replace(ALONE, published_on=today), zone, moment, created_at=moment) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_is_dated_in_the_future_waits_for_its_day(day: date) -> None:
    on = decide(an_automation(), replace(ALONE, published_on=day), now=NOW, zone="Europe/Ljubljana").on
    assert on == (day if day > TODAY else None)


def test_the_day_is_that_of_the_organisations_clock() -> None:
    late = NOW.replace(hour=23, minute=30)  # half past midnight of the 23rd in Ljubljana
    tomorrow = replace(ALONE, published_on=TODAY + timedelta(days=1))
    assert decide(an_automation(), tomorrow, now=late, zone="Europe/Ljubljana").on is None
    assert decide(an_automation(), tomorrow, now=late, zone="UTC").on == TODAY + timedelta(days=1)


@pytest.mark.parametrize("text", ["", "9", "9:00", "24:00", "09:60", "soon", "09:00:00", "0900"])
def test_a_time_of_day_is_written_in_one_way(text: str) -> None:
    with pytest.raises(InputRefused):
        send_time(text)
    assert send_time("07:30") == time(7, 30)


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    world.add_readers(["nada", "omar"])
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
    feed = Feed(world, tmp_path / "feed")
    feed.settle()
    feed.watch()
    return feed


def drop(feed: Feed, *numbers: int, lines: str = "") -> None:
    for number in numbers:
        text = CASE.replace('"One"', f'"Number {number}"').replace("Body.", f"Text {number}.")
        feed.drop(f"n{number:02}.md", text.replace("language: en", f"language: en{lines}"))


def counted(feed: Feed) -> dict[str, int]:
    states = list(feed.states().values())
    return {state: states.count(state) for state in sorted(set(states))}


def test_sixty_files_at_once_become_sixty_drafts_and_no_mail(feed: Feed, world: World) -> None:
    drop(feed, *range(60))
    for _ in range(5):
        feed.settle()
    world.run(rounds=3)
    assert counted(feed) == {"held": 60}
    assert not world.provider.received
    with world.database.read() as session:
        items = needs_attention(session, now=world.clock.now())
    assert [need.code for need in items].count("campaigns-need-held-draft") == MAX_PER_KIND
    assert [need.params for need in items if need.code == "campaigns-need-held-drafts-more"] == [{"count": 40}]


@on_sqlite
def test_three_at_once_go_out(feed: Feed) -> None:
    drop(feed, 1, 2, 3)
    feed.settle()
    assert counted(feed) == {"scheduled": 3}


@pytest.mark.parametrize("batch_size", [1, 2])
def test_neither_small_batches_nor_a_new_start_let_more_through(
    feed: Feed, world: World, batch_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automate, "BATCH_SIZE", batch_size)
    drop(feed, 1, 2, 3, 4)
    feed.settle()
    for _ in range(6):
        world.clock.advance(minutes=20)
        run_automations(world.context)
    assert counted(feed) == {"held": 4}


@on_sqlite
def test_what_is_copied_over_minutes_has_come_at_once(feed: Feed, world: World) -> None:
    """One file every forty seconds, while the first of them come to rest and are acted on."""
    feed.settle()
    for number in range(20):
        drop(feed, number)
        world.clock.advance(seconds=2)
        run_automations(world.context)
        world.clock.advance(seconds=38)
        run_automations(world.context)
    for _ in range(30):
        world.clock.advance(minutes=1)
        run_automations(world.context)
    assert counted(feed).get("scheduled", 0) <= 3
    assert counted(feed)["held"] >= 17


def test_one_a_day_goes_out_each_day(feed: Feed, world: World) -> None:
    for number in range(6):
        drop(feed, number)
        feed.settle()
        world.clock.advance(hours=20)
    assert counted(feed) == {"scheduled": 6}


@on_sqlite
def test_how_many_is_the_automations_own_setting(feed: Feed, world: World) -> None:
    set_brake(world, most_at_once=5)
    drop(feed, *range(5))
    feed.settle()
    assert counted(feed) == {"scheduled": 5}


def set_brake(world: World, **changes: Any) -> None:
    with world.database.write() as session:
        change_automation(
            session,
            "publications",
            AutomationEdit(**changes),
            actor=world.boris,
            settings=world.settings,
            now=world.clock.now(),
        )


@pytest.mark.parametrize(
    "changes", [{"most_at_once": 0}, {"most_at_once": 1000}, {"oldest_days": -1}, {"send_time": "25:00"}]
)
@on_sqlite
def test_a_brake_that_cannot_be_is_refused(feed: Feed, world: World, changes: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        set_brake(world, **changes)
    with world.database.write() as session, pytest.raises(NotFound):
        change_automation(
            session, "none", AutomationEdit(1, 1, "09:00"), actor=world.boris, settings=world.settings, now=NOW
        )


@on_sqlite
def test_what_came_while_nothing_was_watched_is_held_too(feed: Feed, world: World) -> None:
    """Months apart, and acted on at once when the automation is put to use again."""
    with world.database.write() as session:
        session.exec(select(Automation)).one().is_enabled = False
    for number in range(5):
        drop(feed, number)
        feed.settle()
        read_source(intake_of(world), 1, now=world.clock.now())
        world.clock.advance(days=3)
    with world.database.write() as session:
        session.exec(select(Automation)).one().is_enabled = True
    feed.settle()
    assert counted(feed) == {"held": 5}


@on_sqlite
def test_an_archive_without_dates_on_a_share_that_is_mounted_is_held(feed: Feed, world: World) -> None:
    """Three files, as many as go out at once; nothing but their files' own times says that they are old."""
    drop(feed, 1, 2, 3)
    for path in feed.folder.iterdir():
        os.utime(path, (datetime(2019, 5, 1, tzinfo=UTC).timestamp(),) * 2)
    feed.settle()
    world.run(rounds=3)
    assert counted(feed) == {"held": 3}
    assert feed.why("n01") == ["old"]
    assert not world.provider.received
    drop(feed, 4)
    feed.settle()
    assert feed.states()["n04"] == "scheduled"


@on_sqlite
def test_what_was_written_before_the_automation_began_is_none_of_its_news(feed: Feed, world: World) -> None:
    drop(feed, 1)
    before = (world.clock.now() - timedelta(days=2)).timestamp()
    os.utime(feed.folder / "n01.md", (before, before))
    feed.settle()
    assert (counted(feed), feed.why("n01")) == ({"held": 1}, ["before"])


@on_sqlite
def test_a_folder_that_was_away_and_comes_back_full_is_held(feed: Feed, world: World, tmp_path: Path) -> None:
    drop(feed, 1)
    feed.settle()
    feed.folder.rename(tmp_path / "away")
    feed.settle()
    (tmp_path / "away").rename(feed.folder)
    drop(feed, *range(2, 8))
    feed.settle()
    assert counted(feed) == {"held": 6, "scheduled": 1}


class SlowReading:
    """A deadline that two files use up, and more time than an item takes to come to rest."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.files = 2

    def left(self) -> float:
        self.files -= 1
        self.world.clock.advance(minutes=1)
        return float(self.files >= 0)


@on_sqlite
def test_nothing_goes_out_of_a_folder_that_has_not_been_read_to_its_end(
    feed: Feed, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first files come to rest while the others are still to be read."""
    drop(feed, *range(10))
    world.clock.advance(minutes=1)
    with monkeypatch.context() as slow:
        slow.setattr("news.import_files.Deadline", lambda _: SlowReading(world))
        run_automations(world.context)
    assert counted(feed) == {}
    feed.settle()
    assert counted(feed) == {"held": 10}


def test_an_archive_does_not_go_out_and_an_embargo_goes_out_on_its_day(feed: Feed, world: World) -> None:
    today = world.clock.now().date()
    drop(feed, 1, lines="\ndate: 2015-03-01")
    drop(feed, 2, lines=f"\ndate: {today + timedelta(days=26)}")
    feed.settle()
    assert feed.states() == {"n01": "held", "n02": "scheduled"}
    assert feed.why("n01") == ["old"]
    (campaign,) = scheduled(world)
    assert campaign.scheduled_zone == "Europe/Ljubljana"
    due = campaign.scheduled_at
    assert due is not None
    local = due.astimezone(ZoneInfo("Europe/Ljubljana"))
    assert (local.date(), local.time()) == (today + timedelta(days=26), time(9, 0))
    world.clock.moment = due - timedelta(seconds=5)
    world.run(rounds=3)
    assert not world.provider.received
    world.clock.moment = due
    world.run(rounds=8)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_an_embargo_that_is_moved_takes_its_campaign_along(feed: Feed, world: World) -> None:
    today = world.clock.now().date()
    drop(feed, 1, lines=f"\ndate: {today + timedelta(days=5)}")
    feed.settle()
    drop(feed, 1, lines=f"\ndate: {today + timedelta(days=9)}\nquote: New words")
    feed.settle()
    (campaign,) = scheduled(world)
    assert campaign.scheduled_at is not None
    assert campaign.scheduled_at.date() == today + timedelta(days=9)
    with world.database.read() as session:
        states = session.exec(select(Campaign.status).order_by(col(Campaign.id))).all()
    assert states == [CampaignStatus.CANCELLED, CampaignStatus.SCHEDULED]


def scheduled(world: World) -> list[Campaign]:
    with world.database.read() as session:
        rows = session.exec(select(Campaign).where(Campaign.status == CampaignStatus.SCHEDULED))
        return list(rows.all())


def test_no_more_are_scheduled_for_one_day_than_go_out_at_once(feed: Feed, world: World) -> None:
    """They come an hour apart, and would all go out at nine."""
    day = world.clock.now().date() + timedelta(days=5)
    for number in range(6):
        drop(feed, number, lines=f"\ndate: {day}")
        feed.settle()
        world.clock.advance(hours=1)
    assert counted(feed) == {"held": 3, "scheduled": 3}
    assert feed.why("n05") == ["day-full"]
    drop(feed, 7, lines=f"\ndate: {day + timedelta(days=1)}")
    feed.settle()
    assert feed.states()["n07"] == "scheduled"


def test_on_the_day_that_clocks_go_forward_it_goes_out_by_the_clock_of_before(feed: Feed, world: World) -> None:
    set_brake(world, send_time="02:30")
    world.clock.moment = datetime(2027, 3, 20, 12, tzinfo=UTC)
    drop(feed, 1, lines="\ndate: 2027-03-28")
    feed.settle()
    (campaign,) = scheduled(world)
    assert campaign.scheduled_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
