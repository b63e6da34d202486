"""The database keeps its promises on SQLite and on PostgreSQL alike."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from core.db import Database
from subscribers.tables import MailingList
from tests.conftest import NOON


def _a_list(slug: str = "bulletin", created_at: datetime = NOON) -> MailingList:
    return MailingList(slug=slug, name="Bilten", created_at=created_at)


def test_a_unit_of_work_is_committed_when_its_block_ends(database: Database) -> None:
    with database.write() as session:
        session.add(_a_list())
    with database.read() as session:
        assert session.exec(select(MailingList.slug)).all() == ["bulletin"]


def test_a_unit_of_work_leaves_nothing_behind_when_its_block_raises(database: Database) -> None:
    def fail_half_way() -> None:
        with database.write() as session:
            session.add(_a_list())
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with database.read() as session:
        assert session.exec(select(MailingList)).all() == []


def test_a_read_cannot_write(database: Database) -> None:
    with database.read() as session:
        session.add(_a_list())
        with pytest.raises(DBAPIError, match="read"):
            session.flush()


def test_datetimes_come_back_aware_and_in_utc(database: Database) -> None:
    ljubljana = timezone(timedelta(hours=1))
    with database.write() as session:
        session.add(_a_list(created_at=datetime(2026, 11, 22, 13, 0, tzinfo=ljubljana)))
    with database.read() as session:
        created_at = session.exec(select(MailingList.created_at)).one()
    assert created_at == NOON
    assert created_at.tzinfo is UTC


def test_a_naive_datetime_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="naive"), database.write() as session:
        session.add(_a_list(created_at=datetime(2026, 11, 22, 13, 0)))  # noqa: DTZ001  the point
