"""Send back: an approver says no to what was submitted, and writes why. The campaign is a draft again."""

from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.edit import return_to_draft
from campaigns.queries import lock_campaign
from campaigns.review.notes import add_note, clean_remark
from campaigns.review.review_mail import ReviewMailData, tell_author
from campaigns.review.tables import ReviewNoteKind
from campaigns.staff_mail.tables import StaffMailPurpose
from campaigns.status import CampaignAction
from campaigns.tables import Campaign
from core.errors import InputRefused
from core.settings import Settings
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def send_back(
    session: Session, campaign_id: int, *, remark: str, actor: Principal, settings: Settings, now: datetime
) -> Campaign:
    """Whoever may approve may send back, also with a hand in it: what stops a campaign asks for nobody else. Given
    approvals are void; nothing of the text is changed. The author gets the remark by email.

    Raises InputRefused for an empty or too long remark, IllegalTransition unless it is in review, NotAllowed.
    """
    require(actor, Permission.APPROVE)
    campaign = lock_campaign(session, campaign_id)
    text = clean_remark(remark)
    if not text:
        raise InputRefused("campaigns-remark-missing")
    return_to_draft(session, campaign, CampaignAction.SEND_BACK, now=now)
    add_note(session, campaign, ReviewNoteKind.SENT_BACK, text, actor=actor, now=now)
    audit.record(
        session, actor=actor.name, action="campaign.sent_back", subject=f"campaign:{campaign.id}", now=now
    )
    data = ReviewMailData(StaffMailPurpose.SENT_BACK, actor, text)
    tell_author(session, campaign, data, settings=settings, now=now)
    return campaign
