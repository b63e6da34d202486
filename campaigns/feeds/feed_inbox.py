"""Inbox: what has come from feeds and waits for somebody to use it, or to say that nothing comes of it.

What a campaign has is seen to, by whichever page it came there. It is shown again for two weeks where its site has
changed it, or taken it away, since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, or_, select, update

from campaigns.block_tables import CampaignBlock
from campaigns.editorial.news_uses import CampaignLink, campaigns_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.errors import NotFound, Refusal
from news.feeds.tables import EntryState, FeedEntry
from news.queries import texts_of
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
    languages: Sequence[str]
    """In which its item is told."""

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
    """The latest first, and of an item in several languages the latest entry. `before_id`: the last entry of the
    page before; `is_skipped`: what was skipped instead."""
    state, later = EntryState.SKIPPED if is_skipped else EntryState.NEW, aliased(FeedEntry)
    is_same_item = (col(later.item_id) == col(FeedEntry.item_id), col(later.state) == state)
    is_told_later = exists().where(
        *is_same_item, col(later.id) > col(FeedEntry.id), _is_shown(later, is_skipped, now)
    )
    statement = (
        select(FeedEntry, NewsItem, Source.name)
        .join(NewsItem, col(NewsItem.id) == col(FeedEntry.item_id))
        .join(Source, col(Source.id) == col(FeedEntry.source_id))
        .where(FeedEntry.state == state, ~is_told_later, _is_shown(FeedEntry, is_skipped, now))
        .order_by(col(FeedEntry.id).desc())
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(col(FeedEntry.id) < before_id)
    rows = session.exec(statement).all()
    ids = [item.id for _, item, _ in rows]
    campaigns, held, texts = campaigns_of(session, ids), _held(session, ids), texts_of(session, ids)
    return [
        InboxEntry(entry, item, name, campaigns[item.id], held[item.id], sorted(texts[item.id]))
        for entry, item, name in rows
    ]


def count_waiting(session: Session, *, now: datetime) -> int:
    """Items."""
    wanted = (FeedEntry.state == EntryState.NEW, _is_shown(FeedEntry, False, now))
    return session.exec(select(func.count(func.distinct(FeedEntry.item_id))).where(*wanted)).one()


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
        own = col(FeedEntry.id) == entry.id
        # All languages of its item: they are one piece of news.
        same_item = and_(col(FeedEntry.item_id) == entry.item_id, FeedEntry.state != EntryState.BEFORE)
        session.execute(update(FeedEntry).where(or_(own, same_item)).values(state=state))
        audit.record(session, actor=actor.name, action=action, subject=f"news_feed_entry:{entry.id}", now=now)


def _is_shown(entry: type[FeedEntry], is_skipped: bool, now: datetime) -> ColumnElement[bool]:
    if is_skipped:
        return true()
    since = now - SHOWN_FOR
    is_used = exists().where(col(CampaignBlock.item_id) == col(entry.item_id))
    return or_(~is_used, col(entry.changed_at) > since, col(entry.gone_at) > since)


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
