"""Files become items: once, in each language, with their assets, whatever else lies in the folder."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import event
from sqlmodel import select

from core.db import Database
from core.errors import InputRefused
from kinds.registry import NewsKind
from news.clean_pdf import pdf_without_metadata
from news.import_files import NewsIntake, import_file, import_folder
from news.import_report import ImportedItem, ImportReport
from news.queries import assets_of, find_item, texts_of
from news.store import AssetStore
from news.tables import Asset, AssetRole, NewsItem, NewsText
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.kill.patience import PATIENCE
from tests.news.making import a_pdf, a_picture, news_file

LATER = NOON + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


@pytest.fixture
def importing(database: Database, store: AssetStore, folder: Path) -> "Importing":
    return Importing(database, store, folder)


class Importing:
    """The folder and the database it is imported into."""

    def __init__(self, database: Database, store: AssetStore, folder: Path) -> None:
        self.database = database
        self.store = store
        self.intake = NewsIntake(database, store)
        self.folder = folder

    def file(self, name: str = "a.md") -> ImportedItem:
        return import_file(self.intake, self.folder / name, now=NOON)

    def all(self) -> ImportReport:
        return import_folder(self.intake, self.folder, now=LATER)

    def refused(self, name: str = "a.md") -> InputRefused:
        with pytest.raises(InputRefused) as caught:
            self.file(name)
        with self.database.read() as session:
            assert session.exec(select(NewsItem)).all() == []
        return caught.value

    def rows(self) -> tuple[list[object], ...]:
        with self.database.read() as session:
            tables = (NewsItem, NewsText, Asset)
            return tuple([row.model_dump() for row in session.exec(select(table))] for table in tables)

    def text(self, language: str = "en", slug: str = "a") -> NewsText:
        with self.database.read() as session:
            item = find_item(session, slug)
            assert item is not None
            return texts_of(session, [item.id])[item.id][language]

    def item(self, slug: str = "a") -> NewsItem:
        with self.database.read() as session:
            item = find_item(session, slug)
            assert item is not None
            return item

    def assets(self, slug: str = "a") -> list[Asset]:
        item_id = self.item(slug).id
        with self.database.read() as session:
            return assets_of(session, [item_id])[item_id]


def test_a_file_becomes_an_item_with_its_text_and_its_assets(importing: Importing) -> None:
    news_file(
        importing.folder, "a.md", "image: i.png", "image_alt: A sea", "pdf: papers/p.pdf", "date: 2026-05-01"
    )
    (importing.folder / "i.png").write_bytes(a_picture())
    (importing.folder / "papers").mkdir()
    (importing.folder / "papers/p.pdf").write_bytes(a_pdf(pages=2))
    imported = importing.file()
    assert imported.is_new
    assert importing.item().published_on == date(2026, 5, 1)
    assert importing.text().body_html == "<p>A text.</p>"
    image, pdf = importing.assets()
    assert (image.role, image.alt, image.width, image.language) == (AssetRole.IMAGE, "A sea", 8, "en")
    assert (pdf.role, pdf.page_count, pdf.file_name) == (AssetRole.PDF, 2, "p.pdf")
    assert importing.store.read(pdf.sha256) == pdf_without_metadata(a_pdf(pages=2))


def test_without_a_date_an_item_is_of_the_day_on_which_it_came(importing: Importing) -> None:
    news_file(importing.folder, "a.md")
    importing.file()
    assert importing.item().published_on == NOON.date()
    news_file(importing.folder, "a.md", body="Changed.")
    importing.all()
    assert importing.item().published_on == NOON.date()


def test_an_unchanged_file_changes_nothing(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "logo: l.png", "logo_alt: L")
    news_file(importing.folder, "a.sl.md", "language: sl")
    (importing.folder / "l.png").write_bytes(a_picture())
    importing.all()
    before = importing.rows()
    report = importing.all()
    assert importing.rows() == before
    assert [(item.is_new, item.is_changed) for item in report.imported] == [(False, False)] * 2
    assert importing.file().item_id == report.imported[0].item_id


def test_a_changed_file_updates_its_text(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "kind: page", "date: 2026-05-01", "quote: Q")
    importing.file()
    news_file(importing.folder, "a.md", "kind: publication", "date: 2026-05-02", "title: Better", body="New.")
    report = importing.all()
    assert [(item.is_new, item.is_changed) for item in report.imported] == [(False, True)]
    item, text = importing.item(), importing.text()
    assert (item.kind, item.published_on) == (NewsKind.PUBLICATION, date(2026, 5, 2))
    assert (item.created_at, item.updated_at) == (NOON, LATER)
    assert (text.title, text.body_html, text.quote) == ("Better", "<p>New.</p>", "")


def test_a_changed_asset_is_a_changed_file(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "image: i.png", "image_alt: A sea")
    (importing.folder / "i.png").write_bytes(a_picture(colour="teal"))
    importing.file()
    (before,) = importing.assets()
    (importing.folder / "i.png").write_bytes(a_picture(colour="red"))
    importing.all()
    (after,) = importing.assets()
    assert (after.id, after.sha256 == before.sha256) == (before.id, False)


def test_an_asset_that_is_named_no_more_is_the_item_s_no_more(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "image: i.png", "image_alt: A sea")
    (importing.folder / "i.png").write_bytes(a_picture())
    importing.file()
    news_file(importing.folder, "a.md")
    importing.all()
    assert importing.assets() == []


def test_files_with_one_slug_are_texts_of_one_item(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "url: https://example.org/a", "image: i.png", "image_alt: A sea")
    news_file(importing.folder, "a.sl.md", "language: sl", "title: Naslov", "image: i.png", "image_alt: Morje")
    news_file(importing.folder, "x.md", "slug: a", "language: ar", "url: https://example.org/ar")
    (importing.folder / "i.png").write_bytes(a_picture())
    report = importing.all()
    assert [(item.language, item.is_new) for item in report.imported] == [
        ("en", True),
        ("sl", False),
        ("ar", False),
    ]
    assert len({item.item_id for item in report.imported}) == 1
    assert importing.text("sl").title == "Naslov"
    assert [(asset.language, asset.alt) for asset in importing.assets()] == [("en", "A sea"), ("sl", "Morje")]
    assert importing.item().url == "https://example.org/a"
    assert [importing.text(language).url for language in ("sl", "ar")] == [None, "https://example.org/ar"]


def test_the_item_s_page_follows_the_text_that_named_it(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "url: https://example.org/old")
    importing.all()
    news_file(importing.folder, "a.md", "url: https://example.org/new")
    importing.all()
    assert importing.item().url == "https://example.org/new"


def test_a_bad_file_is_refused_with_its_line_and_the_good_ones_are_kept(importing: Importing) -> None:
    news_file(importing.folder, "a.md")
    news_file(importing.folder, "b.md", "titel: B")
    news_file(importing.folder, "c.md", "pdf: gone.pdf")
    news_file(importing.folder, "d.md", "image: d.png", "image_alt: D")
    (importing.folder / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    news_file(importing.folder, "e.md")
    report = importing.all()
    assert len(report.imported) == 2
    assert [(refusal.place, refusal.line, refusal.code) for refusal in report.refused] == [
        ("b.md", 2, "news-key-misspelt"),
        ("c.md", 2, "news-asset-missing"),
        ("d.md", 2, "news-asset-refused"),
    ]
    assert report.refused[2].params["reason"] == "image-unreadable"
    assert importing.item("e").slug == "e"


@pytest.mark.parametrize(
    "name", ["../secret.pdf", "/etc/hostname", "papers/../../secret.pdf", "way/out.pdf", "..\\x"]
)
@on_sqlite
def test_an_asset_outside_the_folder_is_refused(importing: Importing, name: str) -> None:
    (importing.folder.parent / "secret.pdf").write_bytes(a_pdf())
    (importing.folder / "papers").mkdir()
    (importing.folder / "way").mkdir()
    (importing.folder / "way/out.pdf").symlink_to(importing.folder.parent / "secret.pdf")
    news_file(importing.folder, "a.md", f"pdf: {name}")
    error = importing.refused()
    assert (error.code, error.params["line"]) == ("news-asset-outside", 2)


@on_sqlite
def test_a_link_that_leads_to_itself_is_refused(importing: Importing) -> None:
    (importing.folder / "loop.pdf").symlink_to(importing.folder / "loop.pdf")
    news_file(importing.folder, "a.md", "pdf: loop.pdf")
    assert importing.refused().code in {"news-asset-outside", "news-asset-missing"}


@on_sqlite
def test_a_picture_cannot_pass_for_a_pdf_nor_a_pdf_for_a_picture(importing: Importing) -> None:
    (importing.folder / "p.pdf").write_bytes(a_picture())
    (importing.folder / "i.png").write_bytes(a_pdf())
    news_file(importing.folder, "a.md", "pdf: p.pdf")
    news_file(importing.folder, "b.md", "image: i.png", "image_alt: I")
    assert importing.refused("a.md").code == "news-asset-wrong-role"
    assert importing.refused("b.md").code == "news-asset-wrong-role"


@on_sqlite
def test_a_file_that_is_not_there_is_refused(importing: Importing) -> None:
    assert importing.refused("gone.md").code == "news-file-missing"


def test_two_files_cannot_be_the_same_text(importing: Importing) -> None:
    news_file(importing.folder, "a.md", "title: First")
    news_file(importing.folder, "b.md", "slug: a", "title: Second")
    for _ in range(2):
        (refusal,) = importing.all().refused
        assert (refusal.code, refusal.place, refusal.params["other"]) == ("news-text-twice", "b.md", "a.md")
        assert importing.text().title == "First"


@pytest.mark.parametrize("key", ["kind", "date"])
def test_texts_of_one_item_that_disagree_about_it_are_refused(importing: Importing, key: str) -> None:
    values = {"kind": ("page", "journal"), "date": ("2026-01-01", "2026-01-02")}[key]
    news_file(importing.folder, "a.md", f"{key}: {values[0]}")
    news_file(importing.folder, "a.sl.md", "language: sl", f"{key}: {values[1]}")
    (refusal,) = importing.all().refused
    assert (refusal.code, refusal.params["key"]) == ("news-files-differ", key)


def test_only_news_files_of_the_folder_itself_are_read(importing: Importing) -> None:
    outside = news_file(importing.folder.parent, "outside.md")
    (importing.folder / "link.md").symlink_to(outside)
    news_file(importing.folder, ".hidden.md")
    news_file(importing.folder, "README.md")
    news_file(importing.folder, "a.txt")
    news_file(importing.folder / "deeper", "b.md")
    (importing.folder / "folder.md").mkdir()
    assert importing.all() == ImportReport()


def test_a_file_that_vanishes_while_the_folder_is_read_is_no_refusal(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = news_file(importing.folder, "a.md")
    news_file(importing.folder, "b.md")
    listed = [importing.folder / "a.md", importing.folder / "b.md"]
    gone.unlink()
    monkeypatch.setattr("news.read_folder.news_files_in", lambda _: listed)
    report = importing.all()
    assert (len(report.imported), report.refused) == (1, [])


def test_an_item_whose_file_is_gone_stays(importing: Importing) -> None:
    news_file(importing.folder, "a.md")
    importing.file()
    shutil.rmtree(importing.folder)
    importing.folder.mkdir()
    importing.all()
    assert importing.text().title == "A title"


@on_sqlite
def test_a_folder_that_is_not_there_is_refused(importing: Importing) -> None:
    importing.folder.rmdir()
    with pytest.raises(InputRefused) as caught:
        importing.all()
    assert caught.value.code == "news-folder-missing"


def test_many_unchanged_files_cost_one_query(importing: Importing) -> None:
    for number in range(20):
        news_file(importing.folder, f"item-{number}.md")
    importing.all()
    statements: list[str] = []
    event.listen(importing.database.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    importing.all()
    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 1


def test_two_imports_at_once_make_one_item_of_two_texts(importing: Importing) -> None:
    slugs = [f"item-{number}" for number in range(6)]
    for slug in slugs:
        news_file(importing.folder, f"{slug}.en.md")
        news_file(importing.folder, f"{slug}.sl.md", "language: sl")
    start = Barrier(2, timeout=PATIENCE)

    def import_all_in(language: str) -> list[bool]:
        is_new = []
        for slug in slugs:
            start.wait()
            is_new.append(importing.file(f"{slug}.{language}.md").is_new)
        return is_new

    with ThreadPoolExecutor(2) as threads:
        english, slovenian = threads.map(import_all_in, ["en", "sl"])
    assert [in_english != in_slovenian for in_english, in_slovenian in zip(english, slovenian, strict=True)] == [
        True
    ] * len(slugs)
    assert [len(rows) for rows in importing.rows()] == [6, 12, 0]
