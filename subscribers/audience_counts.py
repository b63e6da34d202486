"""Cache of audience counts: everybody is counted again only when some consent, or a suppression, has changed.

Counting goes through all people on all lists, and a page of lists is looked at again and again. Each step of
somebody's consent and each suppression has a number, so the highest ones tell whether there is a new one. What has
none (another language, an erasure, a suppression that was lifted, a pause) shows after a minute. Where there are
very many people nobody waits for it: they are shown what was counted last (stale while revalidate), and when.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock, Thread

from sqlmodel import Session, col, func, select

from core.db import Database
from core.logging import get_logger
from subscribers.audience import count_audiences
from subscribers.tables import ConsentRecord, Subscription, Suppression

RESULT_TTL = timedelta(minutes=1)
MANY = 20_000
"""Subscriptions; the highest number ever given stands for how many there are."""

log = get_logger(__name__)

AudienceCounts = Mapping[int, Mapping[str, int]]
"""By list and language."""


@dataclass(frozen=True, slots=True)
class AudienceCountResult:
    counts: AudienceCounts
    at: datetime
    is_current: bool = True
    """Nobody has come or gone since, as far as a number tells; else they are being counted again."""


@dataclass(frozen=True, slots=True)
class _Counted:
    version: tuple[int, ...]
    at: datetime
    counts: AudienceCounts


class AudienceCountCache:
    """One a process. Of few people two who ask at once may both count; whoever is last is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last: _Counted | None = None
        self._counting = Lock()

    def get(self, session: Session, *, now: datetime) -> AudienceCountResult:
        version, last = _version(session), self._last
        if last is not None and last.version == version and timedelta(0) <= now - last.at < RESULT_TTL:
            return AudienceCountResult(last.counts, last.at)
        if last is not None and version[0] > MANY:
            self._count_meanwhile(now)
            return AudienceCountResult(last.counts, last.at, is_current=False)
        return AudienceCountResult(self._count(session, version, now), now)

    def _count(self, session: Session, version: tuple[int, ...], now: datetime) -> AudienceCounts:
        counts = count_audiences(session, now=now)
        self._last = _Counted(version, now, counts)
        return counts

    def _count_meanwhile(self, now: datetime) -> None:
        """By one thread at a time, which nobody waits for: a process that ends does not either."""
        if self._counting.acquire(blocking=False):
            Thread(target=self._count_anew, args=(now,), name="audience-counts", daemon=True).start()

    def _count_anew(self, now: datetime) -> None:
        try:
            with self._database.read() as session:
                self._count(session, _version(session), now)
        except Exception:
            # The next one who looks has it tried again.
            log.exception("subscribers.audiences_not_counted")
        finally:
            self._counting.release()


def _version(session: Session) -> tuple[int, ...]:
    """Each is one look at the end of an index, however many rows there are."""
    highest = (
        select(func.max(col(table.id))).scalar_subquery() for table in (Subscription, ConsentRecord, Suppression)
    )
    return tuple(number or 0 for number in session.execute(select(*highest)).one())
