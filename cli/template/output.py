"""What the template commands share: their files, and how a version is told of."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import CliContext
from core.errors import InputRefused

if TYPE_CHECKING:
    from templates.content import OwnSources
    from templates.versions import NamedVersion

Handle = Annotated[str, typer.Argument(help="Its name, for the newest version, or name@3.")]
Html = Annotated[Path, typer.Option(help="The source of the HTML part: Jinja that makes MJML.")]
Text = Annotated[Path, typer.Option(help="The source of the plain text: Jinja that makes plain text.")]


def template_data(one: "NamedVersion") -> dict[str, Any]:
    return {
        "name": one.template.name,
        "kind": one.template.kind,
        "number": one.version.number,
        "note": one.version.note,
        "author": one.version.author,
        "created_at": one.version.created_at,
        "is_in_use": one.is_in_use,
    }


def template_lines(context: CliContext, one: "NamedVersion") -> list[str]:
    kind = context.text(f"campaigns-kind-{one.template.kind}")
    lines = [context.text("cli-template", handle=one.handle, kind=kind)]
    if one.version.note:
        lines.append(one.version.note)
    lines.append(context.text("cli-template-in-use" if one.is_in_use else "cli-template-not-in-use"))
    return lines


def read_sources(html: Path, text: Path) -> "OwnSources":
    from templates.content import OwnSources

    return OwnSources(_words_of(html), _words_of(text))


def _words_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputRefused("cli-template-unreadable", file=str(file)) from None


def write_sources(folder: Path, name: str, sources: "OwnSources") -> list[Path]:
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
