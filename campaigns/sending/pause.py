"""Stop a campaign that is going out, and let it go on."""

from datetime import datetime

from sqlmodel import Session

from campaigns.active_sender import active_sender, no_sender_reason, senders_of
from campaigns.journal import note_order
from campaigns.queries import lock_campaign
from campaigns.status import CampaignAction, CampaignStatus, PauseReason
from campaigns.tables import Campaign
from campaigns.transition import move
from campaigns.transition import pause as pause_for
from delivery.attempts.in_doubt import look_up_soon
from delivery.attempts.refusal_records import note_resumed
from delivery.senders.breaker import unpause_sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def pause(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """Nothing more is sent until `resume`; what is in flight at this moment still arrives."""
    require(actor, Permission.PAUSE)
    campaign = lock_campaign(session, campaign_id)
    pause_for(session, campaign, PauseReason.STAFF, now=now)
    audit.record(session, actor=actor.name, action="campaign.paused", subject=f"campaign:{campaign.id}", now=now)
    return campaign


def resume(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """Goes on where it stopped. One that never began (too late, nobody to send to) is prepared now, or, where its
    time is still to come, waits for that.

    Senders that were paused for this campaign's troubles are tried again. The words that paused it have been seen
    now: whoever was refused in them is asked first. Raises SendingHeld, with the end of the transaction, while the
    database is held back.
    """
    require(actor, Permission.PAUSE)
    campaign = lock_campaign(session, campaign_id)
    reason, replies = campaign.pause_reason, _replies(session, campaign)
    move(session, campaign, _way_on(campaign, now=now), now=now, pause_reason=None, pause_detail=None)
    if reason in (PauseReason.SENDER_MISCONFIGURED, PauseReason.ERROR_THRESHOLD):
        for sender in senders_of(session, campaign):
            unpause_sender(session, sender.id)
    note_resumed(session, campaign.id, replies, now=now)
    look_up_soon(session, campaign.id, now=now)
    note_order(session, campaign.id, "campaign.resumed")
    audit.record(session, actor=actor.name, action="campaign.resumed", subject=f"campaign:{campaign.id}", now=now)
    return campaign


def _replies(session: Session, campaign: Campaign) -> set[str]:
    """What providers said that stopped it. Of two senders, each stands in its line, after its name."""
    detail = campaign.pause_detail or ""
    of_each = [line.partition(": ")[2] for line in detail.splitlines()]
    own = [sender.paused_detail for sender in senders_of(session, campaign)]
    return {reply for reply in (detail, *of_each, *own) if reply}


def _way_on(campaign: Campaign, *, now: datetime) -> CampaignAction:
    if campaign.status is not CampaignStatus.PAUSED or campaign.launched_at:
        return CampaignAction.RESUME
    if campaign.scheduled_at is not None and campaign.scheduled_at > now:
        return CampaignAction.WAIT
    return CampaignAction.FALL_DUE


def pause_without_sender(session: Session, campaign_id: int, *, now: datetime) -> None:
    """Unless a sender has come back, or somebody else has stopped the campaign meanwhile."""
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is CampaignStatus.SENDING and active_sender(session, campaign) is None:
        reason, detail = no_sender_reason(session, campaign)
        pause_for(session, campaign, reason, now=now, detail=detail)


def pause_if_sending(session: Session, campaign_id: int, reason: PauseReason, *, now: datetime) -> None:
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is CampaignStatus.SENDING:
        pause_for(session, campaign, reason, now=now)
