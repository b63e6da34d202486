"""Autosave of a block, for htmx: what became of it, and with it the preview and the checks as they are now.

Without JavaScript nothing of this happens: the form is sent by its button, and the whole page is the answer.
"""

from urllib.parse import parse_qsl, urlsplit

from fastapi import Request, Response

from campaigns.block_content import BlockContent
from campaigns.editorial.blocks import blocks_of
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data
from campaigns.status import CampaignStatus
from core.errors import BiltenError, Conflict
from core.i18n import local_time
from web.http.app_context import AppContext
from web.staff.compose_page import in_order, linking, preview_values, read_asked
from web.staff.compose_view import OpenForm, block_lines
from web.staff.current_user import CurrentUser, staff_page

LIVE = "X-Bilten-Live"
"""On every such answer, so that no other (an error's page, the sign-in) is put into the page by mistake."""


def is_live(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"


def expect_draft(context: AppContext, campaign_id: int) -> None:
    """What is typed goes on being saved while it is a draft; nobody withdraws an approval by typing. Raises
    Conflict."""
    with context.database.read() as session:
        if get_campaign(session, campaign_id).status is not CampaignStatus.DRAFT:
            raise Conflict("campaigns-compose-submitted")


def live_saved(
    request: Request, context: AppContext, current_user: CurrentUser, campaign_id: int, block: BlockContent
) -> Response:
    asked = read_asked(dict(parse_qsl(urlsplit(request.headers.get("hx-current-url", "")).query)))
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        languages = in_order(campaign, variants_of(session, campaign_id))
        lines = block_lines(session, blocks_of(session, campaign_id), languages)
        values = preview_values(session, context, campaign, asked, languages)
    response = staff_page(
        context,
        current_user,
        "staff/compose_live",
        campaign=campaign_data(campaign),
        block=block,
        lines=lines,
        asked=asked,
        link=linking(campaign_id, asked, values["shown_language"]),
        saved_at=local_time(context.clock.now(), current_user.user.language, context.settings.time_zone),
        **values,
    )
    response.headers[LIVE] = "yes"
    return response


def live_refused(
    context: AppContext, current_user: CurrentUser, refused: BiltenError | None, opened: OpenForm | None = None
) -> Response:
    """What is wrong, beside the form, in which everything stays as it was typed."""
    problems = dict(opened.form.problems) if opened else {}
    stale = opened.stale if opened else None
    status = (refused or stale).http_status if refused or stale else 422  # type: ignore[union-attr]  # one is there
    response = staff_page(
        context,
        current_user,
        "staff/compose_live_refused",
        status=status,
        refused=refused or stale,
        problems=problems,
    )
    response.headers[LIVE] = "yes"
    return response
