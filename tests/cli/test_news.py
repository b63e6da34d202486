"""`bilten news`, as far as it does more than the rooms behind it."""

import hashlib
import os
from pathlib import Path

from sqlmodel import select, update

from cli.rejections import NOTHING_DONE
from core.db import Database
from news.store import AssetStore
from news.tables import Asset, NewsItem, OriginKind
from tests.cli.conftest import ME, Bilten
from tests.news.making import a_picture, news_file


def test_pictures_of_earlier_news_get_their_version_for_mails_and_what_is_lost_is_named(
    bilten: Bilten, tmp_path: Path
) -> None:
    for name in ("sea", "lost"):
        (tmp_path / f"{name}.png").write_bytes(a_picture(size=(1500, 700 + len(name))))
        news_file(tmp_path, f"{name}.en.md", f"image: {name}.png", "image_alt: The sea")
        assert bilten("news", "add", *ME, tmp_path / f"{name}.en.md").code == 0
    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    with database.write() as session:
        session.exec(update(Asset).values(mail_sha256=None))
        lost = session.exec(select(Asset).where(Asset.file_name == "lost.png")).one()
    database.dispose()
    (tmp_path / "var" / "assets" / lost.sha256[:2] / lost.sha256).unlink()
    prepared = bilten("news", "prepare", "--json").data
    assert prepared == {"cleaned": 0, "left": [], "prepared": 1, "lost": ["lost.png"]}
    assert "lost.png" in bilten("news", "prepare").out


def test_earlier_files_are_written_anew_and_what_cannot_be_is_named(bilten: Bilten, tmp_path: Path) -> None:
    def kept_before(data: bytes) -> None:
        sha256 = hashlib.sha256(data).hexdigest()
        path = tmp_path / "var" / "assets" / sha256[:2] / sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    kept_before(a_picture() + b"Ana at risk")
    kept_before(b"no picture")
    first = bilten("news", "prepare", "--json").data
    assert (first["cleaned"], [left["code"] for left in first["left"]]) == (1, ["news-asset-type-unknown"])
    assert bilten("news", "prepare", "--json").data["cleaned"] == 0
    assert hashlib.sha256(b"no picture").hexdigest() in bilten("news", "prepare").out


def test_what_no_row_names_is_said_and_stays(bilten: Bilten, tmp_path: Path) -> None:
    (tmp_path / "sea.png").write_bytes(a_picture())
    news_file(tmp_path, "sea.en.md", "image: sea.png", "image_alt: The sea")
    assert bilten("news", "add", *ME, tmp_path / "sea.en.md").code == 0
    unsaved = AssetStore(tmp_path / "var" / "assets").put(a_picture(colour="red")).sha256
    for due, came in (([], None), ([unsaved], (0, 0))):
        os.utime(tmp_path / "var" / "assets" / unsaved[:2] / unsaved, came)
        answer = bilten("news", "unused", "--json").data
        assert answer["due"] == due
    assert answer["files"] == [unsaved]
    assert "1 stored file is not in use" in bilten("news", "unused").out


def test_a_name_that_belongs_to_a_watched_folder_is_refused_with_words_and_can_be_taken_over(
    bilten: Bilten, tmp_path: Path
) -> None:
    folder, hand = tmp_path / "feed", tmp_path / "hand"
    news_file(folder, "plan.en.md")
    news_file(hand, "plan.en.md", body="Other words.")
    arguments = ["--folder", folder, "--list", "bulletin", "--sender", "simulator", "--mode", "draft"]
    # Not of this moment, or it would be left for the next reading.
    os.utime(folder / "plan.en.md", (0, 0))
    assert bilten("automation", "add", "pub", *arguments).code == 0
    refused = bilten("news", "add", *ME, hand / "plan.en.md")
    assert refused.code == NOTHING_DONE
    assert all(part in refused.out for part in ("plan.en.md", str(folder), "slug:", "--take-over"))
    assert bilten("news", "add", *ME, "--json", hand).data["refused"][0]["code"] == "news-slug-in-folder"
    (taken,) = bilten("news", "add", *ME, "--json", "--take-over", hand / "plan.en.md").data["imported"]
    assert taken["is_taken_over"]
    assert bilten("news", "add", *ME, hand / "plan.en.md").code == 0


def test_two_items_that_are_translations_of_each_other_become_one(bilten: Bilten, tmp_path: Path) -> None:
    for slug, language in (("morje", "sl"), ("sea", "en"), ("ship", "en")):
        path = news_file(tmp_path, f"{slug}.{language}.md", f"language: {language}")
        assert bilten("news", "add", *ME, path).code == 0
    assert bilten("news", "join", "morje", "sea", *ME).code == 5, "a file says itself what it belongs to"
    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    with database.write() as session:
        session.exec(update(NewsItem).values(origin=OriginKind.BROWSER))
    database.dispose()
    assert bilten("news", "join", "morje", "nobody", *ME).code == 3
    assert "“sea” is now part of “morje”" in bilten("news", "join", "morje", "sea", *ME).out
    assert bilten("news", "join", "morje", "ship", *ME).code == 5, "it has that language"
    items = {item["slug"]: item["languages"] for item in bilten("news", "list", "--json").data["news_items"]}
    assert items == {"morje": ["en", "sl"], "ship": ["en"]}
    assert bilten("news", "separate", "morje", "--language", "ar", *ME).code == 5
    own = bilten("news", "separate", "morje", "--language", "en", *ME, "--json").data["news_item"]
    items = {item["slug"]: item["languages"] for item in bilten("news", "list", "--json").data["news_items"]}
    assert items == {"morje": ["sl"], own["slug"]: ["en"], "ship": ["en"]}
    assert bilten("news", "separate", "morje", "--language", "sl", *ME).code == 5, "its only one"
