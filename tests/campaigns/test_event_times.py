"""A check asks about an event in the night in which clocks are changed."""

from pathlib import Path

import pytest

from campaigns.review.check import check
from news.import_files import NewsIntake, import_file
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import news_file


@on_sqlite
@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("2027-10-31 02:30", ["campaigns-event-time-twice"]),
        ("2027-10-31 03:00", []),
        ("2027-10-31", []),
        # As it may have been stored before a form and a file refused it.
        ("2027-03-28 02:30", ["campaigns-event-time-skipped"]),
    ],
)
def test_readers_are_told_when_to_come(world: World, tmp_path: Path, starts: str, expected: list[str]) -> None:
    path = news_file(tmp_path, "vigil.en.md", "kind: event", f"starts: {starts}", "place: Metelkova 6")
    import_file(NewsIntake(world.database, world.context.assets, "UTC"), path, now=NOON)
    campaign_id = world.draft(slug="vigil")
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=NOON)
    assert [each.code for each in findings if "event-time" in each.code] == expected
