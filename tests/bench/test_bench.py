"""The bench measures what it says it measures. How long it takes decides nothing here."""

from pathlib import Path

import pytest

from core.db import Database
from tests.bench import measure
from tests.bench.__main__ import PAGE, Row, page
from tests.bench.sink import sink


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


def test_the_page_says_what_was_measured_beside_what() -> None:
    written = page([Row("sending", "2 a second", "4 a second", "0.50", "≥ 0.7")], "PostgreSQL 15")
    assert "| sending | 2 a second | 4 a second | 0.50 | ≥ 0.7 |" in written
    assert PAGE.name == "bench.md"
