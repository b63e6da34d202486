"""The bench measures what it says it measures. How long it takes decides nothing here."""

from pathlib import Path

import pytest
from sqlalchemy import text

from core.db import Database
from tests.bench import measure, pages, posting, reader_pages, sources
from tests.bench.newsroom import ITEMS_IN_BULLETIN
from tests.bench.report import PAGE, Row, report_text
from tests.bench.sink import sink
from tests.databases import empty


@pytest.fixture
def database_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    copy = tmp_path / "bench.sqlite3"
    copy.write_bytes(migrated_sqlite.read_bytes())
    return f"sqlite:///{copy}"


def test_both_sides_of_sending_reach_the_sink(database: Database, database_url: str, tmp_path: Path) -> None:
    with sink() as far_side:
        order = {
            "database_url": database_url,
            "folder": str(tmp_path),
            "far_side": far_side,
            "readers": 200,
            "html_bytes": 3_000,
            "is_launched": True,
            "events": 3,
        }
        assert measure.crowd(order)["html"] > 3_000
        assert measure.send(order)["seconds"] > 0
        assert measure.bare_send(order)["seconds"] > 0
        assert measure.bare_webhooks(order)["seconds"] > 0


def test_each_page_of_a_newsroom_is_asked_for_and_what_is_typed_is_in_the_answer(
    database_url: str, tmp_path: Path
) -> None:
    order = {
        "database_url": database_url,
        "folder": str(tmp_path),
        "far_side": "http://127.0.0.1:9",
        "items": ITEMS_IN_BULLETIN,
        "campaigns": 3,
        "readers": 2,
        "times": 1,
    }
    measured = pages.measure(order)
    assert {"Today", "News", "the composer, ten items", pages.KEYSTROKE} < measured.keys()
    assert all(page["ms"] > 0 and page["bytes"] > 1_000 for page in measured.values())


def test_long_feeds_and_many_websites_are_read(database_url: str, tmp_path: Path) -> None:
    order = {"database_url": database_url, "folder": str(tmp_path), "far_side": "http://127.0.0.1:9"}
    measured = sources.measure(order | {"entries": 30, "sources": 2})
    assert min(measured.values()) > 0


@pytest.mark.parametrize("through", ["post", "hub"])
def test_what_a_website_publishes_is_sent_with_nobodys_hand_between(
    database_url: str, tmp_path: Path, through: str
) -> None:
    with sink() as far_side:
        order = {"database_url": database_url, "folder": str(tmp_path), "far_side": far_side}
        measured = posting.measure(order | {"readers": 3, "html_bytes": 300, "through": through})
    assert measured["longest"] >= measured["median"] > 0


def test_the_page_says_what_was_measured_beside_what() -> None:
    written = report_text([Row("sending", "2 a second", "4 a second", "0.50", "≥ 0.7")], "PostgreSQL 15")
    assert "| sending | 2 a second | 4 a second | 0.50 | ≥ 0.7 |" in written
    assert PAGE.name == "bench.md"


def test_both_sides_of_a_launch_write_their_rows(
    migrated_postgres: Database, postgres_url: str, tmp_path: Path
) -> None:
    empty(migrated_postgres)
    order = {
        "database_url": postgres_url,
        "folder": str(tmp_path),
        "far_side": "http://127.0.0.1:9",
        "readers": 20,
        "html_bytes": 3_000,
        "is_launched": False,
    }
    measure.crowd(order)
    try:
        assert measure.bare_launch(order)["seconds"] > 0
        assert measure.launch(order)["seconds"] > 0
        with migrated_postgres.read() as session:
            rows = session.execute(
                text("SELECT (SELECT count(*) FROM bare), (SELECT count(*) FROM delivery)")
            ).one()
        assert tuple(rows) == (20, 20)
    finally:
        with migrated_postgres.write() as session:
            session.execute(text("DROP TABLE bare; DROP SEQUENCE bare_id"))


def test_a_segment_is_counted_and_launched_to_every_second_reader(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    order = {
        "database_url": database_url,
        "folder": str(tmp_path),
        "far_side": "http://127.0.0.1:9",
        "readers": 20,
        "html_bytes": 3_000,
        "is_launched": True,
        "is_narrowed": True,
    }
    measure.crowd(order)
    counted = measure.count_segment(order)
    assert min(counted["estimate"], counted["everybody"], counted["bare"]) > 0
    measure.launch(order)
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM delivery WHERE campaign_id = 2")).scalar_one() == 10


def test_pages_about_readers_are_asked_for_among_as_many_as_there_are(database_url: str, tmp_path: Path) -> None:
    order = {"database_url": database_url, "folder": str(tmp_path), "far_side": "http://127.0.0.1:9", "people": 60}
    measured = reader_pages.measure(order)
    assert all(spent["p95"] >= spent["median"] > 0 for spent in measured.values())
    written = "".join(map(str, reader_pages.rows_of("SQLite", 60, measured)))
    assert "SQLite: a segment's page, estimated, among 60 readers" in written
    row = reader_pages.lists_row(
        "SQLite", 60, measured, {reader_pages.LISTS: {"median": measured[reader_pages.LISTS]["median"] / 2}}
    )
    assert row.what.endswith("among 60 readers against 6: median")
    assert row.ratio == "2.0"
