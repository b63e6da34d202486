"""Which fault the next request meets: the scripted ones first, in order, then those drawn by rate from a seed."""

from collections import deque
from collections.abc import Iterable, Mapping
from random import Random
from threading import Lock

from simulator.faults import Fault, FaultKind, FaultRefused, read_fault, read_kind


class FaultPlan:
    def __init__(
        self, faults: Iterable[Fault | None] = (), rates: Mapping[FaultKind, float] | None = None, *, seed: int = 0
    ) -> None:
        self._lock = Lock()
        self._queue = deque(faults)
        self._rates = dict(rates or {})
        self._random = Random(seed)  # noqa: S311  a rehearsal that can be repeated, not a secret

    def take(self) -> Fault | None:
        with self._lock:
            if self._queue:
                return self._queue.popleft()
            return self._draw()

    def _draw(self) -> Fault | None:
        if not self._rates:
            return None
        lot = self._random.random()
        for kind, rate in self._rates.items():
            if lot < rate:
                return Fault(kind)
            lot -= rate
        return None

    def add(self, *faults: Fault | None) -> None:
        with self._lock:
            self._queue.extend(faults)

    def set_rates(self, rates: Mapping[FaultKind, float], *, seed: int | None = None) -> None:
        with self._lock:
            self._rates = dict(rates)
            if seed is not None:
                self._random.seed(seed)

    def clear(self) -> None:
        with self._lock:
            self._queue.clear()
            self._rates.clear()

    def waiting(self) -> dict[str, object]:
        with self._lock:
            return {
                "queue": [fault.kind.value if fault else None for fault in self._queue],
                "rates": {kind.value: rate for kind, rate in self._rates.items()},
            }


def instruct(plan: FaultPlan, order: object) -> None:
    """Carry out {"clear": true, "queue": [fault, …], "rates": {kind: share}, "seed": 7}; all of it or nothing."""
    if not isinstance(order, dict):
        raise FaultRefused("an object with queue, rates, seed or clear")
    if unknown := set(order) - {"clear", "queue", "rates", "seed"}:
        raise FaultRefused(f"unknown keys: {', '.join(sorted(unknown))}")
    faults = _read_queue(order.get("queue", []))
    rates = _read_rates(order["rates"]) if "rates" in order else None
    seed = order.get("seed")
    if seed is not None and not isinstance(seed, int):
        raise FaultRefused("seed must be a whole number")
    if order.get("clear"):
        plan.clear()
    plan.add(*faults)
    if rates is not None:
        plan.set_rates(rates, seed=seed)


def _read_queue(value: object) -> list[Fault | None]:
    if not isinstance(value, list):
        raise FaultRefused("queue must be a list of faults")
    return [read_fault(item) for item in value]


def _read_rates(value: object) -> dict[FaultKind, float]:
    if not isinstance(value, dict):
        raise FaultRefused("rates must be an object of kind: share")
    rates = {read_kind(kind): rate for kind, rate in value.items()}
    if any(isinstance(rate, bool) or not isinstance(rate, int | float) or rate < 0 for rate in rates.values()):
        raise FaultRefused("each rate must be a share between 0 and 1")
    if sum(rates.values()) > 1:
        raise FaultRefused("the rates together must not exceed 1")
    return rates
