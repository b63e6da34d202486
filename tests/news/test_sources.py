"""A watched folder is read again and again; nothing is lost, nothing is taken half-written."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from core.db import Database
from core.errors import Conflict, InputRefused, NotFound
from news import refused_assets
from news.import_files import NewsIntake
from news.import_report import ImportReport
from news.queries import get_item
from news.sources import add_folder_source, last_refusals, list_sources, read_source
from news.store import AssetStore
from news.tables import Source
from tests.conftest import NOON
from tests.news.making import a_pdf, news_file

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONG_AGO = NOON - timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


class Watching:
    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        with database.write() as session:
            self.source_id = add_folder_source(session, name="Inbox", folder=folder, now=NOON).id

    def read(self, *, later: timedelta = timedelta(0), zone: str = "UTC") -> ImportReport:
        store = AssetStore(self.folder.parent / "assets")
        return read_source(NewsIntake(self.database, store, zone), self.source_id, now=NOON + later)

    def source(self) -> Source:
        with self.database.read() as session:
            (source,) = list_sources(session)
        return source


@pytest.fixture
def watching(database: Database, folder: Path) -> Watching:
    return Watching(database, folder)


def written_at(path: Path, moment: float) -> None:
    os.utime(path, (moment, moment))


def test_what_is_dropped_into_the_folder_is_imported_once(watching: Watching) -> None:
    written_at(news_file(watching.folder, "a.md"), LONG_AGO.timestamp())
    (first,) = watching.read().imported
    (again,) = watching.read(later=timedelta(minutes=1)).imported
    assert (first.is_new, first.is_changed) == (True, True)
    assert (again.is_new, again.is_changed) == (False, False)
    with watching.database.read() as session:
        assert get_item(session, first.item_id).source_id == watching.source_id
    assert watching.source().last_read_at == NOON + timedelta(minutes=1)
    assert watching.source().last_error is None


@pytest.mark.parametrize("seconds", [-0.9, 0.0, 0.9])
def test_a_file_that_was_written_a_moment_ago_waits_for_the_next_reading(
    watching: Watching, seconds: float
) -> None:
    path = news_file(watching.folder, "a.md")
    written_at(path, NOON.timestamp() + seconds)
    assert watching.read() == ImportReport()
    assert len(watching.read(later=timedelta(seconds=2)).imported) == 1


def test_a_file_whose_date_is_far_in_the_future_is_not_awaited_until_then(watching: Watching) -> None:
    written_at(news_file(watching.folder, "a.md"), NOON.timestamp() + 3600)
    assert len(watching.read().imported) == 1


def test_a_half_written_file_is_not_refused_but_awaited(watching: Watching) -> None:
    path = watching.folder / "a.md"
    path.write_text("---\ntitle: A ti")
    written_at(path, NOON.timestamp())
    assert watching.read() == ImportReport()
    news_file(watching.folder, "a.md")
    written_at(path, NOON.timestamp())
    assert len(watching.read(later=timedelta(seconds=2)).imported) == 1


def test_a_file_whose_pdf_is_being_copied_waits_for_it(watching: Watching) -> None:
    written_at(news_file(watching.folder, "a.md", "pdf: a.pdf"), LONG_AGO.timestamp())
    (watching.folder / "a.pdf").write_bytes(a_pdf())
    written_at(watching.folder / "a.pdf", NOON.timestamp())
    assert watching.read() == ImportReport()
    assert len(watching.read(later=timedelta(seconds=2)).imported) == 1


def test_what_was_wrong_is_kept_until_it_has_been_put_right(watching: Watching) -> None:
    path = news_file(watching.folder, "a.md", "titel: A")
    written_at(path, LONG_AGO.timestamp())
    report = watching.read()
    assert last_refusals(watching.source()) == report.refused
    assert report.refused[0].code == "news-key-misspelt"
    written_at(news_file(watching.folder, "a.md"), LONG_AGO.timestamp())
    assert len(watching.read().imported) == 1
    assert last_refusals(watching.source()) == []


def test_a_folder_that_is_gone_is_shown_and_recovers(watching: Watching) -> None:
    watching.folder.rmdir()
    (refusal,) = watching.read().refused
    assert (refusal.code, refusal.place) == ("news-folder-missing", str(watching.folder))
    assert last_refusals(watching.source()) == [refusal]
    watching.folder.mkdir()
    assert watching.read() == ImportReport()
    assert watching.source().last_error is None


def test_a_folder_has_to_be_there_to_be_watched(database: Database, tmp_path: Path) -> None:
    with database.write() as session, pytest.raises(InputRefused):
        add_folder_source(session, name="Inbox", folder=tmp_path / "gone", now=NOON)


def test_a_source_s_name_is_its_own(watching: Watching) -> None:
    with watching.database.write() as session, pytest.raises(Conflict):
        add_folder_source(session, name="Inbox", folder=watching.folder, now=NOON)
    assert watching.source().name == "Inbox"


def test_a_source_that_is_none_is_not_found(watching: Watching) -> None:
    watching.source_id += 1
    with pytest.raises(NotFound):
        watching.read()


def logged(watching: Watching, later: timedelta) -> list[str]:
    """What a reading logs."""
    with structlog.testing.capture_logs() as lines:
        watching.read(later=later)
    return [f"{line['event']} {line.get('file', '')}".strip() for line in lines]


def test_what_stays_wrong_is_logged_once_and_not_at_every_reading(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    news_file(watching.folder, "cut.md", "pdf: cut.pdf")
    (watching.folder / "cut.pdf").write_bytes(a_pdf()[:-20])
    news_file(watching.folder, "rumour.md", "kind: rumour")
    for path in watching.folder.iterdir():
        written_at(path, LONG_AGO.timestamp())
    both = ["news.refused rumour.md", "news.refused cut.md", "source.read"]
    assert logged(watching, timedelta(0)) == both
    for seconds in (5, 10, 15):
        assert logged(watching, timedelta(seconds=seconds)) == []
    written_at(news_file(watching.folder, "worse.md", "kind: gossip"), LONG_AGO.timestamp())
    assert logged(watching, timedelta(seconds=20)) == ["news.refused worse.md", "source.read"]
    (watching.folder / "worse.md").unlink()
    assert logged(watching, timedelta(seconds=25)) == ["source.read"]
    monkeypatch.setattr(refused_assets, "decoder_version", lambda: "a later one")
    assert logged(watching, timedelta(seconds=30)) == both[:2]
    assert logged(watching, timedelta(seconds=35)) == []
    assert logged(watching, timedelta(days=1)) == both
    assert logged(watching, timedelta(days=1, seconds=5)) == []


def test_a_folder_that_is_gone_is_logged_once(watching: Watching) -> None:
    watching.folder.rmdir()
    assert [bool(logged(watching, timedelta(seconds=later))) for later in (0, 5, 10)] == [True, False, False]


def day_of(watching: Watching, written: float, zone: str = "Europe/Ljubljana") -> date:
    """That an item without a date gets, of a file that was written then."""
    path = news_file(watching.folder, "a.md")
    written_at(path, written)
    (imported,) = watching.read(zone=zone).imported
    with watching.database.read() as session:
        return get_item(session, imported.item_id).published_on


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-05-01T12:00", date(2019, 5, 1)),
        ("2019-05-01T23:30", date(2019, 5, 2)),
        ("2200-01-01T12:00", NOON.date()),
        ("0001-01-01T00:00", date(1970, 1, 1)),
    ],
)
def test_what_names_no_date_is_of_the_day_on_which_its_file_was_written(
    watching: Watching, written: str, day: date
) -> None:
    moment = datetime.fromisoformat(written).replace(tzinfo=UTC)
    assert day_of(watching, (moment - EPOCH).total_seconds()) == day


def test_a_file_of_no_time_that_can_be_is_of_today(watching: Watching) -> None:
    assert day_of(watching, 2.0**38) == NOON.date()


def test_a_file_that_was_written_before_today_by_the_organisations_clock_is_not_of_today(
    watching: Watching,
) -> None:
    yesterday = NOON.replace(hour=9, minute=30)  # 23:30 of the day before in Pago Pago, and NOON is 01:00 there
    assert day_of(watching, yesterday.timestamp(), "Pacific/Pago_Pago") == NOON.date() - timedelta(days=1)
