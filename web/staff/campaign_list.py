"""The campaigns, the newest first."""

from fastapi import Request, Response

from campaigns.queries import list_campaigns
from campaigns.reporting.needs_attention import needs_attention
from scheduler.clock_faults import clock_needs
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page
from web.staff.stale_jobs import is_silent, verdict

PAGE_LENGTH = 30
_MAX_DIGITS = 18

router = pages_router()


@router.api_route("/campaigns", methods=READING)
def show_campaigns(request: Request, context: Context, current_user: SignedIn) -> Response:
    stands = verdict(context)
    with context.database.read() as session:
        found = list_campaigns(
            session, before_id=_number(request.query_params.get("before", "")), limit=PAGE_LENGTH + 1
        )
        silent = is_silent(context, session)
        now = context.clock.now()
        waiting = needs_attention(
            session, now=now, verdict=stands, expects_backups=context.settings.expects_backups
        )
        waiting += clock_needs(session, now=now, zone=context.settings.time_zone)
    shown = found[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/campaigns",
        section="campaigns",
        silent=silent,
        needs_attention=waiting,
        campaigns=shown,
        older=shown[-1].id if len(found) > PAGE_LENGTH else None,
    )


def _number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return int(text) if is_number else None
