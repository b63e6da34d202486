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

    Word = TypeVar("Word", bound=StrEnum)

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
    from delivery.reporting.listing import Wanted, count_deliveries
    from delivery.status import DeliveryStatus

    context = cli_context(ctx)
    wanted = Wanted(
        status=word_of(status, DeliveryStatus), outcome=word_of(outcome, Outcome), reason=reason, is_missed=missed
    )
    with context.database.read() as session:
        get_campaign(session, number)
        viewer = actor(session, as_)
        found = deliveries_page(session, number, wanted, viewer=viewer, after_id=after, limit=limit)
        count = count_deliveries(session, number, wanted)
    lines = [table([context.text(f"cli-head-{head}") for head in HEADS], [_cells(context, one) for one in found])]
    if found and len(found) < count:
        lines.append(context.text("cli-deliveries-shown", shown=len(found), count=count, last=str(found[-1].id)))
    print_answer(
        context,
        {"count": count, "deliveries": [_data(context, one) for one in found]},
        *(lines if found else [context.text("cli-deliveries-none")]),
    )


def word_of(text: str | None, words: "type[Word]") -> "Word | None":
    if text is not None and text not in tuple(words):
        raise InputRefused("delivery-filter-unknown", word=text, known=", ".join(words))
    return None if text is None else words(text)


def _why(context: CliContext, one: "ReaderDelivery") -> str:
    return context.text(one.reason_key) if one.reason_key else ""


def _cells(context: CliContext, one: "ReaderDelivery") -> list[object]:
    from core.i18n import local_time

    return [
        one.id,
        one.address or context.text("cli-deliveries-hidden" if one.is_hidden else "cli-deliveries-erased"),
        one.language,
        context.text(f"delivery-status-{one.status}"),
        context.text(f"delivery-outcome-{one.outcome}") if one.outcome else "",
        local_time(one.at, context.language, context.settings.time_zone),
        " · ".join(part for part in (_why(context, one), one.words) if part),
    ]


def _data(context: CliContext, one: "ReaderDelivery") -> dict[str, Any]:
    return {
        "id": one.id,
        "address": one.address,
        "is_hidden": one.is_hidden,
        "name": one.name,
        "language": one.language,
        "status": one.status,
        "outcome": one.outcome,
        "at": one.at,
        "reason": one.reason,
        "reason_text": _why(context, one) or None,
        "provider_words": one.words,
    }
