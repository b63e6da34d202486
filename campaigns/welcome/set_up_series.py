"""Set up a welcome series: its emails, whose texts are campaigns to be written, checked and approved; on, off."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from campaigns.block_content import BlockContent, BlockKind, settings_type
from campaigns.editorial.blocks import insert_blocks
from campaigns.editorial.draft import DraftRequest, plan_draft, save_draft
from campaigns.editorial.duplicate import duplicate
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from campaigns.welcome.new_readers import emails_of
from campaigns.welcome.run_welcome import begin_all
from campaigns.welcome_tables import SeriesEmail, WelcomeSeries
from core.errors import Conflict, InputRefused, NotFound
from core.settings import Settings
from delivery.senders.senders import campaign_sender_by_name, get_sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, check_takes, expect_takes
from subscribers.lists import get_list, list_by_slug

MAX_NAME = 80
MOST_EMAILS = 5
MOST_DAYS = 90
_UNSENT = (CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED)


def add_series(
    session: Session, name: str, *, list_slug: str, sender_name: str, actor: Principal, now: datetime
) -> WelcomeSeries:
    """Off, and without emails. Raises NotAllowed, NotFound, InputRefused for its name, Conflict for a list that is
    archived."""
    require(actor, Permission.SEND)
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > MAX_NAME or not wanted.isprintable():
        raise InputRefused("campaigns-welcome-name", limit=MAX_NAME)
    if session.exec(select(WelcomeSeries.id).where(WelcomeSeries.name == wanted)).first() is not None:
        raise InputRefused("campaigns-welcome-name-used", name=wanted)
    mailing_list = check_takes(list_by_slug(session, list_slug), ListPurpose.CAMPAIGN)
    sender = campaign_sender_by_name(session, sender_name)
    series = WelcomeSeries(name=wanted, list_id=mailing_list.id, sender_id=sender.id, created_at=now)
    session.add(series)
    session.flush()
    _record(session, series, "welcome.added", actor=actor, now=now)
    return series


def turn_on(
    session: Session, series_id: int, *, actor: Principal, settings: Settings, now: datetime
) -> WelcomeSeries:
    """For whoever confirms from now on. What is approved of it begins. Doing it twice is doing it once. Raises
    NotAllowed, InputRefused where it has no email, Conflict for a list that is archived."""
    require(actor, Permission.SEND)
    series = lock_series(session, series_id)
    if series.is_enabled:
        return series
    expect_takes(session, series.list_id, ListPurpose.CAMPAIGN)
    if not emails_of(session, series.id):
        raise InputRefused("campaigns-welcome-empty", name=series.name)
    series.is_enabled, series.since, series.turned_on_by = True, now, actor.name
    session.add(series)
    session.flush()
    _record(session, series, "welcome.turned_on", actor=actor, now=now)
    begin_all(session, series.id, settings=settings, now=now)
    return series


def turn_off(session: Session, series_id: int, *, actor: Principal, now: datetime) -> WelcomeSeries:
    """Nobody gets another email of it, those in the middle of it neither. What is on its way arrives."""
    require(actor, Permission.SEND)
    series = lock_series(session, series_id)
    if series.is_enabled:
        series.is_enabled = False
        session.add(series)
        _record(session, series, "welcome.turned_off", actor=actor, now=now)
    return series


def add_email(
    session: Session, series_id: int, days: int, *, languages: tuple[str, ...], actor: Principal, now: datetime
) -> Campaign:
    """A draft to be written, in these languages, the main one first. Raises NotAllowed, InputRefused, Conflict for
    a list that is archived."""
    require(actor, Permission.SEND)
    series = lock_series(session, series_id)
    emails = emails_of(session, series.id)
    if len(emails) >= MOST_EMAILS:
        raise InputRefused("campaigns-welcome-most", limit=MOST_EMAILS)
    _expect_free_day(emails, days)
    email = SeriesEmail(series_id=series.id, days=days)
    session.add(email)
    session.flush()
    request = DraftRequest(
        kind=CampaignKind.BULLETIN,
        name=f"{series.name} · {len(emails) + 1}",
        item_slugs=(),
        list_slug=get_list(session, series.list_id).slug,
        sender_name=get_sender(session, series.sender_id).name,
        main_language=languages[0],
        languages=languages,
    )
    plan = plan_draft(session, request, author=actor.name, now=now)
    plan.campaign.series_email_id = email.id
    campaign = save_draft(session, plan, now=now)
    insert_blocks(session, campaign.id, [BlockContent(BlockKind.TEXT, None, settings_type(BlockKind.TEXT)(), {})])
    _record(session, series, "welcome.email_added", actor=actor, now=now, days=days, campaign=campaign.id)
    return campaign


def set_days(session: Session, email_id: int, days: int, *, actor: Principal, now: datetime) -> SeriesEmail:
    """For whoever has not had it. Raises NotAllowed, NotFound, InputRefused."""
    require(actor, Permission.SEND)
    series, email = _lock_email(session, email_id)
    if email.days != days:
        _expect_free_day([each for each in emails_of(session, series.id) if each.id != email.id], days)
        email.days = days
        session.add(email)
        _record(session, series, "welcome.days_set", actor=actor, now=now, days=days, email=email.id)
    return email


def remove_email(session: Session, email_id: int, *, actor: Principal, now: datetime) -> SeriesEmail:
    """Nobody gets it any more. Who had it stays known."""
    require(actor, Permission.SEND)
    series, email = _lock_email(session, email_id)
    if email.removed_at is None:
        email.removed_at = now
        session.add(email)
        _record(session, series, "welcome.email_removed", actor=actor, now=now, email=email.id)
    return email


def new_text(session: Session, email_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """A draft of the email's present text, to be changed. It takes its place once it is approved, for whoever has
    not had the email. Raises NotAllowed, NotFound, and Conflict where there is one already."""
    require(actor, Permission.DRAFT)
    series, email = _lock_email(session, email_id)
    if email.removed_at is not None:
        raise NotFound("campaigns-welcome-email-unknown")
    if (unsent := unsent_text(session, email)) is not None:
        raise Conflict("campaigns-welcome-text-open", name=unsent.name)
    last = session.exec(select(func.max(Campaign.id)).where(Campaign.series_email_id == email.id)).one()
    if last is None:
        raise NotFound("campaigns-welcome-no-text")
    name = session.get_one(Campaign, last).name
    copy = duplicate(session, last, name=name, actor=actor, now=now).campaign
    copy.series_email_id = email.id
    session.add(copy)
    _record(session, series, "welcome.text_drafted", actor=actor, now=now, campaign=copy.id)
    return copy


def unsent_text(session: Session, email: SeriesEmail) -> Campaign | None:
    """The one that is being written, reviewed, or waits for the series."""
    theirs = select(Campaign).where(Campaign.series_email_id == email.id, col(Campaign.status).in_(_UNSENT))
    return session.exec(theirs.order_by(col(Campaign.id).desc()).limit(1)).first()


def list_series(session: Session) -> list[WelcomeSeries]:
    return list(session.exec(select(WelcomeSeries).order_by(col(WelcomeSeries.name))))


def get_series(session: Session, series_id: int) -> WelcomeSeries:
    """Raises NotFound."""
    return _or_unknown(session.get(WelcomeSeries, series_id))


def series_by_name(session: Session, name: str) -> WelcomeSeries:
    """Raises NotFound."""
    return _or_unknown(session.exec(select(WelcomeSeries).where(WelcomeSeries.name == name)).first())


def email_of(session: Session, series_id: int, email_id: int) -> SeriesEmail:
    """Raises NotFound, also where it is of another series, or was taken out of this one."""
    email = session.get(SeriesEmail, email_id)
    if email is None or email.series_id != series_id or email.removed_at is not None:
        raise NotFound("campaigns-welcome-email-unknown")
    return email


def email_on(session: Session, series_id: int, days: int) -> SeriesEmail:
    """The one of that day. Raises NotFound."""
    theirs = (email for email in emails_of(session, series_id) if email.days == days)
    email = next(theirs, None)
    if email is None:
        raise NotFound("campaigns-welcome-email-unknown")
    return email


def series_of(session: Session, campaign: Campaign) -> tuple[WelcomeSeries, SeriesEmail] | None:
    """Whose email a campaign is; None of an ordinary one."""
    if campaign.series_email_id is None:
        return None
    email = session.get_one(SeriesEmail, campaign.series_email_id)
    return session.get_one(WelcomeSeries, email.series_id), email


def lock_series(session: Session, series_id: int) -> WelcomeSeries:
    """Raises NotFound."""
    row = session.get(WelcomeSeries, series_id, with_for_update=True, populate_existing=True)
    return _or_unknown(row)


def _or_unknown(series: WelcomeSeries | None) -> WelcomeSeries:
    if series is None:
        raise NotFound("campaigns-welcome-unknown")
    return series


def _lock_email(session: Session, email_id: int) -> tuple[WelcomeSeries, SeriesEmail]:
    email = session.get(SeriesEmail, email_id)
    if email is None:
        raise NotFound("campaigns-welcome-email-unknown")
    series = lock_series(session, email.series_id)
    return series, session.get_one(SeriesEmail, email_id, populate_existing=True)


def _expect_free_day(emails: list[SeriesEmail], days: int) -> None:
    if not 0 <= days <= MOST_DAYS:
        raise InputRefused("campaigns-welcome-days", limit=MOST_DAYS)
    if any(email.days == days for email in emails):
        raise InputRefused("campaigns-welcome-day-taken", days=days)


def _record(
    session: Session, series: WelcomeSeries, action: str, *, actor: Principal, now: datetime, **detail: int
) -> None:
    subject = f"welcome:{series.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, name=series.name, **detail)
