"""Who did not get it, and why: the deliveries of a campaign, reader by reader."""

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from cli.campaign.output import As, Number, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from enum import StrEnum

    from campaigns.reporting.deliveries import ReaderDelivery

    State = TypeVar("State", bound=StrEnum)

app = typer.Typer()
HEADS = ("number", "address", "language", "status", "outcome", "when", "reason")


@app.command("deliveries")
def deliveries(
    ctx: typer.Context,
    number: Number,
    *,
    missed: Annotated[bool, typer.Option("--missed", help="Only those who did not get it.")] = False,
    status: Annotated[str | None, typer.Option(help="Only in this state: accepted, skipped, in_doubt …")] = None,
    outcome: Annotated[
        str | None, typer.Option(help="Only with this delivery result: delivered, bounced …")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Only for this reason: invalid, unsubscribed …")] = None,
    after: Annotated[int, typer.Option(min=0, help="Start after this delivery.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 50,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show each reader's delivery: state, delivery result, reason, and the provider's message."""
    from campaigns.queries import get_campaign
    from campaigns.reporting.deliveries import deliveries_page
    from delivery.outcome import Outcome
    from delivery.reporting.listing import DeliveryFilter, count_deliveries
    from delivery.status import DeliveryStatus

    context = cli_context(ctx)
    wanted = DeliveryFilter(
        status=state_of(status, DeliveryStatus),
        outcome=state_of(outcome, Outcome),
        reason=reason,
        is_missed=missed,
    )
    with context.database.read() as session:
        get_campaign(session, number)
        viewer = actor(session, as_)
        page = deliveries_page(session, number, wanted, viewer=viewer, after_id=after, limit=limit)
        count = count_deliveries(session, number, wanted)
    lines = [
        table(
            [context.text(f"cli-head-{head}") for head in HEADS], [_cells(context, delivery) for delivery in page]
        )
    ]
    if page and len(page) < count:
        lines.append(context.text("cli-deliveries-shown", shown=len(page), count=count, last=str(page[-1].id)))
    print_answer(
        context,
        {"count": count, "deliveries": [_data(context, delivery) for delivery in page]},
        *(lines if page else [context.text("cli-deliveries-none")]),
    )


def state_of(text: str | None, states: "type[State]") -> "State | None":
    if text is not None and text not in tuple(states):
        raise InputRefused("delivery-filter-unknown", word=text, known=", ".join(states))
    return None if text is None else states(text)


def _why(context: CliContext, delivery: "ReaderDelivery") -> str:
    return context.text(delivery.reason_key) if delivery.reason_key else ""


def _cells(context: CliContext, delivery: "ReaderDelivery") -> list[object]:
    from core.i18n import local_time

    return [
        delivery.id,
        delivery.address
        or context.text("cli-deliveries-hidden" if delivery.is_hidden else "cli-deliveries-erased"),
        delivery.language,
        context.text(f"delivery-status-{delivery.status}"),
        context.text(f"delivery-outcome-{delivery.outcome}") if delivery.outcome else "",
        local_time(delivery.at, context.language, context.settings.time_zone),
        " · ".join(part for part in (_why(context, delivery), delivery.detail) if part),
    ]


def _data(context: CliContext, delivery: "ReaderDelivery") -> dict[str, Any]:
    return {
        "id": delivery.id,
        "address": delivery.address,
        "is_hidden": delivery.is_hidden,
        "name": delivery.name,
        "language": delivery.language,
        "status": delivery.status,
        "outcome": delivery.outcome,
        "at": delivery.at,
        "reason": delivery.reason,
        "reason_text": _why(context, delivery) or None,
        "provider_words": delivery.detail,
    }
