"""Change the words of a draft, or make a draft again of what was handed in."""

from typing import Annotated

import typer

from cli.answer import Json, workplace
from cli.campaign.telling import As, Number, step
from core.errors import InputRefused

app = typer.Typer()


@app.command("edit")
def edit(
    context: typer.Context,
    number: Number,
    *,
    language: Annotated[str, typer.Option(help="The variant.")],
    subject: Annotated[str | None, typer.Option(help="Its new subject.")] = None,
    preheader: Annotated[
        str | None, typer.Option(help="Its new first line, which mail programs show beside the subject.")
    ] = None,
    intro: Annotated[
        str | None, typer.Option(help="A few words of your own before the items; an empty line parts paragraphs.")
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Give one language new words. It is a draft again, and whatever was approved is approved no longer."""
    from campaigns.edit import edit_variant

    here = workplace(context)
    given = {"subject": subject, "preheader": preheader, "intro": intro}
    changes = {name: words for name, words in given.items() if words is not None}
    if not changes:
        raise InputRefused("cli-campaign-nothing-to-edit")
    step(
        here,
        as_,
        lambda session, actor: edit_variant(
            session, number, language, changes=changes, actor=actor, now=here.clock.now()
        ),
    )
