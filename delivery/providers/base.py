"""What every provider is and says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from delivery.outcome import EventType, RejectReason
from delivery.outgoing import OutgoingBatch, SendResult


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a provider can do, so that a sender is checked when it is set up, not in the middle of a campaign."""

    max_batch: int
    """The most messages in one call."""
    max_bytes: int
    """The most bytes one message may have, all its parts encoded; a larger one is ContentRejected."""
    idempotency: timedelta | None
    """How long a repeat with the same key is certain not to send again; None if it would."""
    has_webhooks: bool
    """Whether what became of a message comes back as signed events with our delivery id."""


class Provider(Protocol):
    """A batch in, results or a ProviderError out. Knows no database and no clock."""

    name: str
    capabilities: Capabilities

    def send(self, batch: OutgoingBatch) -> SendResult:
        """One result per delivery, in order. Raises ProviderError if the call failed as a whole.

        Sent again with the same key, within `capabilities.idempotency`, it sends nothing twice and gives the
        results of the first time. If that repeat fails, the failure is the repeat's alone: it says nothing of
        what became of the first call.

        Safe to use from several threads at once.
        """

    def close(self) -> None:
        """Give connections back; the provider is not used after that."""


@dataclass(frozen=True, slots=True)
class IncomingEvent:
    """What a provider says became of a message, in our words."""

    event_id: str
    """Unique per sender: the same event, posted twice, has the same."""
    type: EventType
    occurred_at: datetime
    delivery_id: int | None
    """From the tags we sent along; None if the message is not one of ours."""
    provider_message_id: str | None
    reject_reason: RejectReason | None = None
    is_permanent: bool = True
    detail: str | None = None
    """The provider's own words, without addresses."""


class WebhookParser(Protocol):
    """Two steps: verify at the door on the raw bytes, parse later at leisure."""

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        """The key under which a repeat of this request is the same one. Raises WebhookRefused.

        Header names are compared without regard to case.
        """

    def parse(self, body: bytes, *, receipt_key: str) -> list[IncomingEvent]:
        """The events in a verified body; `receipt_key` is what verify() returned. Raises WebhookUnreadable."""
