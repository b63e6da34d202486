"""What goes into the next digest, in which order; and what is left for the one after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, and_, col, false, func, or_, select, true
from sqlmodel.sql.expression import SelectOfScalar

from campaigns.digest_tables import Digest, DigestItem, SeenState
from campaigns.digests.item_facts import firing_name
from campaigns.digests.judge_items import JudgedItem, judge_items
from campaigns.frequency.waited_for import waited_for
from campaigns.news_filter import BY_HAND, filter_from
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign
from core.settings import Settings
from news.tables import NewsItem

MAX_GATHERED = 500
"""Items that are looked at for one digest. What comes after these waits, as what exceeds its number does."""


@dataclass(frozen=True, slots=True)
class GatherResult:
    taken: Sequence[JudgedItem]
    """In their order; none where there are fewer than a digest needs."""
    waiting: Sequence[JudgedItem]
    """For the next one."""


def gather_items(
    session: Session, automation: Automation, digest: Digest, *, settings: Settings, now: datetime
) -> GatherResult:
    judged = judge_items(
        session, automation, digest, _free_items(session, automation, digest, now=now), settings=settings, now=now
    )
    waiting = [each for each in judged if each.is_waiting]
    if digest.is_on_publication:
        taken = _one_at_hand(waiting, digest)
        return GatherResult(taken, [each for each in waiting if each not in taken])
    ready = [each for each in waiting if each.is_ready]
    ready.sort(key=lambda each: (each.item.published_on, each.item.id), reverse=digest.newest_first)
    ready.sort(key=lambda each: each.item.kind.value != digest.lead_kind)  # stable: else as they were
    count = min(digest.most, len(ready)) if len(ready) >= digest.least else 0
    taken = ready[:count]
    return GatherResult(taken, [each for each in waiting if each not in taken])


def _one_at_hand(waiting: Sequence[JudgedItem], digest: Digest) -> list[JudgedItem]:
    """The one that was called for, or else the one that came first."""
    ready = [each for each in waiting if each.is_ready]
    if digest.next_local:
        return [each for each in ready if firing_name(each.item.id) == digest.next_local]
    return sorted(ready, key=lambda each: each.item.id)[:1]


def unseen_by_digest(automation_id: int) -> SelectOfScalar[NewsItem]:
    """Of which it has no row: what waits for it, or is not for it."""
    seen = select(DigestItem.item_id).where(DigestItem.automation_id == automation_id)
    return select(NewsItem).where(col(NewsItem.id).not_in(seen)).order_by(col(NewsItem.id))


def latest_items(session: Session, *, limit: int, before_id: int | None = None) -> list[NewsItem]:
    """For staff who want to know what became of each: the latest first."""
    wanted = select(NewsItem).order_by(col(NewsItem.id).desc()).limit(limit)
    if before_id is not None:
        wanted = wanted.where(col(NewsItem.id) < before_id)
    return list(session.exec(wanted))


def _free_items(session: Session, automation: Automation, digest: Digest, *, now: datetime) -> list[NewsItem]:
    """As `judge_items.is_free` says it of one; not what is too old by its day alone."""
    oldest = now.astimezone(ZoneInfo(digest.zone)).date() - timedelta(days=automation.oldest_days)
    is_of_it = (col(DigestItem.item_id) == col(NewsItem.id)) & (col(DigestItem.automation_id) == automation.id)
    is_cancelled = (col(Campaign.status) == CampaignStatus.CANCELLED) & col(Campaign.launched_at).is_(None)
    is_unused = col(DigestItem.campaign_id).is_(None) | is_cancelled
    is_given_back = (col(DigestItem.seen_as) == SeenState.TAKEN) & is_unused
    is_known_again = false() if digest.is_on_publication else is_given_back
    age = col(NewsItem.id).desc() if digest.newest_first else col(NewsItem.id)
    chosen = filter_from(digest.chosen)
    source = func.coalesce(col(NewsItem.source_id), BY_HAND)
    waited = waited_for(session, automation, digest, now=now)
    is_for_it = (
        or_(col(DigestItem.item_id).is_(None), is_known_again),
        col(NewsItem.published_on) >= oldest,
        col(NewsItem.kind).in_(chosen.kinds) if chosen.kinds else true(),
        source.in_(chosen.sources) if chosen.sources else true(),
    )
    return list(
        session.exec(
            select(NewsItem)
            .join(DigestItem, is_of_it, isouter=True)
            .join(Campaign, col(Campaign.id) == col(DigestItem.campaign_id), isouter=True)
            .where(or_(col(NewsItem.id).in_(waited), and_(*is_for_it)))
            .order_by(age)
            .limit(MAX_GATHERED)
        )
    )
