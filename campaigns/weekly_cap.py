"""Frequency capping: how many emails a person gets in seven days, if the organisation has set a most (ADR 87)."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, or_, select

from campaigns.public_archive.tables import CampaignNotice
from campaigns.queries import got_campaign
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign, CampaignKind, SubscriptionMail, SubscriptionMailPurpose
from core.settings import Settings
from core.sql import in_ids
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.audience import Audience, audience_of

OVER_THE_CAP = "weekly_cap"
"""The reason of a delivery that is left out by it."""
_WEEK = timedelta(days=7)
_EXEMPT = frozenset({CampaignKind.STATEMENT, CampaignKind.CORRECTION})
_ON_THEIR_WAY = (DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT)


def over_the_cap(
    session: Session, campaign: Campaign, subscriber_ids: Collection[int], *, most: int, now: datetime
) -> set[int]:
    """Who of these has had so many already, this campaign not counted. `most`: 0 for no cap. Nobody, where the
    campaign is a statement, a correction, a follow-up to what was recalled, or of a welcome series: these have to
    arrive."""
    if not most or _is_exempt(session, campaign):
        return set()
    over = _over(session, campaign, lambda person: in_ids(session, person, subscriber_ids), most=most, now=now)
    return set(session.execute(over).scalars())


def count_over_the_cap(
    session: Session, campaign: Campaign, audience: Audience, *, most: int, now: datetime
) -> int:
    """How many of that audience it would be, if the campaign went out now."""
    if not most or _is_exempt(session, campaign):
        return 0
    people = audience_of(audience, got_campaign, now=now).subquery()
    over = _over(session, campaign, lambda person: person.in_(select(people.c.id)), most=most, now=now)
    return session.exec(select(func.count()).select_from(over.subquery())).one()


def count_capped(
    session: Session, campaign: Campaign, audience: Audience, *, settings: Settings, now: datetime
) -> int:
    """How many of its own audience, as that is at this moment, it would be by the organisation's setting: whoever
    is told how many get a campaign is told without them."""
    most = CampaignSettings.of(settings).emails_a_week
    return count_over_the_cap(session, campaign, audience, most=most, now=now)


def _over(
    session: Session,
    campaign: Campaign,
    among: Callable[[Any], ColumnElement[bool]],
    *,
    most: int,
    now: datetime,
) -> Select[*tuple[Any, ...]]:
    """What is asked about a subscription that somebody asked for is theirs; whether they still want a list is our
    question, and counts like an email of a campaign."""
    since = now - _WEEK
    lately = select(Campaign.id).where(
        col(Campaign.launched_at).is_not(None),
        or_(col(Campaign.finished_at).is_(None), col(Campaign.finished_at) > since),
        Campaign.id != campaign.id,
    )
    # The key of a delivery begins with its campaign: without their numbers, all that ever was sent would be read.
    campaign_ids = list(session.exec(lately))
    deliveries: Select[*tuple[Any, ...]] = columns(col(Delivery.subscriber_id).label("person")).where(
        in_ids(session, col(Delivery.campaign_id), campaign_ids),
        or_(col(Delivery.accepted_at) > since, col(Delivery.status).in_(_ON_THEIR_WAY)),
        among(col(Delivery.subscriber_id)),
    )
    questions: Select[*tuple[Any, ...]] = columns(col(SubscriptionMail.subscriber_id).label("person")).where(
        col(SubscriptionMail.purpose) == SubscriptionMailPurpose.STILL_WANTED,
        col(SubscriptionMail.asked_at) > since - _WEEK,  # by its index; it is sent some days after that at most
        col(SubscriptionMail.called_at) > since,
        among(col(SubscriptionMail.subscriber_id)),
    )
    sent = union_all(deliveries, questions).subquery()
    return columns(sent.c.person).group_by(sent.c.person).having(func.count() >= most)


def _is_exempt(session: Session, campaign: Campaign) -> bool:
    is_welcome = campaign.series_email_id is not None
    return campaign.kind in _EXEMPT or is_welcome or (bool(campaign.id) and is_follow_up(session, campaign))


def is_follow_up(session: Session, campaign: Campaign) -> bool:
    """Of one that was recalled, to those who got it (ADR 86)."""
    wanted = select(CampaignNotice.campaign_id).where(CampaignNotice.follow_up_id == campaign.id)
    return session.exec(wanted.limit(1)).first() is not None
