"""`bilten subscribers`: bring people in from a file, and see who is there."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli import subscriber_corrections, subscriber_export, subscriber_requests
from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.import_subscribers import import_
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table

if TYPE_CHECKING:
    from subscribers.queries import ListedSubscriber

app = typer.Typer(help="Subscribers and their consent.")
app.add_typer(subscriber_requests.app)
app.add_typer(subscriber_corrections.app)
app.add_typer(subscriber_export.app)


app.command("import")(import_)


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
    from campaigns.people.find_person import listed_people

    context = cli_context(ctx)
    with context.database.read() as session:
        viewer = actor(session, as_)
        subscribers = listed_people(session, viewer, list_slug=list_slug, after_id=after, limit=limit)
    data = [
        {
            "id": row.subscriber_id,
            "address": row.address,
            "name": row.name,
            "language": row.language,
            "status": row.status,
            "is_suppressed": row.is_suppressed,
        }
        for row in subscribers
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("number", "address", "name", "language", "status")]
    cells = [[row.subscriber_id, row.address, row.name, row.language, _state(context, row)] for row in subscribers]
    print_answer(
        context,
        {"subscribers": data},
        table(heads, cells) if subscribers else context.text("cli-subscribers-none"),
    )


def _state(context: CliContext, row: "ListedSubscriber") -> str:
    states = [context.text(f"cli-subscription-{row.status}")] if row.status else []
    return ", ".join([*states, context.text("cli-suppressed")] if row.is_suppressed else states)
