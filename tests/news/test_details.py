"""What events, appeals, projects and corrections say in their front matter."""

from datetime import date
from pathlib import Path

import pytest

from core.db import Database
from core.errors import InputRefused
from kinds.appeal import AppealDetails
from kinds.details import Details
from kinds.event import EventDetails
from news.import_files import NewsIntake, import_file, import_folder
from news.markdown_file import read_news_file
from news.queries import assets_of, texts_of
from news.store import AssetStore
from news.tables import AssetRole
from tests.conftest import NOON
from tests.news.making import a_picture, news_file

EVENT = ("kind: event", "starts: 2026-12-05 18:00", "ends: 2026-12-05 20:30", "place: Metelkova 6")
APPEAL = ("kind: appeal", "action_url: https://example.org/sign")
CORRECTION = ("kind: correction", "corrects: shipwreck", "wrong: 60 people", "correct: 600 people")


def details(folder: Path, *lines: str) -> Details:
    return read_news_file(news_file(folder, "a.md", *lines)).details


def event(folder: Path, *lines: str) -> EventDetails:
    read = details(folder, *lines)
    assert isinstance(read, EventDetails)
    return read


def refusal(folder: Path, *lines: str) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        details(folder, *lines)
    return refused.value


def test_an_event_has_its_time_by_the_clock_at_its_place(tmp_path: Path) -> None:
    read = event(tmp_path, *EVENT, "directions: Bus 2")
    assert (read.starts, read.ends) == ("2026-12-05T18:00", "2026-12-05T20:30")
    assert (read.place, read.directions) == ("Metelkova 6", "Bus 2")
    assert event(tmp_path, "kind: event", "starts: 2026-12-05", "place: x").starts == "2026-12-05"


def test_an_appeal_has_a_call_a_deadline_and_a_dated_count(tmp_path: Path) -> None:
    counted = ("count: 1240", "goal: 5000", "counted_on: 2026-11-20")
    read = details(tmp_path, *APPEAL, "action: Sign", "deadline: 2026-12-04", *counted)
    assert isinstance(read, AppealDetails)
    assert (read.action, read.action_url, read.deadline) == ("Sign", "https://example.org/sign", date(2026, 12, 4))
    assert (read.count, read.goal, read.counted_on) == (1240, 5000, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (("kind: event", "starts: 2026-12-05"), "news-kind-needs", 1),
        (("kind: event", "place: x"), "news-kind-needs", 1),
        (("kind: appeal",), "news-kind-needs", 1),
        (CORRECTION[:3], "news-kind-needs", 1),
        (("kind: statement", "starts: 2026-12-05"), "news-key-of-another-kind", 3),
        (("kind: event", "starts: 5. 12. 2026", "place: x"), "news-moment-unreadable", 3),
        (("kind: event", "starts: 2026-12-05 18:60", "place: x"), "news-moment-unreadable", 3),
        (("kind: event", "starts: 2026-12-05 18:00", "ends: 2026-12-05", "place: x"), "news-ends-early", 4),
        (("kind: event", "starts: 2026-12-05", "ends: 2026-12-04", "place: x"), "news-ends-early", 4),
        ((*APPEAL, "deadline: tomorrow"), "news-date-unreadable", 4),
        ((*APPEAL, "count: 12"), "news-key-alone", 4),
        ((*APPEAL, "goal: 12"), "news-key-alone", 4),
        ((*APPEAL, "count: many", "counted_on: 2026-11-20"), "news-number-unreadable", 4),
        ((*APPEAL, "count: 3", "goal: 0", "counted_on: 2026-11-20"), "news-number-unreadable", 5),
        (("kind: appeal", "action_url: javascript:alert(1)"), "news-url-unusable", 3),
        (("kind: correction", "corrects: Ship wreck", *CORRECTION[2:]), "news-slug-unusable", 3),
        (("kind: correction", "corrects: a", *CORRECTION[2:]), "news-corrects-itself", 3),
        (("kind: project", "funder_logo: eu.png"), "news-key-alone", 3),
    ],
)
def test_what_is_missing_misplaced_or_impossible_is_refused_with_its_line(
    tmp_path: Path, lines: tuple[str, ...], code: str, line: int
) -> None:
    refused = refusal(tmp_path, *lines)
    assert (refused.code, refused.params["line"]) == (code, line)


def test_details_are_kept_with_the_text_and_go_when_the_file_drops_them(
    database: Database, tmp_path: Path
) -> None:
    intake = NewsIntake(database, AssetStore(tmp_path / "assets"))
    (tmp_path / "eu.png").write_bytes(a_picture())
    funded = ("kind: project", "funding: Paid by X.", "funder_logo: eu.png", "funder_logo_alt: Flag")
    path = news_file(tmp_path, "p.md", *funded, "image: eu.png", "image_caption: By A.")
    item_id = import_file(intake, path, now=NOON).item_id
    with database.read() as session:
        (text,) = texts_of(session, [item_id])[item_id].values()
        assert text.funding == "Paid by X."
        kept = {asset.role: (asset.alt, asset.caption) for asset in assets_of(session, [item_id])[item_id]}
        assert kept == {AssetRole.FUNDER_LOGO: ("Flag", ""), AssetRole.IMAGE: ("", "By A.")}
    import_file(intake, news_file(tmp_path, "p.md", "kind: project"), now=NOON)
    with database.read() as session:
        (text,) = texts_of(session, [item_id])[item_id].values()
        assert (text.funding, assets_of(session, [item_id])[item_id]) == ("", [])


def test_a_time_that_the_clocks_skip_is_refused_with_its_line(database: Database, tmp_path: Path) -> None:
    intake = NewsIntake(database, AssetStore(tmp_path / "assets"), "Europe/Ljubljana")
    for ends, is_read in (("2027-03-28 02:30", False), ("2027-03-28 03:00", True), ("2027-10-31 02:30", True)):
        path = news_file(tmp_path, "a.md", "kind: event", "starts: 2027-03-28 01:30", "place: x", f"ends: {ends}")
        if is_read:
            import_file(intake, path, now=NOON)
            continue
        with pytest.raises(InputRefused, match="news-time-skipped") as refused:
            import_file(intake, path, now=NOON)
        assert (refused.value.params["file"], refused.value.params["line"]) == ("a.md", 5)


def test_two_languages_of_one_event_have_one_time(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    news_file(folder, "a.en.md", *EVENT, "language: en")
    news_file(folder, "a.sl.md", "kind: event", "starts: 2026-12-06 18:00", "place: x", "language: sl")
    report = import_folder(NewsIntake(database, AssetStore(tmp_path / "assets")), folder, now=NOON)
    (refused,) = report.refused
    assert (refused.code, refused.params["key"]) == ("news-files-differ", "starts")
