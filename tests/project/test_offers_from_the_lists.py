"""Migration 0073: lists that there are offer each other, as every public one was offered with every other one."""

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text

from core.db import Database
from migrations.upgrade import alembic_config

LISTS = [
    ("bulletin", False, None),
    ("press", False, None),
    ("safe", True, None),
    ("old", False, "2026-11-01 12:00:00"),
]


@pytest.fixture
def before(database_url: str) -> Iterator[Database]:
    """A database of the version before."""
    database = Database(database_url)
    with database.write_schema() as session:
        command.downgrade(alembic_config(session.connection()), "0072")
    yield database
    database.dispose()


def test_public_lists_offer_each_other_and_no_protected_one_is_named(before: Database) -> None:
    with before.write() as session:
        for number, (slug, is_protected, archived_at) in enumerate(LISTS, start=1):
            session.execute(
                text(
                    "INSERT INTO mailing_list (id, slug, name, names, is_protected, language_chain,"
                    " required_languages, archived_at, created_at) VALUES"
                    " (:id, :slug, :slug, '{}', :is_protected, '[]', '[]', :archived_at, '2026-11-01 12:00:00')"
                ),
                {"id": number, "slug": slug, "is_protected": is_protected, "archived_at": archived_at},
            )
    with before.write_schema() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    with before.read() as session:
        offers = session.execute(text("SELECT list_id, offered_id FROM list_offer ORDER BY list_id")).all()
        framed = session.execute(text("SELECT frame_origins FROM mailing_list WHERE id = 1")).scalar_one()
    assert [tuple(offer) for offer in offers] == [(1, 2), (2, 1)]
    assert framed in ("[]", [])
