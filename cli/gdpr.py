"""`bilten gdpr`: who asked for what under the GDPR, by when it is due, and when it was done."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.subscriber_requests import Reason, Who, staff_act

if TYPE_CHECKING:
    from campaigns.people.data_requests import DataRequestView

_NUMBER = "The request's number, as `bilten gdpr requests` shows it."
Number = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help=_NUMBER)]

app = typer.Typer(help="What people ask for under the GDPR, and by when it is due.")


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
