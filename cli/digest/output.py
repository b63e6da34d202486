"""What the commands of digests share: how one is told of."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.tables import Automation
    from cli.context import CliContext

Name = Annotated[str, typer.Argument(help="The digest's name.")]


def on_line(context: "CliContext", data: dict[str, Any]) -> str:
    """That it is on, and when it is made next."""
    if data["next"] is None:
        return context.text("cli-digest-on-publication", name=data["name"])
    return context.text("cli-digest-on", name=data["name"], next=data["next"])


def served_lines(context: "CliContext", data: dict[str, Any]) -> list[str]:
    """How many chose to get news by it; nothing where nobody did."""
    count = data["readers_served"]
    return [context.text("cli-digest-served", count=count)] if count else []


def digest_data(session: "Session", automation: "Automation") -> dict[str, Any]:
    from campaigns.digests.set_up_digest import get_digest
    from campaigns.frequency.count_choosers import readers_served

    digest = get_digest(session, automation)
    is_by_calendar = automation.is_enabled and not digest.is_on_publication
    return {
        "id": automation.id,
        "name": automation.name,
        "mode": automation.mode.value,
        "is_enabled": automation.is_enabled,
        "when": digest.pattern.value,
        "readers_served": readers_served(session, automation, digest),
        "next": digest.next_local.replace("T", " ") if is_by_calendar else None,
    }
