"""What staff see of a welcome series: where each email stands, how many had it, how many get it in the next days;
and the audit question why somebody has not got one, by the rule that sends it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from campaigns.welcome.due import NewReader, WelcomeState, WelcomeVerdict, judge_email
from campaigns.welcome.new_readers import OWN_YES, emails_of, had_by_reader, new_readers, plans_of
from campaigns.welcome.set_up_series import unsent_text
from campaigns.welcome_tables import SeriesEmail, WelcomeSeries
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.lists import get_list
from subscribers.tables import ConsentAction, ConsentRecord, MailingList

SHOWN = timedelta(days=14)


class SeriesEmailState(StrEnum):
    """Ends the key of its text."""

    NO_TEXT = "no_text"
    """Its only draft was deleted or cancelled."""
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    """It goes out when the series is on."""
    GOES_OUT = "goes_out"
    IS_OFF = "is_off"
    """It went out while the series was on."""
    PAUSED = "paused"
    STOPPED = "stopped"
    """Cancelled or recalled, or from another sender than was approved: it needs a new text."""


@dataclass(frozen=True, slots=True)
class SeriesEmailLine:
    email: SeriesEmail
    state: SeriesEmailState
    current: Campaign | None
    """What goes out, or did."""
    unsent: Campaign | None
    """What is to take its place."""
    had: int
    """Readers whose copy a provider accepted, in whichever text."""


@dataclass(frozen=True, slots=True)
class ComingLine:
    day: date
    email_id: int
    days: int
    count: int


@dataclass(frozen=True, slots=True)
class SeriesView:
    series: WelcomeSeries
    mailing_list: MailingList
    emails: Sequence[SeriesEmailLine]
    coming: Sequence[ComingLine]


def view_series(session: Session, series: WelcomeSeries, *, zone: str, now: datetime) -> SeriesView:
    emails = emails_of(session, series.id)
    lines = [_line(session, series, email) for email in emails]
    coming = _coming(session, series, emails, zone=zone, now=now) if series.is_enabled else []
    return SeriesView(series, get_list(session, series.list_id), lines, coming)


def _line(session: Session, series: WelcomeSeries, email: SeriesEmail) -> SeriesEmailLine:
    current = session.get(Campaign, email.campaign_id) if email.campaign_id is not None else None
    unsent = unsent_text(session, email)
    texts = select(Campaign.id).where(Campaign.series_email_id == email.id)
    had = select(func.count(col(Delivery.id))).where(
        col(Delivery.campaign_id).in_(texts), Delivery.status == DeliveryStatus.ACCEPTED
    )
    state = email_state(current, unsent, is_enabled=series.is_enabled)
    return SeriesEmailLine(email, state, current, unsent, session.exec(had).one())


def email_state(current: Campaign | None, unsent: Campaign | None, *, is_enabled: bool) -> SeriesEmailState:
    """Pure."""
    if current is None:
        return SeriesEmailState(unsent.status.value) if unsent is not None else SeriesEmailState.NO_TEXT
    if current.status is CampaignStatus.PAUSED:
        return SeriesEmailState.PAUSED
    if not is_enabled:
        return SeriesEmailState.IS_OFF
    is_going = current.status is CampaignStatus.SENDING
    return SeriesEmailState.GOES_OUT if is_going else SeriesEmailState.STOPPED


def _coming(
    session: Session, series: WelcomeSeries, emails: Sequence[SeriesEmail], *, zone: str, now: datetime
) -> list[ComingLine]:
    """As far as it is known today: who leaves meanwhile is among them, and who comes is not."""
    plans, counts = plans_of(session, emails), Counter[tuple[date, int, int]]()
    for reader in new_readers(session, series, plans, now=now):
        for plan in plans:
            verdict = judge_email(plan, reader, series_since=series.since, now=now)
            is_coming = verdict.state in (WelcomeState.WAITS, WelcomeState.IS_DUE)
            if is_coming and verdict.at is not None and verdict.at <= now + SHOWN:
                day = max(verdict.at, now).astimezone(ZoneInfo(zone)).date()
                counts[day, plan.days, plan.email_id] += 1
    return [ComingLine(day, number, days, count) for (day, days, number), count in sorted(counts.items())]


def why_not(session: Session, campaign: Campaign, subscriber_id: int, *, now: datetime) -> WelcomeVerdict:
    """For whoever the policy lets through. That they had the email with another text counts, too."""
    email = session.get_one(SeriesEmail, campaign.series_email_id)
    series = session.get_one(WelcomeSeries, email.series_id)
    others = [each for each in emails_of(session, series.id) if each.id != email.id]
    emails = [email, *others]
    plan = plans_of(session, [email])[0]
    had = had_by_reader(session, [each.id for each in emails], [subscriber_id]).get(subscriber_id, {})
    reader = NewReader(subscriber_id, _own_first_yes(session, series, subscriber_id), had)
    since = series.since if series.is_enabled and email.removed_at is None else None
    return judge_email(plan, reader, series_since=since, now=now)


def _own_first_yes(session: Session, series: WelcomeSeries, subscriber_id: int) -> datetime | None:
    first = session.exec(
        select(ConsentRecord)
        .where(
            ConsentRecord.subscriber_id == subscriber_id,
            ConsentRecord.list_id == series.list_id,
            ConsentRecord.action == ConsentAction.CONFIRMED,
        )
        .order_by(col(ConsentRecord.id))
        .limit(1)
    ).first()
    return first.at if first is not None and first.method is OWN_YES else None
