"""Data loss, recognised: campaigns whose rows an upgrade of an earlier version deleted.

Up to migration 0022, an upgrade on SQLite could delete every row that belongs to a campaign and keep the campaign
itself (ADR 28). Such a one is never sent, because it is not what was approved; but somebody must know.
"""

from sqlalchemy import exists
from sqlmodel import Session, col, select

from campaigns.status import FINAL
from campaigns.tables import Campaign, Variant


def campaigns_without_words(session: Session) -> list[Campaign]:
    """Those that are not over and have no variant; every campaign is drafted with one, and keeps it."""
    has_words = exists().where(col(Variant.campaign_id) == col(Campaign.id))
    unfinished = select(Campaign).where(col(Campaign.status).not_in(FINAL), ~has_words)
    return list(session.exec(unfinished.order_by(col(Campaign.id))).all())
