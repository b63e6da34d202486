"""A newsroom of some years: thousands of news items and hundreds of campaigns, written by the database itself."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert, literal, select, update
from sqlmodel import Session, col

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock, CampaignBlockText
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.settings import CampaignSettings
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind, RenderedVariant, Variant
from core.db import Database
from core.settings import Settings
from delivery.tables import Delivery
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock

LANGUAGES = ("en", "sl")
ITEMS_IN_BULLETIN = 10
_BODY = "<p>Šeststo ljudi je pogrešanih, med njimi otroci, in nihče ne ve, kdo bo odgovarjal za to.</p>" * 12
_FIRST = 1_000


def make_newsroom(
    database: Database, settings: Settings, *, items: int, campaigns: int, readers: int
) -> "Newsroom":
    """So many items, and campaigns that were sent to so many readers each; and a bulletin in the making."""
    world = make_world(database, StoppedClock(), settings)
    world.configure(undo_window=CampaignSettings.of(settings).undo_window * 0)
    world.add_readers([f"reader{number}" for number in range(readers)])
    with database.write() as session:
        _write_items(session, items)
    sent = world.launched(languages=LANGUAGES)
    world.run()
    assert world.status(sent) is CampaignStatus.SENT
    with database.write() as session:
        _write_campaigns(session, sent, campaigns)
    bulletin = _draft(world, [f"item-{_FIRST + number}" for number in range(ITEMS_IN_BULLETIN)])
    waiting = _draft(world, [f"item-{_FIRST}"])
    world.submit(waiting)
    return Newsroom(world, sent=sent, bulletin=bulletin, waiting=waiting)


class Newsroom:
    def __init__(self, world: World, *, sent: int, bulletin: int, waiting: int) -> None:
        self.world = world
        self.sent = sent
        self.bulletin = bulletin
        self.waiting = waiting


def _draft(world: World, slugs: list[str]) -> int:
    request = DraftRequest(CampaignKind.BULLETIN, "", slugs, "bulletin", "main", "en", LANGUAGES)
    with world.database.write() as session:
        return draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id


def _write_items(session: Session, count: int) -> None:
    numbers = range(_FIRST, _FIRST + count)
    session.execute(
        insert(NewsItem),
        [
            {"id": number, "slug": f"item-{number}", "kind": NewsKind.PAGE, "published_on": NOON.date(),
             "created_at": NOON, "updated_at": NOON}
            for number in numbers
        ],
    )  # fmt: skip
    session.execute(
        insert(NewsText),
        [
            {"item_id": number, "language": language, "title": f"Number {number}", "summary": "In brief.",
             "body_html": _BODY, "topic": f"Topic {number % 20}", "search_words": f"number {number} in brief"}
            for number in numbers for language in LANGUAGES
        ],
    )  # fmt: skip


def _write_campaigns(session: Session, model: int, count: int) -> None:
    """Copies of a sent one, with all that is its own."""
    campaign = session.get_one(Campaign, model)
    columns = {column.name: getattr(campaign, column.name) for column in _table(Campaign).columns}
    columns.pop("id")
    session.execute(insert(Campaign), [_copy(columns, model, number) for number in range(count)])
    for child in (AudienceList, Variant, RenderedVariant, CampaignBlock, Delivery):
        _copy_children(session, _table(child), model)
    _copy_block_texts(session, model)
    # As they lie in a database of some years: an email's number is its own.
    session.execute(update(Delivery).where(col(Delivery.campaign_id) != model).values(provider_message_id=None))


def _copy(columns: dict[str, Any], model: int, number: int) -> dict[str, Any]:
    """One a day, back from the last."""
    before = timedelta(days=number)
    moments = {name: value - before for name, value in columns.items() if isinstance(value, datetime)}
    return (
        columns | moments | {"public_id": f"copy{number}", "name": f"Campaign {number}", "copied_from_id": model}
    )


def _copy_children(session: Session, table: Table, model: int) -> None:
    names = [column.name for column in table.columns if column.name not in ("id", "campaign_id")]
    copies = (
        select(col(Campaign.id), *(table.c[name] for name in names))
        .select_from(table)
        .join(Campaign, col(Campaign.copied_from_id) == table.c.campaign_id)
        .where(table.c.campaign_id == model)
    )
    session.execute(insert(table).from_select(["campaign_id", *names], copies))


def _copy_block_texts(session: Session, model: int) -> None:
    block, copy, texts = _table(CampaignBlock), _table(CampaignBlock).alias(), _table(CampaignBlockText)
    copies = (
        select(copy.c.id, texts.c.language, texts.c.content)
        .join_from(texts, block, texts.c.block_id == block.c.id)
        .join(copy, copy.c.position == block.c.position)
        .where(block.c.campaign_id == literal(model), copy.c.campaign_id != model)
    )
    session.execute(insert(texts).from_select(["block_id", "language", "content"], copies))


def _table(model: Any) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
