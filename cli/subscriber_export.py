"""`bilten subscribers export`: one person's data to hand over, or many people in a file."""

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from cli.campaign.output import As
from cli.context import CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer
from cli.subscriber_requests import Reason, person_number, staff_act
from core.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

    from campaigns.people.export_people import ExportPlan
    from campaigns.people.staff_action import StaffAction

app = typer.Typer()


@app.command("export")
def export(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write; there must be none yet.")],
    *,
    person: Annotated[
        str | None, typer.Option(help="Everything about one person, as JSON: their email address or number.")
    ] = None,
    list_slug: Annotated[str | None, typer.Option("--list", help="Everybody on this mailing list.")] = None,
    segment: Annotated[str | None, typer.Option(help="Everybody in this segment.")] = None,
    search: Annotated[str | None, typer.Option(help="Everybody whom a search for these words finds.")] = None,
    request: Annotated[
        int | None,
        typer.Option(
            min=1, max=LARGEST_NUMBER, help="A protected list: the number of the request that was granted."
        ),
    ] = None,
    format_: Annotated[
        str | None, typer.Option("--format", help="csv, xlsx or json; if not given, as the file's name ends.")
    ] = None,
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Write subscribers to a file: everything about one person, or a list, a segment or what a search finds.

    The audit log has who took it and why. For a protected list this asks a colleague; when they have granted it
    (bilten exports grant), give the number with --request, within an hour.
    """
    context = cli_context(ctx)
    chosen = [option for option in (person, list_slug, segment, search, request) if option is not None]
    if len(chosen) != 1:
        raise InputRefused("cli-subscriber-export-what")
    expect_no_file(file)
    if person is not None:
        _export_person(context, person, file, as_, reason)
    else:
        _export_many(context, file, (list_slug, segment, search, request), format_, (as_, reason))


def _export_person(context: CliContext, who: str, file: Path, as_: str | None, reason: str) -> None:
    from campaigns.people.export_person import export_person

    with context.database.write() as session:
        number = person_number(session, context, who)
        exported = export_person(session, number, staff_act(session, context, as_, reason))
    with new_file(file) as opened:
        opened.write(json.dumps(exported.as_json(), ensure_ascii=False, indent=2).encode())
    print_answer(context, {"file": str(file)}, context.text("cli-subscriber-exported", file=str(file)))


def _export_many(
    context: CliContext,
    file: Path,
    what: tuple[str | None, str | None, str | None, int | None],
    format_: str | None,
    who: tuple[str | None, str],
) -> None:
    from campaigns.people.export_files import file_of
    from campaigns.staff_mail.alert_administrators import alert_export

    with context.database.write() as session:
        act = staff_act(session, context, *who)
        started = _start(session, context, what, _format(file, format_), act)
        if not isinstance(started, int):
            alert_export(session, actor=act.actor, services=context.services, now=act.now)
    if isinstance(started, int):
        answer = context.text("cli-subscriber-export-asked", id=started)
        print_answer(context, {"file": None, "request": started}, answer)
        return
    with new_file(file) as opened:
        rows = started.rows(context.database, now=context.clock.now())
        for part in file_of(rows, started.format, started.scope, language=context.language):
            opened.write(part)
    print_answer(context, {"file": str(file)}, context.text("cli-subscribers-exported", file=str(file)))


def _start(
    session: "Session",
    context: CliContext,
    what: tuple[str | None, str | None, str | None, int | None],
    format_: str,
    act: "StaffAction",
) -> "ExportPlan | int":
    """What is let out, or the number of the request for it."""
    from campaigns.people import export_people, export_requests
    from campaigns.people.find_person import PeopleRequest
    from subscribers.lists import list_by_slug

    chosen = export_people.ExportFileType(format_)
    list_slug, segment, search, request = what
    if request is not None:
        return export_people.export_granted(session, request, chosen, act)
    if segment is not None:
        return export_people.export_segment(session, segment, chosen, act)
    if search is not None:
        return export_people.export_search(session, PeopleRequest(search), chosen, act, secret=context.secret)
    mailing_list = list_by_slug(session, list_slug or "")
    if mailing_list.is_protected:
        return export_requests.ask_for_export(session, mailing_list, act).id
    return export_people.export_list(session, mailing_list.slug, chosen, act)


def _format(file: Path, format_: str | None) -> str:
    from campaigns.people.export_people import ExportFileType

    text = (format_ or file.suffix.removeprefix(".")).lower()
    if text not in tuple(ExportFileType):
        raise InputRefused("web-exports-format-unknown")
    return text


def expect_no_file(file: Path) -> None:
    """Before anything is granted, used up, or said to have been taken. Raises InputRefused."""
    if file.exists():
        raise InputRefused("cli-subscriber-export-file", file=str(file))


@contextmanager
def new_file(file: Path) -> "Iterator[BinaryIO]":
    """What is there already is nobody's to overwrite; and it is for whoever asked for it alone."""
    try:
        with file.open("xb") as opened:
            file.chmod(0o600)
            yield opened
    except OSError as error:
        raise InputRefused("cli-subscriber-export-file", file=str(file)) from error
