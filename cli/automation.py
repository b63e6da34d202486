"""`bilten automation`: new publications go out by themselves."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.answer import Json, answer, table, workplace
from cli.campaign.telling import As, actor
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

app = typer.Typer(help="New publications go out by themselves.")


@app.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What staff call it.")],
    *,
    folder: Annotated[Path, typer.Option(help="The folder to watch. What is in it now stays unsent.")],
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list.")],
    sender: Annotated[str, typer.Option(help="The sender.")],
    second_sender: Annotated[
        str, typer.Option(help="The sender that carries it while the first must not be used.")
    ] = "",
    mode: Annotated[str, typer.Option(help="draft: leave a draft to staff. send: send it, with --as.")] = "draft",
    as_: As = None,
    _: Json = False,
) -> None:
    """Watch a folder, and make a campaign of each new publication in it."""
    from campaigns.automate import AutomationRequest, add_automation
    from campaigns.tables import AutomationMode

    here = workplace(context)
    if mode not in tuple(AutomationMode):
        raise InputRefused("cli-automation-mode-unknown", mode=mode, known=", ".join(AutomationMode))
    now = here.clock.now()
    with here.database.write() as session:
        request = AutomationRequest(
            name=name,
            source_name=_source(session, name, folder, now),
            list_slug=list_slug,
            sender_name=sender,
            mode=AutomationMode(mode),
            second_sender_name=second_sender,
        )
        made = add_automation(session, request, store=here.assets, actor=actor(session, as_), now=now)
    answer(
        here,
        {"automation": {"id": made.id, "name": made.name, "mode": made.mode}},
        here.text(f"cli-automation-added-{made.mode}", name=made.name, folder=str(folder)),
    )


def _source(session: "Session", name: str, folder: Path, now: datetime) -> str:
    """The source that watches the folder already, or a new one named like the automation."""
    from news.sources import add_folder_source, list_sources

    for source in list_sources(session):
        if source.location == str(folder.resolve()):
            return source.name
    return add_folder_source(session, name=name, folder=folder, now=now).name


@app.command("list")
def list_(context: typer.Context, _: Json = False) -> None:
    """Show the automations, and what was wrong when each last read its folder."""
    from campaigns.automate import list_automations
    from news.sources import last_refusals, list_sources

    here = workplace(context)
    with here.database.read() as session:
        found = list_automations(session)
        sources = {source.id: source for source in list_sources(session)}
    refused = {
        source.id: [here.text(refusal.code, **refusal.params) for refusal in last_refusals(source)]
        for source in sources.values()
    }
    data = [
        {
            "id": row.id,
            "name": row.name,
            "mode": row.mode,
            "is_enabled": row.is_enabled,
            "folder": sources[row.source_id].location,
            "last_read_at": sources[row.source_id].last_read_at,
            "refused": refused[row.source_id],
        }
        for row in found
    ]
    heads = [here.text(f"cli-head-{head}") for head in ("name", "mode", "folder", "refused")]
    cells = [
        [
            row.name,
            here.text(f"cli-automation-mode-{row.mode}"),
            sources[row.source_id].location,
            "\n".join(refused[row.source_id]),
        ]
        for row in found
    ]
    answer(here, {"automations": data}, table(heads, cells) if found else here.text("cli-automations-none"))


@app.command("archive")
def archive(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The automation.")],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Leave unsent what its folder holds now. It goes on with what comes next."""
    from campaigns.automation_memory import take_for_archive

    here = workplace(context)
    with here.database.write() as session:
        count = take_for_archive(session, name, actor=actor(session, as_), now=here.clock.now())
    answer(here, {"archived": count}, here.text("cli-automation-archived", name=name, count=count))
