"""Where campaigns stand, and what became of their deliveries."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import campaign_lines
from cli.context import CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table

if TYPE_CHECKING:
    from campaigns.reporting.report import CampaignReport

app = typer.Typer()
ALWAYS_SHOWN = {"recipients", "accepted", "delivered", "bounced", "complained"}


@app.command("status")
def status(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(max=LARGEST_NUMBER, help="A campaign's number; all campaigns if not given.")
    ] = None,
    *,
    before: Annotated[
        int | None, typer.Option(max=LARGEST_NUMBER, help="Start with campaigns before this number.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many to show.")] = 20,
    _: Json = False,
) -> None:
    """Show the status of one campaign and of its deliveries, or list the latest campaigns."""
    context = cli_context(ctx)
    if number is None:
        _list(context, before=before, limit=limit)
    else:
        _show(context, number)


def _show(context: CliContext, number: int) -> None:
    from campaigns.queries import get_campaign
    from campaigns.reporting.campaign_data import campaign_data, report_data
    from campaigns.reporting.report import report

    with context.database.read() as session:
        campaign = get_campaign(session, number)
        campaign_report = report(session, number)
    lines = campaign_lines(context, campaign)
    if campaign_report.recipients:
        lines += _report_lines(context, campaign_report)
    print_answer(context, {"campaign": campaign_data(campaign), "report": report_data(campaign_report)}, *lines)


def _report_lines(context: CliContext, campaign_report: "CampaignReport") -> list[str]:
    from campaigns.reporting.campaign_data import report_figures

    lines = [
        f"  {context.text('cli-report-' + name.replace('_', '-'))}: {count}"
        for name, count in report_figures(campaign_report).items()
        if name != "skipped" and (count or name in ALWAYS_SHOWN)
    ]
    for reason, count in sorted(campaign_report.skipped.items()):
        lines.append(
            f"  {context.text('cli-report-skipped')}: {count} ({context.text(f'campaigns-skipped-{reason}')})"
        )
    return lines


def _list(context: CliContext, *, before: int | None, limit: int) -> None:
    from campaigns.queries import list_campaigns
    from campaigns.reporting.campaign_data import summary_data

    with context.database.read() as session:
        campaigns = list_campaigns(session, limit=limit, before_id=before)
    data = [summary_data(row) for row in campaigns]
    heads = [
        context.text(f"cli-head-{head}") for head in ("number", "name", "kind", "status", "list", "languages")
    ]
    cells = [
        [
            row.id,
            row.name,
            context.text(f"campaigns-kind-{row.kind}"),
            context.text(f"campaigns-status-{row.status}"),
            row.list_name,
            " ".join(row.languages),
        ]
        for row in campaigns
    ]
    print_answer(
        context, {"campaigns": data}, table(heads, cells) if campaigns else context.text("cli-campaigns-none")
    )
