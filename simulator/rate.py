"""Rate limit: so many requests in each second, and headers that say how many are left."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Allowance:
    limit: int
    remaining: int

    @property
    def is_spent(self) -> bool:
        return self.remaining < 0

    def headers(self) -> dict[str, str]:
        return {
            "ratelimit-limit": str(self.limit),
            "ratelimit-remaining": str(max(0, self.remaining)),
            "ratelimit-reset": "1",
        }


class RateWindow:
    def __init__(self, per_second: int) -> None:
        self._per_second = per_second
        self._second = 0
        self._taken = 0

    def take(self, now: datetime) -> Allowance:
        second = int(now.timestamp())
        if second != self._second:
            self._second, self._taken = second, 0
        self._taken += 1
        return Allowance(self._per_second, self._per_second - self._taken)
