"""The campaigns, the newest first."""

from fastapi import Request, Response

from campaigns.queries import list_campaigns
from scheduler.health.attention import attention_items, sending_verdict
from scheduler.health.jobs import are_jobs_silent
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page

PAGE_LENGTH = 30
_MAX_DIGITS = 18

router = pages_router()


@router.api_route("/campaigns", methods=READING)
def show_campaigns(request: Request, context: Context, current_user: SignedIn) -> Response:
    verdict = sending_verdict(context.health)
    with context.database.read() as session:
        campaigns = list_campaigns(
            session, before_id=_number(request.query_params.get("before", "")), limit=PAGE_LENGTH + 1
        )
        silent = are_jobs_silent(context.health, session)
        waiting = attention_items(context.health, session, verdict=verdict)
    shown = campaigns[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/campaigns",
        section="campaigns",
        silent=silent,
        needs_attention=waiting,
        campaigns=shown,
        older=shown[-1].id if len(campaigns) > PAGE_LENGTH else None,
    )


def _number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return int(text) if is_number else None
