"""`bilten subscribers`: bring people in from a CSV file, and see who is there."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import subscriber_requests
from cli.campaign.output import As, actor
from cli.context import ACTOR, CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.rejections import NOTHING_DONE, refused_data, refused_lines
from core.errors import InputRefused

if TYPE_CHECKING:
    from subscribers.import_report import CsvReport, ImportRequest
    from subscribers.queries import ListedSubscriber

COUNTS = (
    "imported", "already_subscribed", "unsubscribed", "suppressed", "kept_unsubscribed", "kept_opted_out",
    "kept_suppressed",
)  # fmt: skip

READ_COLUMNS = ("address", "name", "language")

app = typer.Typer(help="Subscribers and their consent.")
app.add_typer(subscriber_requests.app)


@app.command("import")
def import_(
    ctx: typer.Context,
    *,
    file: Annotated[
        Path, typer.Argument(help="CSV with the columns address, name, language and, if known, status.")
    ],
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list that these people agreed to.")],
    consent: Annotated[
        str, typer.Option(help="Where and how these people gave their consent. Stored with each of them as proof.")
    ],
    language: Annotated[str | None, typer.Option(help="The language for rows that do not name one.")] = None,
    said_no: Annotated[
        str | None,
        typer.Option(
            help="The status of everybody in the file, if it has no column for that: unsubscribed, "
            "opted_out (of everything), bounced or complained."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help="The title of a column that says nothing about consent, if Bilten asks about it. "
            "Can be repeated; it is recorded with the import."
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(help="The code page of the file, such as windows-1250, if Bilten asks or guessed wrongly."),
    ] = None,
    language_as: Annotated[
        list[str] | None,
        typer.Option(
            "--language-as",
            help="What a word in the language column means, if Bilten asks about it: slo=sl. Can be repeated.",
        ),
    ] = None,
    _: Json = False,
) -> None:
    """Import subscribers. Refused rows are listed; nobody who unsubscribed or bounced is subscribed again.

    Understands exports of other systems: who unsubscribed, was blocked or bounced there is recorded as such.
    """
    from subscribers.csv_noes import No
    from subscribers.import_report import ImportRequest

    context = cli_context(ctx)
    if said_no is not None and said_no not in tuple(No):
        raise InputRefused("cli-subscribers-said-no-unknown", said=said_no, known=", ".join(No))
    everybody = No(said_no) if said_no else None
    meanings = _meanings(language_as or ())
    request = ImportRequest(list_slug, consent, language, everybody, ignore or (), encoding, meanings)
    report = _import(context, file, request)
    counts = {name: getattr(report, name) for name in COUNTS}
    _print_report(context, report, counts, list_slug)
    if report.refused and not any(counts.values()):
        raise typer.Exit(NOTHING_DONE)


def _import(context: CliContext, file: Path, request: "ImportRequest") -> "CsvReport":
    """With an entry in the audit log when it begins and when it has ended."""
    from staff.audit import record
    from subscribers.import_csv import import_csv

    now = context.clock.now()
    note = partial(record, actor=ACTOR, subject=f"mailing_list:{request.list_slug}", now=now)
    ignored = list(request.ignored_columns)
    with context.database.write() as session:
        note(session, action="subscribers.import_begun", file=file.name, ignored_columns=ignored)
    report = import_csv(context.database, file, request, secret=context.secret, now=now)
    with context.database.write() as session:
        note(
            session,
            action="subscribers.imported",
            imported=report.imported,
            noes=report.noes,
            refused=len(report.refused),
        )
    return report


def _meanings(given: Iterable[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for word, sign, language in pairs:
        if not (word.strip() and sign and language.strip()):
            raise InputRefused("cli-subscribers-language-as", said=f"{word}{sign}{language}"[:40])
    return {word.strip(): language.strip() for word, _, language in pairs}


def _lines_as_read(context: CliContext, report: "CsvReport") -> list[str]:
    """What was taken for what, so that a wrong guess is seen at once."""
    columns = "; ".join(
        f"{context.text(f'cli-subscribers-column-{column}')}: {report.titles[column]}"
        for column in READ_COLUMNS
        if column in report.titles
    )
    lines = [context.text("cli-subscribers-columns", columns=columns)]
    code = "cli-subscribers-encoding-guessed" if report.is_encoding_guessed else "cli-subscribers-encoding"
    names = ", ".join(report.examples) or "–"
    return [*lines, context.text(code, encoding=report.encoding, names=names)]


def _print_report(context: CliContext, report: "CsvReport", counts: dict[str, int], list_slug: str) -> None:
    lines = [context.text("cli-subscribers-imported", count=counts["imported"], list=list_slug)]
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
    if report.refused:
        lines += [
            context.text("cli-refused-rows", count=len(report.refused)),
            *refused_lines(context, report.refused),
        ]
    if report.noes_without_address:
        lines.append(context.text("cli-subscribers-noes-without-address", count=report.noes_without_address))
    data = {
        **counts,
        "noes": report.noes,
        "noes_without_address": report.noes_without_address,
        "read": {
            "encoding": report.encoding,
            "is_guessed": report.is_encoding_guessed,
            "columns": dict(report.titles),
            "names": report.examples,
        },
        "ignored_columns": report.ignored_columns,
        "refused": refused_data(context, report.refused),
    }
    print_answer(context, data, *lines)


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    list_slug: Annotated[str | None, typer.Option("--list", help="Only this mailing list.")] = None,
    after: Annotated[
        int | None, typer.Option(max=LARGEST_NUMBER, help="Start after this subscriber's number.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to show.")] = 50,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show subscribers. This shows people's addresses: make sure that nobody else can see your screen."""
    from campaigns.reporting.protected_readers import may_see_protected, people_at_risk
    from subscribers.queries import list_subscribers

    context = cli_context(ctx)
    with context.database.read() as session:
        subscribers = list_subscribers(session, list_slug=list_slug, after_id=after, limit=limit)
        hidden = set() if may_see_protected(actor(session, as_)) else people_at_risk(session)
    data = [
        {
            "id": row.subscriber_id,
            "address": None if row.subscriber_id in hidden else row.address,
            "name": "" if row.subscriber_id in hidden else row.name,
            "language": row.language,
            "status": row.status,
            "is_suppressed": row.is_suppressed,
        }
        for row in subscribers
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("number", "address", "name", "language", "status")]
    covered = context.text("cli-deliveries-hidden")
    cells = [
        [row["id"], row["address"] or covered, row["name"], row["language"], _state(context, subscriber)]
        for row, subscriber in zip(data, subscribers, strict=True)
    ]
    print_answer(
        context,
        {"subscribers": data},
        table(heads, cells) if subscribers else context.text("cli-subscribers-none"),
    )


def _state(context: CliContext, row: "ListedSubscriber") -> str:
    states = [context.text(f"cli-subscription-{row.status}")] if row.status else []
    return ", ".join([*states, context.text("cli-suppressed")] if row.is_suppressed else states)
