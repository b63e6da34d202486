"""Duplicate a campaign, and rename or delete a draft."""

from typing import Annotated

import typer

from cli.campaign.output import AsPerson, Number, actor, campaign_lines, nobody_left, step
from cli.output import Json, cli_context, print_answer

app = typer.Typer()


@app.command("duplicate")
def duplicate(
    ctx: typer.Context,
    number: Number,
    *,
    name: Annotated[str, typer.Option(help="The draft's name for staff; marked as a copy if not given.")] = "",
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Draft a campaign from an earlier one, sent or not: its texts, news, list, senders and template."""
    from campaigns.editorial.duplicate import duplicate as copy_campaign
    from campaigns.queries import get_campaign
    from campaigns.reporting.campaign_data import campaign_data

    context = cli_context(ctx)
    with context.database.write() as session:
        original = get_campaign(session, number)
        chosen = name or context.text("campaigns-copy-name", name=original.name)
        result = copy_campaign(session, number, name=chosen, actor=actor(session, as_), now=context.clock.now())
        campaign = result.campaign
        warning = nobody_left(context, session, campaign)
    left_out = [context.text("campaigns-copy-left-out", count=result.left_out)] if result.left_out else []
    archived = [context.text("campaigns-copy-archived", list=name) for name in result.archived]
    print_answer(
        context,
        {"campaign": campaign_data(campaign), "left_out": result.left_out, "archived": list(result.archived)},
        *campaign_lines(context, campaign),
        *left_out,
        *archived,
        context.text("cli-campaign-drafted", number=str(campaign.id)),
        *warning,
    )


@app.command("rename")
def rename(
    ctx: typer.Context,
    number: Number,
    *,
    name: Annotated[str, typer.Option(help="Its new name for staff; readers never see it.")],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Give a draft another name."""
    from campaigns.editorial.rename import rename as rename_draft

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: rename_draft(session, number, name, actor=actor, now=context.clock.now()),
    )


@app.command("delete")
def delete(ctx: typer.Context, number: Number, *, as_: AsPerson, _: Json = False) -> None:
    """Delete a draft that nobody has had for review or as a test. Its texts go with it; news items stay."""
    from campaigns.review.delete_draft import delete_draft

    context = cli_context(ctx)
    with context.database.write() as session:
        deleted = delete_draft(session, number, actor=actor(session, as_), now=context.clock.now())
    print_answer(
        context,
        {"id": deleted.id, "name": deleted.name, "languages": list(deleted.languages)},
        context.text("cli-campaign-deleted", number=str(deleted.id), name=deleted.name),
    )
