"""Save a version, and say what new campaigns take."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.output import Json, cli_context, print_answer
from cli.template.output import Handle, Html, Text, read_sources, template_data, template_lines

app = typer.Typer()


@app.command("save")
def save(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name: lower-case letters, digits and hyphens.")],
    *,
    html: Html,
    text: Text,
    kind: Annotated[
        str | None, typer.Option(help="The kind of campaign it is for; needed only the first time.")
    ] = None,
    note: Annotated[str, typer.Option(help="What is new in it, for those who choose a template.")] = "",
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Save two sources as the next version, if they can be rendered. No campaign uses it yet."""
    from campaigns.editorial.custom_templates import save_template
    from templates.versions import TemplateDraft

    context = cli_context(ctx)
    sources = read_sources(html, text)
    with context.database.read() as session:
        who = actor(session, as_)
    saved = save_template(
        context.database,
        TemplateDraft(name, sources, kind, note),
        actor=who,
        settings=context.settings,
        now=context.clock.now(),
    )
    print_answer(context, {"template": template_data(saved)}, *template_lines(context, saved))


@app.command("use")
def use(ctx: typer.Context, handle: Handle, as_: As = None, _: Json = False) -> None:
    """Make new campaigns of its kind use this version. Existing campaigns keep theirs."""
    from campaigns.editorial.custom_templates import use_template

    context = cli_context(ctx)
    with context.database.read() as session:
        who = actor(session, as_)
    used = use_template(context.database, handle, actor=who, settings=context.settings, now=context.clock.now())
    print_answer(context, {"template": template_data(used)}, *template_lines(context, used))


@app.command("library")
def library(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="The kind of campaign.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Make new campaigns of a kind use Bilten's own design again."""
    from campaigns.editorial.custom_templates import use_the_library

    context = cli_context(ctx)
    with context.database.write() as session:
        use_the_library(session, kind, actor=actor(session, as_), now=context.clock.now())
    print_answer(
        context, {"kind": kind}, context.text("cli-template-library", kind=context.text(f"campaigns-kind-{kind}"))
    )
