"""`bilten suppressions`: whom no mail goes to, as the providers know it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import ACTOR, Workplace
from cli.output import Json, answer, workplace

if TYPE_CHECKING:
    from campaigns.sending.pull_suppressions import Pulled
    from delivery.tables import Sender

NOT_ALL = 75

app = typer.Typer(help="Whom no mail goes to, whatever the lists say.", callback=lambda: None)


@app.command("pull")
def pull(
    context: typer.Context,
    *,
    sender: Annotated[str | None, typer.Option(help="Ask this sender's provider only.")] = None,
    _: Json = False,
) -> None:
    """Ask the providers whom they send nothing to, and send those people nothing either.

    Happens by itself once a day while `bilten serve` or `bilten scheduler` runs. Exits with 75 if a provider could
    not be asked to the end: what it said until then is kept.
    """
    from campaigns.sending.pull_suppressions import pull_suppressions
    from scheduler.build import build_house
    from staff.audit import record

    here = workplace(context)
    house = build_house(here.settings, here.database, here.clock)
    told: list[dict[str, Any]] = []
    lines: list[str] = []
    for one in _senders(here, sender):
        pulled = pull_suppressions(house, one)
        told.append(_data(here, one, pulled))
        lines += _lines(here, one, pulled)
        with here.database.write() as session:
            record(
                session,
                actor=ACTOR,
                action="suppressions.pulled",
                subject=f"sender:{one.id}",
                now=here.clock.now(),
                listed=pulled.listed,
                new=pulled.new,
            )
    answer(here, {"senders": told}, *(lines or [here.text("cli-suppressions-nobody")]))
    if any(one["error"] for one in told):
        raise typer.Exit(NOT_ALL)


def _senders(here: Workplace, name: str | None) -> "list[Sender]":
    """Those whose provider can be asked. Raises NotFound, or Conflict for a named one that cannot."""
    from core.errors import Conflict
    from delivery.senders.senders import list_senders, lists_suppressions, sender_by_name

    with here.database.read() as session:
        if name is None:
            return [one for one in list_senders(session) if lists_suppressions(one)]
        named = sender_by_name(session, name)
    if not lists_suppressions(named):
        raise Conflict("cli-suppressions-not-listed", provider=named.provider)
    return [named]


def _data(here: Workplace, sender: "Sender", pulled: "Pulled") -> dict[str, Any]:
    return {
        "sender": sender.name,
        "provider": sender.provider,
        "listed": pulled.listed,
        "new": pulled.new,
        "subscribers": pulled.subscribers,
        "unreadable": pulled.unreadable,
        "error": _why(here, pulled),
    }


def _lines(here: Workplace, sender: "Sender", pulled: "Pulled") -> list[str]:
    lines = [
        here.text("cli-suppressions-pulled", sender=sender.name, provider=sender.provider, count=pulled.listed),
        here.text("cli-suppressions-new", count=pulled.new, subscribers=pulled.subscribers),
    ]
    if pulled.unreadable:
        lines.append(here.text("cli-suppressions-unreadable", count=pulled.unreadable))
    why = _why(here, pulled)
    return [*lines, why] if why else lines


def _why(here: Workplace, pulled: "Pulled") -> str | None:
    return here.text("cli-suppressions-not-all", words=pulled.failed.detail) if pulled.failed else None
