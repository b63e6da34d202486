"""Files that came for a form that nobody saved go after a week; what any row names stays, and so does what comes
again while they are looked for."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from campaigns.block_content import BlockKind
from campaigns.block_tables import CampaignBlock, CampaignBlockText
from campaigns.review.tables import SubmittedContent
from campaigns.tables import RenderedVariant
from core.db import Database
from core.settings import Settings
from news.store import AssetStore
from news.tables import MediaFile
from scheduler.collect_files import KEPT_FOR, collect_files, unused_files
from templates.brand import get_brand
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.news.making import a_picture

COLOURS = ("teal", "red", "blue", "green", "black", "white", "gold")


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


def _put(store: AssetStore, colour: str, *, at: datetime) -> str:
    name = store.put(a_picture(colour=colour)).sha256
    os.utime(store.path(name), (at.timestamp(), at.timestamp()))
    return name


def _name_in_rows(world: World, names: list[str]) -> None:
    """Each in another place."""
    media, logo, mail, submitted, block = names
    sent = world.launched()
    item_block = CampaignBlock(campaign_id=sent, position=9, kind=BlockKind.PICTURE)
    with world.database.write() as session:
        file = MediaFile(sha256=media, media_type="", byte_count=1, file_name="", search_words="", created_at=NOON)
        session.add(file)
        brand, rendered = get_brand(session), session.exec(select(RenderedVariant)).first()
        assert brand is not None
        assert rendered is not None
        brand.logo_sha256 = logo
        rendered.html = f'<img src="https://bilten.example/assets/{mail}.png">'
        frozen = session.exec(select(SubmittedContent)).first()
        assert frozen is not None
        frozen.content = {**frozen.content, "asset": submitted}
        session.add(item_block)
        session.flush()
        session.add(CampaignBlockText(block_id=item_block.id, language="sl", content={"file": {"sha256": block}}))


def test_what_no_row_names_goes_after_a_week_and_the_rest_stays(world: World) -> None:
    store, old = world.context.assets, world.clock.now() - KEPT_FOR - timedelta(minutes=1)
    unsaved, *named = (_put(store, colour, at=old) for colour in COLOURS[:6])
    young = _put(store, COLOURS[6], at=world.clock.now())
    _name_in_rows(world, named)
    found = unused_files(world.database, store, before=world.clock.now() - KEPT_FOR)
    assert found.names == [unsaved]
    for _ in range(2):
        collect_files(world.context)
    assert {unsaved, *named, young} & set(store.names()) == {*named, young}


def test_after_the_clock_was_set_forward_nothing_goes(world: World) -> None:
    store = world.context.assets
    unsaved = _put(store, "teal", at=world.clock.now())
    collect_files(world.context)
    world.clock.step(days=30)
    collect_files(world.context)
    assert unsaved in store.names()


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


@pytest.mark.parametrize("step", ["rename", "stat", "unlink"])
@pytest.mark.parametrize("is_before", [True, False])
def test_what_comes_again_while_it_is_collected_is_there_afterwards(
    store: AssetStore, monkeypatch: pytest.MonkeyPatch, step: str, is_before: bool
) -> None:
    """A save that is under way puts its file, and then writes the row."""
    name = _put(store, "teal", at=NOON - timedelta(days=30))
    real: Callable[..., object] = getattr(Path, step)

    def at_the_same_time(path: Path, *arguments: object, **options: object) -> object:
        if name not in path.name:
            return real(path, *arguments, **options)
        monkeypatch.undo()
        if is_before:
            store.put(a_picture(colour="teal"))
        done = real(path, *arguments, **options)
        if not is_before:
            store.put(a_picture(colour="teal"))
        return done

    monkeypatch.setattr(Path, step, at_the_same_time)
    store.collect(name, before=NOON)
    assert store.read(name)


def test_what_a_killed_collection_left_out_of_the_way_comes_back(
    store: AssetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = _put(store, "teal", at=NOON - timedelta(days=30))

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(KeyboardInterrupt):
        store.collect(name, before=NOON)
    assert name not in store.names()
    store.put_back()
    assert store.read(name)


def test_what_came_before_a_restore_stays_an_email_that_is_lost_may_show_it(world: World) -> None:
    backup = StoredBackup(world)
    backup.back_up()
    lost = _put(world.context.assets, "teal", at=world.clock.now())
    world.launched()
    world.clock.advance(days=8)
    backup.put_back()
    collect_files(world.context)
    assert lost in world.context.assets.names(), "held back"
    adopted(world)
    later = _put(world.context.assets, "red", at=world.clock.advance(hours=1))
    world.clock.advance(days=8)
    collect_files(world.context)
    assert {lost, later} & set(world.context.assets.names()) == {lost}
