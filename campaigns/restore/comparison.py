"""What a restore would take back: the present database beside the one of a backup."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, func, select

from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.backup.sqlite import is_database
from core.db import Database
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription, Suppression

UNDER_WAY = (
    CampaignStatus.SCHEDULED,
    CampaignStatus.PREPARING,
    CampaignStatus.SENDING,
    CampaignStatus.PAUSED,
)
"""States in which a campaign may have gone on since the backup was made."""
MAX_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Contents:
    subscribers: int
    unsubscribed: int
    suppressed: int
    campaigns: int


@dataclass(frozen=True, slots=True)
class CampaignLine:
    public_id: str
    name: str
    status: CampaignStatus
    status_now: CampaignStatus | None
    """In the present database; None where it is not there, or there is none to look into."""


@dataclass(frozen=True, slots=True)
class Comparison:
    restored: Contents
    present: Contents | None
    """None where the present database is missing, damaged or of another version."""
    under_way: list[CampaignLine]
    """Campaigns of the backup that may have gone on since."""
    lost: list[CampaignLine]
    """Campaigns that only the present database knows: the restored one will not."""


def compare(restored: Database, present: Database) -> Comparison:
    with restored.read() as session:
        then, before = _contents(session), _campaigns(session)
    now, since = _present(present)
    return Comparison(
        then,
        now,
        under_way=[
            CampaignLine(
                campaign.public_id,
                campaign.name,
                campaign.status,
                since[campaign.public_id].status if campaign.public_id in since else None,
            )
            for campaign in before.values()
            if campaign.status in UNDER_WAY
        ],
        lost=[
            CampaignLine(campaign.public_id, campaign.name, campaign.status, campaign.status)
            for campaign in since.values()
            if campaign.public_id not in before
        ],
    )


def _present(database: Database) -> tuple[Contents | None, dict[str, Campaign]]:
    path = database.sqlite_path
    if path is not None and not is_database(path):
        return None, {}
    try:
        with database.read() as session:
            return _contents(session), _campaigns(session)
    except SQLAlchemyError:
        return None, {}


def _contents(session: Session) -> Contents:
    left = col(Subscription.status) == SubscriptionStatus.UNSUBSCRIBED
    return Contents(
        subscribers=session.exec(select(func.count(col(Subscriber.id)))).one(),
        unsubscribed=session.exec(select(func.count(col(Subscription.id))).where(left)).one(),
        suppressed=session.exec(select(func.count(col(Suppression.id)))).one(),
        campaigns=session.exec(select(func.count(col(Campaign.id)))).one(),
    )


def _campaigns(session: Session) -> dict[str, Campaign]:
    campaigns = session.exec(select(Campaign).order_by(col(Campaign.id)))
    return {campaign.public_id: campaign for campaign in campaigns}
