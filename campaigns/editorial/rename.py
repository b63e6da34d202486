"""Rename a draft. The name is for staff: no reader sees it, and no approval hangs on it."""

from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.draft import MAX_NAME_LENGTH
from campaigns.editorial.stale_edit import expect_seen, name_version
from campaigns.queries import lock_campaign
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict, InputRefused
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def rename(
    session: Session, campaign_id: int, name: str, *, actor: Principal, now: datetime, seen: str | None = None
) -> Campaign:
    """Only while it is a draft: what approvers have read of by one name does not go out under another.

    `seen`: the version of the name that the person had before them. Raises NotFound, InputRefused for a name that
    is empty or too long, Conflict where it is no draft or the name is no longer the one that was seen.
    """
    require(actor, Permission.EDIT)
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is not CampaignStatus.DRAFT:
        raise Conflict("campaigns-rename-no-draft", name=campaign.name)
    chosen = " ".join(name.split())
    if not chosen:
        raise InputRefused("campaigns-name-empty")
    if len(chosen) > MAX_NAME_LENGTH:
        raise InputRefused("campaigns-name-too-long", count=len(chosen), limit=MAX_NAME_LENGTH)
    expect_seen(seen, name_version(campaign), is_change=chosen != campaign.name)
    if chosen != campaign.name:
        before, campaign.name, campaign.changed_at = campaign.name, chosen, now
        session.add(campaign)
        audit.record(
            session,
            actor=actor.name,
            action="campaign.renamed",
            subject=f"campaign:{campaign.id}",
            now=now,
            before=before,
            after=chosen,
        )
    return campaign
