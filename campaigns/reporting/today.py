"""Dashboard: what waits for one person, what goes out next, and what became of the last campaigns.

The same number of queries, however many campaigns there are; each part shows the first few and the list has all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlmodel import Session, col, select

from campaigns.editorial.content_changes import contributors_of_many
from campaigns.frequency.present_audience import present_audience
from campaigns.queries import got_campaign
from campaigns.review.notes import latest_notes
from campaigns.review.tables import ReviewNote, ReviewNoteKind
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, Campaign
from campaigns.weekly_cap import count_capped
from core.settings import Settings
from delivery.reporting.progress import count_deliveries_of_many
from staff.principal import Principal
from staff.roles import Permission
from staff.users import names_of_actors
from subscribers.audience import count_audience

SHOWN = 10
LAST = 5
IN_REVIEW_AT_MOST = 50
"""Of so many that wait, the longest first, those are shown that are this person's to approve."""
COMING = (CampaignStatus.SENDING, CampaignStatus.PREPARING, CampaignStatus.SCHEDULED)


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """A campaign that is this person's to approve, or to go on with."""

    campaign: Campaign
    at: datetime
    """Since when."""
    by: str = ""
    """Who submitted it, or sent it back."""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ComingEntry:
    campaign: Campaign
    recipients: int


@dataclass(frozen=True, slots=True)
class PastEntry:
    campaign: Campaign
    recipients: int
    delivered: int
    refused: int
    has_reached: bool
    """Whether anybody has it, or may have it."""


@dataclass(frozen=True, slots=True)
class TodaySummary:
    to_approve: list[WaitingEntry]
    sent_back: list[WaitingEntry]
    drafts: list[WaitingEntry]
    coming: list[ComingEntry]
    past: list[PastEntry]


def today(
    session: Session,
    actor: Principal,
    *,
    counts: Mapping[int, Mapping[str, int]],
    settings: Settings,
    now: datetime,
) -> TodaySummary:
    """`counts`: how many would be reached by each list alone, by language."""
    sent_back, drafts = _drafts(session, actor)
    coming = _coming(session, counts, settings=settings, now=now)
    return TodaySummary(_to_approve(session, actor), sent_back, drafts, coming, _past(session))


def _to_approve(session: Session, actor: Principal) -> list[WaitingEntry]:
    """Only where this person's approval would count (ADR 38) and is not given."""
    if actor.user_id is None or not actor.may(Permission.APPROVE):
        return []
    is_given = exists().where(
        col(Approval.campaign_id) == col(Campaign.id),
        col(Approval.content_hash) == col(Campaign.content_hash),
        col(Approval.user_id) == actor.user_id,
        col(Approval.voided_at).is_(None),
    )
    waiting = session.exec(
        select(Campaign)
        .where(Campaign.status == CampaignStatus.IN_REVIEW, ~is_given)
        .order_by(col(Campaign.changed_at), col(Campaign.id))
        .limit(IN_REVIEW_AT_MOST)
    ).all()
    hands = contributors_of_many(session, waiting) if waiting else {}
    mine = [campaign for campaign in waiting if actor.name not in hands[campaign.id]][:SHOWN]
    return _with_notes(session, mine)


def _drafts(session: Session, actor: Principal) -> tuple[list[WaitingEntry], list[WaitingEntry]]:
    """Those that were sent back, and the others; the latest first."""
    drafts = session.exec(
        select(Campaign)
        .where(Campaign.status == CampaignStatus.DRAFT, Campaign.author == actor.name)
        .order_by(col(Campaign.changed_at).desc(), col(Campaign.id).desc())
        .limit(2 * SHOWN)
    ).all()
    notes = latest_notes(session, [draft.id for draft in drafts])
    returned = [draft for draft in drafts if _is_sent_back(notes.get(draft.id))]
    others = [draft for draft in drafts if not _is_sent_back(notes.get(draft.id))]
    return (
        _with_notes(session, returned[:SHOWN]),
        [WaitingEntry(draft, draft.changed_at) for draft in others[:SHOWN]],
    )


def _is_sent_back(note: ReviewNote | None) -> bool:
    return note is not None and note.kind is ReviewNoteKind.SENT_BACK


def _with_notes(session: Session, campaigns: Sequence[Campaign]) -> list[WaitingEntry]:
    notes = latest_notes(session, [campaign.id for campaign in campaigns])
    names = names_of_actors(session, {note.actor for note in notes.values()})
    entries = []
    for campaign in campaigns:
        note = notes.get(campaign.id)
        if note is None:
            entries.append(WaitingEntry(campaign, campaign.changed_at))
        else:
            entries.append(WaitingEntry(campaign, note.at, names.get(note.actor, note.actor), note.remark))
    return entries


def _coming(
    session: Session, counts: Mapping[int, Mapping[str, int]], *, settings: Settings, now: datetime
) -> list[ComingEntry]:
    campaigns = session.exec(
        select(Campaign)
        .where(col(Campaign.status).in_(COMING), col(Campaign.series_email_id).is_(None))
        .order_by(col(Campaign.scheduled_at), col(Campaign.id))
        .limit(SHOWN)
    ).all()
    written = count_deliveries_of_many(session, [row.id for row in campaigns if row.launched_at])
    sizes = {
        row.id: _size(session, row, counts, settings=settings, now=now)
        for row in campaigns
        if row.launched_at is None
    }
    return [
        ComingEntry(row, written[row.id].recipients if row.launched_at else sizes[row.id]) for row in campaigns
    ]


def _size(
    session: Session,
    campaign: Campaign,
    counts: Mapping[int, Mapping[str, int]],
    *,
    settings: Settings,
    now: datetime,
) -> int:
    """As the page of the campaign says it, without whom the weekly cap leaves out. A list alone is counted
    already; several together, or by topic or segment, are counted here."""
    audience = present_audience(session, campaign)
    if audience.is_one_list and audience.for_whom is None:
        reached = sum(counts.get(audience.lists[0], {}).values())
    else:
        counted = count_audience(session, audience, got_campaign, now=now)
        reached = sum(sum(by_language.values()) for by_language in counted.values())
    return reached - count_capped(session, campaign, audience, settings=settings, now=now)


def _past(session: Session) -> list[PastEntry]:
    campaigns = session.exec(
        select(Campaign)
        .where(Campaign.status == CampaignStatus.SENT)
        .order_by(col(Campaign.finished_at).desc(), col(Campaign.id).desc())
        .limit(LAST)
    ).all()
    counts = count_deliveries_of_many(session, [campaign.id for campaign in campaigns])
    return [
        PastEntry(
            campaign,
            recipients=counts[campaign.id].recipients,
            delivered=counts[campaign.id].delivered,
            refused=counts[campaign.id].refused,
            has_reached=counts[campaign.id].has_reached,
        )
        for campaign in campaigns
    ]
