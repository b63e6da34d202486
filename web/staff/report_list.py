"""Reports: the campaigns that went out, for whoever reads their numbers and sees nothing else."""

from fastapi import Request, Response

from campaigns.queries import list_campaigns
from core.public_urls import REPORT_LIST
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedInAsAny, staff_page
from web.staff.path_params import number_or_none

PAGE_LENGTH = 30

router = pages_router()


@router.api_route(REPORT_LIST, methods=READING)
def show_reports(request: Request, context: Context, current_user: SignedInAsAny) -> Response:
    require(current_user.principal, Permission.SEE_REPORTS)
    before = number_or_none(request.query_params.get("before", ""))
    with context.database.read() as session:
        campaigns = list_campaigns(session, before_id=before, limit=PAGE_LENGTH + 1, is_launched=True)
    shown = campaigns[:PAGE_LENGTH]
    return staff_page(
        context,
        current_user,
        "staff/reports",
        section="campaigns",
        campaigns=shown,
        older=shown[-1].id if len(campaigns) > PAGE_LENGTH else None,
    )
