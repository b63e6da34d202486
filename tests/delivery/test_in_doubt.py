"""A person decides what nothing else can."""

from datetime import timedelta

import pytest
from sqlalchemy import null, update

from core.db import Database
from core.errors import Conflict
from delivery.attempts.attempts import (
    RetryTerms,
    due_for_reconciliation,
    record_doubt,
    record_not_accepted,
    record_result,
)
from delivery.attempts.in_doubt import attempts_in_doubt, decide_doubt, decide_doubts, ids_in_doubt
from delivery.attempts.send_again import count_refused, send_refused_again
from delivery.events.events import apply_events
from delivery.message.outgoing import Accepted, Doubtful, NotSent, Rejected
from delivery.outcome import RejectReason
from delivery.reporting.listing import DeliveryFilter, count_in_doubt
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    MAX_ATTEMPTS,
    Launched,
    all_accepted,
    answered,
    attempt_of,
    claimed,
    event,
    launched,
    opened,
    rows_of,
    snapshot,
    statuses,
)

S = DeliveryStatus


def doubted(database: Database) -> tuple[Launched, int]:
    """One delivery accepted, one in doubt."""
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    first_id, second_id = campaign.ids
    with database.write() as session:
        result = answered(Accepted(first_id, "a"), Doubtful(second_id, "cut off"))
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    return campaign, attempt.id


@pytest.mark.parametrize(("was_accepted", "expected"), [(True, S.ACCEPTED), (False, S.QUEUED)])
def test_a_persons_word_settles_what_is_in_doubt(
    database: Database, was_accepted: bool, expected: DeliveryStatus
) -> None:
    campaign, attempt_id = doubted(database)
    with database.read() as session:
        attempts = attempts_in_doubt(session, campaign_id=campaign.campaign_id, limit=10)
    assert [attempt.id for attempt in attempts] == [attempt_id]
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
        due_for_reconciliation(session, now=NOON, limit=1, worker="settler", lease=LEASE)
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
        record_result(session, attempt_id, all_accepted(campaign.ids), now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]


