"""Rehearse a campaign with its whole audience: a simulator on this machine takes each email, nobody gets one."""

from typing import TYPE_CHECKING

import typer

from cli.campaign.output import As, Number, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from campaigns.rehearsal.ask_rehearsal import RehearsalReport

app = typer.Typer()
PAUSE = 1.0
"""Seconds between two looks at what another process does."""


@app.command("rehearse")
def rehearse(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Send the campaign to its whole audience through a simulator on this machine. Nobody gets an email by it.

    Shows how many, by language, how large, who is left out and why. Exits with 2 if it could not be rehearsed.
    """
    from time import sleep

    from campaigns.rehearsal.ask_rehearsal import ask_rehearsal, last_rehearsal
    from campaigns.rehearsal.rehearse import rehearse_on
    from campaigns.rehearsal.tables import RehearsalState
    from scheduler.build import build_job_context

    context = cli_context(ctx)
    jobs = build_job_context(context.services)
    with context.database.write() as session:
        rehearsal_id = ask_rehearsal(session, number, actor=actor(session, as_), now=context.clock.now())
    while True:
        rehearse_on(jobs, rehearsal_id)
        with context.database.read() as session:
            report = last_rehearsal(session, number)
        if report is None or report.rehearsal.state is not RehearsalState.WAITING:
            break
        if report.rehearsal.worker != jobs.worker:
            sleep(PAUSE)  # `bilten serve` is at it
    if report is not None:
        _print(context, report)


def _print(context: CliContext, report: "RehearsalReport") -> None:
    from campaigns.rehearsal.tables import RehearsalState

    row, figures = report.rehearsal, report.figures
    has_failed = row.state is RehearsalState.FAILED
    lines = [
        context.text("cli-rehearsal", count=figures.taken, expected=figures.expected, calls=figures.calls),
        *(
            context.text("cli-rehearsal-language", language=language, count=count)
            for language, count in sorted(figures.by_language.items())
        ),
        *_left_out(context, report),
        context.text(
            "cli-rehearsal-size", size=round(figures.largest_bytes / 1000), seconds=round(figures.seconds)
        ),
    ]
    if has_failed and row.error:
        lines = [context.text("cli-rehearsal-failed"), context.text(row.error, **row.error_params)]
    data = {"state": row.state, "asked_at": row.asked_at, "finished_at": row.finished_at, "error": row.error}
    print_answer(context, data | {"figures": figures.as_json()}, *lines)
    if has_failed:
        raise typer.Exit(2)


def _left_out(context: CliContext, report: "RehearsalReport") -> list[str]:
    figures = report.figures
    counts = [(f"web-audience-left-out-{reason}", count) for reason, count in figures.left_out.items()]
    counts += [(f"campaigns-skipped-{reason}", count) for reason, count in sorted(figures.skipped.items())]
    counts += sorted(figures.refused.items())
    return [f"  {context.text(key)}: {count}" for key, count in counts]
