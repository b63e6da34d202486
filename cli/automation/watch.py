"""`bilten automation add`, `approve`, `list` and `archive`: new publications go out by themselves."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.tables import Automation
    from cli.context import CliContext

app = typer.Typer()

MOST = typer.Option(help="If more new items than this arrive at once, they become drafts and are not sent.")
OLDEST = typer.Option(help="Items that are older than this number of days become drafts and are not sent.")
TIME = typer.Option(
    help="The time at which items with a future date are sent on that day, in the organisation's time zone."
)


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    folder: Annotated[Path, typer.Option(help="The folder to watch. What is in it now stays unsent.")],
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list.")],
    sender: Annotated[str, typer.Option(help="The sender.")],
    second_sender: Annotated[
        str, typer.Option(help="The sender that sends the campaign while the first one is paused.")
    ] = "",
    mode: Annotated[
        str, typer.Option(help="draft: make a draft for staff. send: send it in the name of a person (--as).")
    ] = "draft",
    most_at_once: Annotated[int, MOST] = 3,
    oldest_days: Annotated[int, OLDEST] = 30,
    send_time: Annotated[str, TIME] = "09:00",
    as_: As = None,
    _: Json = False,
) -> None:
    """Watch a folder, and make a campaign from each new publication in it."""
    from campaigns.automation.brake import OF_FOLDERS
    from campaigns.automation.closed_items import watched_intake
    from campaigns.automation.run_automations import AutomationRequest, add_automation, check_request
    from campaigns.automation.watch_folder import check_folder
    from campaigns.tables import AutomationMode
    from staff.principal import OPERATOR

    context = cli_context(ctx)
    if mode not in OF_FOLDERS:
        raise InputRefused("cli-automation-mode-unknown", mode=mode, known=", ".join(OF_FOLDERS))
    now = context.clock.now()
    checked = check_folder(context.settings, str(folder.absolute()), actor=OPERATOR)
    with context.database.write() as session:
        who = actor(session, as_)
        request = AutomationRequest(
            name=name,
            source_name=_source(session, name, checked, now),
            list_slug=list_slug,
            sender_name=sender,
            mode=AutomationMode(mode),
            second_sender_name=second_sender,
            most_at_once=most_at_once,
            oldest_days=oldest_days,
            send_time=send_time,
        )
        # Before the source is there for good: where anything is refused, nothing is added.
        check_request(session, request, actor=who, now=now)
    made = add_automation(watched_intake(context.services), request, actor=who, now=now)
    missing = missing_approvals_of(context, [made])[made.id]
    lines = [context.text(f"cli-automation-added-{made.mode}", name=made.name, folder=str(folder))]
    lines += [context.text("cli-automation-approved", name=made.name, count=missing)] if missing else []
    data = {"id": made.id, "name": made.name, "mode": made.mode, "missing_approvals": missing}
    print_answer(context, {"automation": data}, *lines)


def missing_approvals_of(context: "CliContext", automations: "Sequence[Automation]") -> dict[int, int]:
    from campaigns.review.standing_approval import missing_approvals
    from campaigns.settings import CampaignSettings

    required = CampaignSettings.of(context.settings).approvals_required
    with context.database.read() as session:
        return {row.id: missing_approvals(session, row, required=required) for row in automations}


def _source(session: "Session", name: str, folder: Path, now: datetime) -> str:
    """The source that watches the folder already, or a new one named like the automation."""
    from campaigns.automation.watch_folder import watch_folder
    from news.sources import watched_sources
    from staff.principal import OPERATOR

    for source in watched_sources(session):
        if source.location == str(folder):
            return source.name
    return watch_folder(session, name, folder, actor=OPERATOR, now=now).name


def brake_data(automation: "Automation") -> dict[str, str | int]:
    return {
        "name": automation.name,
        "most_at_once": automation.most_at_once,
        "oldest_days": automation.oldest_days,
        "send_time": automation.send_time,
    }


@app.command("approve")
def approve(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The automation's name.")],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Approve an automation that sends by itself, as it is set now."""
    from campaigns.review.standing_approval import approve_automation

    context = cli_context(ctx)
    with context.database.write() as session:
        automation, missing = approve_automation(
            session,
            name,
            actor=actor(session, as_),
            settings=context.settings,
            now=context.clock.now(),
        )
    print_answer(
        context,
        {"automation": {"name": automation.name, "missing_approvals": missing}},
        context.text("cli-automation-approved", name=automation.name, count=missing),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the automations, and the problems found when each last read its folder."""
    from campaigns.automation.run_automations import list_automations
    from campaigns.review.standing_approval import lost_approvals
    from news.sources import last_refusals, list_sources

    context = cli_context(ctx)
    with context.database.read() as session:
        automations = list_automations(session)
        sources = {source.id: source for source in list_sources(session)}
        lost = {
            row.id: [context.text(why.code, **why.params) for why in lost_approvals(session, row)]
            for row in automations
        }
    missing = missing_approvals_of(context, automations)
    refused = {
        source.id: [context.text(refusal.code, **refusal.params) for refusal in last_refusals(source)]
        for source in sources.values()
    }
    data = [
        {
            "id": row.id,
            **brake_data(row),
            "mode": row.mode,
            "is_enabled": row.is_enabled,
            "missing_approvals": missing[row.id],
            "lost_approvals": lost[row.id],
            "folder": sources[row.source_id or 0].location,
            "last_read_at": sources[row.source_id or 0].last_read_at,
            "refused": refused[row.source_id or 0],
        }
        for row in automations
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "mode", "folder", "refused")]
    cells = [
        [
            row.name,
            "\n".join([_what_it_does(context, row, missing[row.id]), *(lost[row.id] if missing[row.id] else [])]),
            sources[row.source_id or 0].location,
            "\n".join(refused[row.source_id or 0]),
        ]
        for row in automations
    ]
    print_answer(
        context,
        {"automations": data},
        table(heads, cells) if automations else context.text("cli-automations-none"),
    )


def _what_it_does(context: "CliContext", automation: "Automation", missing: int) -> str:
    if not automation.is_enabled:
        return context.text("cli-automation-mode-off")
    return context.text(f"cli-automation-mode-{automation.mode}" + ("-unapproved" if missing else ""))


@app.command("archive")
def archive(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The automation.")],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Leave what is in its folder now unsent. The automation continues with what comes next."""
    from campaigns.automation.closed_items import watched_intake
    from campaigns.automation.memory import take_for_archive

    context = cli_context(ctx)
    with context.database.read() as session:
        who = actor(session, as_)
    count = take_for_archive(watched_intake(context.services), name, actor=who, now=context.clock.now())
    print_answer(context, {"archived": count}, context.text("cli-automation-archived", name=name, count=count))
