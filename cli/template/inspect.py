"""Look at templates: which there are, what they say, how they would look. Nothing changes."""

from pathlib import Path
from typing import Annotated

import typer

from cli.findings import tell_findings
from cli.output import LARGEST_NUMBER, Json, answer, table, workplace
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
def list_(context: typer.Context, _: Json = False) -> None:
    """Show the templates with their versions, and which of them new campaigns take."""
    from templates.versions import versions

    here = workplace(context)
    with here.database.read() as session:
        found = versions(session)
    heads = [here.text(f"cli-head-{head}") for head in ("template", "kind", "in-use", "note")]
    yes = here.text("cli-template-yes")
    cells = [
        [
            one.handle,
            here.text(f"campaigns-kind-{one.template.kind}"),
            yes if one.is_in_use else "",
            one.version.note,
        ]
        for one in found
    ]
    shown = table(heads, cells) if found else here.text("cli-template-none")
    answer(here, {"templates": [template_data(one) for one in found]}, shown)


@app.command("begin")
def begin(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The design to begin from: statement, bulletin, publication …")],
    folder: Annotated[Path, typer.Argument(help="Where its two sources go.")],
    _: Json = False,
) -> None:
    """Write the library's sources of a design to files, to make your own of them."""
    from templates.versions import library_design

    here = workplace(context)
    files = write_sources(folder, kind, library_design(kind))
    answer(here, {"files": files}, *(here.text("cli-template-written", file=str(file)) for file in files))


@app.command("show")
def show(
    context: typer.Context,
    handle: Handle,
    *,
    to: Annotated[Path | None, typer.Option(help="A folder to write its two sources to.")] = None,
    _: Json = False,
) -> None:
    """Show a version, and write its sources to files if asked."""
    from templates.versions import find_version

    here = workplace(context)
    with here.database.read() as session:
        found = find_version(session, handle)
    files = write_sources(to, found.template.name, found.sources) if to else []
    answer(
        here,
        {"template": template_data(found), "files": files},
        *template_lines(here, found),
        *(here.text("cli-template-written", file=str(file)) for file in files),
    )


@app.command("check")
def check(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The kind of campaign it is for.")],
    *,
    html: Html,
    text: Text,
    _: Json = False,
) -> None:
    """Try two sources with the example mails of that kind, in every reader language; save nothing."""
    from campaigns.editorial.custom_templates import stage
    from templates.trial_render import try_out
    from templates.versions import check_kind

    here = workplace(context)
    check_kind(kind)
    with here.database.read() as session:
        found = try_out(read_sources(html, text), kind, stage=stage(session, settings=here.settings))
    tell_findings(here, found)


@app.command("preview")
def preview(
    context: typer.Context,
    handle: Handle,
    *,
    campaign: Annotated[
        int | None,
        typer.Option(max=LARGEST_NUMBER, help="A campaign's number; made-up content if not given."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="The reader's language.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the html to this file, for a browser.")] = None,
    _: Json = False,
) -> None:
    """Show a campaign, or an example, in a version. Nothing changes."""
    from campaigns.editorial.custom_templates import in_that_template, stage
    from core.languages import READER_LANGUAGES
    from templates.trial_render import draw
    from templates.versions import find_version

    here = workplace(context)
    with here.database.read() as session:
        found = find_version(session, handle)
        if campaign is not None:
            rendered = in_that_template(
                session, campaign, found.sources, language=language, settings=here.settings
            )
        else:
            chosen = language or here.language
            if chosen not in READER_LANGUAGES:
                raise InputRefused(
                    "cli-template-example-language", language=chosen, known=", ".join(READER_LANGUAGES)
                )
            on = stage(session, settings=here.settings)
            _document, rendered = draw(found.sources, found.template.kind, chosen, stage=on)
    files = [write_file(html, rendered.html)] if html else []
    answer(
        here,
        {"subject": rendered.subject, "html": rendered.html, "text": rendered.text, "files": files},
        *(here.text("cli-template-written", file=str(file)) for file in files),
        rendered.text,
    )
