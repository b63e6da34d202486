"""Databases to back up, and what is in one, row by row."""

from typing import Any

from sqlalchemy import text
from sqlmodel import SQLModel

from core.backup.create import Source
from core.db import Database
from core.settings import Settings
from delivery.tables import WebhookReceipt
from news.store import AssetStore
from tests.campaigns.world import World
from tests.conftest import NOON

PDF = b"%PDF-1.4 not a real one, and long enough to be told apart"
ODD = "tab\there, line\nthere, back\\slash, \\N, quote \" and ' , Ćirilica Чћ, عربي \x7f"


def source(world: World) -> Source:
    return Source(world.database, world.settings.assets_dir, secret(world.settings))


def secret(settings: Settings) -> str:
    return settings.secret_key.get_secret_value()


def fill(world: World) -> None:
    """Readers, a campaign that is out and one that waits; bytes and signs that a dump could stumble over."""
    world.add_readers(["ana", "bojan", "cene"])
    world.launched()
    world.run(rounds=3)
    world.scheduled()
    with world.database.write() as session:
        session.execute(text("UPDATE news_text SET body_html = :odd"), {"odd": ODD})
        session.add(WebhookReceipt(sender_id=1, dedupe_key=ODD, body=bytes(range(256)), received_at=NOON))


def put_asset(settings: Settings, data: bytes = PDF) -> str:
    import hashlib

    sha256 = hashlib.sha256(data).hexdigest()
    path = AssetStore(settings.assets_dir).path(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return sha256


def rows(database: Database, *, without: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with database.read() as session:
        return {
            table.name: sorted((tuple(map(repr, row)) for row in session.execute(table.select())), key=str)
            for table in SQLModel.metadata.sorted_tables
            if table.name not in without
        }
