"""`bilten segments`: conditions under a name, by which the audience of a campaign is narrowed."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from subscribers.segment_condition import Condition

app = typer.Typer(help="Segments: conditions under a name, by which the audience of a campaign is narrowed.")

Name = Annotated[str, typer.Argument(help="The segment's name.")]


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the segments, and the condition of each."""
    from subscribers.segments import list_segments

    context = cli_context(ctx)
    with context.database.read() as session:
        segments = list_segments(session)
    data = [{"id": row.id, "name": row.name, "condition": row.condition} for row in segments]
    heads = [context.text("cli-head-name"), context.text("cli-head-condition")]
    rows = table(heads, [[row.name, row.condition] for row in segments])
    print_answer(context, {"segments": data}, rows if segments else context.text("cli-segments-none"))


@app.command("add")
def add(
    ctx: typer.Context,
    name: Name,
    condition: Annotated[
        str, typer.Argument(help="Who is in it, such as 'language in (sl, en) and not got campaign 12'.")
    ],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a segment."""
    from campaigns.editorial.manage_segment import SegmentDetails, add_segment

    context = cli_context(ctx)
    with context.database.write() as session:
        details = SegmentDetails(name, condition)
        made = add_segment(session, details, actor=actor(session, as_), now=context.clock.now())
        data = {"id": made.id, "name": made.name, "condition": made.condition}
    print_answer(context, {"segment": data}, context.text("cli-segment-added", name=made.name))


@app.command("count")
def count(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The segment's name.")] = None,
    *,
    condition: Annotated[str | None, typer.Option(help="A condition to be tried, instead of a segment.")] = None,
    _: Json = False,
) -> None:
    """Count who is in a segment now and may be sent email, by language."""
    from campaigns.reporting.audience_preview import preview_segment
    from staff.principal import OPERATOR

    context = cli_context(ctx)
    with context.database.read() as session:
        wanted = _condition(session, name, condition)
        counted = preview_segment(session, wanted, viewer=OPERATOR, now=context.clock.now())
    lists = [row.slug for row in counted.lists]
    lines = [f"{language} {number}" for language, number in counted.by_language.items()]
    print_answer(
        context,
        {"count": counted.count.total, "by_language": dict(counted.by_language), "lists": lists},
        context.text("cli-segment-count", count=counted.count.total, lists=", ".join(lists) or "–"),
        *lines,
    )


@app.command("remove")
def remove(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Delete a segment that no campaign uses."""
    from campaigns.editorial.manage_segment import remove_segment
    from subscribers.segments import segment_by_name

    context = cli_context(ctx)
    with context.database.write() as session:
        segment_id = segment_by_name(session, name).id
        remove_segment(session, segment_id, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"segment": {"name": name}}, context.text("cli-segment-removed", name=name))


def _condition(session: "Session", name: str | None, text: str | None) -> "Condition":
    """Raises InputRefused where neither, or both, are given."""
    from campaigns.editorial.manage_segment import read_segment_condition
    from subscribers.segments import segment_by_name

    if (name is None) == (text is None):
        raise InputRefused("cli-segment-name-or-condition")
    return read_segment_condition(session, text or segment_by_name(session, name or "").condition)
