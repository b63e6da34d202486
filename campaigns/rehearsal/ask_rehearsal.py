"""Ask for a rehearsal, and see what came of the last one."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.queries import lock_campaign
from campaigns.rehearsal.rehearsal_figures import RehearsalData
from campaigns.rehearsal.tables import Rehearsal, RehearsalState
from campaigns.status import TRANSITIONS, CampaignAction, not_now
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.users import names_of_actors


@dataclass(frozen=True, slots=True)
class RehearsalReport:
    rehearsal: Rehearsal
    figures: RehearsalData
    by: str
    """Who asked for it."""


def ask_rehearsal(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> int:
    """The rehearsal's number; that of the one that is under way, where there is one.

    Raises NotFound, NotAllowed, IllegalTransition once the campaign is on its way.
    """
    require(actor, Permission.SUBMIT)
    campaign = lock_campaign(session, campaign_id)
    if (campaign.status, CampaignAction.EDIT) not in TRANSITIONS:
        raise not_now(campaign.status)
    waiting = select(Rehearsal.id).where(
        Rehearsal.campaign_id == campaign_id, Rehearsal.state == RehearsalState.WAITING
    )
    under_way = session.exec(waiting).first()
    if under_way is not None:
        return under_way
    rehearsal = Rehearsal(campaign_id=campaign_id, actor=actor.name, asked_at=now)
    session.add(rehearsal)
    session.flush()
    facts = {"rehearsal": rehearsal.id}
    subject = f"campaign:{campaign_id}"
    audit.record(session, actor=actor.name, action="campaign.rehearsal_asked", subject=subject, now=now, **facts)
    return rehearsal.id


def last_rehearsal(session: Session, campaign_id: int) -> RehearsalReport | None:
    """The latest, whatever came of it. Two queries."""
    latest = select(Rehearsal).where(Rehearsal.campaign_id == campaign_id).order_by(col(Rehearsal.id).desc())
    rehearsal = session.exec(latest.limit(1)).first()
    if rehearsal is None:
        return None
    names = names_of_actors(session, [rehearsal.actor])
    figures = RehearsalData.from_json(rehearsal.figures)
    return RehearsalReport(rehearsal, figures, names.get(rehearsal.actor, rehearsal.actor))
