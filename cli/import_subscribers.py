"""`bilten subscribers import`: bring people in from a file, or see what that would do."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import ACTOR, CliContext
from cli.output import Json, cli_context, print_answer
from cli.rejections import NOTHING_DONE, refused_data, refused_lines
from core.errors import InputRefused

if TYPE_CHECKING:
    from subscribers.import_report import CsvReport, ImportRequest

COUNTS = (
    "imported", "updated", "already_subscribed", "unsubscribed", "suppressed", "kept_unsubscribed",
    "kept_opted_out", "kept_suppressed",
)  # fmt: skip

READ_COLUMNS = ("address", "name", "language")


SaidNo = Annotated[
    str | None,
    typer.Option(
        help="The status of everybody in the file, if it has no column for that: unsubscribed, "
        "opted_out (of everything), bounced or complained."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        help="The title of a column that says nothing about consent, if Bilten asks about it. "
        "Can be repeated; it is recorded with the import."
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="The code page of the file, such as windows-1250, if Bilten asks or guessed wrongly."),
]
LanguageAs = Annotated[
    list[str] | None,
    typer.Option(
        "--language-as",
        help="What a word in the language column means, if Bilten asks about it: slo=sl. Can be repeated.",
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        help="A column for a field, by its title and the field's short name: Kraj=town. Can be repeated.",
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        help="Whose export the file is, if Bilten recognises it wrongly: bilten, mailchimp, listmonk, "
        "listmonk_list, ghost, buttondown, brevo, keila, sympa, sympa_dump, mailman, plain_list, or table for any "
        "other.",
    ),
]
Update = Annotated[
    bool,
    typer.Option(
        "--update", help="Also take names, languages and fields of people who are known already from the file."
    ),
]


def import_(
    ctx: typer.Context,
    *,
    file: Annotated[
        Path,
        typer.Argument(help="CSV or spreadsheet with the columns address, name, language and, if known, status."),
    ],
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list that these people agreed to.")],
    consent: Annotated[
        str, typer.Option(help="Where and how these people gave their consent. Stored with each of them as proof.")
    ],
    language: Annotated[str | None, typer.Option(help="The language for rows that do not name one.")] = None,
    said_no: SaidNo = None,
    ignore: Ignore = None,
    encoding: Encoding = None,
    language_as: LanguageAs = None,
    from_: From = None,
    sheet: Annotated[
        str | None, typer.Option(help="The sheet of a spreadsheet, by its name; the first one if not given.")
    ] = None,
    fields: Fields = None,
    update: Update = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what the import would do. Nothing is written.")
    ] = False,
    _: Json = False,
) -> None:
    """Import subscribers. Refused rows are listed; nobody who unsubscribed or bounced is subscribed again.

    Understands exports of other systems: who unsubscribed, was blocked or bounced there is recorded as such.
    """
    from subscribers.csv_header import HeaderChoice
    from subscribers.csv_noes import No
    from subscribers.import_report import ImportRequest

    context = cli_context(ctx)
    if said_no is not None and said_no not in tuple(No):
        raise InputRefused("cli-subscribers-said-no-unknown", said=said_no, known=", ".join(No))
    everybody = No(said_no) if said_no else None
    meanings = _meanings(language_as or ())
    request = ImportRequest(
        list_slug, consent, language, everybody, ignore or (), encoding, meanings,
        HeaderChoice(fields=_fields(fields or ()), system=from_), sheet, update,
    )  # fmt: skip
    report = _foresee(context, file, request) if dry_run else _import(context, file, request)
    counts = {name: getattr(report, name) for name in COUNTS}
    _print_report(context, report, counts, list_slug, is_dry_run=dry_run)
    if report.refused and not any(counts.values()):
        raise typer.Exit(NOTHING_DONE)


def _import(context: CliContext, file: Path, request: "ImportRequest") -> "CsvReport":
    """With an entry in the audit log when it begins and when it has ended."""
    from campaigns.imports.audit_import import note_begun, note_imported
    from core.garbage_collection import spare_what_is_loaded
    from subscribers.import_csv import ImportContext, import_csv

    spare_what_is_loaded()
    by = ImportContext(ACTOR, note_begun, note_imported)
    return import_csv(context.database, file, request, secret=context.secret, by=by, now=context.clock.now())


def _foresee(context: CliContext, file: Path, request: "ImportRequest") -> "CsvReport":
    from subscribers.import_csv import foresee_csv

    return foresee_csv(context.database, file, request, secret=context.secret, now=context.clock.now())


def _meanings(given: Iterable[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for word, sign, language in pairs:
        if not (word.strip() and sign and language.strip()):
            raise InputRefused("cli-subscribers-language-as", said=f"{word}{sign}{language}"[:40])
    return {word.strip(): language.strip() for word, _, language in pairs}


def _fields(given: Iterable[str]) -> dict[str, str]:
    pairs = [text.rpartition("=") for text in given]
    for title, sign, word in pairs:
        if not (title.strip() and sign and word.strip()):
            raise InputRefused("cli-subscribers-field", said=f"{title}{sign}{word}"[:40])
    return {title.strip(): word.strip() for title, _, word in pairs}


def _lines_as_read(context: CliContext, report: "CsvReport") -> list[str]:
    """What was taken for what, so that a wrong guess is seen at once."""
    columns = "; ".join(
        f"{context.text(f'cli-subscribers-column-{column}')}: {report.titles[column]}"
        for column in READ_COLUMNS
        if column in report.titles
    )
    system = context.text(f"subscribers-system-{report.system}")
    about = context.text(f"subscribers-system-about-{report.system}")
    lines = [context.text("cli-subscribers-system", system=system, about=about)]
    if report.parts:
        lines.append(context.text("cli-subscribers-parts", files=", ".join(part.name for part in report.parts)))
    lines.append(context.text("cli-subscribers-columns", columns=columns))
    code = "cli-subscribers-encoding-guessed" if report.is_encoding_guessed else "cli-subscribers-encoding"
    names = ", ".join(report.examples) or "–"
    return [*lines, context.text(code, encoding=report.encoding, names=names)]


def _print_report(
    context: CliContext, report: "CsvReport", counts: dict[str, int], list_slug: str, *, is_dry_run: bool
) -> None:
    begin = [context.text("cli-subscribers-dry-run")] if is_dry_run else []
    lines = [*begin, context.text("cli-subscribers-imported", count=counts["imported"], list=list_slug)]
    lines += _lines_as_read(context, report)
    if report.noes:
        lines.append(context.text("cli-subscribers-noes", count=report.noes))
    lines += [
        context.text(f"cli-subscribers-{name.replace('_', '-')}", count=count)
        for name, count in counts.items()
        if count and name != "imported"
    ]
    if report.ignored_columns:
        lines.append(context.text("cli-subscribers-ignored-columns", columns=", ".join(report.ignored_columns)))
    if report.import_id is not None:
        lines.append(context.text("cli-subscribers-undo", number=report.import_id))
    if report.refused:
        lines += [
            context.text("cli-refused-rows", count=len(report.refused)),
            *refused_lines(context, report.refused),
        ]
    if report.noes_without_address:
        lines.append(context.text("cli-subscribers-noes-without-address", count=report.noes_without_address))
    data = {
        "is_dry_run": is_dry_run,
        "import": report.import_id,
        **counts,
        "noes": report.noes,
        "noes_without_address": report.noes_without_address,
        "read": {
            "system": report.system,
            "files": [part.name for part in report.parts],
            "encoding": report.encoding,
            "is_guessed": report.is_encoding_guessed,
            "columns": dict(report.titles),
            "names": report.examples,
        },
        "ignored_columns": report.ignored_columns,
        "refused": refused_data(context, report.refused),
    }
    print_answer(context, data, *lines)
