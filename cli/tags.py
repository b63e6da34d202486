"""`bilten tags`: words that the organisation puts on people, to filter them by in segments."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table

app = typer.Typer(
    help="Tags: words that you put on people, to filter them by in segments. Readers never see them."
)

Name = Annotated[str, typer.Argument(help="The tag.")]
Addresses = Annotated[list[str], typer.Argument(help="The people, by their email addresses.")]


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the tags, and how many people have each."""
    from subscribers.tags import count_tags

    context = cli_context(ctx)
    with context.database.read() as session:
        tags = count_tags(session)
    data = [{"name": tag.name, "people": count} for tag, count in tags]
    heads = [context.text("cli-head-name"), context.text("cli-head-people")]
    rows = table(heads, [[tag.name, str(count)] for tag, count in tags])
    print_answer(context, {"tags": data}, rows if tags else context.text("cli-tags-none"))


@app.command("add")
def add(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Create a tag."""
    from campaigns.editorial.manage_tag import add_tag

    context = cli_context(ctx)
    with context.database.write() as session:
        made = add_tag(session, name, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"tag": {"name": made.name}}, context.text("cli-tag-added", name=made.name))


@app.command("put")
def put(ctx: typer.Context, name: Name, addresses: Addresses, *, as_: As = None, _: Json = False) -> None:
    """Put a tag on people."""
    _change(ctx, name, addresses, as_, is_put=True)


@app.command("take")
def take(ctx: typer.Context, name: Name, addresses: Addresses, *, as_: As = None, _: Json = False) -> None:
    """Take a tag off people."""
    _change(ctx, name, addresses, as_, is_put=False)


@app.command("remove")
def remove(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Delete a tag that no segment names, and take it off everybody."""
    from campaigns.editorial.manage_tag import remove_tag

    context = cli_context(ctx)
    with context.database.write() as session:
        remove_tag(session, name, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"tag": {"name": name}}, context.text("cli-tag-removed", name=name))


def _change(ctx: typer.Context, name: str, addresses: list[str], as_: str | None, *, is_put: bool) -> None:
    from campaigns.editorial.manage_tag import people_by_address, tag_people

    context = cli_context(ctx)
    with context.database.write() as session:
        secret = context.settings.secret_key.get_secret_value()
        people = people_by_address(session, addresses, secret=secret)
        tag_people(session, name, people, is_put=is_put, actor=actor(session, as_), now=context.clock.now())
    code = "cli-tag-put" if is_put else "cli-tag-taken"
    print_answer(
        context, {"tag": {"name": name}, "people": len(people)}, context.text(code, name=name, count=len(people))
    )
