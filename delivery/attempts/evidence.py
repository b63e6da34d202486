"""What a look into a provider's own record proves. Pure.

What it shows was accepted. What it does not show was not accepted, but only if the record has settled: long enough
after the last moment at which the call can have been made, and in two looks between which nothing appeared.
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
    """Since when look after look has said the same; to be remembered for the next one."""
    look_again_at: datetime


def judge_lookup(
    look: LookUp,
    *,
    in_doubt: Collection[int],
    settled_at: datetime,
    absent_since: datetime | None,
    now: datetime,
    delay: timedelta,
) -> LookupVerdict:
    """`settled_at`: from when on the record is complete. `delay`: how long to wait if nothing else is said."""
    found = tuple(Accepted(one, look.found[one]) for one in in_doubt if one in look.found)
    absent = [one for one in in_doubt if one in look.absent and one not in look.found]
    if not absent or now < settled_at:
        return LookupVerdict(SendResult(found), None, _next_look(now, delay, settled_at))
    if found or absent_since is None:
        return LookupVerdict(SendResult(found), now, now + STABLE_FOR)
    if now < absent_since + STABLE_FOR:
        return LookupVerdict(SendResult(()), absent_since, absent_since + STABLE_FOR)
    return LookupVerdict(SendResult(tuple(NotSent(one, NOT_THERE) for one in absent)), absent_since, now + delay)


def _next_look(now: datetime, delay: timedelta, settled_at: datetime) -> datetime:
    """No later than the record is complete."""
    return min(now + delay, settled_at) if now < settled_at else now + delay
