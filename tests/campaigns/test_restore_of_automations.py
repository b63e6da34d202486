"""News that went out after the backup is known by its content: no other name of its file sends it again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.db import Database
from core.settings import Settings
from news.import_files import import_folder
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.test_automation_repeats import CASE, LONG, Feed, feed
from tests.campaigns.world import World, intake_of, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite

__all__ = ["feed"]

ONCE = {"nada@example.org": 1, "omar@example.org": 1}


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


@pytest.fixture
def sent(feed: Feed, world: World) -> StoredBackup:
    """An automation, then a backup, then a file that everybody gets."""
    feed.watch()
    backup = StoredBackup(world)
    backup.back_up()
    feed.drop("night-buses.md", CASE.replace("Body.", LONG))
    feed.settle()
    world.run(rounds=5)
    assert world.provider.received == ONCE
    return backup


def go_on(feed: Feed) -> None:
    for _ in range(3):
        feed.settle()
        feed.world.run(rounds=3)


def rename(folder: Path) -> None:
    (folder / "night-buses.md").rename(folder / "buses-at-night.md")


def correct_a_word(folder: Path) -> None:
    """And give it another name."""
    text = (folder / "night-buses.md").read_text()
    (folder / "night-buses.md").unlink()
    (folder / "buses-at-night.md").write_text(text.replace("A summary.", "The summary."))


def change_words(folder: Path) -> None:
    """Also in the text, as an editor does who has another look."""
    text = (folder / "night-buses.md").read_text()
    (folder / "night-buses.md").unlink()
    (folder / "buses-at-night.md").write_text(text.replace("We demand", "Today we demand"))


def copy(folder: Path) -> None:
    (folder / "buses-at-night.md").write_bytes((folder / "night-buses.md").read_bytes())


def nothing(_: Path) -> None:
    pass


@pytest.mark.parametrize("change", [rename, correct_a_word, copy])
def test_a_file_that_gets_another_name_after_the_restore_is_not_sent_again(
    feed: Feed, sent: StoredBackup, change: Callable[[Path], None]
) -> None:
    sent.put_back()
    report = adopted(feed.world)
    assert report.replay is not None
    assert report.replay.is_whole
    assert report.replay.automations == 1
    change(feed.folder)
    go_on(feed)
    assert feed.world.provider.received == ONCE
    assert feed.states() == {"night-buses": "restored", "buses-at-night": "held"}


@pytest.mark.parametrize("change", [rename, correct_a_word, change_words])
@on_sqlite
def test_nor_is_one_that_got_it_before(feed: Feed, sent: StoredBackup, change: Callable[[Path], None]) -> None:
    sent.put_back()
    change(feed.folder)
    adopted(feed.world)
    go_on(feed)
    assert feed.world.provider.received == ONCE
    # Where its words are others, only its title is left to compare, and a person decides.
    assert feed.states() == {"buses-at-night": "held" if change is change_words else "restored"}


@pytest.mark.parametrize("change", [nothing, rename])
@on_sqlite
def test_nor_is_one_that_lay_elsewhere_meanwhile(
    feed: Feed, sent: StoredBackup, change: Callable[[Path], None]
) -> None:
    """As when the folder is restored a day later than the database."""
    text = (feed.folder / "night-buses.md").read_bytes()
    (feed.folder / "night-buses.md").unlink()
    sent.put_back()
    adopted(feed.world)
    go_on(feed)
    (feed.folder / "night-buses.md").write_bytes(text)
    change(feed.folder)
    go_on(feed)
    assert feed.world.provider.received == ONCE
    assert set(feed.states().values()) == {"held"}


@on_sqlite
def test_a_dry_run_remembers_nothing(feed: Feed, sent: StoredBackup) -> None:
    sent.put_back()
    rename(feed.folder)
    adopted(feed.world, apply=False)
    adopted(feed.world)
    go_on(feed)
    assert feed.world.provider.received == ONCE


@on_sqlite
def test_what_is_new_goes_out_after_a_restore(feed: Feed, sent: StoredBackup) -> None:
    sent.put_back()
    adopted(feed.world)
    feed.drop("new.md", CASE.replace('"One"', '"Another"').replace("Body.", "Something else happened."))
    go_on(feed)
    assert feed.world.provider.received == dict.fromkeys(ONCE, 2)


@on_sqlite
def test_what_people_sent_after_the_backup_is_known_too(feed: Feed, world: World, tmp_path: Path) -> None:
    """Sent by hand after the backup; after the restore the same arrives in the folder."""
    text = CASE.replace("Body.", LONG)
    (tmp_path / "by-hand").mkdir()
    (tmp_path / "by-hand" / "by-hand.md").write_text(text, encoding="utf-8")
    feed.watch()
    backup = StoredBackup(world)
    backup.back_up()
    import_folder(intake_of(world), tmp_path / "by-hand", now=world.clock.now())
    world.launched(slug="by-hand")
    world.run(rounds=3)
    assert world.provider.received == ONCE
    backup.put_back()
    adopted(world)
    feed.drop("night-buses.md", text)
    go_on(feed)
    assert world.provider.received == ONCE
    assert feed.states() == {"night-buses": "held"}
