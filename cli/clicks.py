"""`bilten clicks`: whether it is counted how often the links in emails are followed."""

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer

app = typer.Typer(help="Whether clicks are counted: a number for each link and day, and never by whom.")


@app.command("show")
def show(ctx: typer.Context, _: Json = False) -> None:
    """Say whether clicks are counted."""
    from campaigns.clicks.counting import is_counting

    context = cli_context(ctx)
    with context.database.read() as session:
        _print(context, is_on=is_counting(session))


@app.command("on")
def on(ctx: typer.Context, *, as_: As = None, _: Json = False) -> None:
    """Count clicks in campaigns that are submitted from now on; never in those to protected lists."""
    _set(ctx, as_, is_on=True)


@app.command("off")
def off(ctx: typer.Context, *, as_: As = None, _: Json = False) -> None:
    """Count no more clicks. Links in emails that are out go on leading where they led."""
    _set(ctx, as_, is_on=False)


def _set(ctx: typer.Context, as_: str | None, *, is_on: bool) -> None:
    from campaigns.clicks.counting import set_counting

    context = cli_context(ctx)
    with context.database.write() as session:
        set_counting(session, is_on, actor=actor(session, as_), now=context.clock.now())
    _print(context, is_on=is_on)


def _print(context: CliContext, *, is_on: bool) -> None:
    print_answer(context, {"is_on": is_on}, context.text("cli-clicks-on" if is_on else "cli-clicks-off"))
