"""Change the words and the languages of a draft, or make a draft again of what was handed in."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, Number, step
from cli.output import Json, cli_context
from core.errors import InputRefused

app = typer.Typer()


@app.command("edit")
def edit(
    ctx: typer.Context,
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
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Give one language new words. It is a draft again, and whatever was approved is approved no longer."""
    from campaigns.editorial.edit import edit_variant

    context = cli_context(ctx)
    given = {"subject": subject, "preheader": preheader, "intro": intro}
    changes = {name: words for name, words in given.items() if words is not None}
    if not changes:
        raise InputRefused("cli-campaign-nothing-to-edit")
    step(
        context,
        as_,
        lambda session, actor: edit_variant(
            session, number, language, changes=changes, actor=actor, now=context.clock.now()
        ),
    )


@app.command("add-language")
def add_language(
    ctx: typer.Context,
    number: Number,
    *,
    language: Annotated[str, typer.Option(help="The variant to add, such as ar.")],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Add a variant in one more language, with its first words from the items. It is a draft again."""
    from campaigns.editorial.edit import add_variant

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: add_variant(session, number, language, actor=actor, now=context.clock.now()),
    )


@app.command("remove-language")
def remove_language(
    ctx: typer.Context,
    number: Number,
    *,
    language: Annotated[str, typer.Option(help="The variant to remove, with its words.")],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Take a variant out; its readers will get another language. It is a draft again."""
    from campaigns.editorial.edit import remove_variant

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: remove_variant(session, number, language, actor=actor, now=context.clock.now()),
    )


@app.command("senders")
def senders(
    ctx: typer.Context,
    number: Number,
    *,
    first: Annotated[str, typer.Option(help="Who it comes from.")],
    second: Annotated[str, typer.Option(help="The sender that carries it while the first must not be used.")] = "",
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Choose who a campaign comes from, and who carries it while that one cannot. It is a draft again."""
    from campaigns.editorial.edit import choose_senders

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: choose_senders(
            session, number, first=first, second=second, actor=actor, now=context.clock.now()
        ),
    )


@app.command("template")
def template(
    ctx: typer.Context,
    number: Number,
    chosen: Annotated[
        str, typer.Argument(help="name@3, name for its newest version, or library for Bilten's own.")
    ],
    *,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Choose the template of a campaign. It is a draft again."""
    from campaigns.editorial.custom_templates import choose_template
    from templates.versions import LIBRARY, find_version

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: choose_template(
            session,
            number,
            None if chosen == LIBRARY else find_version(session, chosen),
            actor=actor,
            now=context.clock.now(),
        ),
    )


@app.command("publish")
def publish(
    ctx: typer.Context,
    number: Number,
    *,
    to: Annotated[str, typer.Option(help="Who may read it on the web: public, link_only, members or none.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Say who may read a campaign on the web. Nothing changes in mails that are out."""
    from campaigns.review.publish import set_visibility
    from campaigns.tables import Visibility

    context = cli_context(ctx)
    if to not in tuple(Visibility):
        raise InputRefused("cli-campaign-visibility-unknown", to=to, known=", ".join(Visibility))
    step(
        context,
        as_,
        lambda session, actor: set_visibility(
            session, number, Visibility(to), actor=actor, now=context.clock.now()
        ),
    )
