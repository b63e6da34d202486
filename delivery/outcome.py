"""What the world says became of a delivery: a total, order-free merge of the events that came back.

Webhooks arrive late, twice and in any order, so there is no illegal event: the worst news wins.
"""

from enum import StrEnum


class EventType(StrEnum):
    """Anymail's vocabulary, the field's common tongue in Python."""

    QUEUED = "queued"
    SENT = "sent"
    REJECTED = "rejected"
    FAILED = "failed"
    BOUNCED = "bounced"
    DEFERRED = "deferred"
    DELIVERED = "delivered"
    OPENED = "opened"
    CLICKED = "clicked"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    UNKNOWN = "unknown"


class RejectReason(StrEnum):
    INVALID = "invalid"
    BOUNCED = "bounced"
    TIMED_OUT = "timed_out"
    BLOCKED = "blocked"
    SPAM = "spam"
    UNSUBSCRIBED = "unsubscribed"
    OTHER = "other"


class Outcome(StrEnum):
    PENDING = "pending"
    DEFERRED = "deferred"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}

_SAYS: dict[EventType, Outcome] = {
    EventType.DEFERRED: Outcome.DEFERRED,
    EventType.DELIVERED: Outcome.DELIVERED,
    EventType.OPENED: Outcome.DELIVERED,
    EventType.CLICKED: Outcome.DELIVERED,
    EventType.UNSUBSCRIBED: Outcome.DELIVERED,
    EventType.BOUNCED: Outcome.BOUNCED,
    EventType.REJECTED: Outcome.BOUNCED,
    EventType.FAILED: Outcome.BOUNCED,
    EventType.COMPLAINED: Outcome.COMPLAINED,
}


def merge_outcome(known: Outcome, event: EventType) -> Outcome:
    """The outcome after `event`: never an error, never a step back."""
    reported = _SAYS.get(event, Outcome.PENDING)
    return max(known, reported, key=RANK.__getitem__)
