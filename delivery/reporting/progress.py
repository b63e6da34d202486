"""How far a campaign has come: counts, asked of the rows themselves."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func
from sqlmodel import Session, col, select

from delivery.outcome import Outcome
from delivery.status import DeliveryStatus
from delivery.tables import Delivery

Key = TypeVar("Key")


def count_by_status(session: Session, campaign_id: int) -> dict[DeliveryStatus, int]:
    """Statuses that no delivery has are left out."""
    return count_by_status_of_many(session, [campaign_id]).get(campaign_id, {})


def count_by_status_of_many(
    session: Session, campaign_ids: Collection[int]
) -> dict[int, dict[DeliveryStatus, int]]:
    """By campaign; one without deliveries is left out."""
    statement = (
        select(col(Delivery.campaign_id), col(Delivery.status), func.count())
        .where(col(Delivery.campaign_id).in_(campaign_ids))
        .group_by(col(Delivery.campaign_id), col(Delivery.status))
    )
    return _by_campaign(session.exec(statement).all())


def count_by_outcome(session: Session, campaign_id: int) -> dict[Outcome, int]:
    """What the world said, of the deliveries that a provider accepted."""
    return count_by_outcome_of_many(session, [campaign_id]).get(campaign_id, {})


def count_by_outcome_of_many(session: Session, campaign_ids: Collection[int]) -> dict[int, dict[Outcome, int]]:
    """By campaign; one of which nothing was accepted is left out."""
    was_accepted = col(Delivery.status) == DeliveryStatus.ACCEPTED
    statement = (
        select(col(Delivery.campaign_id), col(Delivery.outcome), func.count())
        .where(col(Delivery.campaign_id).in_(campaign_ids), was_accepted)
        .group_by(col(Delivery.campaign_id), col(Delivery.outcome))
    )
    return _by_campaign(session.exec(statement).all())


def count_accepted_since(session: Session, campaign_id: int, since: datetime) -> int:
    """How many a provider has accepted from that moment on."""
    statement = select(func.count()).where(
        col(Delivery.campaign_id) == campaign_id,
        col(Delivery.status) == DeliveryStatus.ACCEPTED,
        col(Delivery.accepted_at) >= since,
    )
    return session.exec(statement).one()


def count_reasons(session: Session, campaign_id: int) -> dict[DeliveryStatus, dict[str, int]]:
    """Why deliveries were skipped, rejected or given up: the codes and how often, by status."""
    statement = (
        select(col(Delivery.status), col(Delivery.reason), func.count())
        .where(col(Delivery.campaign_id) == campaign_id, col(Delivery.reason).is_not(None))
        .group_by(col(Delivery.status), col(Delivery.reason))
    )
    counts: dict[DeliveryStatus, dict[str, int]] = defaultdict(dict)
    for status, reason, count in session.exec(statement).all():
        counts[status][reason or ""] = count
    return dict(counts)


def _by_campaign(rows: Collection[tuple[int, Key, int]]) -> dict[int, dict[Key, int]]:
    counts: dict[int, dict[Key, int]] = defaultdict(dict)
    for campaign_id, key, count in rows:
        counts[campaign_id][key] = count
    return dict(counts)
