"""Migration 0035: who wanted nothing before is taken from the proofs of consent, and nobody else is."""

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text
from sqlmodel import Session

from core.db import Database
from migrations.upgrade import alembic_config

AT = "2026-11-01 12:00:00"
BULLETIN, SHELTER = 1, 2
RECORDS = [
    ("blocked", BULLETIN, "unsubscribed", "import_opt_out", "old.csv:7"),
    ("back", BULLETIN, "unsubscribed", "import_opt_out", "old.csv:8"),
    ("back", BULLETIN, "confirmed", "confirmation_link", "question:1"),
    ("one", BULLETIN, "unsubscribed", "preferences_page", "campaign:may"),
    ("all", BULLETIN, "unsubscribed", "preferences_page", "campaign:may"),
    ("all", SHELTER, "unsubscribed", "preferences_page", "campaign:may"),
    ("all", BULLETIN, "confirmed", "import", "newer.csv:3"),
    ("from-shelter", SHELTER, "unsubscribed", "preferences_page", "campaign:june"),
    ("click", BULLETIN, "unsubscribed", "one_click", "campaign:may"),
]

SENDER = {
    "id": 1, "name": "main", "provider": "outbox", "from_name": "Us", "from_address": "us@example.org",
    "webhook_token": "t", "calls_per_second": 1.0, "consecutive_errors": 0, "created_at": AT,
}  # fmt: skip
CAMPAIGN = {
    "name": "May", "kind": "statement", "status": "sent", "main_language": "sl", "sender_id": 1,
    "author": "user:1", "visibility": "link_only", "created_at": AT, "changed_at": AT,
}  # fmt: skip


@pytest.fixture
def before(database_url: str) -> Iterator[Database]:
    """A database of the version before."""
    database = Database(database_url)
    with database.write_schema() as session:
        command.downgrade(alembic_config(session.connection()), "0034")
    yield database
    with database.write_schema() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    database.dispose()


def insert(session: Session, table: str, **values: object) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    session.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)  # noqa: S608  no input


def test_they_come_from_the_records(before: Database) -> None:
    """Whoever pressed "take me off everything" is known only where it ended a protected list that no other press
    could have ended."""
    with before.write() as session:
        for number, (slug, is_protected) in enumerate([("bulletin", False), ("shelter", True)], start=1):
            insert(
                session, "mailing_list", id=number, slug=slug, name=slug, is_protected=is_protected,
                language_chain="[]", required_languages="[]", created_at=AT,
            )  # fmt: skip
        insert(session, "sender", **SENDER)
        for name, list_id in (("may", BULLETIN), ("june", SHELTER)):
            insert(session, "campaign", **CAMPAIGN | {"id": list_id, "public_id": name, "list_id": list_id})
        people = sorted({record[0] for record in RECORDS})
        for number, who in enumerate(people, start=1):
            insert(
                session, "subscriber", id=number, address=f"{who}@example.org", address_hash=who, name="",
                language="sl", created_at=AT,
            )  # fmt: skip
        for number, (who, list_id, action, method, evidence) in enumerate(RECORDS, start=1):
            insert(
                session, "consent_record", id=number, subscriber_id=people.index(who) + 1, list_id=list_id,
                action=action, method=method, wording="", language="sl", evidence=evidence, at=AT,
            )  # fmt: skip
    with before.write_schema() as session:
        command.upgrade(alembic_config(session.connection()), "head")
    with before.read() as session:
        rows = session.execute(text("SELECT address_hash, method, evidence FROM opted_out ORDER BY 1")).all()
    assert [tuple(row) for row in rows] == [
        ("all", "preferences_page", "campaign:may"),
        ("blocked", "import_opt_out", "old.csv:7"),
    ]
