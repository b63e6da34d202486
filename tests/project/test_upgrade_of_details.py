"""Migration 0039: what only one kind of news says moves into one column, and comes out as it went in (ADR 47)."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import MetaData, Table, select
from sqlmodel import col
from sqlmodel import select as select_rows

from core.db import Database
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.details import Details
from kinds.event import EventDetails
from kinds.registry import NewsKind, details_from
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from news.fingerprints import FingerprintKind, fingerprints
from news.tables import NewsItem, NewsText
from tests.conftest import NOON
from tests.project.filled import Row
from tests.project.kept_revisions import MigratedTo

BEFORE = str(alembic_scripts().get_revision("0039").down_revision)
EXAMPLES: dict[NewsKind, tuple[Row, Details]] = {
    **{kind: ({}, Details()) for kind in NewsKind if kind.definition.details is Details},
    NewsKind.EVENT: (
        {
            "starts": "2026-12-05T18:00",
            "ends": "2026-12-05T20:30",
            "place": "Metelkova 6",
            "directions": "»2« 50 %",
        },
        EventDetails(
            starts="2026-12-05T18:00", ends="2026-12-05T20:30", place="Metelkova 6", directions="»2« 50 %"
        ),
    ),
    NewsKind.APPEAL: (
        {
            **{"action": "امضا", "action_url": "https://example.org/s?a=1&b", "deadline": date(2026, 12, 4)},
            **{"count": 0, "goal": 5000, "counted_on": date(2026, 11, 20)},
        },
        AppealDetails(
            action="امضا",
            action_url="https://example.org/s?a=1&b",
            deadline=date(2026, 12, 4),
            count=0,
            goal=5000,
            counted_on=date(2026, 11, 20),
        ),
    ),
    NewsKind.CORRECTION: (
        {"corrects": "shipwreck", "wrong": "60", "correct": "600"},
        CorrectionDetails(corrects="shipwreck", wrong="60", correct="600"),
    ),
}
TEXT_DIGESTS_BEFORE = {
    NewsKind.PAGE: "2019ebc4eff7543b921a46319f8bb276ec33b7cb04609676ecf0b87baae82691",
    NewsKind.EVENT: "2685d24a06132a51caf3c5ae1b7d8a46a57ee7973faad47d40de842c095cb633",
    NewsKind.APPEAL: "b4f4e23b27cbbba2f960021acf5860b9b2619ebdee537855d782401acfdb9e56",
    NewsKind.CORRECTION: "153769d53f5a110e4b6e33a087fb3790cdb070399b26d1adcfb6d94e57036a26",
}
"""How the words of these texts were fingerprinted by the version before (`news.fingerprints`, all fields)."""


def _tables(database: Database) -> tuple[Table, Table]:
    metadata = MetaData()
    with database.read() as session:
        metadata.reflect(session.connection(), only=["news_item", "news_text", "news_source"])
    return metadata.tables["news_item"], metadata.tables["news_text"]


def _write_before(database: Database, rows: dict[NewsKind, Row]) -> None:
    """An item of each kind, as the version before wrote it."""
    item, text = _tables(database)
    with database.write() as session:
        for number, (kind, values) in enumerate(rows.items(), 1):
            session.execute(
                item.insert().values(
                    id=number,
                    slug=kind.value,
                    kind=kind.value,
                    published_on=NOON.date(),
                    created_at=NOON,
                    updated_at=NOON,
                )
            )
            plain: Row = dict.fromkeys(("summary", "body_html", "quote", "quote_source", "quote_language"), "")
            plain |= {"topic": "Sea", "partners": "A; B", "funding": "X", "digest": "", "fingerprint_version": 3}
            whole = {"item_id": number, "language": "en", "title": kind.value.title()} | plain
            session.execute(text.insert().values(**whole, **values))


def _texts(database: Database) -> dict[NewsKind, NewsText]:
    with database.read() as session:
        rows = session.exec(
            select_rows(NewsItem, NewsText).join(NewsText, col(NewsText.item_id) == col(NewsItem.id))
        )
        return {item.kind: text for item, text in rows}


def test_every_kind_says_after_the_upgrade_what_it_said_before(migrated_to: MigratedTo) -> None:
    bare = migrated_to(BEFORE)
    _write_before(bare, {kind: values for kind, (values, _) in EXAMPLES.items()})
    upgrade(bare)
    texts = _texts(bare)
    assert {kind: details_from(text.details) for kind, text in texts.items()} == {
        kind: details for kind, (_, details) in EXAMPLES.items()
    }
    for kind, text in texts.items():
        assert (text.details["kind"], text.details["version"]) == (kind.value, 1)
        assert (text.topic, text.partners, text.funding) == ("Sea", "A; B", "X")


@pytest.mark.parametrize("kind", TEXT_DIGESTS_BEFORE)
def test_a_text_is_recognised_by_the_fingerprint_that_it_had(migrated_to: MigratedTo, kind: NewsKind) -> None:
    bare = migrated_to(BEFORE)
    _write_before(bare, {kind: EXAMPLES[kind][0]})
    upgrade(bare)
    text = _texts(bare)[kind]
    made = fingerprints(text.model_dump() | text.details, language="en", pdf="")
    assert [fingerprint.digest for fingerprint in made if fingerprint.kind is FingerprintKind.WORDS] == [
        TEXT_DIGESTS_BEFORE[kind]
    ]


def test_what_stands_with_another_kind_is_kept_and_comes_back(migrated_to: MigratedTo) -> None:
    """An item whose kind was changed, of which one language still says what it said before."""
    bare = migrated_to(BEFORE)
    whole = {name: value for values, _ in EXAMPLES.values() for name, value in values.items()}
    _write_before(bare, {NewsKind.STATEMENT: EXAMPLES[NewsKind.APPEAL][0], NewsKind.EVENT: whole})
    before = _rows(bare)
    upgrade(bare)
    texts = _texts(bare)
    assert details_from(texts[NewsKind.STATEMENT].details) == EXAMPLES[NewsKind.APPEAL][1]
    assert details_from(texts[NewsKind.EVENT].details) == EXAMPLES[NewsKind.EVENT][1]
    downgrade(bare, BEFORE)
    assert _rows(bare) == before


def _rows(database: Database) -> list[dict[str, Any]]:
    _, text = _tables(database)
    with database.read() as session:
        return [dict(row) for row in session.execute(select(text).order_by(text.c.id)).mappings()]
