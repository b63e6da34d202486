"""A slug belongs to the source that it came from: a text from elsewhere is refused by name and changes nothing."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from core.db import Database
from core.errors import InputRefused
from news.import_files import NewsIntake, import_file
from news.import_report import ImportedItem, ImportReport
from news.queries import find_item, texts_of
from news.slug import slugified
from news.sources import add_folder_source, last_refusals, list_sources, read_source
from news.store import AssetStore
from tests.conftest import NOON
from tests.news.making import news_file


class Desk:
    """Two watched folders, and one that nobody watches."""

    def __init__(self, database: Database, path: Path) -> None:
        self.database = database
        self.intake = NewsIntake(database, AssetStore(path / "assets"))
        self.folders = {name: path / name for name in ("public", "protected", "hand")}
        for folder in self.folders.values():
            folder.mkdir()
        with database.write() as session:
            self.sources = {
                name: add_folder_source(session, name=name, folder=self.folders[name], now=NOON).id
                for name in ("public", "protected")
            }

    def put(self, folder: str, name: str = "december.en.md", *, body: str = "A text.") -> Path:
        lines = ["language: sl"] if ".sl." in name else []
        path = news_file(self.folders[folder], name, *lines, body=body)
        moment = (NOON - timedelta(days=1)).timestamp()
        os.utime(path, (moment, moment))
        return path

    def read(self, folder: str) -> ImportReport:
        return read_source(self.intake, self.sources[folder], now=NOON)

    def by_hand(self, path: Path, *, takes_over: bool = False) -> ImportedItem:
        return import_file(self.intake, path, now=NOON, takes_over=takes_over)

    def item(self, slug: str = "december") -> tuple[int | None, dict[str, str]]:
        """Whose it is, and what it says."""
        with self.database.read() as session:
            item = find_item(session, slug)
            assert item is not None
            texts = texts_of(session, [item.id])[item.id]
            return item.source_id, {language: text.body_html for language, text in texts.items()}


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path)


def codes(report: ImportReport) -> list[str]:
    return [refusal.code for refusal in report.refused]


def test_two_folders_with_a_file_of_one_name_do_not_write_into_each_other(desk: Desk) -> None:
    desk.put("public")
    desk.put("protected", body="Only for a few.")
    assert codes(desk.read("public")) == []
    for _ in range(3):
        report = desk.read("protected")
        assert (codes(report), report.imported) == (["news-slug-elsewhere"], [])
        assert report.refused[0].params["source"] == "public"
        assert [item.is_changed for item in desk.read("public").imported] == [False]
    assert desk.item() == (desk.sources["public"], {"en": "<p>A text.</p>"})


def test_the_slug_stays_the_folders_when_its_file_is_gone(desk: Desk) -> None:
    path = desk.put("public")
    desk.read("public")
    path.unlink()
    desk.read("public")
    desk.put("protected", body="Only for a few.")
    assert codes(desk.read("protected")) == ["news-slug-elsewhere"]
    assert desk.item() == (desk.sources["public"], {"en": "<p>A text.</p>"})


def test_another_language_of_another_source_is_refused_too_and_of_the_same_is_not(desk: Desk) -> None:
    desk.put("public")
    desk.read("public")
    desk.put("protected", "december.sl.md", body="Samo za redke.")
    assert codes(desk.read("protected")) == ["news-slug-elsewhere"]
    desk.put("public", "december.sl.md", body="Besedilo.")
    desk.put("public", body="Corrected.")
    assert codes(desk.read("public")) == []
    assert desk.item()[1] == {"en": "<p>Corrected.</p>", "sl": "<p>Besedilo.</p>"}


def test_nobody_writes_by_hand_into_what_a_folder_brought(desk: Desk) -> None:
    desk.put("public")
    desk.read("public")
    with pytest.raises(InputRefused) as caught:
        desk.by_hand(desk.put("hand", body="Other words."))
    assert caught.value.code == "news-slug-in-folder"
    assert desk.item() == (desk.sources["public"], {"en": "<p>A text.</p>"})


def test_who_takes_it_over_may_and_the_folder_is_then_refused(desk: Desk) -> None:
    desk.put("public")
    desk.read("public")
    taken = desk.by_hand(desk.put("hand", body="Other words."), takes_over=True)
    assert (taken.is_new, taken.is_taken_over) == (False, True)
    assert codes(desk.read("public")) == ["news-slug-by-hand"]
    assert desk.item() == (None, {"en": "<p>Other words.</p>"})
    again = desk.by_hand(desk.put("hand", body="And others."), takes_over=True)
    assert (again.is_changed, again.is_taken_over) == (True, False)


def test_what_is_taken_over_as_it_stands_is_by_hand_as_well(desk: Desk) -> None:
    desk.put("public")
    desk.read("public")
    desk.by_hand(desk.put("hand"), takes_over=True)
    assert desk.item()[0] is None


def test_an_item_of_a_folder_that_is_gone_can_still_be_edited(desk: Desk) -> None:
    desk.put("public")
    desk.read("public")
    (desk.folders["public"] / "december.en.md").unlink()
    desk.folders["public"].rmdir()
    desk.read("public")
    desk.by_hand(desk.put("hand", body="Corrected."), takes_over=True)
    assert desk.item() == (None, {"en": "<p>Corrected.</p>"})


def test_what_was_tried_by_hand_first_is_shown_when_it_comes_into_the_folder(desk: Desk) -> None:
    desk.by_hand(desk.put("hand", "trial.en.md"))
    desk.put("public", "trial.en.md")
    report = desk.read("public")
    assert codes(report) == ["news-slug-by-hand"]
    with desk.database.read() as session:
        shown = {source.name: [why.code for why in last_refusals(source)] for source in list_sources(session)}
    assert shown == {"public": ["news-slug-by-hand"], "protected": []}
    assert desk.item("trial")[0] is None


def test_a_refused_name_keeps_no_other_file_back(desk: Desk) -> None:
    desk.by_hand(desk.put("hand"))
    desk.put("public")
    desk.put("public", "other.en.md")
    report = desk.read("public")
    assert (len(report.imported), codes(report)) == (1, ["news-slug-by-hand"])


def test_names_that_differ_in_letters_that_slugs_lack_are_two_items(desk: Desk) -> None:
    """Arabic, Cyrillic, Polish: with what is left of them they would be one."""
    names = ["2026-12 الأولى.en.md", "2026-12 الثانية.en.md", "2026-12 първа.en.md", "2026-12.en.md"]
    for number, name in enumerate(names):
        desk.put("public", name, body=f"Text {number}.")
    report = desk.read("public")
    assert codes(report) == []
    assert len({item.item_id for item in report.imported}) == len(names)


def test_a_name_of_latin_letters_makes_the_slug_that_it_always_made(desk: Desk) -> None:
    desk.put("public", "Čuvaji đubrovnik 2026 – šest.en.md")
    desk.read("public")
    assert desk.item("cuvaji-djubrovnik-2026-sest")[0] == desk.sources["public"]


def test_a_file_from_before_keeps_its_slug_and_is_no_new_item(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.put("public", "2026-12 الأولى.en.md")
    with monkeypatch.context() as before:
        before.setattr("news.slug.slug_of_name", slugified)
        (first,) = desk.read("public").imported
    (again,) = desk.read("public").imported
    assert (again.item_id, again.is_changed) == (first.item_id, False)
    desk.put("public", path.name, body="Corrected.")
    (corrected,) = desk.read("public").imported
    assert (corrected.item_id, corrected.is_new, corrected.is_changed) == (first.item_id, False, True)
    assert desk.item("2026-12")[1] == {"en": "<p>Corrected.</p>"}
