"""`bilten topics`: what news and campaigns are about, as far as readers may choose it."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.lists import name_in_language
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

app = typer.Typer(help="What news is about, as far as readers may choose it.")

Slug = Annotated[str, typer.Argument(help="The topic's short name.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--name-in", help="The name in one language, such as 'sl=Na morju'; 'sl=' for none."),
]
Lists = Annotated[
    list[str] | None,
    typer.Option("--list", help="A list whose readers may choose the topic; can be repeated."),
]


@app.command("add")
def add(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="A short name for commands and news, such as 'at-sea'.")],
    name: Annotated[str, typer.Argument(help="The name that readers see.")],
    *,
    names: Names = None,
    lists: Lists = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a topic. Without --list, the readers of every list but the protected ones may choose it."""
    from campaigns.editorial.manage_topic import TopicDetails, add_topic

    context = cli_context(ctx)
    details = TopicDetails(name, dict(name_in_language(given) for given in names or ()), lists)
    with context.database.write() as session:
        made = add_topic(session, slug, details, actor=actor(session, as_), now=context.clock.now())
    print_answer(
        context,
        {"topic": {"id": made.id, "slug": made.slug}},
        context.text("cli-topic-added", name=made.name, slug=made.slug),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the topics, and the lists whose readers may choose them."""
    from subscribers.lists import list_lists
    from subscribers.topics import list_topics, lists_of_topic

    context = cli_context(ctx)
    with context.database.read() as session:
        slugs = {row.id: row.slug for row in list_lists(session)}
        rows = [
            (topic, sorted(slugs[list_id] for list_id in lists_of_topic(session, topic.id)))
            for topic in list_topics(session)
        ]
    data = [
        {
            "id": topic.id,
            "slug": topic.slug,
            "name": topic.name,
            "names": topic.names,
            "lists": lists,
            "archived_at": topic.archived_at,
        }
        for topic, lists in rows
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("slug", "name", "names", "lists", "status")]
    cells = [
        [
            topic.slug,
            topic.name,
            ", ".join(f"{language} {name}" for language, name in topic.names.items()),
            ", ".join(lists),
            context.text(f"cli-topic-{'archived' if topic.archived_at else 'in-use'}"),
        ]
        for topic, lists in rows
    ]
    print_answer(context, {"topics": data}, table(heads, cells) if rows else context.text("cli-topics-none"))


@app.command("rename")
def rename(
    ctx: typer.Context,
    slug: Slug,
    *,
    name: Annotated[str | None, typer.Option(help="The name that readers see.")] = None,
    names: Names = None,
    lists: Lists = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change what a topic is called, or which lists offer it. News written with its old name keeps the topic."""
    from campaigns.editorial.manage_topic import TopicDetails, change_topic
    from subscribers.topics import topic_by_slug

    context = cli_context(ctx)
    if name is None and not names and not lists:
        raise InputRefused("cli-nothing-to-set")
    with context.database.write() as session:
        kept = topic_by_slug(session, slug).names
        changes = dict(name_in_language(given) for given in names or ())
        details = TopicDetails(name, {**kept, **changes} if changes else None, lists or None)
        changed = change_topic(session, slug, details, actor=actor(session, as_), now=context.clock.now())
    data = {"slug": slug, "name": changed.name, "names": changed.names}
    print_answer(context, {"topic": data}, context.text("cli-topic-renamed", slug=slug, name=changed.name))


@app.command("archive")
def archive(
    ctx: typer.Context,
    slug: Slug,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Bring an archived topic back.")] = False,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Archive a topic: new campaigns are not given it, and readers are not asked about it any more."""
    from campaigns.editorial.manage_topic import archive_topic

    context = cli_context(ctx)
    with context.database.write() as session:
        who = actor(session, as_)
        topic = archive_topic(session, slug, is_archived=not undo, actor=who, now=context.clock.now())
        name = topic.name
    status = context.text("cli-topic-in-use" if undo else "cli-topic-archived")
    answer = context.text("cli-topic-status", name=name, status=status)
    print_answer(context, {"topic": {"slug": slug, "is_archived": not undo}}, answer)


@app.command("delete")
def delete(ctx: typer.Context, slug: Slug, *, as_: AsPerson, _: Json = False) -> None:
    """Delete a topic that no campaign has, and about which no reader has chosen."""
    from campaigns.editorial.manage_topic import remove_topic

    context = cli_context(ctx)
    with context.database.write() as session:
        remove_topic(session, slug, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"topic": {"slug": slug}}, context.text("cli-topic-deleted", slug=slug))