def test_a_decision_about_one_attempt_moves_nobody_who_came_into_doubt_at_another(database: Database) -> None:
    """Of the first call one stays in doubt and one certainly was not sent; the second call loses that one, too."""
    campaign = launched(database, 2)
    first_id, second_id = campaign.ids
    first = opened(database, campaign)
    with database.write() as session:
        result = answered(Doubtful(first_id, "cut off"), NotSent(second_id, "later"))
        record_result(session, first.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    second = opened(database, campaign, [second_id])
    with database.write() as session:
        record_doubt(session, second.id, detail="cut off", settle_at=None, now=NOON)
    with database.read() as session:
        assert count_in_doubt(session, [first.id, second.id]) == {first.id: 1, second.id: 1}
        assert (ids_in_doubt(session, first.id), ids_in_doubt(session, second.id)) == ([first_id], [second_id])
    with database.write() as session:
        assert decide_doubt(session, first.id, was_accepted=False, now=NOON) == 1
    assert statuses(database, campaign) == [S.QUEUED, S.IN_DOUBT]
    assert attempt_of(database, first.id).state is AttemptState.SETTLED
    assert attempt_of(database, second.id).state is AttemptState.IN_DOUBT


@pytest.mark.parametrize("is_under_way", [False, True])
def test_good_news_of_an_earlier_attempt_counts_after_somebody_had_it_sent_again(
    database: Database, is_under_way: bool
) -> None:
    campaign, attempt_id = doubted(database)
    two = campaign.ids[1]
    with database.write() as session:
        decide_doubt(session, attempt_id, was_accepted=False, now=NOON)
    second = opened(database, campaign, [two]) if is_under_way else None
    with database.write() as session:
        apply_events(session, campaign.sender_id, [event(two)], now=NOON)
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
    assert claimed(database, campaign) == []
    if second is not None:
        assert attempt_of(database, second.id).state is AttemptState.SETTLED
        with database.write() as session:
            result = answered(NotSent(two, "later"))
            record_result(session, second.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
        assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]


def test_many_doubts_are_decided_at_once_but_not_those_that_bilten_still_looks_into(database: Database) -> None:
    campaign = launched(database, 4)
    attempts = [opened(database, campaign, [delivery_id]) for delivery_id in campaign.ids]
    for attempt, settle_at in zip(attempts, (None, None, NOON, None), strict=True):
        with database.write() as session:
            record_doubt(session, attempt.id, detail="", settle_at=settle_at, now=NOON)
    shown = [attempt.id for attempt in attempts[:3]]
    with database.write() as session:
        decided = decide_doubts(session, campaign.campaign_id, shown, was_accepted=False, now=NOON)
    assert decided == (shown[:2], 2)
    assert statuses(database, campaign) == [S.QUEUED, S.QUEUED, S.IN_DOUBT, S.IN_DOUBT]
    with database.write() as session:
        assert decide_doubts(session, campaign.campaign_id, shown, was_accepted=True, now=NOON) == ([], 0)


def test_an_attempt_without_an_answer_or_a_request_can_be_decided(database: Database) -> None:
    """One that stands for what was restored."""
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        replacement = {
            "state": AttemptState.IN_DOUBT,
            "settle_at": None,
            "lease_until": None,
            "merge_values": null(),
        }
        session.exec(update(Attempt).values(replacement))
        session.exec(update(Delivery).values(status=S.IN_DOUBT))
    with database.write() as session:
        decided = decide_doubts(session, campaign.campaign_id, [attempt.id], was_accepted=False, now=NOON)
    assert decided == ([attempt.id], 1)
    assert statuses(database, campaign) == [S.QUEUED]


REFUSED = (S.REJECTED, S.FAILED)


def test_only_the_refused_and_given_up_are_sent_again_and_once(database: Database) -> None:
    campaign = launched(database, 3)
    first_id, second_id, third_id = campaign.ids
    attempt = opened(database, campaign)
    with database.write() as session:
        result = answered(
            Rejected(first_id, RejectReason.INVALID, "no such user"),
            NotSent(second_id, "x"),
            Accepted(third_id, "m"),
        )
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(1))
    assert statuses(database, campaign) == [*REFUSED, S.ACCEPTED]
    later = NOON + timedelta(minutes=1)
    with database.write() as session:
        assert count_refused(session, campaign.campaign_id, DeliveryFilter(), now=later) == 2
        by_reason = DeliveryFilter(reason="invalid")
        assert send_refused_again(session, campaign.campaign_id, by_reason, seen_at=later, now=later) == [first_id]
        assert send_refused_again(session, campaign.campaign_id, by_reason, seen_at=later, now=later) == []
    assert statuses(database, campaign) == [S.QUEUED, S.FAILED, S.ACCEPTED]
    first = rows_of(database, campaign)[0]
    assert (first.attempt_count, first.reason, first.next_attempt_at) == (0, None, later)
    again = opened(database, campaign, [first_id], now=later)
    with database.write() as session:
        refused = answered(Rejected(first_id, RejectReason.INVALID, "no such user"))
        record_result(session, again.id, refused, now=later + timedelta(minutes=1), terms=RetryTerms(1))
        seen = {"seen_at": later, "now": later + timedelta(hours=1)}
        assert send_refused_again(session, campaign.campaign_id, DeliveryFilter(), **seen) == [second_id]
    assert statuses(database, campaign) == [S.REJECTED, S.QUEUED, S.ACCEPTED]


def test_what_an_earlier_attempt_says_late_does_not_refuse_what_is_sent_again(database: Database) -> None:
    """The first call is still in doubt for somebody else when a person has the refused reader sent to again."""
    campaign = launched(database, 2)
    first_id, second_id = campaign.ids
    first = opened(database, campaign)
    refusal = answered(Rejected(first_id, RejectReason.INVALID, "no"), Doubtful(second_id, "cut off"))
    with database.write() as session:
        record_result(session, first.id, refusal, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
        send_refused_again(session, campaign.campaign_id, DeliveryFilter(), seen_at=NOON, now=NOON)
    opened(database, campaign, [first_id])
    with database.write() as session:
        record_result(session, first.id, refusal, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    assert statuses(database, campaign) == [S.SENDING, S.IN_DOUBT]
