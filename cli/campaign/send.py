"""Say when a campaign goes out, stop it, go on."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, Number, step
from cli.output import Json, cli_context
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.tables import Campaign
    from staff.principal import Principal

app = typer.Typer()


@app.command("schedule")
def schedule(
    ctx: typer.Context,
    number: Number,
    time: Annotated[
        datetime,
        typer.Argument(
            formats=[f"%Y-%m-%d{between}%H:%M{offset}" for offset in ("", "%z") for between in (" ", "T")],
            metavar="TIME",
            help='The local time, such as "2026-12-01 09:00". Where the clocks show it twice, with its offset: '
            '"2026-10-25 02:30+02:00".',
        ),
    ],
    *,
    zone: Annotated[str | None, typer.Option(help="The time zone; the organisation's if not given.")] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Send the campaign at this local time. Schedule it again to change the time."""
    from campaigns.local_time import HappensTwice
    from campaigns.review.schedule import schedule as set_time

    context = cli_context(ctx)
    chosen = zone or context.settings.time_zone
    try:
        step(
            context,
            as_,
            lambda session, actor: set_time(
                session, number, local=time, zone=chosen, actor=actor, now=context.clock.now()
            ),
        )
    except HappensTwice as asked:
        first, second = (each.isoformat(" ", "minutes") for each in asked.both)
        raise InputRefused("cli-campaign-twice", **asked.params, first=first, second=second) from asked


@app.command("unschedule")
def unschedule(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Take back the scheduled time, or a 'send' within its undo window. The campaign stays approved."""
    from campaigns.review.schedule import unschedule as take_back

    context = cli_context(ctx)
    step(context, as_, lambda session, actor: take_back(session, number, actor=actor, now=context.clock.now()))


@app.command("send")
def send(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Send the campaign as soon as the undo window has passed. `bilten serve` must be running."""
    from campaigns.review.schedule import send_now

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: send_now(
            session, number, actor=actor, settings=context.settings, now=context.clock.now()
        ),
    )


@app.command("pause")
def pause(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Pause the campaign: nothing more is sent until it is resumed."""
    from campaigns.sending.pause import pause as stop

    context = cli_context(ctx)
    step(context, as_, lambda session, actor: stop(session, number, actor=actor, now=context.clock.now()))


@app.command("resume")
def resume(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Resume the campaign: send it to those who have not received it."""
    from campaigns.sending.pause import resume as go_on

    context = cli_context(ctx)
    step(context, as_, lambda session, actor: go_on(session, number, actor=actor, now=context.clock.now()))


@app.command("cancel")
def cancel(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Cancel the campaign. This cannot be undone. What has been sent stays sent."""
    from campaigns.sending.cancel import cancel as end

    context = cli_context(ctx)
    step(context, as_, lambda session, actor: end(session, number, actor=actor, now=context.clock.now()))


@app.command("recall")
def recall(
    ctx: typer.Context,
    number: Number,
    *,
    notice: Annotated[
        str, typer.Option(help="What its web version says: recall (taken back), correction (a mistake) or none.")
    ] = "recall",
    as_: As = None,
    _: Json = False,
) -> None:
    """Stop what is left of a campaign that has gone out, and put a notice on its web version."""
    from campaigns.public_archive.tables import NoticeKind
    from campaigns.sending.recall import recall as stop
    from campaigns.sending.recall import take_notice_away

    context = cli_context(ctx)
    if notice not in ("none", *NoticeKind):
        raise InputRefused("campaigns-notice-unknown", notice=notice[:20])

    def take(session: "Session", actor: "Principal") -> "Campaign":
        now = context.clock.now()
        if notice == "none":
            return take_notice_away(session, number, actor=actor, now=now)
        return stop(session, number, NoticeKind(notice), actor=actor, now=now)

    step(context, as_, take)


@app.command("follow-up")
def follow_up(ctx: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Draft a campaign to exactly those who got one that was recalled or corrected."""
    from campaigns.sending.follow_up import draft_follow_up

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: draft_follow_up(session, number, actor=actor, now=context.clock.now()),
    )
