"""Say when an approved campaign goes out. "Send now" is a schedule too, with a moment to think again."""

from datetime import datetime

from sqlmodel import Session

from campaigns.journal import note_order
from campaigns.local_time import chosen_moment
from campaigns.queries import lock_campaign
from campaigns.settings import CampaignSettings
from campaigns.status import CampaignAction
from campaigns.tables import Campaign
from campaigns.transition import move
from core.errors import InputRefused
from core.settings import Settings
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def schedule(
    session: Session, campaign_id: int, *, local: datetime, zone: str, actor: Principal, now: datetime
) -> Campaign:
    """Goes out when clocks in `zone` show `local`: a naive datetime, or one with an offset, which says
    which of the two where clocks show it twice. Scheduling again changes the time.

    Raises InputRefused for a time that is past or does not exist, HappensTwice for one that comes twice,
    IllegalTransition before approval; SendingHeld, with the end of the transaction, while the database is held.
    """
    require(actor, Permission.SCHEDULE)
    at = chosen_moment(local, zone)
    if at < now:
        raise InputRefused("campaigns-time-past", time=local.strftime("%Y-%m-%d %H:%M"), zone=zone)
    return _schedule_at(session, campaign_id, at, zone=zone, actor=actor, now=now)


def send_now(
    session: Session, campaign_id: int, *, actor: Principal, settings: Settings, now: datetime
) -> Campaign:
    """Goes out when the undo window has passed; until then `unschedule` takes it back."""
    require(actor, Permission.SEND)
    return _schedule_at(
        session,
        campaign_id,
        now + CampaignSettings.of(settings).undo_window,
        zone=settings.time_zone,
        actor=actor,
        now=now,
    )


def unschedule(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """Approved again, with no time. Raises IllegalTransition once it is on its way."""
    require(actor, Permission.SCHEDULE)
    campaign = lock_campaign(session, campaign_id)
    move(session, campaign, CampaignAction.UNSCHEDULE, now=now, scheduled_at=None, scheduled_zone=None)
    audit.record(
        session, actor=actor.name, action="campaign.unscheduled", subject=f"campaign:{campaign.id}", now=now
    )
    return campaign


def _schedule_at(
    session: Session, campaign_id: int, at: datetime, *, zone: str, actor: Principal, now: datetime
) -> Campaign:
    campaign = lock_campaign(session, campaign_id)
    if campaign.series_email_id is not None:
        raise InputRefused("campaigns-welcome-sends-by-itself")
    move(session, campaign, CampaignAction.SCHEDULE, now=now, scheduled_at=at, scheduled_zone=zone)
    note_order(session, campaign.id, "campaign.scheduled")
    audit.record(
        session,
        actor=actor.name,
        action="campaign.scheduled",
        subject=f"campaign:{campaign.id}",
        now=now,
        scheduled_at=at.isoformat(),
        zone=zone,
    )
    return campaign
