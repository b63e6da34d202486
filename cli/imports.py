"""`bilten imports`: what was imported, row by row, and undoing it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from campaigns.imports.import_rows import RowGroup, ShownRow
    from staff.principal import Principal
    from subscribers.import_tables import SubscriberImport

Number = Annotated[
    int, typer.Argument(max=LARGEST_NUMBER, help="The import's number, as `bilten imports list` shows it.")
]

app = typer.Typer(help="Imports of subscribers: what came of them, and undoing them.")


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to show.")] = 50,
    _: Json = False,
) -> None:
    """Show the latest imports."""
    from campaigns.imports.manage_import import list_imports
    from subscribers.lists import list_lists

    context = cli_context(ctx)
    with context.database.read() as session:
        rows = list_imports(session, limit=limit)
        slugs = {mailing_list.id: mailing_list.slug for mailing_list in list_lists(session)}
    data = [_data(row, slugs[row.list_id]) for row in rows]
    heads = [context.text(f"cli-head-{head}") for head in ("number", "list", "file", "status", "when")]
    cells = [
        [row.id, slugs[row.list_id], row.file_name, _state(context, row), row.created_at.date()] for row in rows
    ]
    print_answer(context, {"imports": data}, table(heads, cells) if rows else context.text("cli-imports-none"))


@app.command("show")
def show(
    ctx: typer.Context,
    number: Number,
    *,
    only: Annotated[
        str | None, typer.Option(help="Only rows of this kind: new, changed, unchanged, protected or refused.")
    ] = None,
    after: Annotated[int, typer.Option(max=LARGEST_NUMBER, help="Start after this row.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to show.")] = 50,
    csv: Annotated[
        Path | None,
        typer.Option(help="Write every row into this file, for a spreadsheet, instead of showing some of them."),
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show what came of an import, row by row. This shows people's addresses."""
    from campaigns.imports.import_rows import RowGroup, counts_by_group, shown_rows
    from campaigns.imports.manage_import import get_import

    context = cli_context(ctx)
    if only is not None and only not in tuple(RowGroup):
        raise InputRefused("cli-imports-group-unknown", said=only[:40], known=", ".join(RowGroup))
    with context.database.read() as session:
        row, mailing_list = get_import(session, number, actor(session, as_))
        groups = [RowGroup(only)] if only else list(RowGroup)
        limit = 0 if csv is not None else limit
        shown = {group: shown_rows(session, number, group, after=after, limit=limit) for group in groups}
    counts = counts_by_group(row)
    lines = [
        context.text("cli-imports-what", file=row.file_name, list=mailing_list.slug, state=_state(context, row))
    ]
    for group, rows in shown.items():
        lines.append(context.text(f"cli-imports-{group}", count=counts[group]))
        lines += [f"  {_where(each)}: {_line(context, each)}" for each in rows]
    if row.erased_at is not None:
        lines.append(context.text("cli-imports-erased"))
    if csv is not None:
        with context.database.read() as session:
            who = actor(session, as_)
        _write_rows(context, csv, number, groups, who=who)
        lines.append(context.text("cli-imports-written", file=str(csv)))
    data = _data(row, mailing_list.slug) | {
        "counts": {group.value: count for group, count in counts.items()},
        "rows": {group.value: [_row_data(context, each) for each in rows] for group, rows in shown.items()},
    }
    print_answer(context, {"import": data}, *lines)


@app.command("undo")
def undo(ctx: typer.Context, number: Number, as_: As = None, _: Json = False) -> None:
    """Undo an import: who was new goes, and names and languages come back.

    Who has acted since stays: whoever signed up, confirmed, left or was written to. A no stays a no.
    """
    from campaigns.imports.manage_import import get_import, start_undo
    from campaigns.imports.run_imports import ImportRunner
    from core.ids import new_public_id

    context = cli_context(ctx)
    with context.database.write() as session:
        start_undo(session, number, actor=actor(session, as_), now=context.clock.now())
    ImportRunner(context.services, f"command:{new_public_id(8)}", lambda: False).go_on(number)
    with context.database.read() as session:
        row, mailing_list = get_import(session, number, actor(session, as_))
    undone = row.figures.get("undone", {})
    lines = [context.text("cli-imports-undone", count=undone.get("removed", 0))]
    lines += [
        context.text(f"cli-imports-{name.replace('_', '-')}", count=count)
        for name, count in undone.items()
        if name != "removed"
    ]
    print_answer(context, {"import": _data(row, mailing_list.slug)}, *lines)


def _write_rows(
    context: CliContext, path: Path, number: int, groups: "list[RowGroup]", *, who: "Principal"
) -> None:
    """Readable by its owner alone. Raises InputRefused for a file that is there already, or cannot be written."""
    from campaigns.imports.import_rows_table import take_rows
    from core.table_files import csv_pieces

    try:
        path.touch(mode=0o600, exist_ok=False)
        with path.open("w", encoding="utf-8", newline="") as file:
            now = context.clock.now()
            rows = take_rows(context.services, number, groups, context.text, actor=who, now=now)
            file.writelines(csv_pieces(rows))
    except OSError as error:
        raise InputRefused("cli-imports-not-written", file=str(path)) from error


def _data(row: "SubscriberImport", slug: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "list": slug,
        "file": row.file_name,
        "state": row.state.value,
        "by": row.actor,
        "grounds": row.request["source_note"],
        "created_at": row.created_at,
        "finished_at": row.finished_at,
        "undone": row.figures.get("undone", {}),
        "error": row.error,
    }


def _row_data(context: CliContext, row: "ShownRow") -> dict[str, Any]:
    return {
        "row": row.place,
        "line": row.line,
        "file": row.file or None,
        "address": row.address or None,
        "outcome": row.outcome.value,
        "reason": context.text(row.code, **row.params) if row.code else None,
        "undo": row.undo.value if row.undo else None,
    }


def _where(row: "ShownRow") -> str:
    return f"{row.file}:{row.line}" if row.file else str(row.line)


def _line(context: CliContext, row: "ShownRow") -> str:
    if row.code:
        return context.text(row.code, **row.params)
    texts = [row.address or "–", context.text(f"subscribers-outcome-{row.outcome}"), *filter(None, [row.proof])]
    return ", ".join([*texts, context.text(f"subscribers-undo-{row.undo}")] if row.undo else texts)


def _state(context: CliContext, row: "SubscriberImport") -> str:
    return context.text(f"subscribers-import-{row.state}")
