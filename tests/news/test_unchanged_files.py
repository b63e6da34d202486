"""Unchanged files of a watched folder are not read again, and no change of one is missed."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.db import Database
from core.errors import InputRefused
from news import unchanged_files
from news.import_files import NewsIntake
from news.news_folder import SETTLING
from news.sources import add_folder_source, read_source
from news.store import AssetStore
from news.unchanged_files import FULL_EVERY, FolderCache, StatusCache, file_status
from tests.conftest import NOON
from tests.news.making import a_pdf, news_file


class CountedReader:
    """Reads a file, and knows how often."""

    def __init__(self) -> None:
        self.count = 0
        self.cache = StatusCache(self._read, len)

    def _read(self, path: Path) -> bytes:
        self.count += 1
        return path.read_bytes()

    def get(self, path: Path, *, now: datetime = NOON, is_full: bool = False) -> bytes:
        self.cache.begin(is_full=is_full)
        return self.cache.get(path, now=now)


@pytest.fixture
def reader() -> CountedReader:
    return CountedReader()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(b"first")
    return tmp_path / "a.md"


def test_an_unchanged_file_is_read_once(reader: CountedReader, path: Path) -> None:
    assert [reader.get(path) for _ in range(3)] == [b"first"] * 3
    assert reader.count == 1


def test_a_change_that_hides_behind_its_size_and_time_is_noticed(reader: CountedReader, path: Path) -> None:
    before = file_status(path)
    reader.get(path)
    path.write_bytes(b"other")
    os.utime(path, ns=(before.mtime_ns, before.mtime_ns))
    assert reader.get(path) == b"other"


def test_another_file_in_its_place_is_noticed(reader: CountedReader, path: Path) -> None:
    before = file_status(path)
    reader.get(path)
    (path.parent / "new").write_bytes(b"other")
    os.utime(path.parent / "new", ns=(before.mtime_ns, before.mtime_ns))
    (path.parent / "new").replace(path)
    assert reader.get(path) == b"other"


def test_what_was_changed_a_moment_ago_is_read_again(reader: CountedReader, path: Path) -> None:
    """A file system may give the next change the same time."""
    changed_at = datetime.fromtimestamp(file_status(path).ctime_ns / 1e9, UTC)
    for _ in range(2):
        reader.get(path, now=changed_at + SETTLING / 2)
    assert reader.count == 2


def test_a_full_reading_reads_everything(reader: CountedReader, path: Path) -> None:
    reader.get(path)
    reader.get(path, is_full=True)
    assert reader.count == 2


def test_what_a_folder_no_longer_holds_is_forgotten(reader: CountedReader, path: Path) -> None:
    reader.get(path)
    reader.cache.begin(is_full=False)  # a reading in which the file was not there
    reader.get(path)
    assert reader.count == 2


def test_memory_does_not_grow_with_the_folder(
    reader: CountedReader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged_files, "MAX_BYTES", 4)
    reader.get(path)
    reader.get(path)
    assert reader.count == 2


@pytest.mark.parametrize("later", [FULL_EVERY, -timedelta(seconds=1)])
def test_once_a_day_and_when_the_clock_goes_back_a_folder_is_read_in_full(
    tmp_path: Path, later: timedelta
) -> None:
    path = news_file(tmp_path, "a.md")
    cache = FolderCache()
    cache.begin(NOON)
    first = cache.news_files.get(path, now=NOON)
    cache.begin(NOON + timedelta(0))
    assert cache.news_files.get(path, now=NOON) is first
    cache.begin(NOON + later)
    assert cache.news_files.get(path, now=NOON) is not first


def test_a_refusal_of_what_a_file_says_is_kept_and_one_that_it_cannot_be_read_is_not(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("no front matter\n")
    (tmp_path / "folder.md").mkdir()
    cache = FolderCache()
    cache.begin(NOON)
    first = cache.news_files.get(tmp_path / "bad.md", now=NOON)
    assert isinstance(first, InputRefused)
    assert cache.news_files.get(tmp_path / "bad.md", now=NOON) is first
    with pytest.raises(InputRefused, match="news-file-unreadable"):
        cache.news_files.get(tmp_path / "folder.md", now=NOON)


def test_a_source_notices_each_change_of_a_text_and_of_what_it_names(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    intake = NewsIntake(database, AssetStore(tmp_path / "assets"))
    with database.write() as session:
        source_id = add_folder_source(session, name="Inbox", folder=folder, now=NOON).id
    (folder / "report.pdf").write_bytes(a_pdf())
    path = news_file(folder, "a.md", "pdf: report.pdf")

    def changes() -> list[bool]:
        for each in folder.iterdir():
            os.utime(each, (0, 0))
        return [item.is_changed for item in read_source(intake, source_id, now=NOON).imported]

    assert [changes(), changes()] == [[True], [False]]
    path.write_text(path.read_text() + "\nMore.\n")
    assert [changes(), changes()] == [[True], [False]]
    (folder / "report.pdf").write_bytes(a_pdf(pages=2))
    assert [changes(), changes()] == [[True], [False]]
    (folder / "report.pdf").unlink()
    assert changes() == []
