"""`bilten retention`: what is deleted by its age, shown before it goes."""

import typer

from cli.campaign.output import As
from cli.output import Json, cli_context, print_answer, table
from cli.subscriber_requests import Reason, staff_act

app = typer.Typer(help="What is deleted by its age: shown before, deleted once a day by itself, or at once.")


@app.command("show")
def show(ctx: typer.Context, _: Json = False) -> None:
    """Show what each rule would delete now, and when that happens by itself. Changes nothing."""
    from campaigns.retention.rules import due_now
    from campaigns.retention.run_retention import next_run_at
    from core.i18n import local_time

    context = cli_context(ctx)
    now, zone = context.clock.now(), context.settings.time_zone
    with context.database.read() as session:
        due, next_at = due_now(session, context.settings, now=now), next_run_at(session, now=now)
    data = [
        {"rule": each.rule.name, "days": each.period.days if each.period else None, "due": each.count,
         "oldest": each.oldest}
        for each in due
    ]  # fmt: skip
    heads = [context.text(f"cli-head-{head}") for head in ("rule", "days", "due", "oldest")]
    cells = [
        [
            context.text(f"campaigns-retention-rule-{each.rule.name}"),
            each.period.days if each.period else "–",
            each.count,
            local_time(each.oldest, context.language, zone) if each.oldest else "",
        ]
        for each in due
    ]
    print_answer(
        context,
        {"rules": data, "next": next_at},
        table(heads, cells),
        f"{context.text('web-retention-next')} {local_time(next_at, context.language, zone)}",
    )


@app.command("run")
def run(ctx: typer.Context, *, reason: Reason, as_: As = None, _: Json = False) -> None:
    """Delete at once what `bilten retention show` shows. This cannot be undone."""
    from campaigns.retention.run_retention import run_now
    from scheduler.build import build_job_context

    context = cli_context(ctx)
    job_context = build_job_context(context.services)
    with context.database.read() as session:
        act = staff_act(session, context, as_, reason)
    counts = run_now(job_context, act)
    lines = [
        f"{context.text(f'campaigns-retention-rule-{name}')}: {context.text('web-retention-taken', count=count)}"
        for name, count in counts.items()
    ]
    print_answer(context, {"counts": counts}, *(lines or [context.text("web-retention-taken", count=0)]))
