"""The ways to misbehave, as values.

What a client sees, and what became of its messages:

    rate_limit            429 rate_limit_exceeded with Retry-After       not accepted
    quota                 429 daily_quota_exceeded                       not accepted
    error                 500                                            not accepted
    cut                   the connection ends without an answer          not accepted
    garbage               200 with a body that is no JSON                not accepted
    error_accepted        500                                            accepted
    lost_answer           the connection ends without an answer          accepted
    garbage_accepted      200 with a body that is no JSON                accepted
    slow                  the answer, after `seconds`                    accepted
    partly_refused        the batch, with the messages at `refuse`       the others accepted in a
                          refused as if their address were wrong         permissive batch; none in a strict one
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    ERROR = "error"
    CUT = "cut"
    GARBAGE = "garbage"
    ERROR_ACCEPTED = "error_accepted"
    LOST_ANSWER = "lost_answer"
    GARBAGE_ACCEPTED = "garbage_accepted"
    SLOW = "slow"
    PARTLY_REFUSED = "partly_refused"


class FaultRefused(ValueError):
    """This is no fault that the simulator knows; the text says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    kind: FaultKind
    retry_after: int = 1
    seconds: float = 1.0
    refuse: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        if not 0 <= self.retry_after <= 86_400:
            raise FaultRefused("retry_after must lie between 0 and 86400")
        if not 0 <= self.seconds <= 3_600:
            raise FaultRefused("seconds must lie between 0 and 3600")


def read_kind(name: object) -> FaultKind:
    try:
        return FaultKind(str(name))
    except ValueError:
        raise FaultRefused(f"unknown fault {name!r}; known: {', '.join(FaultKind)}") from None


def read_fault(value: object) -> Fault | None:
    """A fault from JSON: {"kind": "slow", "seconds": 3}, or null for one request that is served properly."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise FaultRefused("a fault is an object with a kind, or null")
    if unknown := set(value) - {"kind", "retry_after", "seconds", "refuse"}:
        raise FaultRefused(f"unknown keys: {', '.join(sorted(map(str, unknown)))}")
    try:
        return Fault(
            read_kind(value.get("kind")),
            retry_after=int(value.get("retry_after", 1)),
            seconds=float(value.get("seconds", 1.0)),
            refuse=tuple(int(index) for index in value.get("refuse", (0,))),
        )
    except (TypeError, ValueError, OverflowError) as error:
        raise FaultRefused(str(error)) from None


def parse_fault(text: str) -> Fault | None:
    """A fault from a command line: `cut`, `rate_limit:30`, `slow:2.5`, `partly_refused:0,7`, or `none`."""
    name, _, argument = text.partition(":")
    if name == "none":
        return None
    kind = read_kind(name)
    value: dict[str, object] = {"kind": kind}
    if argument:
        match kind:
            case FaultKind.RATE_LIMIT | FaultKind.QUOTA:
                value["retry_after"] = argument
            case FaultKind.SLOW:
                value["seconds"] = argument
            case FaultKind.PARTLY_REFUSED:
                value["refuse"] = argument.split(",")
            case _:
                raise FaultRefused(f"{name} takes no value")
    return read_fault(value)
