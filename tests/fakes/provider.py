"""A provider in memory that keeps the far side's truth: what every address really received."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from threading import Lock

from delivery.errors import KeyKnown, OutcomeUnknown, ProviderError
from delivery.message.outgoing import Accepted, OutgoingBatch, SendResult
from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof

Fault = Callable[[OutgoingBatch], None]


class FakeProvider:
    """Takes batches and remembers keys, like a provider with idempotency keys; faults are queued one a call."""

    name = "fake"

    def __init__(
        self,
        *,
        max_batch: int = 100,
        idempotency: timedelta | None = timedelta(hours=24),
        refuses_other_content: bool = False,
        look_up: LookUpTerms | None = None,
        webhooks: WebhookProof | None = None,
    ) -> None:
        self.capabilities = Capabilities(
            max_batch=max_batch,
            max_bytes=10_000_000,
            idempotency=idempotency,
            refuses_other_content=refuses_other_content,
            look_up=look_up,
            tracking=Tracking.NONE,
            webhooks=webhooks,
        )
        self.received: Counter[str] = Counter()
        self.batches: list[OutgoingBatch] = []
        self.faults: list[Exception | str | Callable[[OutgoingBatch], SendResult]] = []
        self._answers: dict[str, tuple[OutgoingBatch, SendResult]] = {}
        self._lock = Lock()

    def send(self, batch: OutgoingBatch) -> SendResult:
        with self._lock:
            self.batches.append(batch)
            fault = self.faults.pop(0) if self.faults else None
            if isinstance(fault, Exception):
                raise fault
            if callable(fault):
                return fault(batch)
            answer = self._take(batch)
            if fault == "lose the answer":
                raise OutcomeUnknown("the connection broke after the request")
            return answer

    def close(self) -> None:
        """Nothing to give back."""

    def forget_keys(self) -> None:
        """As every provider does in time."""
        self._answers.clear()

    def _take(self, batch: OutgoingBatch) -> SendResult:
        if self.capabilities.idempotency and batch.key in self._answers:
            first, answer = self._answers[batch.key]
            if first != batch and self.capabilities.refuses_other_content:
                raise KeyKnown("HTTP 409 another request with this key")
            assert first == batch, "a repeat must be the same request"
            return answer
        for message in batch.messages:
            self.received[message.to] += 1
        answer = SendResult(
            tuple(Accepted(message.delivery_id, f"id-{message.delivery_id}") for message in batch.messages)
        )
        self._answers[batch.key] = (batch, answer)
        return answer


def failing(error: type[ProviderError], detail: str = "no") -> ProviderError:
    return error(detail)
