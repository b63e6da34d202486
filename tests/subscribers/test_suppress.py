"""Suppression: once is enough, and the first reason stays."""

from sqlmodel import select

from core.db import Database
from subscribers.suppress import MAX_DETAIL, is_suppressed, suppress
from subscribers.tables import Suppression, SuppressionReason
from tests.conftest import NOON
from tests.subscribers.conftest import hash_of

ANA = hash_of("ana@example.org")


def test_a_suppressed_address_is_known_by_its_hash(database: Database) -> None:
    with database.write() as session:
        assert not is_suppressed(session, ANA)
        assert suppress(session, address_hash=ANA, reason=SuppressionReason.BOUNCED, detail="550", now=NOON)
        assert is_suppressed(session, hash_of("ANA@example.org"))
        assert not is_suppressed(session, hash_of("bor@example.org"))


def test_the_first_reason_stays(database: Database) -> None:
    with database.write() as session:
        suppress(session, address_hash=ANA, reason=SuppressionReason.COMPLAINED, detail="abuse", now=NOON)
        assert not suppress(session, address_hash=ANA, reason=SuppressionReason.STAFF, detail="", now=NOON)
    with database.read() as session:
        suppression = session.exec(select(Suppression)).one()
        assert (suppression.reason, suppression.detail, suppression.at) == (
            SuppressionReason.COMPLAINED,
            "abuse",
            NOON,
        )


def test_a_providers_long_words_are_cut(database: Database) -> None:
    with database.write() as session:
        suppress(session, address_hash=ANA, reason=SuppressionReason.BOUNCED, detail="x" * 9_999, now=NOON)
        assert len(session.exec(select(Suppression)).one().detail) == MAX_DETAIL
