"""What comes under the name of something sent is neither sent by itself nor silent, and overwrites nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.run_automations import run_automations
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.schedule import schedule
from campaigns.tables import AutomationMode, Campaign
from news.sources import add_folder_source
from news.tables import NewsItem, NewsText
from tests.campaigns.test_automation_repeats import CASE, LONG, Feed
from tests.campaigns.world import World

OTHER = CASE.replace('"One"', '"Another one"').replace("Body.", "Wholly other words.")


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    """With an item that has gone out, and one that is an archive's."""
    world.add_readers(["nada", "omar"])
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
    feed = Feed(world, tmp_path / "feed")
    feed.drop("old.md", CASE.replace("One", "Old").replace("Body.", "Of old."))
    world.clock.advance(minutes=1)
    feed.watch()
    feed.drop("case.md")
    feed.settle()
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}
    return feed


def titles(world: World) -> dict[str, str]:
    with world.database.read() as session:
        rows = session.exec(
            select(NewsItem.slug, NewsText.title).join(NewsText, col(NewsText.item_id) == col(NewsItem.id))
        ).all()
    return dict(rows)


def refused(world: World) -> list[str]:
    return [why.code for need in needs(world) if need.code == "campaigns-need-news" for why in need.why]


def needs(world: World) -> list[AttentionItem]:
    with world.database.read() as session:
        return needs_attention(session, now=world.clock.now())


def changes(world: World) -> list[str]:
    prefix = "campaigns-need-news-"
    return [need.code.removeprefix(prefix) for need in needs(world) if need.code.startswith(prefix)]


@pytest.mark.parametrize("name", ["case.md", "old.md"])
def test_another_publication_under_a_used_name_is_shown_and_overwrites_nothing(
    feed: Feed, world: World, name: str
) -> None:
    before = titles(world)
    feed.drop(name, OTHER)
    feed.settle()
    assert titles(world) == before
    assert refused(world) == ["news-name-used"]
    (feed.folder / name).rename(feed.folder / "another.md")
    feed.settle()
    assert feed.states()["another"] == "scheduled"
    assert refused(world) == []


def test_another_date_is_another_issue(feed: Feed, world: World) -> None:
    day = world.clock.now().date() + timedelta(days=3)
    feed.drop(
        "case.md", CASE.replace("Body.", "Next month's.").replace("language: en", f"language: en\ndate: {day}")
    )
    feed.settle()
    assert refused(world) == ["news-name-used"]


def test_a_correction_of_what_was_sent_is_taken_and_shown(feed: Feed, world: World) -> None:
    feed.drop("case.md", CASE.replace("Body.", "Corrected body."))
    feed.settle()
    assert (refused(world), changes(world)) == ([], ["after"])
    world.clock.advance(days=30)
    assert changes(world) == []


@pytest.mark.parametrize("same", ["Body", "url"])
def test_a_title_is_corrected_where_something_else_says_that_it_is_the_same(
    feed: Feed, world: World, same: str
) -> None:
    text = CASE.replace("Body.", LONG) if same == "Body" else CASE.replace("Body.", "Of a page.")
    text = text.replace("language: en", "language: en\nurl: https://example.org/page") if same == "url" else text
    text = text.replace('"One"', '"Teh title"')
    feed.drop("titled.md", text)
    feed.settle()
    world.run(rounds=3)
    feed.drop("titled.md", text.replace("Teh title", "The right heading"))
    feed.settle()
    assert refused(world) == []
    assert titles(world)["titled"] == "The right heading"


def test_a_new_title_of_what_waits_for_its_day_is_no_other_publication(feed: Feed, world: World) -> None:
    day = world.clock.now().date() + timedelta(days=3)
    dated = CASE.replace("Body.", "Later.").replace("language: en", f"language: en\ndate: {day}")
    feed.drop("later.md", dated.replace("One", "Later"))
    feed.settle()
    feed.drop("later.md", dated.replace("One", "Wholly other").replace("Later.", "Other words."))
    feed.settle()
    assert refused(world) == []
    assert titles(world)["later"] == "Wholly other"


def test_a_language_that_comes_after_the_sending_is_shown_until_somebody_drafts_it(
    feed: Feed, world: World
) -> None:
    feed.drop("case.sl.md", CASE.replace("language: en", "language: sl").replace("One", "Eno"))
    feed.settle()
    world.run(rounds=3)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}
    assert changes(world) == ["late"]
    (need,) = [need for need in needs(world) if need.code == "campaigns-need-news-late"]
    assert (need.params["language"], need.params["slug"]) == ("sl", "case")
    world.draft(slug="case", languages=("sl",))
    assert changes(world) == []


def test_a_change_of_what_people_have_scheduled_is_shown(feed: Feed, world: World) -> None:
    feed.watch(AutomationMode.DRAFT, name="drafts")
    feed.drop("drafted.md", CASE.replace("One", "Drafted").replace("Body.", "For people to look at."))
    feed.settle()
    with world.database.read() as session:
        mine = select(Campaign.id).where(Campaign.name == "Drafted").order_by(col(Campaign.id))
        drafted = session.exec(mine).all()[-1]
    world.submit(drafted)
    world.approve(drafted)
    local = world.clock.now().replace(tzinfo=None) + timedelta(days=5)
    with world.database.write() as session:
        schedule(session, drafted, local=local, zone="UTC", actor=world.boris, now=world.clock.now())
    world.clock.advance(minutes=1)
    assert changes(world) == []
    (feed.folder / "drafted.md").unlink()
    run_automations(world.context)
    assert changes(world) == ["before"]
