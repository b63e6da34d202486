"""A subject or preheader that still says what a news item said before it was changed is asked about."""

from hashlib import sha256
from typing import Any

from sqlmodel import col, select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.editorial.write_news import NewsEdit, edit_news
from campaigns.review.check import check
from kinds.details import Details
from news.incoming_item import IncomingItem
from news.queries import item_by_slug
from news.tables import NewsText
from tests.campaigns.test_blocks import bulletin
from tests.campaigns.world import World
from tests.databases import on_sqlite


def correct(world: World, language: str, **changes: Any) -> None:
    world.clock.advance(seconds=60)
    with world.database.read() as session:
        item = item_by_slug(session, "shipwreck")
        text = session.exec(
            select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == language)
        ).one()
        values: dict[str, Any] = {"title": text.title, "summary": text.summary, "body_html": text.body_html}
        incoming = IncomingItem(
            place="",
            digest=sha256(str(changes).encode()).hexdigest(),
            slug=item.slug,
            kind=item.kind,
            language=language,
            details=Details(),
            published_on=item.published_on,
            undated_on=item.published_on,
            **values | changes,
        )
    with world.database.write() as session:
        edit_news(session, NewsEdit(item.id, [incoming]), actor=world.ana, now=world.clock.now())


def findings(world: World, campaign_id: int) -> list[tuple[object, ...]]:
    with world.database.read() as session:
        every = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [
        (finding.code.removeprefix("campaigns-earlier-"), finding.where, finding.language, finding.params["now"])
        for finding in every
        if finding.code.startswith("campaigns-earlier-")
    ]


@on_sqlite
def test_a_title_that_was_corrected_is_asked_about_in_the_subject(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    assert findings(world, campaign_id) == []
    correct(world, "en", title="610 people are missing")
    assert findings(world, campaign_id) == [("title", "subject", "en", "610 people are missing")]
    reword(world, campaign_id, subject="610 people are missing · News")
    assert findings(world, campaign_id) == []


@on_sqlite
def test_so_is_a_summary_in_the_preheader(world: World) -> None:
    correct(world, "en", summary="The coast guard watched a boat go down off Pylos, and did nothing for hours.")
    world.clock.advance(seconds=60)
    campaign_id = bulletin(world, "shipwreck")
    assert findings(world, campaign_id) == []
    correct(world, "en", summary="The coast guard saw a boat go down off Pylos.")
    now = "The coast guard saw a boat go down off P"
    assert findings(world, campaign_id) == [("summary", "preheader", "en", now)]


@on_sqlite
def test_words_of_staffs_own_are_left_alone(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    reword(world, campaign_id, subject="Our bulletin, [[recipient_name|friend]]")
    correct(world, "en", title="610 people are missing")
    correct(world, "sl", body_html="<p>Samo besedilo je drugačno.</p>")
    assert findings(world, campaign_id) == []


def reword(world: World, campaign_id: int, **texts: str) -> None:
    with world.database.write() as session:
        edit_variant(session, campaign_id, "en", VariantEdit(texts), actor=world.ana, now=world.clock.now())
