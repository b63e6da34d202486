"""Compare-and-set: how a campaign changes its state, so that of two clicks one does it."""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from campaigns.journal import note_move
from campaigns.status import CampaignAction, CampaignStatus, PauseReason, next_status
from campaigns.tables import Campaign
from core.db import rows_changed
from core.errors import Conflict


def move(
    session: Session, campaign: Campaign, action: CampaignAction, *, now: datetime, **changes: Any
) -> CampaignStatus:
    """Takes the campaign along `action` and writes `changes` with it.

    Raises IllegalTransition where the action is not possible, Conflict where somebody else moved it meanwhile.
    """
    before = campaign.status
    after = next_status(before, action)
    session.flush()
    statement = (
        update(Campaign)
        .where(col(Campaign.id) == campaign.id, col(Campaign.status) == before)
        .values(status=after, changed_at=now, **changes)
    )
    if rows_changed(session.execute(statement)) != 1:
        raise Conflict("campaigns-changed-meanwhile", name=campaign.name)
    session.refresh(campaign)
    note_move(session, campaign)
    return after


def pause(
    session: Session, campaign: Campaign, reason: PauseReason, *, now: datetime, detail: str | None = None
) -> None:
    """Stops it, with a reason that a person can act on."""
    move(session, campaign, CampaignAction.PAUSE, now=now, pause_reason=reason, pause_detail=detail)
