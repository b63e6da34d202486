"""What a lookup in a provider's own record proves. Pure.

What it shows was accepted. What it does not show was not accepted, but only if the record has settled: long enough
after the last moment at which the call can have been made, and in two lookups between which nothing appeared.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from delivery.message.outgoing import Accepted, NotSent, SendResult
from delivery.providers.base import LookUp

STABLE_FOR = timedelta(minutes=10)
"""How long a record has to go on saying the same."""
NOT_THERE = "the provider has no record of it"


@dataclass(frozen=True, slots=True)
class LookupVerdict:
    result: SendResult
    """What is certain now; what is not in it stays in doubt."""
    absent_since: datetime | None
    """Since when lookup after lookup has shown the same; to be remembered for the next one."""
    next_lookup_at: datetime


def judge_lookup(
    lookup: LookUp,
    *,
    in_doubt: Collection[int],
    settled_at: datetime,
    absent_since: datetime | None,
    now: datetime,
    delay: timedelta,
) -> LookupVerdict:
    """`settled_at`: from when on the record is complete. `delay`: how long to wait if nothing else is said."""
    accepted = tuple(
        Accepted(delivery_id, lookup.accepted[delivery_id])
        for delivery_id in in_doubt
        if delivery_id in lookup.accepted
    )
    absent = [
        delivery_id
        for delivery_id in in_doubt
        if delivery_id in lookup.absent and delivery_id not in lookup.accepted
    ]
    if not absent or now < settled_at:
        return LookupVerdict(SendResult(accepted), None, _next_lookup_at(now, delay, settled_at))
    if accepted or absent_since is None:
        return LookupVerdict(SendResult(accepted), now, now + STABLE_FOR)
    if now < absent_since + STABLE_FOR:
        return LookupVerdict(SendResult(()), absent_since, absent_since + STABLE_FOR)
    return LookupVerdict(
        SendResult(tuple(NotSent(delivery_id, NOT_THERE) for delivery_id in absent)), absent_since, now + delay
    )


def _next_lookup_at(now: datetime, delay: timedelta, settled_at: datetime) -> datetime:
    """No later than the record is complete."""
    return min(now + delay, settled_at) if now < settled_at else now + delay
