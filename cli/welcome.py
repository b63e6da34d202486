"""`bilten welcome`: emails that each new reader of a list gets, some days after confirming."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.output import Json, cli_context, print_answer, table

if TYPE_CHECKING:
    from campaigns.welcome.show_series import SeriesView
    from cli.context import CliContext

app = typer.Typer(help="Emails that each new reader of a list gets, some days after confirming.")
Name = Annotated[str, typer.Argument(help="The name of the series.")]
Day = Annotated[int, typer.Argument(help="The email, by its days after confirming.")]


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    list_: Annotated[str, typer.Option("--list", help="The list whose new readers get it.")],
    sender: Annotated[str, typer.Option(help="The sender.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a welcome series. It is off until you turn it on."""
    from campaigns.welcome.set_up_series import add_series

    context = cli_context(ctx)
    with context.database.write() as session:
        who, now = actor(session, as_), context.clock.now()
        made = add_series(session, name, list_slug=list_, sender_name=sender, actor=who, now=now)
        data: dict[str, Any] = {"id": made.id, "name": made.name, "is_enabled": made.is_enabled}
    print_answer(context, {"welcome": data}, context.text("cli-welcome-added", name=data["name"]))


@app.command("list")
def list_all(ctx: typer.Context, _: Json = False) -> None:
    """Show the welcome series, and whether each is on."""
    from campaigns.welcome.set_up_series import list_series
    from campaigns.welcome.show_series import view_series

    context = cli_context(ctx)
    now, zone = context.clock.now(), context.settings.time_zone
    with context.database.read() as session:
        views = [view_series(session, series, zone=zone, now=now) for series in list_series(session)]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "list", "status")]
    cells = [[view.series.name, view.mailing_list.slug, _on_or_off(context, view)] for view in views]
    answer = table(heads, cells) if views else context.text("cli-welcome-none")
    print_answer(context, {"welcome": [_data(view) for view in views]}, answer)


@app.command("show")
def show(ctx: typer.Context, name: Name, _: Json = False) -> None:
    """Show the emails of a welcome series, how many had each, and how many get one in the next two weeks."""
    from campaigns.welcome.set_up_series import series_by_name
    from campaigns.welcome.show_series import view_series

    context = cli_context(ctx)
    now, zone = context.clock.now(), context.settings.time_zone
    with context.database.read() as session:
        view = view_series(session, series_by_name(session, name), zone=zone, now=now)
    heads = [context.text(f"cli-head-{head}") for head in ("days", "status", "had", "campaign")]
    cells = [
        [
            str(line["days"]),
            context.text(f"cli-welcome-state-{line['state']}"),
            str(line["had"]),
            str(line["new_text"] or line["campaign"] or ""),
        ]
        for line in _data(view)["emails"]
    ]
    coming = [
        context.text("cli-welcome-coming", day=line.day.isoformat(), days=line.days, count=line.count)
        for line in view.coming
    ]
    print_answer(context, {"welcome": _data(view)}, _on_or_off(context, view), table(heads, cells), *coming)


@app.command("on")
def turn_on_(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn a welcome series on, for whoever confirms from now on."""
    from campaigns.welcome.set_up_series import series_by_name, turn_on

    context = cli_context(ctx)
    with context.database.write() as session:
        who, now, number = actor(session, as_), context.clock.now(), series_by_name(session, name).id
        turn_on(session, number, actor=who, settings=context.settings, now=now)
    data = {"name": name, "is_enabled": True}
    print_answer(context, {"welcome": data}, context.text("cli-welcome-turned-on", name=name))


@app.command("off")
def turn_off_(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn a welcome series off. What is on its way arrives; nobody gets another email of it."""
    from campaigns.welcome.set_up_series import series_by_name, turn_off

    context = cli_context(ctx)
    with context.database.write() as session:
        number = series_by_name(session, name).id
        turn_off(session, number, actor=actor(session, as_), now=context.clock.now())
    data = {"name": name, "is_enabled": False}
    print_answer(context, {"welcome": data}, context.text("cli-welcome-turned-off", name=name))


@app.command("add-email")
def add_email_(
    ctx: typer.Context,
    name: Name,
    *,
    days: Annotated[int, typer.Option(help="How many days after confirming; 0 is at once.")],
    languages: Annotated[
        list[str], typer.Option("--language", help="A language of the email, the main one first; can be repeated.")
    ],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Add an email to a welcome series: a draft, to be written, submitted and approved like any campaign."""
    from campaigns.welcome.set_up_series import add_email, series_by_name

    context = cli_context(ctx)
    with context.database.write() as session:
        who, now, number = actor(session, as_), context.clock.now(), series_by_name(session, name).id
        draft = add_email(session, number, days, languages=tuple(languages), actor=who, now=now)
        data = {"campaign": draft.id, "days": days}
    print_answer(context, {"email": data}, context.text("cli-welcome-drafted", number=data["campaign"]))


@app.command("new-text")
def new_text_(ctx: typer.Context, name: Name, day: Day, *, as_: AsPerson, _: Json = False) -> None:
    """Draft another text of an email. Until it is approved, the present one goes out."""
    from campaigns.welcome.set_up_series import email_on, new_text, series_by_name

    context = cli_context(ctx)
    with context.database.write() as session:
        email = email_on(session, series_by_name(session, name).id, day)
        draft = new_text(session, email.id, actor=actor(session, as_), now=context.clock.now())
        data = {"campaign": draft.id, "days": day}
    print_answer(context, {"email": data}, context.text("cli-welcome-drafted", number=data["campaign"]))


@app.command("set-days")
def set_days_(
    ctx: typer.Context,
    name: Name,
    day: Day,
    *,
    days: Annotated[int, typer.Option(help="How many days after confirming; 0 is at once.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Send an email of a welcome series on another day, to whoever has not had it."""
    from campaigns.welcome.set_up_series import email_on, series_by_name, set_days

    context = cli_context(ctx)
    with context.database.write() as session:
        email = email_on(session, series_by_name(session, name).id, day)
        set_days(session, email.id, days, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"email": {"days": days}}, context.text("cli-welcome-saved"))


@app.command("remove-email")
def remove_email_(ctx: typer.Context, name: Name, day: Day, *, as_: As = None, _: Json = False) -> None:
    """Take an email out of a welcome series. Its report stays."""
    from campaigns.welcome.set_up_series import email_on, remove_email, series_by_name

    context = cli_context(ctx)
    with context.database.write() as session:
        email = email_on(session, series_by_name(session, name).id, day)
        remove_email(session, email.id, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"email": {"days": day}}, context.text("cli-welcome-saved"))


def _on_or_off(context: "CliContext", view: "SeriesView") -> str:
    since = view.series.since
    if not view.series.is_enabled or since is None:
        return context.text("cli-welcome-is-off")
    return context.text("cli-welcome-is-on", since=since.isoformat(timespec="minutes"))


def _data(view: "SeriesView") -> dict[str, Any]:
    return {
        "id": view.series.id,
        "name": view.series.name,
        "list": view.mailing_list.slug,
        "is_enabled": view.series.is_enabled,
        "since": view.series.since,
        "emails": [
            {
                "days": line.email.days,
                "state": line.state.value,
                "had": line.had,
                "campaign": line.current.id if line.current else None,
                "new_text": line.unsent.id if line.unsent else None,
            }
            for line in view.emails
        ],
        "coming": [{"day": line.day.isoformat(), "days": line.days, "count": line.count} for line in view.coming],
    }
