"""What a folder brings goes to its own list, and what a person brings never goes by an automation's approval."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.automation.memory import take_for_archive
from campaigns.automation.run_automations import AutomationRequest, add_automation, run_automations
from campaigns.editorial.news_changes import record_import
from campaigns.editorial.write_news import NewsEdit, edit_news, withdraw_news
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import needs_attention
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, AutomationMode, Campaign
from core.errors import InputRefused
from news.import_files import import_file
from news.import_report import ImportedItem
from news.queries import item_by_slug
from news.sources import add_folder_source, read_source, source_by_name
from news.versions import item_of_version, versions_of
from staff.principal import Principal
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from tests.campaigns.test_automation_repeats import CASE, Feed
from tests.campaigns.world import World, intake_of, put_file
from tests.conftest import NOON
from tests.databases import on_sqlite


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    world.add_readers(["nada", "omar"])
    feed = Feed(world, new_folder(world, tmp_path, "feed"))
    feed.settle()
    feed.watch()
    return feed


def new_folder(world: World, path: Path, name: str) -> Path:
    (path / name).mkdir()
    with world.database.write() as session:
        add_folder_source(session, name=name, folder=path / name, now=world.clock.now())
    return path / name


def watch(world: World, list_slug: str, *, folder: str, mode: AutomationMode = AutomationMode.SEND) -> Automation:
    request = AutomationRequest(
        name=f"{list_slug} {mode}", source_name=folder, list_slug=list_slug, sender_name="main", mode=mode
    )
    return add_automation(intake_of(world), request, actor=world.boris, now=world.clock.now())


def by_hand(
    world: World, path: Path, text: str, *, actor: Principal | None = None, takes_over: bool = False
) -> None:
    path.parent.mkdir(exist_ok=True)
    now = world.clock.now()
    put_file(path, text, at=now)
    import_file(
        intake_of(world),
        path,
        now=now,
        takes_over=takes_over,
        on_saved=lambda session, item: record_import(session, [item], actor=actor or world.ana, now=now),
    )


def to_come(world: World, text: str = CASE) -> str:
    day = world.clock.now().date() + timedelta(days=13)
    return text.replace("language: en", f"language: en\ndate: {day}")


def of_today(world: World, text: str) -> str:
    return text.replace("language: en", f"language: en\ndate: {world.clock.now().date()}")


def shown(world: World) -> list[AttentionItem]:
    with world.database.read() as session:
        return needs_attention(session, now=world.clock.now())


def statuses(world: World) -> list[CampaignStatus]:
    with world.database.read() as session:
        rows = session.exec(select(Campaign.status).order_by(col(Campaign.id)))
        return [CampaignStatus(status) for status in rows]


def test_a_protected_folders_text_never_goes_to_the_list_of_another_folder(
    feed: Feed, world: World, tmp_path: Path
) -> None:
    """The first folder's file is put away, and the second one's has its name and other words."""
    quiet_list(world)
    quiet = Feed(world, new_folder(world, tmp_path, "quiet"))
    watch(world, "quiet", folder="quiet")
    first = feed.drop("december.en.md", to_come(world))
    feed.settle()
    quiet.drop("december.en.md", to_come(world, CASE.replace("One", "Where the shelter is")))
    feed.settle()
    first.unlink()
    quiet.drop("december.en.md", of_today(world, CASE.replace("One", "Where the shelter is")))
    feed.settle()
    world.run(rounds=5)
    assert not world.provider.received
    assert statuses(world) == [CampaignStatus.PAUSED], "its own file is gone"
    paused, need = shown(world)
    assert paused.code == "campaigns-need-campaign"
    assert (need.code, need.params["name"], need.why[0].code) == (
        "campaigns-need-news",
        "quiet",
        "news-slug-elsewhere",
    )


def quiet_list(world: World) -> None:
    with world.database.write() as session:
        mailing_list = MailingList(slug="quiet", name="Quiet", is_protected=True, created_at=NOON)
        session.add(mailing_list)
        session.flush()
        reader = Subscriber(
            address="petra@example.org", address_hash="p" * 64, name="Petra", language="en", created_at=NOON
        )
        session.add(reader)
        session.flush()
        session.add(
            Subscription(
                subscriber_id=reader.id,
                list_id=mailing_list.id,
                status=SubscriptionStatus.CONFIRMED,
                changed_at=NOON,
            )
        )


@on_sqlite
def test_words_that_an_editor_puts_into_a_scheduled_item_are_held(
    feed: Feed, world: World, tmp_path: Path
) -> None:
    """Its file is gone, so that nothing but the ledger knows whose words these are."""
    path = feed.drop("plan.en.md", to_come(world))
    feed.settle()
    path.unlink()
    with pytest.raises(InputRefused):
        by_hand(world, tmp_path / "hand" / "plan.en.md", of_today(world, CASE.replace("Body.", "Mine.")))
    by_hand(
        world,
        tmp_path / "hand" / "plan.en.md",
        of_today(world, CASE.replace("Body.", "Mine.")),
        takes_over=True,
    )
    feed.settle()
    world.run(rounds=5)
    assert not world.provider.received
    assert statuses(world) == [CampaignStatus.CANCELLED, CampaignStatus.DRAFT]
    assert (feed.states(), feed.why("plan")) == ({"plan": "held"}, ["by-hand"])
    (need,) = shown(world)
    assert (need.code, need.why[0].params["name"]) == ("campaigns-need-held-draft", "Ana")


def edit_in_browser(world: World, slug: str, title: str) -> None:
    with world.database.read() as session:
        item = item_by_slug(session, slug)
        version = versions_of(session, item.id, "en")[0]
    incoming = item_of_version(version, slug=slug, undated_on=item.published_on)
    edit = NewsEdit(item.id, [dataclasses.replace(incoming, title=title, digest="b" * 64)])
    with world.database.write() as session:
        assert edit_news(session, edit, actor=world.ana, now=world.clock.now())


def test_what_an_automation_has_scheduled_waits_for_people_once_it_is_edited_in_the_browser(
    feed: Feed, world: World
) -> None:
    """Whether its file is there, unchanged, or not."""
    feed.drop("plan.en.md", to_come(world))
    feed.settle()
    assert statuses(world) == [CampaignStatus.SCHEDULED]
    edit_in_browser(world, "plan", "Edited here")
    assert statuses(world) == [CampaignStatus.DRAFT], "at once, not at the next reading of its folder"
    feed.settle()
    world.clock.advance(days=14)
    feed.settle()
    world.run(rounds=5)
    assert not world.provider.received
    assert statuses(world) == [CampaignStatus.DRAFT]


def test_an_automation_leaves_a_withdrawn_item_to_staff(feed: Feed, world: World) -> None:
    feed.drop("plan.en.md")
    read_source(intake_of(world), 1, now=world.clock.advance(minutes=1) or world.clock.now())
    with world.database.write() as session:
        withdraw_news(session, item_by_slug(session, "plan").id, actor=world.ana, now=world.clock.now())
    feed.settle()
    world.run(rounds=5)
    assert not world.provider.received
    assert statuses(world) == []
    (need,) = shown(world)
    assert [why.code for why in need.why] == ["campaigns-item-withdrawn"]


def test_a_hand_from_before_slugs_had_owners_holds_what_has_not_come_to_rest(feed: Feed, world: World) -> None:
    feed.drop("plan.en.md")
    world.clock.advance(minutes=1)
    run_automations(world.context)
    with world.database.write() as session:
        item = item_by_slug(session, "plan")
        by_ana = ImportedItem(item.id, "en", is_new=False, is_changed=True)
        record_import(session, [by_ana], actor=world.ana, now=world.clock.now())
    feed.settle()
    assert (feed.states(), feed.why("plan")) == ({"plan": "held"}, ["by-hand"])


def test_a_correction_of_what_somebody_brought_in_is_held(feed: Feed, world: World, tmp_path: Path) -> None:
    by_hand(world, tmp_path / "hand" / "one.en.md", CASE)
    correction = CASE.replace("kind: statement", "kind: correction\ncorrects: one\nwrong: Six\ncorrect: Seven")
    feed.drop("correction.en.md", correction.replace("One", "Correction").replace("Body.", "Of one."))
    feed.settle()
    assert (feed.states(), feed.why("correction")) == ({"correction": "held"}, ["by-hand"])


def test_what_nobody_touched_by_hand_goes_out_by_itself(feed: Feed, world: World, tmp_path: Path) -> None:
    by_hand(world, tmp_path / "hand" / "other.en.md", CASE.replace("One", "Other").replace("Body.", "Other."))
    feed.drop("plan.en.md")
    feed.settle()
    assert feed.states() == {"plan": "scheduled"}


@on_sqlite
def test_what_was_tried_by_hand_first_is_shown_to_staff(feed: Feed, world: World, tmp_path: Path) -> None:
    by_hand(world, tmp_path / "hand" / "trial.en.md", CASE)
    feed.drop("trial.en.md")
    feed.settle()
    (need,) = shown(world)
    assert (need.code, [why.code for why in need.why]) == ("campaigns-need-news", ["news-slug-by-hand"])
    assert feed.states() == {}


def test_what_was_brought_in_by_hand_before_its_folder_was_watched_is_the_folders_archive(
    world: World, tmp_path: Path
) -> None:
    feed = Feed(world, new_folder(world, tmp_path, "feed"))
    for name in ("old.en.md", "edited.en.md"):
        by_hand(world, feed.folder / name, of_slug(name))
    by_hand(world, tmp_path / "hand" / "edited.en.md", of_slug("edited").replace("Body.", "Other words."))
    world.clock.advance(minutes=1)
    feed.watch()
    feed.settle()
    assert feed.states() == {"old": "irrelevant"}
    assert [[why.params["slug"] for why in need.why] for need in shown(world)] == [["edited"]]
    feed.drop("old.en.md", of_slug("old").replace("Body.", "Corrected."))
    feed.settle()
    assert feed.states() == {"old": "irrelevant"}
    assert len(shown(world)) == 1


@on_sqlite
def test_what_was_tried_by_hand_can_be_left_to_the_folder(feed: Feed, world: World, tmp_path: Path) -> None:
    by_hand(world, tmp_path / "hand" / "trial.en.md", CASE)
    feed.drop("trial.en.md")
    feed.settle()
    assert take_for_archive(intake_of(world), "publications", actor=world.boris, now=world.clock.now()) == 1
    feed.settle()
    assert (feed.states(), shown(world)) == ({"trial": "irrelevant"}, [])


def test_a_folder_that_was_moved_keeps_what_it_brought(feed: Feed, world: World, tmp_path: Path) -> None:
    feed.drop("one.en.md")
    feed.settle()
    feed.folder.rename(tmp_path / "moved")
    with world.database.write() as session:
        add_folder_source(session, name="moved", folder=tmp_path / "moved", now=world.clock.now())
    watch(world, "bulletin", folder="moved")
    feed.settle()
    with world.database.read() as session:
        assert item_by_slug(session, "one").source_id == source_by_name(session, "moved").id
    assert [why.code for need in shown(world) for why in need.why] == ["news-folder-missing"]
    assert statuses(world) == [CampaignStatus.SCHEDULED]


def of_slug(name: str) -> str:
    """Two items that have nothing in common."""
    return CASE.replace("One", f"About {name}").replace("A summary.", name)


@on_sqlite
def test_a_second_one_that_sends_from_a_folder_is_refused_and_one_that_drafts_is_not(
    feed: Feed, world: World
) -> None:
    quiet_list(world)
    with pytest.raises(InputRefused, match="folder-taken") as caught:
        watch(world, "quiet", folder="feed")
    assert caught.value.params == {"name": "publications", "list": "Bilten"}
    drafts = watch(world, "quiet", folder="feed", mode=AutomationMode.DRAFT)
    feed.drop("one.en.md")
    feed.settle()
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}
    with world.database.read() as session:
        (draft,) = session.exec(select(Campaign).where(Campaign.automation_id == drafts.id)).all()
    assert (draft.status, draft.audience.lists) == (CampaignStatus.DRAFT, (drafts.list_id,))


@on_sqlite
def test_the_folder_of_one_that_drafts_may_get_one_that_sends(feed: Feed, world: World, tmp_path: Path) -> None:
    quiet_list(world)
    new_folder(world, tmp_path, "drafted")
    watch(world, "bulletin", folder="drafted", mode=AutomationMode.DRAFT)
    assert watch(world, "quiet", folder="drafted").mode is AutomationMode.SEND
