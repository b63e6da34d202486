"""Approve a campaign: one person's yes to exactly these bytes, in which they had no hand.

Every way to "approved" is here: people's yeses, an automation's standing one, none where none is asked for, and
what the journal proves after a restore. A test looks that nothing else takes a campaign there.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.editorial.content_changes import contributors
from campaigns.editorial.contributions import Matter, why_not
from campaigns.queries import lock_campaign
from campaigns.review.review_mail import ReviewMailData, tell_author
from campaigns.review.standing_approval import expect_own_password, standing_approvers
from campaigns.settings import CampaignSettings
from campaigns.staff_mail.tables import StaffMailPurpose
from campaigns.status import CampaignAction, CampaignStatus, not_now
from campaigns.tables import Approval, Automation, Campaign
from campaigns.transition import move
from core.errors import Conflict, NotAllowed
from core.settings import Settings
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def approve(
    session: Session, campaign_id: int, *, seen_hash: str, actor: Principal, settings: Settings, now: datetime
) -> Campaign:
    """Records the approval; the campaign is approved once enough different people have given theirs.

    `seen_hash` is the content hash of what the person looked at: approving what has changed since is refused.
    Whoever drafted it, or had a hand in what it holds, does not count and is refused (ADR 38). Saying yes twice is
    one yes, also where the first was the last that was waited for.
    """
    require(actor, Permission.APPROVE)
    campaign = lock_campaign(session, campaign_id)
    is_as_seen = campaign.status is CampaignStatus.APPROVED and seen_hash == campaign.content_hash
    if is_as_seen and actor.user_id in _approvers(session, campaign):
        return campaign
    if campaign.status is not CampaignStatus.IN_REVIEW:
        raise not_now(campaign.status)
    if actor.user_id is None:
        raise NotAllowed("campaigns-approver-unknown")
    _expect_no_hand(session, campaign, actor.name)
    expect_own_password(session, actor.user_id, contributors(session, campaign), now=now)
    if seen_hash != campaign.content_hash:
        raise Conflict("campaigns-changed-since-seen", name=campaign.name)
    if actor.user_id not in _approvers(session, campaign):
        _record(session, campaign, actor.user_id, seen_hash, now=now)
    if len(_approvers(session, campaign)) >= CampaignSettings.of(settings).approvals_required:
        move(session, campaign, CampaignAction.APPROVE, now=now)
        data = ReviewMailData(StaffMailPurpose.APPROVED, actor)
        tell_author(session, campaign, data, settings=settings, now=now)
    return campaign


def approve_standing(
    session: Session, campaign: Campaign, automation: Automation, *, settings: Settings, now: datetime
) -> None:
    """The yeses of those who have approved the automation, given once for every campaign of it, as many as any
    campaign needs. Nothing where the campaign is approved already, because nobody's yes is asked for.

    Raises NotAllowed where there are too few such people, or where they had a hand in this one.
    """
    if campaign.status is CampaignStatus.APPROVED:
        return
    approvers = standing_approvers(session, automation)[: CampaignSettings.of(settings).approvals_required]
    if not approvers or campaign.content_hash is None:
        raise NotAllowed("campaigns-automation-needs-a-person")
    if len(approvers) < CampaignSettings.of(settings).approvals_required:
        raise NotAllowed("campaigns-automation-needs-approvals", name=automation.name)
    for user_id in approvers:
        _expect_no_hand(session, campaign, f"user:{user_id}")
        _record(session, campaign, user_id, campaign.content_hash, now=now, automation_id=automation.id)
    move(session, campaign, CampaignAction.APPROVE, now=now)


def approve_unasked(session: Session, campaign: Campaign, *, settings: Settings, now: datetime) -> None:
    """Where the organisation asks for no approvals."""
    if CampaignSettings.of(settings).approvals_required == 0:
        move(session, campaign, CampaignAction.APPROVE, now=now)


def approve_restored(session: Session, campaign: Campaign, *, now: datetime) -> None:
    """A campaign in review in a backup, of which the journal says that it went out since: so it was approved.
    Whose yes that was the journal does not know, and none is recorded; `database.adopted` is in the audit log."""
    if campaign.status is CampaignStatus.IN_REVIEW:
        move(session, campaign, CampaignAction.APPROVE, now=now)


def approval_count(session: Session, campaign: Campaign) -> int:
    """How many different people's approvals of what the campaign holds now count."""
    return len(_approvers(session, campaign))


def _expect_no_hand(session: Session, campaign: Campaign, actor: str) -> None:
    matter = why_not(actor, contributors(session, campaign))
    if matter is Matter.DRAFT:
        raise NotAllowed("campaigns-own-approval", name=campaign.name)
    if matter is not None:
        raise NotAllowed("campaigns-approver-contributed", name=campaign.name, matter=matter.value)


def _record(
    session: Session, campaign: Campaign, user_id: int, content_hash: str, *, now: datetime, **detail: int
) -> None:
    session.add(Approval(campaign_id=campaign.id, user_id=user_id, content_hash=content_hash, at=now))
    session.flush()
    audit.record(
        session,
        actor=f"user:{user_id}",
        action="campaign.approved",
        subject=f"campaign:{campaign.id}",
        now=now,
        content_hash=content_hash,
        **detail,
    )


def _approvers(session: Session, campaign: Campaign) -> set[int]:
    """Whose approvals count. One from before contributions were kept may be of somebody who contributed."""
    approved = session.exec(
        select(Approval.user_id).where(
            Approval.campaign_id == campaign.id,
            Approval.content_hash == campaign.content_hash,
            col(Approval.voided_at).is_(None),
        )
    ).all()
    matters_by_actor = contributors(session, campaign) if approved else {}
    return {user_id for user_id in approved if f"user:{user_id}" not in matters_by_actor}
