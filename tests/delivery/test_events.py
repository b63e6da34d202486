"""What comes back: each event once, in any order, and as evidence."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select

from core.db import Database
from delivery.attempts.attempts import RetryTerms, record_doubt, record_not_accepted, record_result
from delivery.attempts.queue import expire_leases
from delivery.events.events import AppliedEvent, apply_events
from delivery.outcome import EventType, Outcome, RejectReason, merge_outcome
from delivery.providers.base import IncomingEvent
from delivery.status import DeliveryStatus
from delivery.tables import AttemptState, DeliveryEvent
from tests.conftest import NOON
from tests.delivery.builders import (
    LEASE,
    MAX_ATTEMPTS,
    Launched,
    all_accepted,
    attempt_of,
    event,
    launched,
    opened,
    rows_of,
    snapshot,
    statuses,
)

S = DeliveryStatus
E = EventType


def apply(database: Database, campaign: Launched, events: Sequence[IncomingEvent]) -> list[AppliedEvent]:
    with database.write() as session:
        return apply_events(session, campaign.sender_id, events, now=NOON)


def outcomes(database: Database, campaign: Launched) -> list[Outcome]:
    return [row.outcome for row in rows_of(database, campaign)]


def stored(database: Database) -> list[DeliveryEvent]:
    with database.read() as session:
        return list(session.exec(select(DeliveryEvent).order_by(col(DeliveryEvent.id))).all())


@given(st.lists(st.sampled_from(EventType), max_size=8), st.randoms(use_true_random=False))
def test_any_order_with_any_repeats_gives_the_same_outcome(events: list[EventType], random: Random) -> None:
    repeated = events + [chosen for chosen in events if random.random() < 0.5]
    random.shuffle(repeated)
    assert merged(repeated) is merged(events)


def merged(events: Sequence[EventType]) -> Outcome:
    outcome = Outcome.PENDING
    for event_type in events:
        outcome = merge_outcome(outcome, event_type)
    return outcome


def test_events_change_the_outcome_and_are_handed_on(database: Database) -> None:
    campaign = launched(database, 3)
    opened(database, campaign)
    first_id, second_id, third_id = campaign.ids
    bounced = event(
        second_id, E.BOUNCED, reject_reason=RejectReason.BOUNCED, is_permanent=True, detail="no such user"
    )
    applied = apply(database, campaign, [event(first_id), bounced, event(third_id, E.COMPLAINED), event(third_id)])
    assert outcomes(database, campaign) == [Outcome.DELIVERED, Outcome.BOUNCED, Outcome.COMPLAINED]
    assert [(applied_event.delivery_id, applied_event.type) for applied_event in applied] == [
        (first_id, E.DELIVERED),
        (second_id, E.BOUNCED),
        (third_id, E.COMPLAINED),
        (third_id, E.DELIVERED),
    ]
    assert applied[1] == AppliedEvent(
        second_id, campaign.campaign_id, f"{2:064x}", 2, E.BOUNCED, RejectReason.BOUNCED, is_permanent=True
    )


def test_an_event_counts_once_however_often_it_comes(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    (first_id,) = campaign.ids
    assert len(apply(database, campaign, [event(first_id), event(first_id)])) == 1
    before = snapshot(database)
    assert apply(database, campaign, [event(first_id)]) == []
    assert snapshot(database) == before
    assert len(stored(database)) == 1


def test_two_senders_may_name_their_events_alike(database: Database) -> None:
    campaign, other = launched(database, 1), launched(database, 1, name="other")
    opened(database, campaign)
    opened(database, other)
    assert len(apply(database, campaign, [event(campaign.ids[0], event_id="1")])) == 1
    assert len(apply(database, other, [event(other.ids[0], event_id="1")])) == 1


def test_news_never_gets_better_again(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    (first_id,) = campaign.ids
    apply(database, campaign, [event(first_id, E.COMPLAINED)])
    apply(database, campaign, [event(first_id, E.DELIVERED)])
    assert outcomes(database, campaign) == [Outcome.COMPLAINED]


def test_a_sender_is_not_believed_about_what_it_did_not_carry(database: Database) -> None:
    campaign, other = launched(database, 2), launched(database, 1, name="other")
    opened(database, other)
    strangers = [event(campaign.ids[0]), event(other.ids[0]), event(2**70), event(-1), event(None)]
    assert apply(database, campaign, strangers) == []
    assert outcomes(database, campaign) == [Outcome.PENDING] * 2
    assert outcomes(database, other) == [Outcome.PENDING]
    assert [row.delivery_id for row in stored(database)] == [None] * 5


def test_an_event_that_lost_our_id_is_known_by_the_providers(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        result = all_accepted(campaign.ids)
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    name = f"provider-{campaign.ids[0]}"
    assert len(apply(database, campaign, [event(None, message_id=name)])) == 1
    assert outcomes(database, campaign) == [Outcome.DELIVERED]


def test_an_event_settles_what_was_in_doubt(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    with database.write() as session:
        record_doubt(session, attempt.id, detail="timed out", settle_at=NOON, now=NOON)
    first_id, second_id = campaign.ids
    apply(database, campaign, [event(first_id, message_id="their-id")])
    assert statuses(database, campaign) == [S.ACCEPTED, S.IN_DOUBT]
    assert rows_of(database, campaign)[0].provider_message_id == "their-id"
    assert attempt_of(database, attempt.id).state is AttemptState.IN_DOUBT
    apply(database, campaign, [event(second_id, E.BOUNCED)])
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
    stored_attempt = attempt_of(database, attempt.id)
    assert (stored_attempt.state, stored_attempt.merge_values, stored_attempt.settle_at) == (
        AttemptState.SETTLED,
        None,
        None,
    )


def test_an_event_may_be_quicker_than_the_answer(database: Database) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    apply(database, campaign, [event(delivery_id) for delivery_id in campaign.ids])
    assert statuses(database, campaign) == [S.ACCEPTED, S.ACCEPTED]
    with database.write() as session:
        result = all_accepted(campaign.ids)
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
    names = [row.provider_message_id for row in rows_of(database, campaign)]
    assert names == [f"provider-{delivery_id}" for delivery_id in campaign.ids]


@pytest.mark.parametrize("answer", ["doubt", "not accepted", "silence"])
def test_an_event_outweighs_an_answer_that_came_after_it(database: Database, answer: str) -> None:
    campaign = launched(database, 2)
    attempt = opened(database, campaign)
    apply(database, campaign, [event(campaign.ids[0])])
    with database.write() as session:
        if answer == "doubt":
            record_doubt(session, attempt.id, detail="", settle_at=NOON, now=NOON)
        elif answer == "not accepted":
            record_not_accepted(session, attempt.id, now=NOON, retry_at=NOON, detail="")
        else:
            expire_leases(session, now=NOON + LEASE)
    first, second = statuses(database, campaign)
    assert first is S.ACCEPTED
    assert second is (S.QUEUED if answer == "not accepted" else S.IN_DOUBT)


def test_an_event_about_a_delivery_that_waits_again_keeps_it_from_going_twice(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        record_not_accepted(session, attempt.id, now=NOON, retry_at=NOON, detail="")
    apply(database, campaign, [event(campaign.ids[0])])
    assert statuses(database, campaign) == [S.ACCEPTED]


def test_an_event_that_says_nothing_we_know_is_no_evidence(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        record_doubt(session, attempt.id, detail="", settle_at=NOON, now=NOON)
    assert len(apply(database, campaign, [event(campaign.ids[0], E.UNKNOWN)])) == 1
    assert statuses(database, campaign) == [S.IN_DOUBT]
    assert outcomes(database, campaign) == [Outcome.PENDING]


def test_what_no_database_can_hold_is_made_fit(database: Database) -> None:
    campaign = launched(database, 1)
    opened(database, campaign)
    (first_id,) = campaign.ids
    odd = event(
        first_id, event_id="a\0b\ud800" + "x" * 300, message_id="m\0\ud800" * 200, detail="d\0\udfff" * 999
    )
    assert len(apply(database, campaign, [odd])) == 1
    assert apply(database, campaign, [odd]) == []
    (row,) = stored(database)
    assert row.provider_event_id.startswith("ab?x")
    assert (len(row.provider_event_id), len(row.detail or "")) == (200, 500)


def test_a_thousand_events_at_once_are_no_more_trouble_than_one(database: Database) -> None:
    campaign = launched(database, 700)
    attempt = opened(database, campaign, campaign.ids)
    many = [event(delivery_id, type_) for delivery_id in campaign.ids for type_ in (E.SENT, E.DELIVERED)] * 6
    applied = apply(database, campaign, many)
    assert len(applied) == 1_400
    assert attempt_of(database, attempt.id).state is AttemptState.SETTLED


def test_an_event_after_the_lease_ran_out_beats_the_settling(database: Database) -> None:
    campaign = launched(database, 1)
    attempt = opened(database, campaign)
    with database.write() as session:
        expire_leases(session, now=NOON + LEASE + timedelta(seconds=1))
    apply(database, campaign, [event(campaign.ids[0], E.OPENED)])
    assert statuses(database, campaign) == [S.ACCEPTED]
    assert attempt_of(database, attempt.id).state is AttemptState.SETTLED
