"""Reopen: a person's word that something is sent again, and what it does to a campaign that was over (ADR 12)."""

from datetime import datetime

from sqlmodel import Session

from campaigns.active_sender import senders_of
from campaigns.public_archive.tables import CampaignNotice
from campaigns.queries import get_campaign, lock_campaign
from campaigns.sending.tie_to_people import tie_waiting
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from core.errors import Conflict, InputRefused, NotAllowed
from delivery.plain_text import MAX_WORDS, plain_text
from staff.principal import Principal, require
from staff.roles import Permission


def reason_of(why: str, *, actor: Principal) -> str:
    """The reason as it is kept. Raises NotAllowed where the actor may not decide, or is no person who answers for
    it, and InputRefused without a reason."""
    require(actor, Permission.DECIDE_DOUBTS)
    if actor.user_id is None:
        raise NotAllowed("campaigns-doubt-needs-a-person")
    reason = plain_text(why)
    if not reason or len(why) > MAX_WORDS:
        raise InputRefused("campaigns-doubt-why", longest=MAX_WORDS)
    return reason


def let_it_send(session: Session, campaign_id: int, *, now: datetime) -> None:
    """Queued deliveries go out while a campaign is being sent. One that was sent is opened again for them alone:
    whoever else is on the list by now has no delivery in it. So is an email of a welcome series that is turned on
    again. Raises Conflict where it was cancelled, recalled or
    corrected, or would come from somebody else than was approved.

    The campaign is locked after its deliveries, as whoever records an answer does; so that two never wait for
    each other.
    """
    tie_waiting(session, get_campaign(session, campaign_id))
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is CampaignStatus.CANCELLED:
        raise Conflict("campaigns-doubt-cancelled", name=campaign.name)
    if session.get(CampaignNotice, campaign_id) is not None:
        raise Conflict("campaigns-doubt-recalled", name=campaign.name)
    if campaign.status is CampaignStatus.SENT:
        _expect_same_senders(session, campaign)
        move(session, campaign, CampaignAction.REOPEN, now=now, finished_at=None)


def _expect_same_senders(session: Session, campaign: Campaign) -> None:
    for sender in senders_of(session, campaign):
        changed_at, launched_at = sender.identity_changed_at, campaign.launched_at
        if changed_at is not None and launched_at is not None and changed_at > launched_at:
            raise Conflict("campaigns-reopen-sender-changed", name=sender.name)
