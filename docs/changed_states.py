"""What `make screenshots` photographs last: states for which something is changed that other pages would show."""

from collections.abc import Iterator
from datetime import timedelta

from playwright.sync_api import Page
from sqlmodel import col, select, update

from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from cli.demo.environment import Environment
from core.clock import SystemClock
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery
from docs.page_states import ShownPage, campaigns_by_status, open_details, press

REHEARSAL_SECONDS = 20


def last_pages(environment: Environment) -> Iterator[ShownPage]:
    by_status = campaigns_by_status(environment)
    scheduled, sent = by_status[CampaignStatus.SCHEDULED].id, by_status[CampaignStatus.SENT].id
    yield ShownPage("paused", f"/campaigns/{scheduled}", press("/pause"))
    yield ShownPage("today-paused", "/campaigns")
    yield ShownPage("news-form-left", "/news/new/page", _leave_unsaved)
    yield ShownPage("colleague-link", "/colleagues/1", press("/password-link"))
    # Taken up again, sent at once, and taken back: half a minute has to do for the photographs of a width.
    yield ShownPage("undo", f"/campaigns/{scheduled}", _send_at_once)
    yield ShownPage("approved", f"/campaigns/{scheduled}", press("/unschedule"))
    yield ShownPage("rehearsal", f"/campaigns/{by_status[CampaignStatus.IN_REVIEW].id}", _rehearse)
    _leave_under_way(environment, sent)
    yield ShownPage("sending", f"/campaigns/{sent}")
    _lose_answers(environment, sent)
    yield ShownPage("in-doubt", f"/campaigns/{sent}")
    yield ShownPage("in-doubt-open", f"/campaigns/{sent}", open_details)
    yield ShownPage("today-in-doubt", "/campaigns")


def _send_at_once(page: Page) -> None:
    press("/resume")(page)
    press("/unschedule")(page)
    open_details(page)
    press("/send")(page)


def _leave_unsaved(page: Page) -> None:
    """What was typed and not saved is offered; nobody has clicked, so that the browser does not ask."""
    if page.locator("#unsaved").is_hidden():
        page.locator("[name$='-title']").first.fill("…")
        page.reload()


def _rehearse(page: Page) -> None:
    """Until its report is there, which the demo's jobs make within seconds."""
    report = page.locator("section[aria-labelledby=rehearsal] dl.numbers")
    for _ in range(REHEARSAL_SECONDS):
        if report.count():
            return
        press("/rehearse")(page)
        page.wait_for_timeout(1000)
        page.reload()


def _leave_under_way(environment: Environment, campaign_id: int) -> None:
    """As if its provider had asked to wait for an hour after the first half."""
    later = SystemClock().now() + timedelta(hours=1)
    half = select(Delivery.id).where(Delivery.campaign_id == campaign_id, col(Delivery.id) % 2 == 0)
    with environment.database.write() as session:
        session.exec(
            update(Campaign)
            .where(col(Campaign.id) == campaign_id)
            .values(status=CampaignStatus.SENDING, finished_at=None)
        )
        waits = {"status": DeliveryStatus.QUEUED, "next_attempt_at": later, "accepted_at": None}
        session.exec(update(Delivery).where(col(Delivery.id).in_(half)).values(**waits))


def _lose_answers(environment: Environment, campaign_id: int) -> None:
    """Of those that were accepted: nobody but people can say whether they were."""
    with environment.database.write() as session:
        attempts = session.exec(select(Attempt.id).where(Attempt.campaign_id == campaign_id)).all()
        in_doubt = {"state": AttemptState.IN_DOUBT, "settle_at": None, "detail": "the connection broke"}
        session.exec(update(Attempt).where(col(Attempt.id).in_(attempts)).values(**in_doubt))
        accepted = (col(Delivery.campaign_id) == campaign_id, col(Delivery.status) == DeliveryStatus.ACCEPTED)
        session.exec(update(Delivery).where(*accepted).values(status=DeliveryStatus.IN_DOUBT))
