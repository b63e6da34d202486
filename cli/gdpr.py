"""`bilten gdpr`: who asked for what and by when it is due, and the proof of one person's consent."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, actor
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.subscriber_export import expect_no_file, new_file
from cli.subscriber_requests import Reason, Who, person_number, staff_act
from core.errors import InputRefused

if TYPE_CHECKING:
    from campaigns.people.data_requests import DataRequestView

_NUMBER = "The request's number, as `bilten gdpr requests` shows it."
Number = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help=_NUMBER)]

MOST_BYTES = 20_000_000
"""Of a proof of consent: more than anybody has done here."""

app = typer.Typer(help="What people ask for under the GDPR, and the proof of what they agreed to.")


@app.command("requests")
def requests(
    ctx: typer.Context,
    *,
    done: Annotated[bool, typer.Option("--done", help="Those that are done, not those that wait.")] = False,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show who asked for what. A person is a number; of whoever is erased there is a keyed hash."""
    from campaigns.people.data_requests import data_requests, today_in
    from core.i18n import long_date

    context = cli_context(ctx)
    today = today_in(context.settings.time_zone, context.clock.now())
    with context.database.read() as session:
        views = data_requests(session, actor(session, as_), is_open=not done, today=today)
    columns = ("number", "kind", "who", "received", "due-on", "reason")
    heads = [context.text(f"cli-head-{column}") for column in columns]
    cells = [
        [
            view.row.id,
            context.text(f"web-request-kind-{view.row.kind}"),
            view.row.subscriber_id if view.is_here else (view.row.address_hash or "–")[:12],
            long_date(view.row.received_on, context.language),
            long_date(view.row.due_on, context.language),
            view.row.note,
        ]
        for view in views
    ]
    nobody = context.text("web-request-none-closed" if done else "web-request-none-waiting")
    print_answer(context, {"requests": [_data(view) for view in views]}, table(heads, cells) if cells else nobody)


@app.command("receive")
def receive(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(help="access, correction, erasure, restriction, portability or objection.")
    ],
    who: Who,
    *,
    received: Annotated[str, typer.Option(help="The day on which it came, such as 2031-05-01.")],
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Enter what somebody asked for. It is due a month later; Today says so a week before."""
    from campaigns.people.data_requests import NewDataRequest, enter_request

    context = cli_context(ctx)
    with context.database.write() as session:
        act = staff_act(session, context, as_, reason)
        new = NewDataRequest(kind, who, received)
        number = enter_request(session, new, act, secret=context.secret, zone=context.settings.time_zone)
    print_answer(context, {"request": number}, context.text("web-request-done-entered"))


@app.command("close")
def close(
    ctx: typer.Context,
    number: Number,
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Say that it is done. What is done in Bilten closes a request by itself."""
    from campaigns.people.data_requests import close_request

    context = cli_context(ctx)
    with context.database.write() as session:
        close_request(session, number, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"request": number}, context.text("web-request-done-closed"))


def _data(view: "DataRequestView") -> dict[str, object]:
    row = view.row
    return {
        "id": row.id, "kind": row.kind, "subscriber": row.subscriber_id, "is_here": view.is_here,
        "address_hash": row.address_hash, "received_on": row.received_on, "due_on": row.due_on,
        "note": row.note, "done_at": row.done_at, "done_by": row.done_by,
    }  # fmt: skip


@app.command("evidence")
def evidence(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write; there must be none yet.")],
    *,
    person: Annotated[str, typer.Option(help="Whose consent: their email address or number.")],
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Write the signed proof of what one person agreed to: words, language, way and moment of each step."""
    from campaigns.people.export_person import consent_evidence, signed_evidence

    context = cli_context(ctx)
    expect_no_file(file)
    with context.database.write() as session:
        number = person_number(session, context, person)
        taken = consent_evidence(session, number, staff_act(session, context, as_, reason))
    signed = signed_evidence(taken, now=context.clock.now(), secret=context.secret)
    with new_file(file) as opened:
        opened.write(json.dumps(signed, ensure_ascii=False, indent=2).encode())
    print_answer(context, {"file": str(file)}, context.text("cli-gdpr-evidence-written", file=str(file)))


@app.command("verify")
def verify(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A proof of consent, as it was written or downloaded.")],
    _: Json = False,
) -> None:
    """Check a proof of consent: who signed it, and was it changed? Exits with 2 where it proves nothing."""
    from campaigns.people.export_person import EVIDENCE_FORMAT
    from core.i18n import local_time
    from core.signed_document import SignatureVerdict, verify_document

    context = cli_context(ctx)
    document = _read(file)
    verdict = verify_document(document, secret=context.secret)
    if verdict is SignatureVerdict.OURS and document["content"]["format"] == EVIDENCE_FORMAT:
        made_at = datetime.fromisoformat(document["content"]["made_at"])
        time = local_time(made_at, context.language, context.settings.time_zone)
        data = {"verdict": verdict, "made_at": made_at}
        print_answer(context, data, context.text("cli-gdpr-signature-ours", time=time))
        return
    raise InputRefused(
        "cli-gdpr-signature-others" if verdict is SignatureVerdict.OTHERS else "cli-gdpr-signature-broken"
    )


def _read(file: Path) -> Any:
    """Raises InputRefused for what is no JSON, or far too large."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        return json.loads(content) if len(content) <= MOST_BYTES else None
    except OSError as error:
        raise InputRefused("cli-gdpr-no-file", file=str(file)) from error
    except (ValueError, RecursionError):
        return None


@app.command("register")
def register(
    ctx: typer.Context,
    *,
    language: Annotated[str, typer.Option(help="sl or en.")] = "sl",
    as_: As = None,
    _: Json = False,
) -> None:
    """Print the record of processing activities (article 30) as Markdown. Its page holds what only you know."""
    from campaigns.retention.register import as_markdown, processing_register
    from core.languages import STAFF_LANGUAGES
    from staff.principal import require
    from staff.roles import Permission

    context = cli_context(ctx)
    if language not in STAFF_LANGUAGES:
        raise InputRefused("cli-gdpr-language")
    texts = context.services.texts
    with context.database.read() as session:
        require(actor(session, as_), Permission.MANAGE_DATA_PROTECTION)
        sections = processing_register(session, context.settings, texts, language)
    data = [{"heading": section.heading, "lines": section.lines} for section in sections]
    title = texts.text(language, "campaigns-register-title")
    print_answer(context, {"sections": data}, as_markdown(title, sections))
