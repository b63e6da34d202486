"""What readers have had already is looked for once for all items of a campaign, and not once for each."""

from sqlmodel import select

from campaigns.review.repeats import repeats_of
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.web.statements import statements_of


@on_sqlite
def test_many_items_are_compared_by_as_many_statements_as_one(world: World) -> None:
    with world.database.write() as session:
        for number in range(12):
            item = NewsItem(
                slug=f"n{number}", kind=NewsKind.PAGE, published_on=NOON.date(), created_at=NOON, updated_at=NOON
            )
            session.add(item)
            session.flush()
            session.add(NewsText(item_id=item.id, language="en", title="The same", body_html="<p>a</p>"))
        ids = list(session.exec(select(NewsItem.id)))
    counted = []
    for item_ids in (ids[:1], ids):
        with world.database.read() as session, statements_of(world.database) as statements:
            assert list(repeats_of(session, item_ids, now=NOON)) == item_ids
        counted.append(len(statements))
    assert counted[0] == counted[1] > 0
