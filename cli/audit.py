"""`bilten audit`: who did what and when."""

from datetime import datetime
from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table

app = typer.Typer(help="The audit log: who did what and when.")
CHANGED = 1
"""Exit code: something is not as it was sealed."""


@app.callback()
def _group() -> None:
    """The audit log: who did what and when."""


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    who: Annotated[
        str, typer.Option(help="Only of this person, by their email address, or cli, or scheduler.")
    ] = "",
    search: Annotated[
        str, typer.Option(help="A part of what was done, or what it was about, such as campaign:12.")
    ] = "",
    since: Annotated[datetime | None, typer.Option(help="Only from this moment on, in UTC.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=20_000, help="So many of the newest.")] = 50,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show the newest entries of the audit log, the newest first, in words and by their technical names."""
    from datetime import UTC

    from core.i18n import local_time
    from staff.audit import actor_of
    from staff.audit_log import AuditFilter, audit_lines
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.read() as session:
        name = actor_of(user_by_address(session, who)) if "@" in who else who
        wanted = AuditFilter(
            who=name, search=search, since=None if since is None else since.replace(tzinfo=since.tzinfo or UTC)
        )
        lines = audit_lines(session, wanted, actor=actor(session, as_), limit=limit)
    data = [
        {
            "at": line.at,
            "actor": line.actor,
            "name": line.actor_name,
            "action": line.action,
            "what": _in_words(context, line.action),
            "subject": line.subject,
            "detail": line.detail,
        }
        for line in lines
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("when", "who", "what", "action", "subject")]
    cells = [
        [
            local_time(line.at, context.language, context.settings.time_zone),
            line.actor_name or line.actor,
            _in_words(context, line.action),
            line.action,
            line.subject,
        ]
        for line in lines
    ]
    print_answer(context, {"entries": data}, table(heads, cells))


def _in_words(context: CliContext, action: str) -> str:
    """As the page says it; empty of what an unknown version wrote."""
    from staff.audit_actions import text_key

    key = text_key(action)
    return context.text(key) if key else ""


@app.command("verify")
def verify(ctx: typer.Context, _: Json = False) -> None:
    """Check that every sealed entry is there and unchanged. Exits with 1 if one is not."""
    from cli.doctor import health_context
    from cli.rejections import refused_lines
    from scheduler.health.audit_log import refusal_of
    from scheduler.health.audit_log import verify as verified

    context = cli_context(ctx)
    report = verified(health_context(context))
    data = {
        "seals": report.seal_count,
        "entries": report.entry_count,
        "pruned_seals": report.pruned_count,
        "unsealed_entries": report.unsealed_count,
        "last_chain_hash": report.last_chain_hash,
        "faults": [{"seal": fault.number, "kind": fault.kind} for fault in report.faults],
    }
    lines = [
        context.text("cli-audit-sealed", seals=report.seal_count, entries=report.entry_count),
        *([context.text("cli-audit-pruned", seals=report.pruned_count)] if report.pruned_count else []),
        context.text("cli-audit-unsealed", entries=report.unsealed_count),
        *([context.text("cli-audit-last", hash=report.last_chain_hash)] if report.seal_count else []),
        context.text("scheduler-health-audit-changed" if report.faults else "cli-audit-whole"),
        *refused_lines(context, tuple(refusal_of(fault) for fault in report.faults)),
    ]
    print_answer(context, data, *lines)
    if report.faults:
        raise typer.Exit(CHANGED)
