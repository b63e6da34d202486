"""`bilten suppressions`: whom no mail goes to, as the providers know it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import ACTOR, CliContext
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from campaigns.sending.pull_suppressions import PullResult
    from delivery.tables import Sender

NOT_ALL = 75

app = typer.Typer(help="Addresses to which nothing is sent, whatever the lists say.", callback=lambda: None)


@app.command("pull")
def pull(
    ctx: typer.Context,
    *,
    sender: Annotated[str | None, typer.Option(help="Ask only this sender's provider.")] = None,
    _: Json = False,
) -> None:
    """Ask the providers which addresses they do not send to; Bilten then does not send to them either.

    Happens by itself once a day while `bilten serve` or `bilten scheduler` runs. Exits with 75 if a provider's
    list could not be read to the end: what was read up to then is kept.
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
        "error": _why(context, pulled),
    }


def _lines(context: CliContext, sender: "Sender", pulled: "PullResult") -> list[str]:
    lines = [
        context.text("cli-suppressions-pulled", sender=sender.name, provider=sender.provider, count=pulled.listed),
        context.text("cli-suppressions-new", count=pulled.new, subscribers=pulled.subscribers),
    ]
    if pulled.unreadable:
        lines.append(context.text("cli-suppressions-unreadable", count=pulled.unreadable))
    why = _why(context, pulled)
    return [*lines, why] if why else lines


def _why(context: CliContext, pulled: "PullResult") -> str | None:
    return context.text("cli-suppressions-not-all", words=pulled.failed.detail) if pulled.failed else None
