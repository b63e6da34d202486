"""The intent before the call, and everything that can be learnt after it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, update

from core.db import Database
from core.errors import Conflict, NotFound
from delivery.attempts.attempts import (
    NewAttempt,
    RetryTerms,
    deliveries_of,
    due_for_reconciliation,
    open_attempt,
    record_doubt,
    record_not_accepted,
    record_result,
)
from delivery.attempts.queue import expire_leases, skip
from delivery.message.outgoing import Accepted, Doubtful, NotSent, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.status import DeliveryStatus
from delivery.tables import AttemptState, Delivery
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    MAX_ATTEMPTS,
    WORKER,
    Launched,
    all_accepted,
    answered,
    attempt_of,
    claimed,
    launched,
    open_for,
    opened,
    rows_of,
    snapshot,
    statuses,
)

S = DeliveryStatus
SOON = NOON + timedelta(seconds=30)


def record(session: Session, attempt_id: int, result: SendResult, *, fencing_token: int = 0) -> None:
    record_result(
        session, attempt_id, result, now=SOON, terms=RetryTerms(MAX_ATTEMPTS), fencing_token=fencing_token
    )


def test_an_attempt_holds_its_deliveries_in_the_order_of_the_request(database: Database) -> None:
    campaign = launched(database, 3)
    claimed(database, campaign)
    order = [campaign.ids[2], campaign.ids[0], campaign.ids[1]]
    attempt = opened(database, campaign, order)
    with database.read() as session:
        carried = deliveries_of(session, attempt.id)
    assert [delivery.id for delivery in carried] == order
    assert {delivery.status for delivery in carried} == {S.SENDING}
    assert {delivery.attempt_count for delivery in carried} == {1}
    stored = attempt_of(database, attempt.id)
    assert (stored.state, stored.lease_until, stored.claimed_by) == (AttemptState.OPEN, NOON + LEASE, WORKER)


@pytest.mark.parametrize("how", ["under way", "skipped", "another campaign's", "twice", "none"])
def test_an_attempt_is_not_opened_for_what_does_not_wait(database: Database, how: str) -> None:
    campaign = launched(database, 2)
    ids = list(campaign.ids)
    other = launched(database, 1, name="other")
    if how == "under way":
        opened(database, campaign, ids[:1])
    if how == "skipped":
        with database.write() as session:
            skip(session, {ids[0]: "unsubscribed"}, now=NOON)
    before = snapshot(database)
    wanted = {"twice": [*ids, ids[0]], "none": []}.get(how, ids)
    with pytest.raises(Conflict, match="delivery-claim-lost"), database.write() as session:
        open_for(session, other if how == "another campaign's" else campaign, wanted)
    assert snapshot(database) == before


def test_a_key_is_used_once_for_ever(database: Database) -> None:
    campaign = launched(database, 2)
    ids = claimed(database, campaign)
    first = opened(database, campaign, ids[:1])
    with database.write() as session:
        record(session, first.id, all_accepted(ids[:1]))
    again = NewAttempt(campaign.campaign_id, campaign.sender_id, first.key, {}, "", ids[1:])
    with pytest.raises(IntegrityError), database.write() as session:
        open_attempt(session, again, worker=WORKER, now=NOON, lease=LEASE)


def test_a_result_settles_the_attempt_and_wipes_what_it_knew_of_people(database: Database) -> None:
    campaign = launched(database, 3)
    attempt = opened(database, campaign)
    first_id, second_id, third_id = campaign.ids
    rejected = Rejected(third_id, RejectReason.INVALID, "no such\0 mailbox")
    with database.write() as session:
        record(session, attempt.id, answered(Accepted(first_id, "a"), Accepted(second_id, None), rejected))
    first, second, third = rows_of(database, campaign)
    assert (first.status, first.provider_message_id, first.accepted_at) == (S.ACCEPTED, "a", SOON)
    assert (second.status, second.provider_message_id) == (S.ACCEPTED, None)
    assert (third.status, third.reason, third.detail) == (S.REJECTED, "invalid", "no such mailbox")
    with database.read() as session:
        wiped = text("SELECT state, merge_values IS NULL, closed_at IS NULL FROM attempt")
        assert [tuple(row) for row in session.connection().execute(wiped)] == [("settled", True, False)]


def test_recording_a_result_twice_changes_nothing(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    first_id, second_id = campaign.ids
    result = answered(Accepted(first_id, "a"), Rejected(second_id, RejectReason.BLOCKED, ""))
    with database.write() as session:
        record(session, attempt.id, result)
    before = snapshot(database)
    with database.write() as session:
        record(session, attempt.id, result)
    assert snapshot(database) == before


def test_a_result_for_somebody_elses_delivery_is_ignored(database: Database) -> None:
    campaign, other = launched(database, 1), launched(database, 1, name="other")
    attempt = opened(database, campaign)
    opened(database, other)
    with database.write() as session:
        record(session, attempt.id, all_accepted([*campaign.ids, *other.ids]))
    assert statuses(database, campaign) == [S.ACCEPTED]
    assert statuses(database, other) == [S.SENDING]


def test_what_the_provider_left_open_is_in_doubt_and_the_rest_is_not(database: Database) -> None:
    campaign = launched(database, 3)
    attempt = opened(database, campaign)
    first_id, second_id, _ = campaign.ids
    with database.write() as session:
        result = answered(Accepted(first_id, "a"), Doubtful(second_id, "the connection broke"))
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS, SOON))
    assert statuses(database, campaign) == [S.ACCEPTED, S.IN_DOUBT, S.IN_DOUBT]
    stored = attempt_of(database, attempt.id)
    assert (stored.state, stored.settle_at, stored.lease_until) == (AttemptState.IN_DOUBT, SOON, None)


def test_what_was_not_sent_waits_and_what_has_had_its_attempts_is_given_up(database: Database) -> None:
    campaign = launched(database, 2)
    first_id, second_id = campaign.ids
    had_attempts(database, first_id, 2)
    attempt = opened(database, campaign)
    patient = NotSent(second_id, "greylisted", retry_after=timedelta(hours=2))
    with database.write() as session:
        result = answered(NotSent(first_id, "still greylisted"), patient)
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(3))
    tired, fresh = rows_of(database, campaign)
    assert (tired.status, tired.reason) == (S.FAILED, "too_many_attempts")
    assert fresh.status is S.QUEUED
    assert fresh.next_attempt_at > NOON
    assert attempt_of(database, attempt.id).state is AttemptState.SETTLED


def had_attempts(database: Database, delivery_id: int, count: int) -> None:
    with database.write() as session:
        session.exec(update(Delivery).where(col(Delivery.id) == delivery_id).values(attempt_count=count))


def test_a_provider_that_asks_for_patience_gets_it(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    patient = NotSent(campaign.ids[0], "greylisted", retry_after=timedelta(hours=2))
    with database.write() as session:
        record(session, attempt.id, answered(patient))
    (row,) = rows_of(database, campaign)
    assert (row.status, row.next_attempt_at, row.detail) == (S.QUEUED, SOON + timedelta(hours=2), "greylisted")


def test_a_call_that_was_not_accepted_puts_all_back_until_later(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    with database.write() as session:
        assert record_not_accepted(session, attempt.id, now=NOON, retry_at=SOON, detail="429")
    before = snapshot(database)
    with database.write() as session:
        assert not record_not_accepted(session, attempt.id, now=SOON, retry_at=SOON, detail="429")
    assert snapshot(database) == before
    assert claimed(database, campaign) == []
    assert claimed(database, campaign, now=SOON) == list(campaign.ids)
    assert attempt_of(database, attempt.id).state is AttemptState.SETTLED


def test_what_was_only_kept_back_is_never_given_up_and_costs_no_attempt(database: Database) -> None:
    campaign = launched(database, 1)
    for _ in range(4):
        attempt = opened(database, campaign, now=SOON)
        with database.write() as session:
            kept_back = answered(NotSent(campaign.ids[0], "not tried", counts=False))
            record_result(session, attempt.id, kept_back, now=NOON, terms=RetryTerms(1))
        (row,) = rows_of(database, campaign)
        assert (row.status, row.attempt_count) == (S.QUEUED, 0)


def test_a_refusal_of_the_sender_costs_the_people_no_attempt(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    with database.write() as session:
        assert record_not_accepted(session, attempt.id, now=SOON, retry_at=SOON, detail="wrong key")
        assert not record_not_accepted(session, attempt.id, now=SOON, retry_at=SOON, detail="wrong key")
    assert [(row.status, row.attempt_count) for row in rows_of(database, campaign)] == [(S.QUEUED, 0)] * 2
    assert claimed(database, campaign, now=SOON) == list(campaign.ids)


def test_a_doubt_waits_for_its_time_and_is_then_one_workers(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        assert record_doubt(session, attempt.id, detail="timed out", settle_at=SOON, now=NOON)
    assert statuses(database, campaign) == [S.IN_DOUBT]
    with database.write() as session:
        assert settling(session, NOON) == []
        assert settling(session, SOON) == [(attempt.id, 1)]
        assert settling(session, SOON) == []
        assert settling(session, SOON + LEASE) == [(attempt.id, 2)]


def settling(session: Session, now: datetime, worker: str = "settler") -> list[tuple[int, int]]:
    due = due_for_reconciliation(session, now=now, limit=10, worker=worker, lease=LEASE)
    return [(attempt.id, attempt.settle_count) for attempt in due]


def test_a_doubt_that_nothing_can_settle_is_left_to_events_and_people(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        record_doubt(session, attempt.id, detail="smtp", settle_at=None, now=NOON)
        assert settling(session, NOON + timedelta(days=30)) == []


def test_an_unknown_attempt_is_said_to_be_unknown(database: Database) -> None:
    with pytest.raises(NotFound, match="delivery-attempt-unknown"), database.write() as session:
        record(session, 7, all_accepted([1]))


# --- answers that come late ---------------------------------------------------------------------------------


def doubted(database: Database, count: int = 2) -> tuple[Launched, int]:
    """A campaign whose one attempt outlived its lease."""
    campaign = launched(database, count)
    attempt = opened(database, campaign)
    with database.write() as session:
        expire_leases(session, now=NOON + LEASE)
    return campaign, attempt.id


def test_late_good_news_is_evidence(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    with database.write() as session:
        settling(session, NOON + LEASE)
    with database.write() as session:
        record(session, attempt_id, all_accepted(campaign.ids))
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
    assert attempt_of(database, attempt_id).state is AttemptState.SETTLED


def test_late_bad_news_counts_while_nobody_has_called_again(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    with database.write() as session:
        assert record_not_accepted(session, attempt_id, now=NOON, retry_at=SOON, detail="refused in the end")
    assert statuses(database, campaign) == [S.QUEUED, S.QUEUED]


def test_late_bad_news_is_void_once_somebody_has_called_again(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    with database.write() as session:
        ((_, fencing_token),) = settling(session, NOON + LEASE)
    before = snapshot(database)
    with database.write() as session:
        assert not record_not_accepted(session, attempt_id, now=NOON, retry_at=SOON, detail="")
        assert not record_doubt(session, attempt_id, now=NOON, detail="", settle_at=None)
        record(session, attempt_id, answered(*(NotSent(delivery_id, "") for delivery_id in campaign.ids)))
    assert snapshot(database) == before
    with database.write() as session:
        assert record_not_accepted(
            session, attempt_id, now=NOON, retry_at=SOON, detail="", fencing_token=fencing_token
        )
    assert statuses(database, campaign) == [S.QUEUED, S.QUEUED]


def test_a_repeat_that_is_in_doubt_again_waits_again(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    later = NOON + timedelta(hours=1)
    with database.write() as session:
        ((_, fencing_token),) = settling(session, NOON + LEASE)
        assert record_doubt(
            session, attempt_id, detail="again", settle_at=later, now=NOON, fencing_token=fencing_token
        )
        assert settling(session, NOON + LEASE) == []
        assert settling(session, later) == [(attempt_id, 2)]
    assert statuses(database, campaign) == [S.IN_DOUBT, S.IN_DOUBT]


def test_good_news_after_the_deliveries_went_back_to_the_queue_still_counts(database: Database) -> None:
    campaign, attempt_id = doubted(database)
    with database.write() as session:
        ((_, fencing_token),) = settling(session, NOON + LEASE)
        record_not_accepted(session, attempt_id, now=NOON, retry_at=NOON, detail="", fencing_token=fencing_token)
    (first_id,) = claimed(database, campaign, 1)
    with database.write() as session:
        record(session, attempt_id, all_accepted(campaign.ids))
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
    with pytest.raises(Conflict), database.write() as session:
        open_for(session, campaign, [first_id])


def test_a_rejection_that_comes_after_the_queue_took_over_is_void(database: Database) -> None:
    campaign, attempt_id = doubted(database, 1)
    with database.write() as session:
        record_not_accepted(session, attempt_id, now=NOON, retry_at=NOON, detail="")
    opened(database, campaign)
    with database.write() as session:
        record(session, attempt_id, answered(Rejected(campaign.ids[0], RejectReason.INVALID, "")))
    assert statuses(database, campaign) == [S.SENDING]


def test_an_attempt_whose_deliveries_are_all_known_is_not_repeated(database: Database) -> None:
    campaign, first_id = doubted(database, 1)
    with database.write() as session:
        record_not_accepted(session, first_id, now=NOON, retry_at=NOON, detail="")
    second = opened(database, campaign)
    with database.write() as session:
        record(session, first_id, all_accepted(campaign.ids))
        expire_leases(session, now=NOON + LEASE)
        assert settling(session, NOON + LEASE) == []
    assert attempt_of(database, second.id).state is AttemptState.SETTLED
    assert statuses(database, campaign) == [S.ACCEPTED]
