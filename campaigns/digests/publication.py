"""Event trigger: an item that is published calls for a firing of its own, of which there is one for each item.

What is to be looked at is what has changed since nothing was waiting: an hour without news costs a question of the
database at each sweep, and no reading of news.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from campaigns.automation.brake import TOGETHER
from campaigns.digest_tables import Digest, DigestItem, SeenState
from campaigns.digests.gather_items import GatherResult, gather_items
from campaigns.digests.item_facts import firing_name
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation
from core.db import Database
from core.errors import Refusal
from core.settings import Settings
from news.tables import NewsItem

SLACK = timedelta(minutes=1)
"""A transaction that saves news may take so long, and clocks may differ by so much."""
NOTED_EVERY = timedelta(minutes=1)
"""An older note has the same news looked at once more, and is written less often."""


def may_have_news(session: Session, digest: Digest, *, settings: Settings, now: datetime) -> bool:
    """Whether anything could be ready that was not: it has changed, come to rest, or reached its day.

    No index serves this, on purpose: texts stand elsewhere, and of such short rows 10,000 are gone through in 1 ms
    (PostgreSQL) to 2.5 ms (SQLite), once in five seconds while nothing waits.
    """
    looked_at = digest.looked_at
    if digest.next_at is not None or looked_at is None or looked_at > now:
        return True
    zone = ZoneInfo(digest.zone)
    if looked_at.astimezone(zone).date() != now.astimezone(zone).date():
        return True
    since = looked_at - CampaignSettings.of(settings).automation_quiet - SLACK
    return session.exec(select(NewsItem.id).where(col(NewsItem.updated_at) > since).limit(1)).first() is not None


def call_for_next(database: Database, automation_id: int, *, settings: Settings, now: datetime) -> Digest | None:
    """The digest with the item that is at hand now; None where none is ready, or it is off."""
    with database.read() as session:
        automation, digest = session.get_one(Automation, automation_id), session.get_one(Digest, automation_id)
        gathered = gather_items(session, automation, digest, settings=settings, now=now)
    name = firing_name(gathered.taken[0].item.id) if gathered.taken else ""
    if not name and digest.next_local:  # that one has been taken back: there may be others
        _set_at_hand(database, automation_id, "", now=now)
        return call_for_next(database, automation_id, settings=settings, now=now)
    if name != digest.next_local:
        return _set_at_hand(database, automation_id, name, now=now)
    if not name and (digest.looked_at is None or abs(now - digest.looked_at) > NOTED_EVERY):
        with database.write() as session:
            seen = update(Digest).where(col(Digest.automation_id) == automation_id)
            session.execute(seen.values(looked_at=now))
    return digest if name else None


def _set_at_hand(database: Database, automation_id: int, name: str, *, now: datetime) -> Digest | None:
    with database.write() as session:
        automation = session.get_one(Automation, automation_id, with_for_update=True)
        digest = session.get_one(Digest, automation_id, populate_existing=True)
        if not automation.is_enabled or not digest.is_on_publication:
            return None
        digest.next_at, digest.next_local = (now, name) if name else (None, "")
        session.add(digest)
        return digest


def too_many_at_once(
    session: Session, automation: Automation, digest: Digest, gathered: GatherResult, *, now: datetime
) -> Sequence[Refusal]:
    """Circuit breaker (ADR 37): what waits, and what went out a moment ago, however it is cut into readings."""
    today = now.astimezone(ZoneInfo(digest.zone)).date()
    waiting = [each for each in (*gathered.taken, *gathered.waiting) if each.item.published_on <= today]
    lately = select(func.count()).where(
        DigestItem.automation_id == automation.id,
        DigestItem.seen_as == SeenState.TAKEN,
        col(DigestItem.at) > now - TOGETHER,
    )
    together = len(waiting) + session.exec(lately).one()
    if together <= automation.most_at_once:
        return ()
    params: dict[str, str | int] = {"count": together, "limit": automation.most_at_once}
    return (Refusal("", None, "campaigns-held-too-many", params),)
