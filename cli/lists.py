"""`bilten lists`: the mailing lists that people subscribe to."""

from typing import Annotated

import typer

from cli.answer import Json, answer, table, workplace
from cli.context import ACTOR

app = typer.Typer(help="The mailing lists that people subscribe to.")


@app.command("add")
def add(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(help="A short name for commands and headers, such as 'bulletin'.")],
    name: Annotated[str, typer.Argument(help="The name that readers see.")],
    protected: Annotated[
        bool, typer.Option("--protected", help="People at risk: nothing about them is ever tracked.")
    ] = False,
    _: Json = False,
) -> None:
    """Make a mailing list."""
    from staff.audit import record
    from subscribers.lists import create_list

    here = workplace(context)
    now = here.clock.now()
    with here.database.write() as session:
        made = create_list(session, slug=slug, name=name, now=now, is_protected=protected)
        record(session, actor=ACTOR, action="list.created", subject=f"mailing_list:{made.id}", now=now, slug=slug)
    answer(
        here, {"list": {"id": made.id, "slug": made.slug}}, here.text("cli-list-added", name=name, slug=made.slug)
    )


@app.command("list")
def list_(context: typer.Context, _: Json = False) -> None:
    """Show the mailing lists, and how many people each would reach today."""
    from subscribers.audience import count_audience
    from subscribers.lists import list_lists

    here = workplace(context)
    with here.database.read() as session:
        found = [(row, count_audience(session, row.id)) for row in list_lists(session)]
    data = [
        {"id": row.id, "slug": row.slug, "name": row.name, "is_protected": row.is_protected, "audience": audience}
        for row, audience in found
    ]
    heads = [here.text(f"cli-head-{head}") for head in ("slug", "name", "audience")]
    cells = [
        [
            row.slug,
            row.name,
            ", ".join(f"{language} {count}" for language, count in sorted(audience.items())) or "0",
        ]
        for row, audience in found
    ]
    answer(here, {"lists": data}, table(heads, cells) if found else here.text("cli-lists-none"))
