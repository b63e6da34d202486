"""Clicks over the mail: a campaign's email with a number at each counted link, and a list of them beside it."""

from fastapi import Response
from sqlmodel import Session

from campaigns.clicks.click_links import code_in, labels_of_links, with_direct_links, with_numbers
from campaigns.clicks.frozen_links import targets_of
from campaigns.editorial.preview import rendered_variant
from campaigns.queries import get_campaign
from campaigns.reporting.campaign_data import campaign_data
from campaigns.reporting.click_report import ClickReport, click_report
from campaigns.tables import Campaign, RenderedVariant
from core.errors import NotFound
from web.http.anonymous_copy import anonymous_html
from web.http.app_context import AppContext, Context
from web.http.preview_frame import preview_frame
from web.http.templates import READING, number, pages_router
from web.staff.current_user import SignedInAsAny, staff_page
from web.staff.path_params import CampaignNumber

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/clicks/{language}", methods=READING)
def show_clicks_over_mail(
    context: Context, current_user: SignedInAsAny, campaign_id: CampaignNumber, language: str
) -> Response:
    """Raises NotFound also where clicks are not counted."""
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        report, variant = _counted(session, context, campaign, language)
    rows = {row.code: row for row in report.links}
    codes = dict.fromkeys((code_in(url), label) for url, label in labels_of_links(variant.html))
    return staff_page(
        context,
        current_user,
        "staff/report_clicks",
        section="campaigns",
        campaign=campaign_data(campaign),
        report=report,
        shown_language=language,
        links=[(label, rows[code]) for code, label in codes if code in rows],
    )


@router.api_route("/campaigns/{campaign_id}/clicks/{language}/mail", methods=READING)
def show_numbered_mail(
    context: Context, current_user: SignedInAsAny, campaign_id: CampaignNumber, language: str
) -> Response:
    """The html part alone, for the frame. Its links lead straight to where they lead: staff are not counted."""
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        report, variant = _counted(session, context, campaign, language)
        targets = targets_of(session, campaign)
    reader = current_user.user.language
    numbers = {row.code: number(row.clicks, reader) for row in report.links if row.clicks is not None}
    html = with_direct_links(with_numbers(variant.html, numbers), targets)
    return preview_frame(anonymous_html(html, context.settings), context.settings)


def _counted(
    session: Session, context: AppContext, campaign: Campaign, language: str
) -> tuple[ClickReport, RenderedVariant]:
    report = click_report(session, campaign, zone=context.settings.time_zone)
    variant = rendered_variant(session, campaign.id, language)
    if report is None or variant is None:
        raise NotFound("web-error-404")
    return report, variant
