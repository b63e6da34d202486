"""Reads one website again and again, an hour apart, and shows what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import col, select

from core.db import Database
from kinds.registry import NewsKind
from news.feeds.claim_feed import claim_feed
from news.feeds.prepare_reading import FeedIntake
from news.feeds.read_feed import FeedReport, read_feed
from news.feeds.tables import Feed, FeedEntry, ReaderKind
from news.sources import last_refusals
from news.store import AssetStore
from news.tables import NewsItem, NewsText, Source, SourceKind
from tests.conftest import NOON
from tests.web.foreign_site import reads_this_machine


@dataclass
class SourceReader:
    database: Database
    intake: FeedIntake
    now: datetime = NOON

    def connect(self, address: str, reader: ReaderKind, *, host: str = "kolpa.example", language: str = "") -> int:
        """Its first reading is made."""
        with self.database.write() as session:
            source = Source(name=address, kind=SourceKind.FEED, location=address, created_at=self.now)
            session.add(source)
            session.flush()
            feed = Feed(
                source_id=source.id,
                reader=reader,
                host=host,
                kind=NewsKind.STATEMENT,
                language=language,
                every_minutes=30,
                next_at=self.now,
                read_well_at=self.now,
            )
            session.add(feed)
            source_id = source.id
        self.read(source_id)
        return source_id

    def read(self, source_id: int = 1) -> FeedReport:
        self.now += timedelta(hours=1)
        with self.database.write() as session:
            assert claim_feed(session, source_id, now=self.now)
        return read_feed(self.intake, source_id, now=self.now)

    def feed(self, source_id: int = 1) -> Feed:
        with self.database.read() as session:
            return session.get_one(Feed, source_id)

    @property
    def problems(self) -> list[str]:
        with self.database.read() as session:
            sources = session.exec(select(Source).order_by(col(Source.id)))
            return [why.code for source in sources for why in last_refusals(source)]

    @property
    def items(self) -> dict[str, Mapping[str, str]]:
        """Titles by language, by the slug of the item."""
        with self.database.read() as session:
            rows = session.exec(select(NewsItem.slug, NewsText.language, NewsText.title).join(NewsText)).all()
        return {slug: {language: title for own, language, title in rows if own == slug} for slug, _, _ in rows}

    def text(self, title: str) -> NewsText:
        with self.database.read() as session:
            return session.exec(select(NewsText).where(NewsText.title == title)).one()

    def entry(self, title: str) -> FeedEntry:
        with self.database.read() as session:
            return session.exec(select(FeedEntry).where(FeedEntry.title == title)).one()


def source_reader(database: Database, folder: Path) -> SourceReader:
    store = AssetStore(folder / "assets")
    return SourceReader(
        database,
        FeedIntake(
            database,
            store,
            reads_this_machine(),
            "Europe/Ljubljana",
            lambda *_: None,
            "sl",
            pause=lambda _: None,
        ),
    )
