"""Say when a campaign goes out, stop it, go on."""

from datetime import datetime
from typing import Annotated

import typer

from cli.campaign.output import As, Number, step
from cli.output import Json, workplace

app = typer.Typer()


@app.command("schedule")
def schedule(
    context: typer.Context,
    number: Number,
    time: Annotated[
        datetime,
        typer.Argument(
            formats=["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"], help='The local time, such as "2026-12-01 09:00".'
        ),
    ],
    *,
    zone: Annotated[str | None, typer.Option(help="The time zone; the organisation's if not given.")] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Send it when clocks show that time. Scheduling again changes it."""
    from campaigns.review.schedule import schedule as set_time

    here = workplace(context)
    chosen = zone or here.settings.time_zone
    step(
        here,
        as_,
        lambda session, actor: set_time(
            session, number, local=time, zone=chosen, actor=actor, now=here.clock.now()
        ),
    )


@app.command("unschedule")
def unschedule(context: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Take back the time, or a 'send' within its undo window; it is approved still."""
    from campaigns.review.schedule import unschedule as take_back

    here = workplace(context)
    step(here, as_, lambda session, actor: take_back(session, number, actor=actor, now=here.clock.now()))


@app.command("send")
def send(context: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Send it as soon as the undo window has passed. `bilten serve` must be running."""
    from campaigns.review.schedule import send_now

    here = workplace(context)
    step(
        here,
        as_,
        lambda session, actor: send_now(
            session, number, actor=actor, settings=here.settings, now=here.clock.now()
        ),
    )


@app.command("pause")
def pause(context: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Send nothing more until it is resumed."""
    from campaigns.sending.pause import pause as stop

    here = workplace(context)
    step(here, as_, lambda session, actor: stop(session, number, actor=actor, now=here.clock.now()))


@app.command("resume")
def resume(context: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """Go on with whoever has not had it."""
    from campaigns.sending.pause import resume as go_on

    here = workplace(context)
    step(here, as_, lambda session, actor: go_on(session, number, actor=actor, now=here.clock.now()))


@app.command("cancel")
def cancel(context: typer.Context, number: Number, *, as_: As = None, _: Json = False) -> None:
    """End it for good. What has been sent stays sent."""
    from campaigns.sending.cancel import cancel as end

    here = workplace(context)
    step(here, as_, lambda session, actor: end(session, number, actor=actor, now=here.clock.now()))
