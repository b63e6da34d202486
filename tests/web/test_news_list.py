"""The list of news: what there is, by kind, language, origin, use and words; quick however much there is."""

from typing import Any

import httpx
import pytest
from sqlalchemy import event, insert

from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText, OriginKind
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.newsroom import add_item
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Pogrešani", "A report", "Shipwreck"}),
        ("q=POGRESANI", {"Pogrešani"}),
        ("kind=report_summary", {"A report"}),
        ("language=sl&kind=page", {"Pogrešani"}),
        ("origin=browser", {"A report"}),
        ("used=no", {"Pogrešani", "A report"}),
        ("used=yes", {"Shipwreck"}),
        ("q=no+such+text", set()),
        ("q=%25", set()),
        ("kind=nonsense&language=../x&origin=1&used=2&before=x", {"Pogrešani", "A report", "Shipwreck"}),
    ],
)
def test_news_is_listed_as_it_is_asked_for(world: World, staff: SignInAs, query: str, shown: set[str]) -> None:
    add_item(world.database, "pogresani", "Pogrešani")
    kind, origin = NewsKind.REPORT_SUMMARY, OriginKind.BROWSER
    add_item(world.database, "a-report", "A report", kind=kind, language="en", origin=origin)
    world.draft()
    client = staff("ana")
    before = everything_in(world.database)
    page = client.get(f"/news?{query}")
    assert page.status_code == 200
    traces = {"Pogrešani": 'dir="auto">Pogrešani', "A report": 'dir="auto">A report', "Shipwreck": '"/news/1"'}
    assert {name for name, trace in traces.items() if trace in page.text} == shown
    assert everything_in(world.database) == before


def test_an_item_names_the_campaigns_that_have_it(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    page = staff("ana").get("/news").text
    assert f'href="/campaigns/{campaign_id}"' in page
    assert "In a campaign" in page


@on_sqlite
@pytest.mark.parametrize("path", ["", "/1", "/1/edit", "/new", "/new/page", "/1/versions", "/1/preview/en"])
def test_strangers_see_no_news(client: httpx.Client, world: World, path: str) -> None:
    answer = client.get(f"/news{path}")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_the_next_page_begins_where_this_one_ends(world: World, staff: SignInAs) -> None:
    for number in range(70):
        add_item(world.database, f"item-{number}", f"Item number {number:03}")
    client = staff("ana")
    seen: list[str] = []
    path = "/news?q=item"
    while path:
        page = client.get(path).text
        seen += [f"{number:03}" for number in range(69, -1, -1) if f"Item number {number:03}" in page]
        query = page.partition('class="button" href="/news?')[2].partition('"')[0].replace("&amp;", "&")
        path = f"/news?{query}" if query else ""
    assert seen == [f"{number:03}" for number in range(69, -1, -1)]


def _statements(world: World, client: httpx.Client, path: str) -> int:
    statements: list[str] = []

    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        statements.append(statement)

    with world.database.read() as session:
        engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        assert client.get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(statements)


def test_thirty_items_cost_as_many_queries_as_a_few(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    world.draft()
    add_item(world.database, "first", "First")
    few = _statements(world, client, "/news")
    for number in range(40):
        add_item(world.database, f"item-{number}", f"Item {number}")
    assert _statements(world, client, "/news") == few


def test_a_search_among_ten_thousand_reads_no_text_bodies(world: World, staff: SignInAs) -> None:
    """What the list asks for is in narrow columns: no body is read, and the pages of a search are few queries."""
    with world.database.write() as session:
        session.execute(
            insert(NewsItem),
            [
                {"id": number, "slug": f"n-{number}", "kind": NewsKind.PAGE, "published_on": NOON.date(),
                 "created_at": NOON, "updated_at": NOON}
                for number in range(100, 10_100)
            ],
        )  # fmt: skip
        session.execute(
            insert(NewsText),
            [
                {
                    "item_id": number,
                    "language": "sl",
                    "title": f"Novica {number}",
                    "search_words": f"novica {number}",
                }
                for number in range(100, 10_100)
            ],
        )
    client = staff("ana")
    assert _statements(world, client, "/news?q=novica+5123&used=no&language=sl&kind=page") < 20
    assert "Novica 5123" in client.get("/news?q=novica+5123").text
