"""`bilten fields`: what else is kept of each person, and what one of them has in it."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.lists import name_in_language
from cli.output import Json, cli_context, print_answer, table
from cli.subscriber_requests import Reason, Who, person_number, staff_act
from core.errors import InputRefused
from subscribers.field_tables import FieldType

app = typer.Typer(help="What else is kept of each person, such as the town.")

Word = Annotated[str, typer.Argument(help="The field's short name.")]
Labels = Annotated[
    list[str] | None,
    typer.Option("--name-in", help="The name in one language, such as 'sl=Kraj'; 'sl=' for none."),
]
Choices = Annotated[
    list[str] | None,
    typer.Option("--choice", help="A word to choose from, in their order; can be repeated."),
]
Own = Annotated[bool | None, typer.Option("--own/--not-own", help="Whether readers may change it.")]
InEmails = Annotated[bool | None, typer.Option("--in-emails/--not-in-emails", help="Whether emails may show it.")]


@app.command("add")
def add(
    ctx: typer.Context,
    word: Annotated[str, typer.Argument(help="A short name for segments and emails, such as 'home_town'.")],
    label: Annotated[str, typer.Argument(help="The name that people see.")],
    *,
    type_: Annotated[FieldType, typer.Option("--type", help="What stands in it.")] = FieldType.TEXT,
    labels: Labels = None,
    choices: Choices = None,
    own: Own = None,
    in_emails: InEmails = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a field. Keep nothing in it about nationality, status, health or religion (GDPR, Article 9)."""
    from campaigns.editorial.manage_field import FieldDetails, add_field

    context = cli_context(ctx)
    names = dict(name_in_language(given) for given in labels or ())
    details = FieldDetails(label, names, choices, own, in_emails)
    with context.database.write() as session:
        who = actor(session, as_)
        made = add_field(session, word, type_, details, actor=who, now=context.clock.now())
    print_answer(
        context,
        {"field": {"id": made.id, "word": made.word, "type": made.type}},
        context.text("cli-field-added", label=made.label, word=made.word),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the fields, and how many people have something in each."""
    from subscribers.fields import count_values, list_fields

    context = cli_context(ctx)
    with context.database.read() as session:
        fields, counts = list_fields(session), count_values(session)
    data = [
        {
            "word": field.word,
            "label": field.label,
            "labels": field.labels,
            "type": field.type,
            "choices": field.choices,
            "is_own": field.is_own,
            "is_in_emails": field.is_in_emails,
            "archived_at": field.archived_at,
            "people": counts.get(field.id, 0),
        }
        for field in fields
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("slug", "name", "type", "people", "status")]
    cells = [
        [
            field.word,
            field.label,
            field.type.value,
            str(counts.get(field.id, 0)),
            context.text(f"cli-field-{'archived' if field.archived_at else 'in-use'}"),
        ]
        for field in fields
    ]
    print_answer(context, {"fields": data}, table(heads, cells) if fields else context.text("cli-fields-none"))


@app.command("fill")
def fill(
    ctx: typer.Context,
    who: Who,
    word: Word,
    value: Annotated[str, typer.Argument(help="What stands in it from now on; '' for nothing.")],
    *,
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Fill in a field of one person, or empty it."""
    from campaigns.people.fill_fields import fill_fields

    context = cli_context(ctx)
    with context.database.write() as session:
        number = person_number(session, context, who)
        act = staff_act(session, context, as_, reason)
        changed = fill_fields(session, number, act, written={word: value})
    print_answer(context, {"person": number, "changed": changed}, context.text("web-subscriber-done-fields"))


@app.command("change")
def change(
    ctx: typer.Context,
    word: Word,
    *,
    label: Annotated[str | None, typer.Option("--name", help="The name that people see.")] = None,
    labels: Labels = None,
    choices: Choices = None,
    own: Own = None,
    in_emails: InEmails = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change what a field is called, its choices, who may change it, or where it may stand."""
    from campaigns.editorial.manage_field import FieldDetails, change_field
    from subscribers.fields import field_by_word

    context = cli_context(ctx)
    if label is None and not labels and not choices and own is None and in_emails is None:
        raise InputRefused("cli-nothing-to-set")
    with context.database.write() as session:
        names = dict(name_in_language(given) for given in labels or ())
        kept = field_by_word(session, word).labels
        details = FieldDetails(label, {**kept, **names} if names else None, choices or None, own, in_emails)
        changed = change_field(session, word, details, actor=actor(session, as_), now=context.clock.now())
    data = {"word": word, "label": changed.label, "labels": changed.labels, "choices": changed.choices}
    print_answer(context, {"field": data}, context.text("cli-field-changed", word=word, label=changed.label))


@app.command("archive")
def archive(
    ctx: typer.Context,
    word: Word,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Bring an archived field back.")] = False,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Archive a field: it is offered nowhere any more. What people have in it stays."""
    from campaigns.editorial.manage_field import archive_field

    context = cli_context(ctx)
    with context.database.write() as session:
        who = actor(session, as_)
        label = archive_field(session, word, is_archived=not undo, actor=who, now=context.clock.now()).label
    status = context.text("cli-field-in-use" if undo else "cli-field-archived")
    answer = context.text("cli-field-status", label=label, status=status)
    print_answer(context, {"field": {"word": word, "is_archived": not undo}}, answer)


@app.command("delete")
def delete(ctx: typer.Context, word: Word, *, as_: AsPerson, _: Json = False) -> None:
    """Delete a field in which nobody has anything, and which no segment uses."""
    from campaigns.editorial.manage_field import remove_field

    context = cli_context(ctx)
    with context.database.write() as session:
        remove_field(session, word, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"field": {"word": word}}, context.text("cli-field-deleted", word=word))
