"""Home: what waits for whoever looks, what goes out next, what was sent; below, all campaigns, newest first."""

from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.people.export_requests import count_for
from campaigns.queries import list_campaigns
from campaigns.reporting.month_calendar import month_view, read_month
from campaigns.reporting.today import TodaySummary, today
from campaigns.settings import CampaignSettings
from core.i18n import weekday_names
from core.public_urls import CAMPAIGN_LIST, REPORT_LIST
from scheduler.health.attention import attention_items, sending_verdict
from scheduler.health.jobs import are_jobs_silent
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedInAsAny, staff_page
from web.staff.path_params import number_or_none

PAGE_LENGTH = 30
DONE = ("deleted",)
DAY_LENGTH = 3
"""So many campaigns of a day are shown at once in the calendar; the others on demand."""

router = pages_router()


@router.api_route(CAMPAIGN_LIST, methods=READING)
def show_campaigns(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    """Whoever only reads reports is led to those: a sign-in ends here."""
    if not current_user.may(Permission.LOOK):
        return RedirectResponse(REPORT_LIST, status_code=303)
    asked = request.query_params
    verdict, before = sending_verdict(context.health), number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        campaigns = list_campaigns(session, before_id=before, limit=PAGE_LENGTH + 1)
        exports_to_grant = count_for(session, current_user.principal, now=context.clock.now())
        silent = are_jobs_silent(context.health, session)
        waiting = attention_items(context.health, session, verdict=verdict) if before is None else []
        summary = _today(session, context, current_user) if before is None else None
        calendar = _calendar(session, context, current_user, asked.get("month", "")) if before is None else {}
    shown = campaigns[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/campaigns",
        section="campaigns",
        silent=silent,
        needs_attention=waiting,
        exports_to_grant=exports_to_grant,
        campaigns=shown,
        today=summary,
        older=shown[-1].id if len(campaigns) > PAGE_LENGTH else None,
        mail_is_off=mail_is_off(context, current_user),
        done=asked.get("done") if asked.get("done") in DONE else None,
        **calendar,
    )


def mail_is_off(context: AppContext, current_user: CurrentUser) -> bool:
    """That nobody has yet said whom sign-ups and colleagues get email from, for whoever sets up senders."""
    is_unset = not CampaignSettings.of(context.settings).sign_up_sender
    return is_unset and current_user.may(Permission.MANAGE_SENDERS)


def _today(session: Session, context: AppContext, current_user: CurrentUser) -> TodaySummary:
    settings, now = context.settings, context.clock.now()
    counts = context.audience_counts.get(session, now=now).counts
    return today(session, current_user.principal, counts=counts, settings=settings, now=now)


def _calendar(session: Session, context: AppContext, current_user: CurrentUser, month: str) -> dict[str, Any]:
    """`month`: as an address has it (2026-12); rubbish is this month."""
    zone = context.settings.time_zone
    day = context.clock.now().astimezone(ZoneInfo(zone)).date()
    first = read_month(month) or day.replace(day=1)
    return {
        "calendar": month_view(session, first, zone=zone),
        "today_is": day,
        "this_month": day.replace(day=1),
        "weekdays": weekday_names(current_user.user.language),
        "day_length": DAY_LENGTH,
    }
