"""What the template commands share: their files, and how a version is told of."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import CliContext
from core.errors import InputRefused

if TYPE_CHECKING:
    from templates.content import TemplateSources
    from templates.versions import NamedVersion

Handle = Annotated[str, typer.Argument(help="Its name, for the newest version, or name@3.")]
Html = Annotated[Path, typer.Option(help="The source of the HTML part: Jinja that makes MJML.")]
Text = Annotated[Path, typer.Option(help="The source of the plain text: Jinja that makes plain text.")]


def template_data(named_version: "NamedVersion") -> dict[str, Any]:
    return {
        "name": named_version.template.name,
        "kind": named_version.template.kind,
        "number": named_version.version.number,
        "note": named_version.version.note,
        "author": named_version.version.author,
        "created_at": named_version.version.created_at,
        "is_in_use": named_version.is_in_use,
    }


def template_lines(context: CliContext, named_version: "NamedVersion") -> list[str]:
    kind = context.text(f"campaigns-kind-{named_version.template.kind}")
    lines = [context.text("cli-template", handle=named_version.handle, kind=kind)]
    if named_version.version.note:
        lines.append(named_version.version.note)
    lines.append(context.text("cli-template-in-use" if named_version.is_in_use else "cli-template-not-in-use"))
    return lines


def read_sources(html: Path, text: Path) -> "TemplateSources":
    from templates.content import TemplateSources

    return TemplateSources(_read_source(html), _read_source(text))


def _read_source(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputRefused("cli-template-unreadable", file=str(file)) from None


def write_sources(folder: Path, name: str, sources: "TemplateSources") -> list[Path]:
    return [
        write_file(folder / f"{name}.mjml.j2", sources.html),
        write_file(folder / f"{name}.txt.j2", sources.text),
    ]


def write_file(file: Path, content: str) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    except OSError as error:
        raise InputRefused("cli-preview-unwritable", file=str(file), reason=error.strerror or "") from None
    return file
