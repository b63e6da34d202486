"""`bilten subscribers correct | merge`: what is written wrong about a person, their address included; and somebody
who stands here twice."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer
from cli.subscriber_requests import Reason, Who, person_number, staff_act
from core.errors import InputRefused

app = typer.Typer()


@app.command("correct")
def correct(
    ctx: typer.Context,
    who: Who,
    *,
    name: Annotated[str | None, typer.Option(help="The right name; empty for none.")] = None,
    language: Annotated[
        str | None, typer.Option(help="The language that they are written to in: sl, en …")
    ] = None,
    address: Annotated[str | None, typer.Option(help="The right email address.")] = None,
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Correct the name, the language or the email address of a person.

    A new address is asked to confirm, unless the person has confirmed by email before. Nothing is sent to the old
    address any more.
    """
    from campaigns.people.correct_address import correct_address
    from campaigns.people.serve_person import correct_person
    from subscribers.queries import get_subscriber

    context = cli_context(ctx)
    if name is None and language is None and address is None:
        raise InputRefused("cli-subscriber-nothing-to-correct")
    is_asked = False
    with context.database.write() as session:
        number, act = person_number(session, context, who), staff_act(session, context, as_, reason)
        if name is not None or language is not None:
            person = get_subscriber(session, number)
            kept = (person.name, person.language)
            correct_person(
                session,
                number,
                act,
                name=kept[0] if name is None else name,
                language=kept[1] if language is None else language,
            )
        if address is not None:
            is_asked = correct_address(session, number, act, address=address, settings=context.settings)
    key = "address-asked" if is_asked else "address" if address is not None else "correct"
    print_answer(
        context,
        {"corrected": number, "asked_to_confirm": is_asked},
        context.text(f"web-subscriber-done-{key}"),
    )


@app.command("merge")
def merge(
    ctx: typer.Context,
    who: Who,
    other: Annotated[str, typer.Argument(help="The other entry of that person: its email address or number.")],
    *,
    reason: Reason,
    apply: Annotated[
        bool, typer.Option("--apply", help="Do it. Without this, it is only a trial run and nothing changes.")
    ] = False,
    as_: As = None,
    _: Json = False,
) -> None:
    """Merge two entries of one person: the first stays, with the consent of both. A no at either wins.

    Says what would come of it; with --apply it does so. This cannot be undone.
    """
    from campaigns.people import merge_people

    context = cli_context(ctx)
    with context.database.read() as session:
        numbers = (person_number(session, context, who), person_number(session, context, other))
        preview = merge_people.preview_merge(session, *numbers, actor(session, as_))
    if apply:
        with context.database.write() as session:
            merge_people.merge(session, *numbers, staff_act(session, context, as_, reason))
    lines = [f"{each.name}: {context.text(f'cli-subscription-{each.outcome}')}" for each in preview.lists]
    print_answer(
        context,
        {
            "kept": numbers[0],
            "merged": numbers[1] if apply else None,
            "lists": [{"list": each.name, "status": each.outcome} for each in preview.lists],
        },
        *lines,
        context.text("web-subscriber-done-merge" if apply else "cli-subscriber-merge-trial"),
    )
