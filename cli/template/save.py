"""Save a version, and say what new campaigns take."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.output import Json, answer, workplace
from cli.template.output import Handle, Html, Text, read_sources, template_data, template_lines

app = typer.Typer()


@app.command("save")
def save(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name: lower-case letters, digits and hyphens.")],
    *,
    html: Html,
    text: Text,
    kind: Annotated[str | None, typer.Option(help="The kind of campaign it is for; needed once.")] = None,
    note: Annotated[str, typer.Option(help="What is new in it, for those who choose.")] = "",
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Save two sources as the next version, if they can be rendered. Nothing uses it by that."""
    from campaigns.editorial.custom_templates import save_template

    here = workplace(context)
    sources = read_sources(html, text)
    with here.database.read() as session:
        who = actor(session, as_)
    saved = save_template(
        here.database,
        name,
        sources,
        kind=kind,
        note=note,
        actor=who,
        settings=here.settings,
        now=here.clock.now(),
    )
    answer(here, {"template": template_data(saved)}, *template_lines(here, saved))


@app.command("use")
def use(context: typer.Context, handle: Handle, as_: As = None, _: Json = False) -> None:
    """Have new campaigns of its kind take this version. Campaigns that are there keep what they have."""
    from campaigns.editorial.custom_templates import use_template

    here = workplace(context)
    with here.database.read() as session:
        who = actor(session, as_)
    used = use_template(here.database, handle, actor=who, settings=here.settings, now=here.clock.now())
    answer(here, {"template": template_data(used)}, *template_lines(here, used))


@app.command("library")
def library(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The kind of campaign.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Have new campaigns of a kind take Bilten's own design again."""
    from campaigns.editorial.custom_templates import use_the_library

    here = workplace(context)
    with here.database.write() as session:
        use_the_library(session, kind, actor=actor(session, as_), now=here.clock.now())
    answer(here, {"kind": kind}, here.text("cli-template-library", kind=here.text(f"campaigns-kind-{kind}")))
