"""Pictures that came before mails had their own get them later: once, and without holding anything up."""

from pathlib import Path

import pytest
from sqlmodel import col, select, update

from core.db import Database
from news.import_files import NewsIntake, import_file
from news.prepare_assets import prepare_assets
from news.store import AssetStore
from news.tables import Asset
from tests.conftest import NOON
from tests.news.making import a_picture, news_file


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


def import_one(database: Database, store: AssetStore, folder: Path, name: str) -> Asset:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.png").write_bytes(a_picture(size=(1600, 800 + len(name))))
    path = news_file(folder, f"{name}.en.md", f"image: {name}.png", "image_alt: A field")
    import_file(NewsIntake(database, store), path, now=NOON)
    return next(asset for asset in assets(database) if asset.file_name == f"{name}.png")


def assets(database: Database) -> list[Asset]:
    with database.read() as session:
        return list(session.exec(select(Asset).order_by(col(Asset.id))))


def forget_pictures(database: Database) -> None:
    """As it was before mails had pictures of their own."""
    with database.write() as session:
        session.exec(
            update(Asset).values(mail_sha256=None, mail_media_type=None, mail_width=None, mail_height=None)
        )


def test_a_picture_is_prepared_as_it_comes_in(database: Database, store: AssetStore, tmp_path: Path) -> None:
    asset = import_one(database, store, tmp_path / "news", "field")
    assert (asset.width, asset.mail_width, asset.mail_height) == (1600, 1152, 580)
    assert asset.mail_sha256 is not None
    assert asset.mail_sha256 != asset.sha256
    assert store.path(asset.mail_sha256).is_file()
    assert prepare_assets(database, store).count == 0


def test_what_was_there_before_comes_to_the_same(database: Database, store: AssetStore, tmp_path: Path) -> None:
    before = import_one(database, store, tmp_path / "news", "field").model_dump()
    forget_pictures(database)
    assert prepare_assets(database, store).count == 1
    assert [asset.model_dump() for asset in assets(database)] == [before]
    assert prepare_assets(database, store).count == 0


def test_a_file_that_is_gone_or_damaged_is_named_and_holds_up_no_other(
    database: Database, store: AssetStore, tmp_path: Path
) -> None:
    gone = import_one(database, store, tmp_path / "news", "gone")
    damaged = import_one(database, store, tmp_path / "news", "damaged")
    import_one(database, store, tmp_path / "news", "field")
    forget_pictures(database)
    store.path(gone.sha256).unlink()
    store.path(damaged.sha256).write_bytes(store.read(damaged.sha256)[:60])
    prepared = prepare_assets(database, store)
    assert (prepared.count, prepared.lost) == (1, ["gone.png", "damaged.png"])
    assert [bool(asset.mail_sha256) for asset in assets(database)] == [False, False, True]
