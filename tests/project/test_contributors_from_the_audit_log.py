"""Migration 0031: who changed campaigns that are there is taken from the audit log, in its order."""

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text

from core.db import Database
from migrations.upgrade import alembic_config

LOG = [
    ("user:1", "campaign.drafted", "campaign:7"),
    ("user:2", "campaign.edited", "campaign:7"),
    ("cli", "news.imported", "news_item:3"),
    ("user:3", "template.saved", "template:calm"),
    ("user:3", "template.saved", "template:gone"),
    ("user:4", "brand.saved", "brand"),
    ("user:4", "list.languages_set", "mailing_list:1"),
    ("user:1", "campaign.submitted", "campaign:7"),
    ("user:2", "campaign.approved", "campaign:7"),
    ("user:2", "campaign.scheduled", "campaign:7"),
]


@pytest.fixture
def before(database_url: str) -> Iterator[Database]:
    """A database of the version before."""
    database = Database(database_url)
    with database.write_schema() as session:
        command.downgrade(alembic_config(session.connection()), "0030")
    yield database
    with database.write_schema() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    database.dispose()


def test_contributors_come_from_the_audit_log(before: Database) -> None:
    with before.write() as session:
        session.execute(
            text("INSERT INTO template (id, name, kind, created_at) VALUES (5, 'calm', 'statement', :at)"),
            {"at": "2026-11-01 12:00:00"},
        )
        for number, (actor, action, subject) in enumerate(reversed(LOG)):
            session.execute(
                text(
                    "INSERT INTO audit_entry (id, at, actor, action, subject, detail) "
                    "VALUES (:id, '2026-11-01 12:00:00', :actor, :action, :subject, '{}')"
                ),
                {"id": len(LOG) - number, "actor": actor, "action": action, "subject": subject},
            )
    with before.write_schema() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    with before.read() as session:
        rows = session.execute(
            text("SELECT subject, part, actor, value_before, value_after FROM content_change ORDER BY id")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("campaign:7", "drafted", "user:1", None, None),
        ("campaign:7", "", "user:2", None, None),
        ("news_item:3", "", "cli", None, None),
        ("template:5", "", "user:3", None, None),
        ("template:gone", "", "user:3", None, None),
        ("brand", "", "user:4", None, None),
        ("mailing_list:1", "", "user:4", None, None),
        ("campaign:7", "frozen", "user:1", None, None),
    ]
