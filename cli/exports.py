"""`bilten exports`: who asks to export a protected list, and a colleague's yes or no to it."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table

app = typer.Typer(help="Exports of protected lists, which two people decide on.")

Number = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number of the request.")]


@app.command("list")
def list_(ctx: typer.Context, *, as_: As = None, _: Json = False) -> None:
    """Show who has asked to export a protected list, and what became of it."""
    from campaigns.people.export_requests import export_requests
    from core.i18n import local_time

    context = cli_context(ctx)
    with context.database.read() as session:
        requests = export_requests(session, actor(session, as_), now=context.clock.now())
    data = [
        {"id": each.row.id, "list": each.list_slug, "by": each.asked_by, "state": each.state,
         "reason": each.row.reason, "at": each.row.asked_at}
        for each in requests
    ]  # fmt: skip
    heads = [context.text(f"cli-head-{head}") for head in ("number", "list", "who", "status", "reason", "when")]
    cells = [
        [
            each.row.id,
            each.list_slug,
            each.asked_by,
            context.text(f"web-exports-state-{each.state}"),
            each.row.reason,
            local_time(each.row.asked_at, context.language, context.settings.time_zone),
        ]
        for each in requests
    ]
    print_answer(context, {"requests": data}, table(heads, cells) if cells else context.text("cli-exports-none"))


@app.command("grant")
def grant(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Agree to a colleague's request, never to your own. They have an hour to take the file."""
    _decide(ctx, number, as_, is_granted=True)


@app.command("refuse")
def refuse(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Refuse a colleague's request."""
    _decide(ctx, number, as_, is_granted=False)


def _decide(ctx: typer.Context, number: int, as_: str | None, *, is_granted: bool) -> None:
    from campaigns.people.export_requests import decide_export

    context = cli_context(ctx)
    with context.database.write() as session:
        decide_export(session, number, is_granted=is_granted, actor=actor(session, as_), now=context.clock.now())
    done = "granted" if is_granted else "refused"
    print_answer(context, {"request": number, "state": done}, context.text(f"web-exports-done-{done}"))
