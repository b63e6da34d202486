"""Recall or correct what has gone out: what is left of it stops at once, and its web version says so.

One person does it, as with cancelling: whoever sees a mistake must not wait. The notice is in the program's own
words, so that nothing is published by it that nobody has approved. What there is to say beyond it goes to those
who got the email, in a campaign of its own with its own approvals (`campaigns.sending.follow_up`).
"""

from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.follow_up_segments import present_follow_up
from campaigns.editorial.follow_up_subject import follow_notice
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.queries import lock_campaign
from campaigns.sending.cancel import cancel
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission

_UNDER_WAY = (CampaignStatus.SENDING, CampaignStatus.PAUSED)


def recall(session: Session, campaign_id: int, kind: NoticeKind, *, actor: Principal, now: datetime) -> Campaign:
    """Doing it once more only changes the words of the notice, and those of a follow-up's subject that nobody has
    written. Raises NotFound, NotAllowed; Conflict before
    anybody could have got it: then it is cancelled."""
    require(actor, Permission.CANCEL)
    campaign = lock_campaign(session, campaign_id)
    if campaign.launched_at is None:
        raise Conflict("campaigns-recall-too-early", name=campaign.name)
    if campaign.status in _UNDER_WAY:
        cancel(session, campaign_id, actor=actor, now=now)
    notice = session.get(CampaignNotice, campaign_id)
    if notice is None or notice.kind is not kind:
        notice = notice or CampaignNotice(campaign_id=campaign_id, kind=kind, actor=actor.name, at=now)
        notice.kind, notice.actor, notice.at = kind, actor.name, now
        notice.follow_up_id = notice.follow_up_id or _follow_up_id(session, campaign)
        session.add(notice)
        follow_notice(session, campaign, notice, actor=actor, now=now)
        _record(session, campaign, "campaign.recalled", actor=actor, now=now, notice=kind.value)
    return campaign


def take_notice_away(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """Where it was right after all. What was stopped stays so. Raises NotFound, NotAllowed."""
    require(actor, Permission.CANCEL)
    campaign = lock_campaign(session, campaign_id)
    notice = session.get(CampaignNotice, campaign_id)
    if notice is not None:
        session.delete(notice)
        _record(session, campaign, "campaign.notice_removed", actor=actor, now=now)
    return campaign


def _follow_up_id(session: Session, campaign: Campaign) -> int | None:
    """Of a draft from before the notice was removed; there is to be one."""
    follow_up = present_follow_up(session, campaign)
    return follow_up.id if follow_up else None


def _record(
    session: Session, campaign: Campaign, action: str, *, actor: Principal, now: datetime, **detail: str
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"campaign:{campaign.id}", now=now, **detail)
