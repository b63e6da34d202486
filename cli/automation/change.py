"""`bilten automation set`, `on` and `off`: an automation that is there is changed."""

from typing import Annotated

import typer

from cli.automation.watch import MOST, OLDEST, TIME, brake_data, missing_approvals_of
from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused

app = typer.Typer()
Name = Annotated[str, typer.Argument(help="The automation's name.")]


@app.command("set")
def set_(
    ctx: typer.Context,
    name: Name,
    *,
    list_slug: Annotated[str | None, typer.Option("--list", help="The mailing list.")] = None,
    sender: Annotated[str | None, typer.Option(help="The sender.")] = None,
    second_sender: Annotated[
        str, typer.Option(help="With --sender: who sends the campaign while the first one is paused.")
    ] = "",
    mode: Annotated[
        str | None,
        typer.Option(help="draft: make a draft for staff. send: send it in the name of a person (--as)."),
    ] = None,
    most_at_once: Annotated[int | None, MOST] = None,
    oldest_days: Annotated[int | None, OLDEST] = None,
    send_time: Annotated[str | None, TIME] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Change an automation. What you do not give stays as it is; others approve it anew."""
    from campaigns.automation.brake import OF_FOLDERS
    from campaigns.automation.change_automation import AutomationEdit, change_automation
    from campaigns.tables import AutomationMode

    context = cli_context(ctx)
    if mode is not None and mode not in OF_FOLDERS:
        raise InputRefused("cli-automation-mode-unknown", mode=mode, known=", ".join(OF_FOLDERS))
    edit = AutomationEdit(
        most_at_once,
        oldest_days,
        send_time,
        AutomationMode(mode) if mode else None,
        list_slug,
        sender,
        second_sender,
    )
    with context.database.write() as session:
        who, now = actor(session, as_), context.clock.now()
        changed = change_automation(session, name, edit, actor=who, settings=context.settings, now=now)
    missing = missing_approvals_of(context, [changed])[changed.id]
    lines = [context.text("cli-automation-brake", **brake_data(changed))]
    lines += [context.text("cli-automation-missing", name=changed.name, count=missing)] if missing else []
    print_answer(context, {"automation": brake_data(changed) | {"missing_approvals": missing}}, *lines)


@app.command("off")
def off(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn an automation off. What it has scheduled already goes out."""
    from campaigns.automation.change_automation import turn_off

    context = cli_context(ctx)
    with context.database.write() as session:
        turn_off(session, name, actor=actor(session, as_), now=context.clock.now())
    print_answer(
        context, {"automation": {"name": name, "is_enabled": False}}, context.text("cli-automation-off", name=name)
    )


@app.command("on")
def on(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn an automation on again. What came into its folder meanwhile stays unsent."""
    from campaigns.automation.change_automation import turn_on
    from campaigns.automation.closed_items import watched_intake

    context = cli_context(ctx)
    with context.database.read() as session:
        who = actor(session, as_)
    intake = watched_intake(context.services)
    automation, left = turn_on(intake, name, actor=who, settings=context.settings, now=context.clock.now())
    missing = missing_approvals_of(context, [automation])[automation.id]
    lines = [context.text("cli-automation-on", name=name, count=left)]
    lines += [context.text("cli-automation-missing", name=name, count=missing)] if missing else []
    data = {"name": name, "is_enabled": True, "left_unsent": left, "missing_approvals": missing}
    print_answer(context, {"automation": data}, *lines)
