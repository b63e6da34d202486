"""Campaign report for staff: a sentence, figures with charts that the server draws, and the same as a table."""

from collections.abc import Callable
from functools import partial

from fastapi import Response
from sqlmodel import Session

from campaigns.clicks.counting import MIN_READERS
from campaigns.public_archive.tables import CampaignNotice
from campaigns.queries import get_campaign
from campaigns.reporting.campaign_data import campaign_data
from campaigns.reporting.full_report import MIN_PROTECTED_READERS, FullReport, full_report
from campaigns.reporting.report_sentence import SentencePart, readers_in
from core.errors import NotFound
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.table_response import table_response
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedInAsAny, staff_page
from web.staff.path_params import CampaignNumber, TableFile
from web.staff.rehearsal_view import rehearsal_values
from web.staff.report_charts import BAR_LENGTH, CHART_HEIGHT, COLUMN_REM, COLUMN_WIDTH, bar_length, chart_columns
from web.staff.report_table import report_table

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/report", methods=READING)
def show_report(context: Context, current_user: SignedInAsAny, campaign_id: CampaignNumber) -> Response:
    now = context.clock.now()
    with context.database.read() as session:
        row = get_campaign(session, campaign_id)
        rehearsal = rehearsal_values(session, current_user, row)
        report = _report(session, context, current_user, campaign_id)
        notice = session.get(CampaignNotice, campaign_id)
    text = partial(context.services.texts.text, current_user.user.language)
    return staff_page(
        context,
        current_user,
        "staff/report",
        section="campaigns",
        campaign=campaign_data(row),
        **rehearsal,
        report=report,
        notice=notice,
        now=now,
        sentence=sentence_text(report.sentence, text) if report else "",
        readers=readers_in(report.figures) if report else {},
        bar_length=bar_length,
        chart_columns=chart_columns,
        bar_whole=BAR_LENGTH,
        chart_height=CHART_HEIGHT,
        column_width=COLUMN_WIDTH,
        column_rem=COLUMN_REM,
        min_readers=MIN_PROTECTED_READERS,
        min_click_readers=MIN_READERS,
    )


@router.api_route("/campaigns/{campaign_id}/report.{file_type}", methods=READING)
def download_report(
    context: Context, current_user: SignedInAsAny, campaign_id: CampaignNumber, file_type: TableFile
) -> Response:
    """Raises NotFound also before the launch: there is nothing in it yet."""
    with context.database.read() as session:
        report = _report(session, context, current_user, campaign_id)
    if report is None:
        raise NotFound("web-report-not-yet")
    text = partial(context.services.texts.text, current_user.user.language)
    return table_response(report_table(report, text), f"report-{campaign_id}", file_type)


def _report(
    session: Session, context: AppContext, current_user: CurrentUser, campaign_id: int
) -> FullReport | None:
    zone, now = context.settings.time_zone, context.clock.now()
    names = current_user.may(Permission.LOOK)
    return full_report(session, campaign_id, zone=zone, now=now, names_small_domains=names)


def sentence_text(parts: list[SentencePart], text: Callable[..., str]) -> str:
    """One sentence of them, with a capital and a full stop."""
    joined = "; ".join(text(part.code, count=part.count) for part in parts)
    return f"{joined[:1].upper()}{joined[1:].removesuffix('.')}."
