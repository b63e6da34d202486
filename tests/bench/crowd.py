"""A campaign and any number of readers, written by the database itself."""

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.manage_segment import SegmentDetails, add_segment
from campaigns.review.schedule import send_now
from campaigns.settings import CampaignSettings
from campaigns.tables import Variant
from core.db import Database
from core.settings import Settings
from delivery.tables import Sender
from news.tables import NewsText
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock

_PARAGRAPH = (
    "<p>Šeststo ljudi je pogrešanih, med njimi otroci, in nihče ne ve, kdo bo odgovarjal za njihovo smrt.</p>"
)

_NUMBERS = {
    "sqlite": "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)",
    "postgresql": "WITH numbers(n) AS (SELECT generate_series(1, :count))",
}
_READERS = {
    "sqlite": "'reader' || n || '@example.org', lower(hex(randomblob(32)))",
    "postgresql": "'reader' || n || '@example.org', encode(sha256(n::text::bytea), 'hex')",
}


def make_crowd(database: Database, settings: Settings, *, readers: int, html_bytes: int) -> World:
    """A world with an approved campaign whose html is about so long, and so many confirmed readers."""
    world = make_world(database, StoppedClock(), settings)
    world.configure(undo_window=CampaignSettings.of(settings).undo_window * 0)
    with database.write() as session:
        session.execute(update(Sender).values(provider="resend", calls_per_second=1_000_000.0))
        _write_readers(session, database.url.get_backend_name(), readers)
        _lengthen(session, html_bytes)
    _analyze(database)
    return world


def _analyze(database: Database) -> None:
    """As autovacuum does after a minute."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))


def _write_readers(session: Session, kind: str, count: int) -> None:
    people = f"""
        INSERT INTO subscriber (address, address_hash, name, language, created_at)
        {_NUMBERS[kind]} SELECT {_READERS[kind]}, 'Reader ' || n, 'en', CURRENT_TIMESTAMP FROM numbers
    """  # noqa: S608  our own words
    if kind == "postgresql":
        people = f"""
            {_NUMBERS[kind]} INSERT INTO subscriber (address, address_hash, name, language, created_at)
            SELECT {_READERS[kind]}, 'Reader ' || n, 'en', CURRENT_TIMESTAMP FROM numbers
        """  # noqa: S608  our own words
    session.execute(text(people), {"count": count})
    session.execute(
        text(
            "INSERT INTO subscription (subscriber_id, list_id, status, changed_at) "
            "SELECT id, 1, 'confirmed', CURRENT_TIMESTAMP FROM subscriber"
        )
    )


def _lengthen(session: Session, html_bytes: int) -> None:
    session.execute(
        update(NewsText).where(col(NewsText.language) == "en").values(body_html=_PARAGRAPH * (html_bytes // 150))
    )


def narrow_to_half(world: World, campaign_id: int, first_id: int) -> None:
    """The campaign is for a segment of three parts: whoever did not get the first one, which every second did."""
    condition = f"language in (en, sl) and signed_up >= 2020-01-01 and not got campaign {first_id}"
    with world.database.write() as session:
        session.execute(text("UPDATE delivery SET status = 'accepted' WHERE id % 2 = 0"))
        details = SegmentDetails("Half", condition)
        segment = add_segment(session, details, actor=world.ana, now=world.clock.now())
        choice = AudienceChoice(["bulletin"], segments=[segment.id])
        choose_audience(session, campaign_id, choice, actor=world.ana, now=world.clock.now())
    _analyze(world.database)


def begin(world: World, *, after: int | None = None) -> int:
    """The campaign is due. `after`: for whoever did not get that one."""
    campaign_id = world.draft(languages=("en",))
    if after is not None:
        narrow_to_half(world, campaign_id, after)
    with world.database.write() as session:
        for variant in session.exec(select(Variant)):
            variant.intro_html = "<p>Dear [[recipient_name|friend]], this is what has happened.</p>"
            session.add(variant)
    world.submit(campaign_id)
    world.approve(campaign_id)
    with world.database.write() as session:
        now = world.clock.now()
        send_now(session, campaign_id, actor=world.boris, settings=world.settings, now=now)
    return campaign_id
