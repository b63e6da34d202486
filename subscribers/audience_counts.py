"""Cache of audience counts: everybody is counted again only when some consent, or a suppression, has changed.

Counting goes through all people on all lists, and a page of lists is looked at again and again. Each step of
somebody's consent and each suppression has a number, so the highest ones tell whether there is a new one. What has
none (another language, an erasure, a suppression that was lifted, a pause) shows after a minute.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from subscribers.audience import count_audiences
from subscribers.tables import ConsentRecord, Subscription, Suppression

RESULT_TTL = timedelta(minutes=1)

AudienceCounts = Mapping[int, Mapping[str, int]]
"""By list and language."""


@dataclass(frozen=True, slots=True)
class _Counted:
    version: tuple[int, ...]
    at: datetime
    counts: AudienceCounts


class AudienceCountCache:
    """One a process. Two who ask at once may both count; whoever is last is kept."""

    def __init__(self) -> None:
        self._last: _Counted | None = None

    def get(self, session: Session, *, now: datetime) -> AudienceCounts:
        version, last = _version(session), self._last
        if last is not None and last.version == version and timedelta(0) <= now - last.at < RESULT_TTL:
            return last.counts
        counts = count_audiences(session, now=now)
        self._last = _Counted(version, now, counts)
        return counts


def _version(session: Session) -> tuple[int, ...]:
    """Each is one look at the end of an index, however many rows there are."""
    highest = (
        select(func.max(col(table.id))).scalar_subquery() for table in (ConsentRecord, Suppression, Subscription)
    )
    return tuple(number or 0 for number in session.execute(select(*highest)).one())
