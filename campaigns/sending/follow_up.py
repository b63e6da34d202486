"""Follow-up: a draft to exactly those who got a campaign that was recalled or corrected, and to nobody else.

It goes through what every campaign goes through: somebody writes it, others approve it. Its audience is a segment
that everybody can look at and count; whoever has left since gets nothing any more.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.block_content import BlockKind
from campaigns.editorial.arrange_blocks import add_block
from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.compose import items_of
from campaigns.editorial.draft import DraftPlan, DraftRequest, plan_draft, save_draft
from campaigns.editorial.follow_up_segments import GOT, follow_up_name
from campaigns.editorial.follow_up_subject import subject_for
from campaigns.editorial.manage_segment import SegmentDetails, add_segment
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.queries import lock_campaign, variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.errors import Conflict
from delivery.senders.senders import get_sender
from kinds.registry import NewsKind
from news.queries import corrected_slug
from news.tables import NewsItem, NewsText
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import lists_of
from subscribers.segment_tables import Segment


def draft_follow_up(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """The draft; the one that there is already, unless that was cancelled. With the news item that corrects it,
    where there is one; else it is still to be written.

    Raises NotFound, NotAllowed; Conflict where it was not recalled or corrected, or a list of its is archived;
    InputRefused for a sender that cannot carry campaigns any more.
    """
    require(actor, Permission.DRAFT)
    original = lock_campaign(session, campaign_id)
    notice = session.get(CampaignNotice, campaign_id)
    if notice is None:
        raise Conflict("campaigns-follow-up-first", name=original.name)
    earlier = session.get(Campaign, notice.follow_up_id) if notice.follow_up_id else None
    if earlier is not None and earlier.status is not CampaignStatus.CANCELLED:
        return earlier
    draft = save_draft(session, _plan(session, original, notice.kind, author=actor.name, now=now), now=now)
    draft.visibility = original.visibility
    if not items_of(session, draft.id):
        add_block(session, draft.id, BlockKind.TEXT, after=None, actor=actor, now=now)
    segment = _whoever_got(session, original, actor=actor, now=now)
    lists = [row.slug for row in lists_of(session, original.audience)]
    choice = AudienceChoice(lists, topics=(), segments=[segment.id])
    choose_audience(session, draft.id, choice, actor=actor, now=now)
    notice.follow_up_id = draft.id
    session.add_all([draft, notice])
    return draft


def _plan(session: Session, original: Campaign, kind: NoticeKind, *, author: str, now: datetime) -> DraftPlan:
    lists = [row.slug for row in lists_of(session, original.audience)]
    correcting = _correcting_item(session, original)
    second = original.second_sender_id
    request = DraftRequest(
        kind=None if correcting else CampaignKind.BULLETIN,
        name="" if correcting else subject_for(original.name, kind, original.main_language),
        item_slugs=[correcting.slug] if correcting else [],
        list_slug=lists[0],
        more_list_slugs=lists[1:],
        sender_name=get_sender(session, original.sender_id).name,
        second_sender_name=get_sender(session, second).name if second else "",
        main_language=original.main_language,
        languages=[variant.language for variant in variants_of(session, original.id)],
    )
    plan = plan_draft(session, request, author=author, now=now)
    if correcting is None:
        subjects = {variant.language: variant.subject for variant in variants_of(session, original.id)}
        for variant in plan.variants:
            variant.subject = subject_for(subjects[variant.language], kind, variant.language)
    return plan


def _correcting_item(session: Session, original: Campaign) -> NewsItem | None:
    """The latest that says it corrects one of the campaign's."""
    slugs = [item.slug for item in items_of(session, original.id)]
    wanted = (
        select(NewsItem)
        .join(NewsText, col(NewsText.item_id) == col(NewsItem.id))
        .where(
            NewsItem.kind == NewsKind.CORRECTION,
            col(NewsItem.withdrawn_at).is_(None),
            corrected_slug().in_(slugs),
        )
    )
    return session.exec(wanted.order_by(col(NewsItem.id).desc()).limit(1)).first() if slugs else None


def _whoever_got(session: Session, original: Campaign, *, actor: Principal, now: datetime) -> Segment:
    condition = f"{GOT}{original.id}"
    there = session.exec(select(Segment).where(Segment.condition == condition).order_by(col(Segment.id))).first()
    if there is not None:
        return there
    return add_segment(session, SegmentDetails(follow_up_name(original), condition), actor=actor, now=now)
