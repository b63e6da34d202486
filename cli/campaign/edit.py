"""Change the words and the languages of a draft, or make a draft again of what was handed in."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, AsPerson, Number, step
from cli.output import Json, cli_context
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.tables import Campaign
    from staff.principal import Principal

app = typer.Typer()


@app.command("edit")
def edit(
    ctx: typer.Context,
    number: Number,
    *,
    language: Annotated[str, typer.Option(help="The language of the variant.")],
    subject: Annotated[str | None, typer.Option(help="The new subject.")] = None,
    preheader: Annotated[
        str | None, typer.Option(help="The new preheader, which email programs show beside the subject.")
    ] = None,
    intro: Annotated[str | None, typer.Option(help="Your introduction before the blocks, in Markdown.")] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change the text in one language. The campaign is then a draft again, and its approvals no longer count."""
    from campaigns.editorial.edit import VariantEdit, edit_variant
    from campaigns.editorial.written_block import written_html

    context = cli_context(ctx)
    given = {"subject": subject, "preheader": preheader}
    changes = {name: text for name, text in given.items() if text is not None}
    if intro is not None:
        changes["intro_html"] = written_html(intro, language, is_html=False, body_name="--intro")
    if not changes:
        raise InputRefused("cli-campaign-nothing-to-edit")
    step(
        context,
        as_,
        lambda session, actor: edit_variant(
            session, number, language, VariantEdit(changes), actor=actor, now=context.clock.now()
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
    """Add a variant in one more language, with a first text from the items. The campaign is then a draft again."""
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
    language: Annotated[str, typer.Option(help="The variant to remove, with its text.")],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Remove a variant; its readers will get another language. The campaign is then a draft again."""
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
    first: Annotated[str, typer.Option(help="The first sender.")],
    second: Annotated[
        str, typer.Option(help="The sender that sends the campaign while the first one is paused.")
    ] = "",
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Choose a campaign's sender, and a second one for when it is paused. The campaign is then a draft again."""
    from campaigns.editorial.edit import SenderChoice, choose_senders

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: choose_senders(
            session, number, SenderChoice(first, second), actor=actor, now=context.clock.now()
        ),
    )


@app.command("audience")
def audience(
    ctx: typer.Context,
    number: Number,
    lists: Annotated[
        list[str],
        typer.Argument(help="The lists that it goes to; whoever is on several gets it once, by the first."),
    ],
    *,
    without: Annotated[
        list[str] | None, typer.Option(help="A list whose subscribers are left out; can be repeated.")
    ] = None,
    segment: Annotated[
        list[str] | None,
        typer.Option(help="Only those in this segment; can be repeated, and one of them is enough."),
    ] = None,
    without_segment: Annotated[
        list[str] | None, typer.Option(help="A segment that is left out; can be repeated.")
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            help="A topic of it; can be repeated; '' is none. Whoever wants nothing on any of them is left out.",
        ),
    ] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Choose whom a campaign goes to: lists, their segments, and topics. If they are others than before, it is a
    draft again."""
    from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
    from subscribers.segments import segment_by_name

    context = cli_context(ctx)
    chosen = None if topics is None else [slug for slug in topics if slug]

    def choose(session: "Session", actor: "Principal") -> "Campaign":
        segments, left_out = (
            [segment_by_name(session, name).id for name in names or ()] for names in (segment, without_segment)
        )
        choice = AudienceChoice(lists, without or (), chosen, segments=segments, excluded_segments=left_out)
        return choose_audience(session, number, choice, actor=actor, now=context.clock.now())

    step(context, as_, choose)


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
    """Choose the template of a campaign. The campaign is then a draft again."""
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
    sure: Annotated[
        bool, typer.Option("--sure", help="Also where that kills a link or comes after approval.")
    ] = False,
    as_: As = None,
    _: Json = False,
) -> None:
    """Set who may read a campaign on the web. Emails that have been sent do not change."""
    from campaigns.review.publish import doubt_about, set_visibility
    from campaigns.tables import Visibility

    context = cli_context(ctx)
    if to not in tuple(Visibility):
        raise InputRefused("cli-campaign-visibility-unknown", to=to, known=", ".join(Visibility))

    def act(session: "Session", actor: "Principal") -> "Campaign":
        doubt = doubt_about(session, number, Visibility(to))
        campaign = set_visibility(session, number, Visibility(to), actor=actor, now=context.clock.now())
        if doubt is not None and not sure:
            raise doubt
        return campaign

    step(context, as_, act)
