"""A provider that forgets keys but keeps a record of what it took, which can be slow to show it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers.base import LookUp, LookUpTerms
from tests.fakes.provider import FakeProvider

SETTLES_AFTER = timedelta(minutes=30)
KEPT_FOR = timedelta(days=2)


class RecordKeeper(FakeProvider):
    """`lag` is how long what it took stays invisible; look-ups raise what is in `lookup_faults`, one each."""

    def __init__(self, now: Callable[[], datetime], *, idempotency: timedelta | None = None) -> None:
        super().__init__(max_batch=10, idempotency=idempotency, look_up=LookUpTerms(SETTLES_AFTER, KEPT_FOR))
        self.lag = timedelta(0)
        self.lookup_faults: list[Exception] = []
        self.lookups: list[datetime] = []
        self._now = now
        self._taken: dict[int, datetime] = {}

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        now = self._now()
        self.lookups.append(now)
        if self.lookup_faults:
            raise self.lookup_faults.pop(0)
        ids = [message.delivery_id for message in batch.messages]
        accepted = {
            delivery_id: f"id-{delivery_id}"
            for delivery_id in ids
            if delivery_id in self._taken and self._taken[delivery_id] + self.lag <= now
        }
        return LookUp(accepted, frozenset(ids) - accepted.keys())

    def take_only(self, batch: OutgoingBatch, count: int) -> None:
        """As if the connection broke, and the provider then went on with the first few by itself."""
        for message in batch.messages[:count]:
            self.received[message.to] += 1
            self._taken[message.delivery_id] = self._now()

    def _take(self, batch: OutgoingBatch) -> SendResult:
        answer = super()._take(batch)
        self._taken |= {message.delivery_id: self._now() for message in batch.messages}
        return answer
