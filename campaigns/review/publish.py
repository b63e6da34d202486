"""Who may read a campaign on the web: decided by staff, before or after it goes out. No byte of a mail changes."""

from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.stale_edit import expect_seen, visibility_version
from campaigns.queries import lock_campaign
from campaigns.tables import Campaign, Visibility
from core.errors import NotAllowed
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import lists_of


def set_visibility(
    session: Session,
    campaign_id: int,
    visibility: Visibility,
    *,
    actor: Principal,
    now: datetime,
    seen: str | None = None,
) -> Campaign:
    """Raises NotFound; Conflict where it is no longer what was `seen`; NotAllowed for making public what went to a
    list of people at risk."""
    require(actor, Permission.PUBLISH)
    campaign = lock_campaign(session, campaign_id)
    is_protected = any(mailing_list.is_protected for mailing_list in lists_of(session, campaign.audience))
    if visibility is Visibility.PUBLIC and is_protected:
        raise NotAllowed("campaigns-protected-not-public", name=campaign.name)
    expect_seen(seen, visibility_version(campaign), is_change=visibility is not campaign.visibility)
    before, campaign.visibility = campaign.visibility, visibility
    session.add(campaign)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.visibility_set",
        subject=f"campaign:{campaign.id}",
        now=now,
        before=before.value,
        after=visibility.value,
    )
    return campaign
