"""Who may read a campaign on the web: decided by staff, before or after it goes out. No byte of a mail changes."""

from datetime import datetime

from sqlalchemy import or_
from sqlmodel import Session, col, select

from campaigns.editorial.stale_edit import expect_seen, visibility_version
from campaigns.queries import get_campaign, lock_campaign
from campaigns.tables import Approval, Campaign, RenderedVariant, Visibility
from core.errors import InputRefused, NotAllowed
from core.public_urls import WEB_VERSION
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import lists_of

VISIBILITY_SET = "campaign.visibility_set"
_WITHOUT_LINK = {
    Visibility.NONE: "campaigns-visibility-links-die",
    Visibility.MEMBERS: "campaigns-visibility-links-closed",
}
"""What is said of links in the mail; with the others, whoever follows one reads it."""
_HTML, _TEXT = col(RenderedVariant.html), col(RenderedVariant.text)


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
        action=VISIBILITY_SET,
        subject=f"campaign:{campaign.id}",
        now=now,
        before=before.value,
        after=visibility.value,
    )
    return campaign


def doubt_about(session: Session, campaign_id: int, visibility: Visibility) -> InputRefused | None:
    """What to say before it is set: that links in the frozen mail would lead nobody to it, or that everybody may
    read what was approved already. To be raised until somebody has confirmed it. Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    if visibility is campaign.visibility:
        return None
    code = _WITHOUT_LINK.get(visibility)
    if code is not None and has_link_to_page(session, campaign):
        return InputRefused(code)
    if visibility is Visibility.PUBLIC and _is_approved_by_somebody(session, campaign):
        return InputRefused("campaigns-visibility-after-approval")
    return None


def has_link_to_page(session: Session, campaign: Campaign) -> bool:
    """Whether the mail as it is frozen leads to its page, or to one of its publications; not before it is
    submitted."""
    path = WEB_VERSION.format(public_id=campaign.public_id, language="")
    in_mail = or_(*(part.contains(path, autoescape=True) for part in (_HTML, _TEXT)))
    statement = select(RenderedVariant.id).where(RenderedVariant.campaign_id == campaign.id, in_mail)
    return session.exec(statement.limit(1)).first() is not None


def _is_approved_by_somebody(session: Session, campaign: Campaign) -> bool:
    approvals = select(Approval.id).where(Approval.campaign_id == campaign.id, col(Approval.voided_at).is_(None))
    return session.exec(approvals.limit(1)).first() is not None
