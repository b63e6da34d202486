"""`bilten suppressions`: whom no mail goes to, as the providers know it and as staff decide."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, actor
from cli.context import ACTOR, CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.subscriber_requests import Reason, staff_act

if TYPE_CHECKING:
    from campaigns.sending.pull_suppressions import PullResult
    from delivery.tables import Sender

NOT_ALL = 75
Address = Annotated[str, typer.Argument(help="The email address.")]

app = typer.Typer(help="Addresses to which nothing is sent, whatever the lists say.")


@app.command("pull")
def pull(
    ctx: typer.Context,
    *,
    sender: Annotated[str | None, typer.Option(help="Ask only this sender's provider.")] = None,
    _: Json = False,
) -> None:
    """Ask the providers which addresses they do not send to; Bilten then does not send to them either.

    Happens by itself once a day while `bilten serve` or `bilten scheduler` runs. People who were erased here are
    taken off the provider's list, where it has an interface for that; otherwise they are shown. Exits with 75 if a
    list could not be read to the end, or an address not be deleted: what was done up to then is kept.
    """
    from campaigns.sending.pull_suppressions import pull_suppressions
    from scheduler.build import build_job_context
    from staff.audit import record

    context = cli_context(ctx)
    job_context = build_job_context(context.services)
    results: list[dict[str, Any]] = []
    lines: list[str] = []
    for asked_sender in _senders(context, sender):
        pulled = pull_suppressions(job_context, asked_sender)
        results.append(_data(context, asked_sender, pulled))
        lines += _lines(context, asked_sender, pulled)
        with context.database.write() as session:
            record(
                session,
                actor=ACTOR,
                action="suppressions.pulled",
                subject=f"sender:{asked_sender.id}",
                now=context.clock.now(),
                listed=pulled.listed,
                new=pulled.new,
            )
    print_answer(context, {"senders": results}, *(lines or [context.text("cli-suppressions-nobody")]))
    if any(result["error"] for result in results):
        raise typer.Exit(NOT_ALL)


@app.command("add")
def add(ctx: typer.Context, address: Address, *, reason: Reason, as_: As = None, _: Json = False) -> None:
    """Block an address, whether it is a subscriber's or not: nothing is sent to it, whatever the lists say."""
    from campaigns.people.serve_person import suppress_address

    context = cli_context(ctx)
    with context.database.write() as session:
        suppress_address(session, _hash(context, address), staff_act(session, context, as_, reason))
    print_answer(context, {"suppressed": True}, context.text("web-subscriber-done-suppress"))


@app.command("lift")
def lift(ctx: typer.Context, address: Address, *, reason: Reason, as_: As = None, _: Json = False) -> None:
    """Lift a block of your own, or one after a bounce. What the owner of an address said stays."""
    from campaigns.people.serve_person import lift_for_address

    context = cli_context(ctx)
    with context.database.write() as session:
        lift_for_address(session, _hash(context, address), staff_act(session, context, as_, reason))
    print_answer(context, {"suppressed": False}, context.text("web-subscriber-done-lift"))


@app.command("list")
def list_(
    ctx: typer.Context,
    *,
    after: Annotated[int, typer.Option(min=0, max=LARGEST_NUMBER, help="Start after this number.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to show.")] = 50,
    as_: As = None,
    _: Json = False,
) -> None:
    """Show blocked addresses with their reasons. Of those who are no subscribers, no address is kept."""
    from campaigns.people.blocked_addresses import blocked_addresses
    from core.i18n import local_time

    context = cli_context(ctx)
    with context.database.read() as session:
        rows = blocked_addresses(session, viewer=actor(session, as_), after_id=after, limit=limit)
    heads = [context.text(f"cli-head-{head}") for head in ("number", "address", "reason", "when")]
    cells = [
        [
            row.id,
            row.address or context.text("cli-suppressions-no-address"),
            context.text(f"web-export-suppressed-{row.reason}"),
            local_time(row.at, context.language, context.settings.time_zone),
        ]
        for row in rows
    ]
    data = [{"id": row.id, "address": row.address, "reason": row.reason, "at": row.at} for row in rows]
    print_answer(
        context,
        {"suppressions": data},
        table(heads, cells) if rows else context.text("cli-suppressions-none"),
    )


def _hash(context: CliContext, address: str) -> str:
    from core.addresses import address_hash
    from subscribers.person import read_address

    return address_hash(read_address(address), secret=context.secret)


def _senders(context: CliContext, name: str | None) -> "list[Sender]":
    """Those whose provider can be asked. Raises NotFound, or Conflict for a named one that cannot."""
    from core.errors import Conflict
    from delivery.senders.senders import list_senders, lists_suppressions, sender_by_name

    with context.database.read() as session:
        if name is None:
            return [sender for sender in list_senders(session) if lists_suppressions(sender)]
        named = sender_by_name(session, name)
    if not lists_suppressions(named):
        raise Conflict("cli-suppressions-not-listed", provider=named.provider)
    return [named]


def _data(context: CliContext, sender: "Sender", pulled: "PullResult") -> dict[str, Any]:
    return {
        "sender": sender.name,
        "provider": sender.provider,
        "listed": pulled.listed,
        "new": pulled.new,
        "subscribers": pulled.subscribers,
        "unreadable": pulled.unreadable,
        "deleted": pulled.deleted,
        "erased_but_listed": list(pulled.still_listed),
        "error": _why(context, pulled),
    }


def _lines(context: CliContext, sender: "Sender", pulled: "PullResult") -> list[str]:
    lines = [
        context.text("cli-suppressions-pulled", sender=sender.name, provider=sender.provider, count=pulled.listed),
        context.text("cli-suppressions-new", count=pulled.new, subscribers=pulled.subscribers),
    ]
    if pulled.unreadable:
        lines.append(context.text("cli-suppressions-unreadable", count=pulled.unreadable))
    if pulled.deleted:
        lines.append(context.text("cli-suppressions-deleted", count=pulled.deleted))
    if pulled.still_listed:
        lines.append(context.text("cli-suppressions-erased", count=len(pulled.still_listed)))
        lines += [f"  {address}" for address in pulled.still_listed]
    why = _why(context, pulled)
    return [*lines, why] if why else lines


def _why(context: CliContext, pulled: "PullResult") -> str | None:
    if pulled.failed:
        return context.text("cli-suppressions-not-all", words=pulled.failed.detail)
    if pulled.not_deleted:
        return context.text("cli-suppressions-not-deleted", words=pulled.not_deleted.detail)
    return None
