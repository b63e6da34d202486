"""News is listed by pages and fetched by sets."""

from datetime import date

import pytest

from core.db import Database
from core.errors import Misconfigured, NotFound
from kinds.registry import NewsKind
from news.queries import assets_of, details_of, find_item, get_item, list_items, texts_of
from news.tables import NewsItem, NewsText
from tests.conftest import NOON


@pytest.fixture
def item_ids(database: Database) -> list[int]:
    items = [
        NewsItem(
            slug=f"item-{number}",
            kind=NewsKind.PAGE,
            published_on=date(2026, 11, 22),
            created_at=NOON,
            updated_at=NOON,
        )
        for number in range(5)
    ]
    with database.write() as session:
        session.add_all(items)
    with database.write() as session:
        session.add_all(
            NewsText(item_id=items[0].id, language=language, title=language) for language in ("sl", "en")
        )
    return [item.id for item in items]


def test_items_are_listed_the_latest_first_by_pages(database: Database, item_ids: list[int]) -> None:
    with database.read() as session:
        first = list_items(session, limit=3)
        second = list_items(session, after_id=first[-1].id, limit=3)
    assert [item.id for item in first + second] == item_ids[::-1]
    assert len(first) == 3


def test_an_item_is_found_by_its_slug(database: Database, item_ids: list[int]) -> None:
    with database.read() as session:
        item = find_item(session, "item-2")
        assert item is not None
        assert item == get_item(session, item_ids[2])
        assert find_item(session, "item-9") is None


def test_an_item_that_is_none_is_not_found(database: Database) -> None:
    with database.read() as session, pytest.raises(NotFound):
        get_item(session, 1)


def test_details_of_a_later_version_say_which_program_is_needed() -> None:
    text = NewsText(item_id=1, language="sl", title="x", details={"kind": "event", "version": 2})
    with pytest.raises(Misconfigured) as refused:
        details_of(text)
    assert (refused.value.code, refused.value.params) == ("news-details-newer", {"version": "2"})


def test_texts_and_assets_come_by_item(database: Database, item_ids: list[int]) -> None:
    with database.read() as session:
        texts = texts_of(session, item_ids[:2])
        assert {language: text.title for language, text in texts[item_ids[0]].items()} == {"sl": "sl", "en": "en"}
        assert texts[item_ids[1]] == {}
        assert assets_of(session, item_ids[:2]) == {item_ids[0]: [], item_ids[1]: []}
        assert texts_of(session, []) == {}
