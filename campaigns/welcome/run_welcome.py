"""Whoever has an email of a welcome series due gets a delivery in it: from there on it is sent, asked of the
policy once more, proven and reported like any other.

Nothing is kept between two runs: killed before the commit, nothing has happened; after it, the delivery is there,
and by its key there is one for each reader (ADR 96).
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from campaigns.queries import lock_campaign
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import expect_frozen, launch, write_deliveries
from campaigns.sending.reopen import let_it_send
from campaigns.sending.send import send_campaigns
from campaigns.settings import CampaignSettings
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from campaigns.welcome.new_readers import due_by_email, emails_of
from campaigns.welcome_tables import SeriesEmail, WelcomeSeries
from core.errors import Conflict
from core.logging import get_logger
from core.settings import Settings
from delivery.tables import Delivery
from staff import audit
from subscribers.list_state import ListPurpose, takes
from subscribers.lists import get_list

log = get_logger(__name__)


def run_welcome(context: JobContext) -> None:
    """The job. In quiet hours nothing falls due: it goes when they are over."""
    now, settings = context.clock.now(), context.settings
    quiet = CampaignSettings.of(settings).quiet
    if quiet is not None and quiet.holds(now.astimezone(ZoneInfo(settings.time_zone)).replace(tzinfo=None)):
        return
    with context.database.read() as session:
        enabled = session.exec(select(WelcomeSeries).where(col(WelcomeSeries.is_enabled))).all()
        running = [
            series.id for series in enabled if takes(get_list(session, series.list_id), ListPurpose.CAMPAIGN)
        ]
    for series_id in running:
        _begin_approved(context, series_id, now=now)
        with context.database.read() as session:
            due = due_by_email(session, session.get_one(WelcomeSeries, series_id), now=now)
        for email_id in due:
            with context.database.write() as session:
                if write_due(session, series_id, email_id, now=now):
                    context.wake(session, send_campaigns)


def _begin_approved(context: JobContext, series_id: int, *, now: datetime) -> None:
    with context.database.read() as session:
        emails = [email.id for email in emails_of(session, series_id) if _waiting_text(session, email)]
    for email_id in emails:
        try:
            with context.database.write() as session:
                begin_email(session, series_id, email_id, settings=context.settings, now=now)
        except Conflict as refused:
            log.info("welcome.email_stopped", email_id=email_id, code=refused.code)


def begin_all(session: Session, series_id: int, *, settings: Settings, now: datetime) -> None:
    """Of a series that has been turned on in this transaction: what stands in the way of one email is shown on its
    page, and keeps none of the others."""
    for email in emails_of(session, series_id):
        try:
            with session.begin_nested():
                begin_email(session, series_id, email.id, settings=settings, now=now)
        except Conflict as refused:
            log.info("welcome.email_stopped", email_id=email.id, code=refused.code)


def begin_email(session: Session, series_id: int, email_id: int, *, settings: Settings, now: datetime) -> None:
    """The text that has been approved last goes out from now on; or the one that went out before the series was
    turned off. Raises Conflict where it was recalled, or its sender is another by now."""
    series = session.get_one(WelcomeSeries, series_id, with_for_update=True, populate_existing=True)
    email = session.get_one(SeriesEmail, email_id, populate_existing=True)
    text = _waiting_text(session, email)
    if text is None or not series.is_enabled or email.removed_at is not None:
        return
    if text.status is CampaignStatus.SENT:
        let_it_send(session, text.id, now=now)
    else:
        campaign = lock_campaign(session, text.id)
        zone = settings.time_zone
        move(session, campaign, CampaignAction.SCHEDULE, now=now, scheduled_at=now, scheduled_zone=zone)
        move(session, campaign, CampaignAction.FALL_DUE, now=now)
        launch(session, campaign.id, now=now)
        email.campaign_id = campaign.id
        session.add(email)
    subject = f"campaign:{text.id}"
    audit.record(session, actor=series.turned_on_by, action="welcome.begun", subject=subject, now=now)


def _waiting_text(session: Session, email: SeriesEmail) -> Campaign | None:
    """What is approved and not yet begun, or what is to begin again."""
    theirs = select(Campaign).where(Campaign.series_email_id == email.id).order_by(col(Campaign.id).desc())
    approved = session.exec(theirs.where(Campaign.status == CampaignStatus.APPROVED).limit(1)).first()
    if approved is not None or email.campaign_id is None:
        return approved
    current = session.get(Campaign, email.campaign_id)
    return current if current is not None and current.status is CampaignStatus.SENT else None


def write_due(session: Session, series_id: int, email_id: int, *, now: datetime) -> int:
    """How many deliveries are new. Asked once more under the lock of the series, so that none is written for one
    that was turned off meanwhile, and in the transaction that writes, so that none is for who has just left."""
    series = session.get_one(WelcomeSeries, series_id, with_for_update=True, populate_existing=True)
    email = session.get_one(SeriesEmail, email_id, populate_existing=True)
    if not series.is_enabled or email.removed_at is not None or email.campaign_id is None:
        return 0
    campaign = lock_campaign(session, email.campaign_id)
    readers = due_by_email(session, series, now=now).get(email_id, [])
    if campaign.status is not CampaignStatus.SENDING or not readers:
        return 0
    variants = expect_frozen(session, campaign, now=now)
    if variants is None:
        return 0
    count = select(func.count(col(Delivery.id))).where(Delivery.campaign_id == campaign.id)
    before = session.exec(count).one()
    new = write_deliveries(session, campaign, variants, now=now, among=readers) - before
    log.info("welcome.due", email_id=email_id, count=new)
    return new
