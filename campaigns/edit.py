"""Change a campaign that has not begun to go out. Whatever was approved is approved no longer."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from campaigns.actors import Actor, require
from campaigns.status import CampaignAction
from campaigns.tables import Approval, Campaign, RenderedVariant, Variant
from campaigns.transition import load, move
from core.errors import NotFound
from staff import audit
from staff.roles import Permission


def edit_variant(
    session: Session, campaign_id: int, language: str, *, changes: dict[str, str], actor: Actor, now: datetime
) -> Campaign:
    """New words for one language: `changes` may hold subject, preheader and intro.

    The campaign is a draft again, its approvals are void and its frozen variants gone.
    Raises NotFound, IllegalTransition once it is on its way.
    """
    require(actor, Permission.EDIT)
    campaign = load(session, campaign_id)
    variant = session.exec(
        select(Variant).where(Variant.campaign_id == campaign_id, Variant.language == language)
    ).one_or_none()
    if variant is None:
        raise NotFound("campaigns-no-variant", language=language, name=campaign.name)
    reopen(session, campaign, now=now)
    variant.subject = changes.get("subject", variant.subject)
    variant.preheader = changes.get("preheader", variant.preheader)
    variant.intro = changes.get("intro", variant.intro)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.edited",
        subject=f"campaign:{campaign.id}",
        now=now,
        language=language,
        fields=sorted(changes),
    )
    return campaign


def reopen(session: Session, campaign: Campaign, *, now: datetime) -> None:
    """Back to draft: approvals void, nothing frozen, nothing scheduled."""
    move(
        session,
        campaign,
        CampaignAction.EDIT,
        now=now,
        content_hash=None,
        scheduled_at=None,
        scheduled_zone=None,
    )
    session.execute(
        update(Approval)
        .where(col(Approval.campaign_id) == campaign.id, col(Approval.voided_at).is_(None))
        .values(voided_at=now)
    )
    session.execute(delete(RenderedVariant).where(col(RenderedVariant.campaign_id) == campaign.id))
