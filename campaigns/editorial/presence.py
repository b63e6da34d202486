"""Presence: who has the composer of a campaign open, so that two people at once see each other.

An open page says every few seconds that it is open. Nothing has to be said when it is closed: who is silent for
twice that long is gone.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from campaigns.editorial.tables import CampaignPresence
from campaigns.queries import get_campaign
from core.sql import upsert
from staff.principal import Principal, require
from staff.roles import Permission
from staff.tables import User

SAID_EVERY = timedelta(seconds=15)
GONE_AFTER = 2 * SAID_EVERY


def note_presence(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> None:
    """Raises NotFound, NotAllowed for whoever may not write in campaigns."""
    require(actor, Permission.EDIT)
    get_campaign(session, campaign_id)
    is_gone = col(CampaignPresence.seen_at) <= now - GONE_AFTER
    session.execute(delete(CampaignPresence).where(col(CampaignPresence.campaign_id) == campaign_id, is_gone))
    if actor.user_id is not None:
        row = {"campaign_id": campaign_id, "user_id": actor.user_id, "seen_at": now}
        keys = [col(CampaignPresence.campaign_id), col(CampaignPresence.user_id)]
        statement = upsert(session, CampaignPresence).values(row)
        session.execute(statement.on_conflict_do_update(index_elements=keys, set_={"seen_at": now}))


def others_present(session: Session, campaign_id: int, *, but: Principal, now: datetime) -> list[str]:
    """What they are called, in the order of the alphabet."""
    return list(
        session.exec(
            select(User.name)
            .join(CampaignPresence, col(CampaignPresence.user_id) == col(User.id))
            .where(
                CampaignPresence.campaign_id == campaign_id,
                CampaignPresence.seen_at > now - GONE_AFTER,
                CampaignPresence.user_id != (but.user_id or 0),
            )
            .order_by(col(User.name), col(User.id))
        )
    )
