"""`bilten folders`: which folders of this machine are watched for news."""

from pathlib import Path
from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table

app = typer.Typer(help="Folders that are watched for news.")


@app.callback()
def _group() -> None:
    """Folders that are watched for news."""


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the watched folders, which automations read them, and how many news items wait."""
    from campaigns.automation.watch_folder import folder_states
    from news.sources import last_refusals

    context = cli_context(ctx)
    with context.database.read() as session:
        states = list(folder_states(session))
    data = [
        {
            "name": state.source.name,
            "folder": state.source.location,
            "automations": state.automations,
            "waiting": state.waiting,
            "last_read_at": state.source.last_read_at,
            "refused": [context.text(why.code, **why.params) for why in last_refusals(state.source)],
        }
        for state in states
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "folder", "automations", "waiting")]
    cells = [
        [state.source.name, state.source.location, "\n".join(state.automations), state.waiting] for state in states
    ]
    print_answer(context, {"folders": data}, table(heads, cells) if states else context.text("cli-folders-none"))


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    folder: Annotated[Path, typer.Option(help="The folder to watch.")],
    _: Json = False,
) -> None:
    """Watch a folder. Nothing is read until an automation is made for it."""
    from campaigns.automation.watch_folder import check_folder, watch_folder
    from staff.principal import OPERATOR

    context = cli_context(ctx)
    checked = check_folder(context.settings, str(folder.absolute()), actor=OPERATOR)
    with context.database.write() as session:
        source = watch_folder(session, name, checked, actor=OPERATOR, now=context.clock.now())
    print_answer(
        context,
        {"folder": {"name": source.name, "folder": source.location}},
        context.text("cli-folder-watched", name=source.name, folder=source.location),
    )


@app.command("stop")
def stop(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Stop watching a folder. Its files stay where they are, and so does the news that came from them."""
    from campaigns.automation.watch_folder import stop_watching
    from news.sources import source_by_name

    context = cli_context(ctx)
    with context.database.write() as session:
        source_id = source_by_name(session, name).id
        stop_watching(session, source_id, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"folder": {"name": name}}, context.text("cli-folder-stopped", name=name))
