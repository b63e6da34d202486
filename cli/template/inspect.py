"""Look at templates: which there are, what they say, how they would look. Nothing changes."""

from pathlib import Path
from typing import Annotated

import typer

from cli.findings import print_findings
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.template.output import (
    Handle,
    Html,
    Text,
    read_sources,
    template_data,
    template_lines,
    write_file,
    write_sources,
)
from core.errors import InputRefused

app = typer.Typer()


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the templates with their versions, and which of them new campaigns use."""
    from templates.versions import versions

    context = cli_context(ctx)
    with context.database.read() as session:
        named_versions = versions(session)
    heads = [context.text(f"cli-head-{head}") for head in ("template", "kind", "in-use", "note")]
    yes = context.text("cli-template-yes")
    cells = [
        [
            named_version.handle,
            context.text(f"campaigns-kind-{named_version.template.kind}"),
            yes if named_version.is_in_use else "",
            named_version.version.note,
        ]
        for named_version in named_versions
    ]
    shown = table(heads, cells) if named_versions else context.text("cli-template-none")
    print_answer(context, {"templates": [template_data(named_version) for named_version in named_versions]}, shown)


@app.command("begin")
def begin(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="The design to start from: statement, bulletin, publication …")],
    folder: Annotated[Path, typer.Argument(help="The folder for its two sources.")],
    _: Json = False,
) -> None:
    """Write the sources of one of Bilten's designs to files, to make your own from them."""
    from templates.versions import library_design

    context = cli_context(ctx)
    files = write_sources(folder, kind, library_design(kind))
    print_answer(
        context, {"files": files}, *(context.text("cli-template-written", file=str(file)) for file in files)
    )


@app.command("show")
def show(
    ctx: typer.Context,
    handle: Handle,
    *,
    to: Annotated[Path | None, typer.Option(help="A folder to write its two sources to.")] = None,
    _: Json = False,
) -> None:
    """Show a version, and optionally write its sources to files."""
    from templates.versions import find_version

    context = cli_context(ctx)
    with context.database.read() as session:
        named_version = find_version(session, handle)
    files = write_sources(to, named_version.template.name, named_version.sources) if to else []
    print_answer(
        context,
        {"template": template_data(named_version), "files": files},
        *template_lines(context, named_version),
        *(context.text("cli-template-written", file=str(file)) for file in files),
    )


@app.command("check")
def check(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="The kind of campaign it is for.")],
    *,
    html: Html,
    text: Text,
    _: Json = False,
) -> None:
    """Try two sources with the example emails of that kind, in every reader language. Saves nothing."""
    from campaigns.editorial.custom_templates import example_context
    from templates.trial_render import trial_render
    from templates.versions import check_kind

    context = cli_context(ctx)
    check_kind(kind)
    with context.database.read() as session:
        findings = trial_render(
            read_sources(html, text), kind, example_context=example_context(session, settings=context.settings)
        )
    print_findings(context, findings)


@app.command("preview")
def preview(
    ctx: typer.Context,
    handle: Handle,
    *,
    campaign: Annotated[
        int | None,
        typer.Option(max=LARGEST_NUMBER, help="A campaign's number; made-up content if not given."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="The reader's language.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the HTML to this file, for a browser.")] = None,
    _: Json = False,
) -> None:
    """Preview a campaign, or an example, with this version. Changes nothing."""
    from campaigns.editorial.custom_templates import example_context, in_that_template
    from core.languages import READER_LANGUAGES
    from templates.trial_render import draw
    from templates.versions import find_version

    context = cli_context(ctx)
    with context.database.read() as session:
        named_version = find_version(session, handle)
        if campaign is not None:
            rendered = in_that_template(
                session, campaign, named_version.sources, language=language, settings=context.settings
            )
        else:
            chosen = language or context.language
            if chosen not in READER_LANGUAGES:
                raise InputRefused(
                    "cli-template-example-language", language=chosen, known=", ".join(READER_LANGUAGES)
                )
            on = example_context(session, settings=context.settings)
            _document, rendered = draw(
                named_version.sources, named_version.template.kind, chosen, example_context=on
            )
    files = [write_file(html, rendered.html)] if html else []
    print_answer(
        context,
        {"subject": rendered.subject, "html": rendered.html, "text": rendered.text, "files": files},
        *(context.text("cli-template-written", file=str(file)) for file in files),
        rendered.text,
    )
