"""Approve a campaign: one person's yes to exactly these bytes."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from campaigns.actors import Actor, require
from campaigns.status import CampaignAction, CampaignStatus, not_now
from campaigns.tables import Approval, Campaign
from campaigns.transition import load, move
from core.errors import Conflict, NotAllowed
from core.settings import Settings
from staff import audit
from staff.roles import Permission


def approve(
    session: Session, campaign_id: int, *, seen_hash: str, actor: Actor, settings: Settings, now: datetime
) -> Campaign:
    """Records the approval; the campaign is approved once enough different people have given theirs.

    `seen_hash` is the content hash of what the person looked at: approving what has changed since is refused.
    The author's own approval does not count and is refused. Saying yes twice is one yes.
    """
    require(actor, Permission.APPROVE)
    campaign = load(session, campaign_id)
    if campaign.status is not CampaignStatus.IN_REVIEW:
        raise not_now(campaign.status)
    if actor.user_id is None:
        raise NotAllowed("campaigns-approver-unknown")
    if actor.name == campaign.author:
        raise NotAllowed("campaigns-own-approval", name=campaign.name)
    if seen_hash != campaign.content_hash:
        raise Conflict("campaigns-changed-since-seen", name=campaign.name)
    if actor.user_id not in _approvers(session, campaign):
        session.add(Approval(campaign_id=campaign.id, user_id=actor.user_id, content_hash=seen_hash, at=now))
        session.flush()
        audit.record(
            session,
            actor=actor.name,
            action="campaign.approved",
            subject=f"campaign:{campaign.id}",
            now=now,
            content_hash=seen_hash,
        )
    if len(_approvers(session, campaign)) >= settings.approvals_required:
        move(session, campaign, CampaignAction.APPROVE, now=now)
    return campaign


def approval_count(session: Session, campaign: Campaign) -> int:
    """How many different people have approved what the campaign holds now."""
    return session.exec(
        select(func.count(col(Approval.id))).where(
            Approval.campaign_id == campaign.id,
            Approval.content_hash == campaign.content_hash,
            col(Approval.voided_at).is_(None),
        )
    ).one()


def _approvers(session: Session, campaign: Campaign) -> set[int]:
    return set(
        session.exec(
            select(Approval.user_id).where(
                Approval.campaign_id == campaign.id,
                Approval.content_hash == campaign.content_hash,
                col(Approval.voided_at).is_(None),
            )
        ).all()
    )
