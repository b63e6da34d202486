"""How a command answers: plain words for people, one JSON object for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.context import CliContext

_CONTROLS = {code: "�" for code in [*range(32), *range(127, 160)] if chr(code) not in "\n\t"}
_WIDE = 160
LARGEST_NUMBER = 2**63 - 1
"""What a database can hold as the number of a row."""


def _claim_stdout(ctx: typer.Context, value: bool) -> bool:
    cli_context(ctx).as_json |= value
    return value


Json = Annotated[
    bool, typer.Option("--json", callback=_claim_stdout, help="Answer with one JSON object, for programs.")
]


def cli_context(ctx: typer.Context) -> CliContext:
    context = ctx.obj
    assert isinstance(context, CliContext)  # noqa: S101  # `main` put it there
    return context


def printable(text: str) -> str:
    """What came from outside cannot move the cursor or repaint the terminal."""
    return text.translate(_CONTROLS)


def print_answer(context: CliContext, data: Mapping[str, Any], *lines: str) -> None:
    """Tells `lines` to a person or `data` to a program."""
    context.has_answered = True
    if context.as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, default=_plain) + "\n")
    else:
        sys.stdout.writelines(printable(line) + "\n" for line in lines)
    # `serve` says where it listens and stays: whoever reads that through a pipe must not wait for its end.
    sys.stdout.flush()


def print_failure(context: CliContext, code: str, text: str) -> None:
    """Says what went wrong on stderr; a program finds it on stdout too, where it looks anyway. What went wrong may
    be that nobody can write there."""
    if context.as_json:
        with suppress(OSError):
            print_json_error(context, code, text)
    sys.stderr.write(printable(text) + "\n")


def print_json_error(context: CliContext, code: str, text: str) -> None:
    context.has_answered = True
    sys.stdout.write(json.dumps({"error": {"code": code, "text": text}}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows under heads, as wide as the terminal; nothing is cut off."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, header_style="bold")
    for head in heads:
        made.add_column(head, overflow="fold")
    for row in rows:
        made.add_row(*(Text(printable(str(cell))) for cell in row))
    console = Console(no_color=True, highlight=False, width=None if sys.stdout.isatty() else _WIDE)
    with console.capture() as captured:
        console.print(made)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _plain(value: object) -> str:
    match value:
        case date():
            return value.isoformat()
        case Path() | StrEnum():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no place in an answer")
