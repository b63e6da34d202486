"""Who is new on the list of a welcome series and what they have had of it, read from consent and deliveries.

There is no row that says what a reader has still to get, so none that could be lost, left over or made twice.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, func, select

from campaigns.frequency.present_audience import present_audience
from campaigns.queries import got_campaign
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from campaigns.welcome.due import MOST_LATE, NewReader, SeriesPlan, due_email
from campaigns.welcome_tables import SeriesEmail, WelcomeSeries
from core.sql import in_ids
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.audience import audience_of
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, Subscription

OWN_YES = ConsentMethod.CONFIRMATION_LINK
"""By the reader; what staff and imports say is their word for it."""


def emails_of(session: Session, series_id: int) -> list[SeriesEmail]:
    """Those that are in it, in their order."""
    mine = select(SeriesEmail).where(SeriesEmail.series_id == series_id, col(SeriesEmail.removed_at).is_(None))
    return list(session.exec(mine.order_by(col(SeriesEmail.days), col(SeriesEmail.id))))


def plans_of(session: Session, emails: Sequence[SeriesEmail]) -> list[SeriesPlan]:
    """An email that does not go out at this moment, whatever the reason, keeps none of the others waiting."""
    texts = select(Campaign.series_email_id, func.min(Campaign.launched_at)).where(
        col(Campaign.series_email_id).in_([email.id for email in emails])
    )
    since = dict(session.exec(texts.group_by(col(Campaign.series_email_id))).all())
    current = [email.campaign_id for email in emails if email.campaign_id is not None]
    going = set(
        session.exec(
            select(Campaign.id).where(
                col(Campaign.id).in_(current), col(Campaign.status) == CampaignStatus.SENDING
            )
        )
    )
    return [
        SeriesPlan(email.id, email.days, since.get(email.id) if email.campaign_id in going else None)
        for email in emails
    ]


def new_readers(
    session: Session, series: WelcomeSeries, plans: Sequence[SeriesPlan], *, now: datetime
) -> list[NewReader]:
    """Whoever may still get an email of it: their first yes to the list is their own, and later than the series
    was turned on."""
    if series.since is None or not plans:
        return []
    longest = timedelta(days=max(plan.days for plan in plans)) + MOST_LATE
    start = max(series.since, now - longest)
    earlier = aliased(ConsentRecord)
    first = (
        select(ConsentRecord.subscriber_id, ConsentRecord.at)
        .join(Subscription, col(Subscription.subscriber_id) == col(ConsentRecord.subscriber_id))
        .where(
            Subscription.list_id == series.list_id,
            Subscription.status == SubscriptionStatus.CONFIRMED,
            # Nobody's first yes is younger than the last change of where they stand.
            Subscription.changed_at >= start,
            ConsentRecord.list_id == series.list_id,
            ConsentRecord.action == ConsentAction.CONFIRMED,
            ConsentRecord.method == OWN_YES,
            ConsentRecord.at >= start,
            ~exists().where(
                col(earlier.subscriber_id) == col(ConsentRecord.subscriber_id),
                col(earlier.list_id) == series.list_id,
                col(earlier.action) == ConsentAction.CONFIRMED,
                col(earlier.id) < col(ConsentRecord.id),
            ),
        )
    )
    confirmed = dict(session.exec(first).all())
    had = had_by_reader(session, [plan.email_id for plan in plans], confirmed)
    return [NewReader(number, at, had.get(number, {})) for number, at in sorted(confirmed.items())]


def had_by_reader(
    session: Session, email_ids: Collection[int], subscriber_ids: Collection[int]
) -> dict[int, dict[int, datetime]]:
    """By subscriber and email, in whichever of its texts. What was called off unsent nobody has had."""
    texts = dict(
        session.exec(
            select(Campaign.id, Campaign.series_email_id).where(
                col(Campaign.series_email_id).in_(email_ids), col(Campaign.launched_at).is_not(None)
            )
        ).all()
    )
    rows = session.exec(
        select(
            Delivery.campaign_id,
            Delivery.subscriber_id,
            func.coalesce(Delivery.accepted_at, Delivery.changed_at),
        ).where(
            col(Delivery.campaign_id).in_(texts),
            in_ids(session, col(Delivery.subscriber_id), subscriber_ids),
            Delivery.status != DeliveryStatus.CANCELLED,
        )
    ).all()
    had: dict[int, dict[int, datetime]] = defaultdict(dict)
    for campaign_id, subscriber_id, at in rows:
        email_id = texts[campaign_id]
        if email_id is not None:
            had[subscriber_id][email_id] = max(at, had[subscriber_id].get(email_id, at))
    return dict(had)


def due_by_email(session: Session, series: WelcomeSeries, *, now: datetime) -> dict[int, list[int]]:
    """By email, whose turn it is and whom the policy lets through at this moment. An email that goes to nobody is
    not in it."""
    if not series.is_enabled:
        return {}
    emails = emails_of(session, series.id)
    plans = plans_of(session, emails)
    readers = new_readers(session, series, plans, now=now)
    allowed = {email.id: _allowed(session, email, readers, now=now) for email in emails if readers}
    due: dict[int, list[int]] = defaultdict(list)
    for reader in readers:
        # What does not go to them keeps no other email of the series waiting.
        theirs = [plan for plan in plans if reader.subscriber_id in allowed[plan.email_id]]
        email_id = due_email(theirs, reader, series_since=series.since, now=now)
        if email_id is not None:
            due[email_id].append(reader.subscriber_id)
    return dict(due)


def _allowed(session: Session, email: SeriesEmail, readers: Sequence[NewReader], *, now: datetime) -> set[int]:
    if email.campaign_id is None:
        return set()
    campaign = session.get_one(Campaign, email.campaign_id)
    people = audience_of(present_audience(session, campaign), got_campaign, now=now).subquery()
    numbers = [reader.subscriber_id for reader in readers]
    return set(session.exec(select(people.c.id).where(in_ids(session, people.c.id, numbers))))
