"""Send a campaign again to those who were refused or given up."""

from typing import Annotated

import typer

from cli.campaign.deliveries import state_of
from cli.campaign.output import As, Number, actor, campaign_lines
from cli.output import Json, cli_context, print_answer

app = typer.Typer()


@app.command("send-again")
def send_again(
    ctx: typer.Context,
    number: Number,
    *,
    status: Annotated[str | None, typer.Option(help="Only those in this state: rejected or failed.")] = None,
    reason: Annotated[
        str | None, typer.Option(help="Only those refused for this reason: invalid, blocked …")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, stored with your name.")] = "",
    as_: As = None,
    _: Json = False,
) -> None:
    """Send again to those who were refused or given up. Needs an approver, named with --as, and a reason."""
    from campaigns.queries import get_campaign
    from campaigns.reporting.campaign_data import campaign_data
    from campaigns.sending.send_again import SendAgainRequest
    from campaigns.sending.send_again import send_again as send_again_to
    from delivery.reporting.listing import DeliveryFilter
    from delivery.status import DeliveryStatus

    context = cli_context(ctx)
    now = context.clock.now()
    wanted = DeliveryFilter(status=state_of(status, DeliveryStatus), reason=reason)
    with context.database.write() as session:
        order = SendAgainRequest(number, wanted, now, why)
        sent = send_again_to(session, order, actor=actor(session, as_), now=now)
        campaign = get_campaign(session, number)
    data = {"campaign": campaign_data(campaign), "deliveries": sent}
    print_answer(context, data, context.text("cli-sent-again", count=sent), *campaign_lines(context, campaign))
