"""Turn news into a draft."""

from typing import Annotated

import typer

from cli.campaign.output import AsPerson, actor, campaign_lines, nobody_left
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused

app = typer.Typer()


@app.command("draft")
def draft(
    ctx: typer.Context,
    items: Annotated[list[str], typer.Argument(help="Short names of news items, in the order of the email.")],
    *,
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list.")],
    sender: Annotated[str, typer.Option(help="The sender.")],
    second_sender: Annotated[str, typer.Option(help="Sends the campaign while the first one is paused.")] = "",
    kind: Annotated[
        str | None,
        typer.Option(help="statement, publication, event, digest …; chosen from the items if not given."),
    ] = None,
    name: Annotated[str, typer.Option(help="Its name for staff; the first title if not given.")] = "",
    main_language: Annotated[
        str | None,
        typer.Option(help="For readers whose language has no variant; the staff language if not given."),
    ] = None,
    languages: Annotated[
        list[str] | None,
        typer.Option(
            "--language", help="The language of a variant; repeat for each. All available languages if not given."
        ),
    ] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Draft a campaign from news items, with a variant for each language."""
    from campaigns.editorial.draft import DraftRequest, draft_campaign
    from campaigns.queries import variants_of
    from campaigns.reporting.campaign_data import campaign_data
    from campaigns.tables import CampaignKind

    context = cli_context(ctx)
    if kind is not None and kind not in tuple(CampaignKind):
        raise InputRefused("cli-campaign-kind-unknown", kind=kind, known=", ".join(CampaignKind))
    request = DraftRequest(
        kind=CampaignKind(kind) if kind else None,
        name=name,
        item_slugs=items,
        list_slug=list_slug,
        sender_name=sender,
        second_sender_name=second_sender,
        main_language=main_language or context.language,
        languages=languages or (),
    )
    with context.database.write() as session:
        campaign = draft_campaign(session, request, actor=actor(session, as_), now=context.clock.now())
        variants = variants_of(session, campaign.id)
        warning = nobody_left(context, session, campaign)
    print_answer(
        context,
        {
            "campaign": campaign_data(campaign),
            "variants": [{"language": variant.language, "subject": variant.subject} for variant in variants],
        },
        *campaign_lines(context, campaign),
        *(f"  {variant.language}: {variant.subject}" for variant in variants),
        context.text("cli-campaign-drafted", number=str(campaign.id)),
        *warning,
    )
