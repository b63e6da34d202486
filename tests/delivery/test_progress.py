"""How far a campaign has come."""

from core.db import Database
from delivery.attempts.attempts import RetryTerms, record_result
from delivery.attempts.queue import skip
from delivery.events.events import apply_events
from delivery.message.outgoing import Accepted, Rejected
from delivery.outcome import EventType, Outcome, RejectReason
from delivery.reporting.progress import (
    DeliveryCountSummary,
    count_deliveries,
    count_deliveries_of_many,
    count_reasons,
)
from delivery.status import DeliveryStatus
from tests.conftest import NOON
from tests.delivery.builders import MAX_ATTEMPTS, answered, claimed, event, launched, opened

S = DeliveryStatus


def test_counts_tell_where_everybody_is_and_why(database: Database) -> None:
    campaign, other, empty = (
        launched(database, 6),
        launched(database, 2, name="other"),
        launched(database, 0, name="x"),
    )
    held = claimed(database, campaign, 5)
    with database.write() as session:
        skip(session, {held[3]: "unsubscribed", held[4]: "unsubscribed"}, now=NOON)
    attempt = opened(database, campaign, held[:3])
    first_id, second_id, third_id = held[:3]
    with database.write() as session:
        result = answered(
            Accepted(first_id, "a"), Accepted(second_id, "b"), Rejected(third_id, RejectReason.INVALID, "")
        )
        record_result(session, attempt.id, result, now=NOON, terms=RetryTerms(MAX_ATTEMPTS))
        apply_events(session, campaign.sender_id, [event(first_id, EventType.BOUNCED)], now=NOON)
    expected = {S.ACCEPTED: 2, S.REJECTED: 1, S.SKIPPED: 2, S.QUEUED: 1}
    both = [campaign.campaign_id, other.campaign_id, empty.campaign_id]
    with database.read() as session:
        counts = count_deliveries(session, campaign.campaign_id)
        assert counts == DeliveryCountSummary(expected, {Outcome.BOUNCED: 1, Outcome.PENDING: 1})
        assert (counts.recipients, counts.delivered, counts.refused) == (6, 0, 2)  # one bounced, one rejected
        assert count_deliveries_of_many(session, both) == {
            campaign.campaign_id: counts,
            other.campaign_id: DeliveryCountSummary({S.QUEUED: 2}),
            empty.campaign_id: DeliveryCountSummary(),
        }
        assert count_reasons(session, campaign.campaign_id) == {
            S.SKIPPED: {"unsubscribed": 2},
            S.REJECTED: {"invalid": 1},
        }
        assert count_reasons(session, other.campaign_id) == {}
