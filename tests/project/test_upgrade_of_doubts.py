"""Migration 0027: each delivery learns its last attempt; no attempt stays open for another's doubt (ADR 33)."""

from sqlalchemy import text

from delivery.attempts.attempts import RetryTerms, record_doubt, record_result
from delivery.message.outgoing import Accepted, NotSent
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from tests.conftest import NOON
from tests.delivery.builders import answered, attempt_of, launched, opened
from tests.project.kept_revisions import MigratedTo


def test_what_was_in_two_attempts_is_the_last_ones(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    campaign = launched(bare, 3)
    first_id, second_id, _ = campaign.ids
    first = opened(bare, campaign, [first_id, second_id])
    with bare.write() as session:
        result = answered(Accepted(first_id, None), NotSent(second_id, "later"))
        record_result(session, first.id, result, now=NOON, terms=RetryTerms(9))
    second = opened(bare, campaign, [second_id])
    with bare.write() as session:
        record_doubt(session, second.id, detail="", settle_at=None, now=NOON)
        # As it was kept before: open for the sake of whoever is in doubt at the second attempt.
        session.execute(text("UPDATE attempt SET state = 'in_doubt', closed_at = NULL"))
    downgrade(bare, str(alembic_scripts().get_revision("0027").down_revision))
    upgrade(bare)
    with bare.read() as session:
        kept = session.execute(text("SELECT attempt_id FROM delivery ORDER BY id")).scalars().all()
        states = session.execute(text("SELECT state, look_count FROM attempt ORDER BY id")).all()
    assert kept == [first.id, second.id, None]
    assert [tuple(row) for row in states] == [("settled", 0), ("in_doubt", 0)]
    assert attempt_of(bare, first.id).merge_values is None
