"""A person decides what nothing else can."""

from datetime import timedelta

import pytest

from core.db import Database
from core.errors import Conflict
from delivery.attempts import due_for_settling, record_doubt, record_not_accepted, record_result
from delivery.doubt import attempts_in_doubt, decide_doubt
from delivery.outgoing import Accepted, Doubtful
from delivery.status import DeliveryStatus
from delivery.tables import AttemptState
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    MAX_ATTEMPTS,
    Launched,
    all_accepted,
    answered,
    attempt_of,
    launched,
    opened,
    snapshot,
    statuses,
)

S = DeliveryStatus


def doubted(database: Database) -> tuple[Launched, int]:
    """One delivery accepted, one in doubt."""
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    one, two = campaign.ids
    with database.write() as session:
        result = answered(Accepted(one, "a"), Doubtful(two, "cut off"))
        record_result(session, attempt.id, result, now=NOON, max_attempts=MAX_ATTEMPTS)
    return campaign, attempt.id


@pytest.mark.parametrize(("was_accepted", "expected"), [(True, S.ACCEPTED), (False, S.QUEUED)])
def test_a_persons_word_settles_what_is_in_doubt(
    database: Database, was_accepted: bool, expected: DeliveryStatus
) -> None:
    campaign, attempt_id = doubted(database)
    with database.read() as session:
        found = attempts_in_doubt(session, campaign_id=campaign.campaign_id, limit=10)
    assert [attempt.id for attempt in found] == [attempt_id]
    with database.write() as session:
        assert decide_doubt(session, attempt_id, was_accepted=was_accepted, now=NOON) == 1
    assert statuses(database, campaign) == [S.ACCEPTED, expected]
    assert attempt_of(database, attempt_id).state is AttemptState.SETTLED
    before = snapshot(database)
    with pytest.raises(Conflict, match="delivery-not-in-doubt"), database.write() as session:
        decide_doubt(session, attempt_id, was_accepted=was_accepted, now=NOON)
    assert snapshot(database) == before


def test_nobody_decides_over_the_head_of_a_worker(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with pytest.raises(Conflict, match="delivery-not-in-doubt"), database.write() as session:
        decide_doubt(session, attempt.id, was_accepted=False, now=NOON)
    with database.write() as session:
        record_doubt(session, attempt.id, detail="", settle_at=NOON, now=NOON)
        due_for_settling(session, now=NOON, limit=1, worker="settler", lease=LEASE)
    with pytest.raises(Conflict, match="delivery-doubt-being-settled"), database.write() as session:
        decide_doubt(session, attempt.id, was_accepted=False, now=NOON)
    with database.write() as session:
        assert decide_doubt(session, attempt.id, was_accepted=False, now=NOON + LEASE) == 1


def test_after_a_decision_late_good_news_counts_and_late_bad_news_does_not(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    with database.write() as session:
        decide_doubt(session, attempt_id, was_accepted=False, now=NOON)
        later = NOON + timedelta(hours=1)
        assert not record_not_accepted(session, attempt_id, now=NOON, retry_at=later, detail="")
        record_result(session, attempt_id, all_accepted(campaign.ids), now=NOON, max_attempts=MAX_ATTEMPTS)
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
