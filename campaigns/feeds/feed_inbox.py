"""Inbox: what has come from feeds and waits for somebody to use it, or to say that nothing comes of it.

What a campaign has is seen to, by whichever page it came there. It is shown again for two weeks where its site has
changed it, or taken it away, since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, func, or_, select

from campaigns.block_tables import CampaignBlock
from campaigns.editorial.news_uses import CampaignLink, campaigns_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.errors import NotFound, Refusal
from news.feeds.tables import EntryState, FeedEntry
from news.tables import NewsItem, NewsVersion, Source
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from templates.designs import DESIGNS

SHOWN_FOR = timedelta(days=14)
MAX_BULLETINS = 20


@dataclass(frozen=True, slots=True)
class InboxEntry:
    entry: FeedEntry
    item: NewsItem
    source_name: str
    campaigns: Sequence[CampaignLink]
    is_held: bool
    """People have edited its text, and its site says something else since: they decide."""

    @property
    def problem(self) -> Refusal | None:
        return Refusal(**self.entry.problem) if self.entry.problem else None

    @property
    def is_out(self) -> bool:
        """A campaign with it is on its way, or has gone out."""
        return any(campaign.is_over for campaign in self.campaigns)


def inbox(
    session: Session, *, now: datetime, limit: int, before_id: int | None = None, is_skipped: bool = False
) -> list[InboxEntry]:
    """The latest first. `before_id`: the last entry of the page before; `is_skipped`: what was skipped instead."""
    statement = (
        select(FeedEntry, NewsItem, Source.name)
        .join(NewsItem, col(NewsItem.id) == col(FeedEntry.item_id))
        .join(Source, col(Source.id) == col(FeedEntry.source_id))
        .where(FeedEntry.state == (EntryState.SKIPPED if is_skipped else EntryState.NEW))
        .order_by(col(FeedEntry.id).desc())
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(col(FeedEntry.id) < before_id)
    if not is_skipped:
        statement = statement.where(_is_waiting(now))
    rows = session.exec(statement).all()
    ids = [item.id for _, item, _ in rows]
    campaigns, held = campaigns_of(session, ids), _held(session, ids)
    return [InboxEntry(entry, item, name, campaigns[item.id], held[item.id]) for entry, item, name in rows]


def count_waiting(session: Session, *, now: datetime) -> int:
    wanted = (FeedEntry.state == EntryState.NEW, col(FeedEntry.item_id).is_not(None), _is_waiting(now))
    return session.exec(select(func.count()).select_from(FeedEntry).where(*wanted)).one()


def skip_entry(session: Session, entry_id: int, *, actor: Principal, now: datetime) -> None:
    """Nothing comes of it; its item stays among the news. Raises NotFound, NotAllowed."""
    _move(session, entry_id, EntryState.SKIPPED, "entry.skipped", actor=actor, now=now)


def bring_back(session: Session, entry_id: int, *, actor: Principal, now: datetime) -> None:
    """Into the inbox. Raises NotFound, NotAllowed."""
    _move(session, entry_id, EntryState.NEW, "entry.brought_back", actor=actor, now=now)


def _move(
    session: Session, entry_id: int, state: EntryState, action: str, *, actor: Principal, now: datetime
) -> None:
    require(actor, Permission.DRAFT)
    entry = session.get(FeedEntry, entry_id, with_for_update=True, populate_existing=True)
    if entry is None or entry.state is EntryState.BEFORE:
        raise NotFound("campaigns-entry-unknown")
    if entry.state is not state:
        entry.state = state
        session.add(entry)
        audit.record(session, actor=actor.name, action=action, subject=f"news_feed_entry:{entry.id}", now=now)


def _is_waiting(now: datetime) -> ColumnElement[bool]:
    since = now - SHOWN_FOR
    is_used = exists().where(col(CampaignBlock.item_id) == col(FeedEntry.item_id))
    return or_(~is_used, col(FeedEntry.changed_at) > since, col(FeedEntry.gone_at) > since)


def _held(session: Session, item_ids: Sequence[int]) -> Mapping[int, bool]:
    wanted = (col(NewsVersion.item_id).in_(item_ids), col(NewsVersion.is_held))
    held = set(session.exec(select(NewsVersion.item_id).where(*wanted)))
    return {item_id: item_id in held for item_id in item_ids}


def draft_bulletins(session: Session) -> list[tuple[int, str]]:
    """Number and name of each draft that can hold several items, the latest first."""
    kinds = [CampaignKind(name) for name, design in DESIGNS.items() if not design.is_for_one]
    wanted = (Campaign.status == CampaignStatus.DRAFT, col(Campaign.kind).in_(kinds))
    rows = session.exec(
        select(Campaign.id, Campaign.name).where(*wanted).order_by(col(Campaign.id).desc()).limit(MAX_BULLETINS)
    )
    return [(campaign_id, name) for campaign_id, name in rows]
