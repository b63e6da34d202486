"""`bilten digest`: what has been published goes out together, on days that a calendar says."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel import Session

    from campaigns.digests.calendar_rule import CalendarRule, Firing
    from campaigns.digests.digest_request import DigestRequest
    from campaigns.digests.tables import Digest
    from campaigns.tables import Automation, AutomationMode
    from cli.context import CliContext

app = typer.Typer(help="What is new goes out together, on chosen days.")
Name = Annotated[str, typer.Argument(help="The digest's name.")]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRINGS = 10
ITEMS = 30


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    list_slug: Annotated[str, typer.Option("--list", help="The mailing list.")],
    sender: Annotated[str, typer.Option(help="The sender.")],
    every: Annotated[
        str, typer.Option(help="weekly, fortnightly, first_of_month or last_working_day.")
    ] = "weekly",
    days: Annotated[str, typer.Option(help="Days of the week, with commas: mon,thu.")] = "mon",
    at: Annotated[str, typer.Option(help="The time of day, such as 08:00.")] = "08:00",
    zone: Annotated[str, typer.Option(help="The time zone; the organisation's if not given.")] = "",
    mode: Annotated[
        str,
        typer.Option(help="draft, ask (submit it to approvers) or send (in the name of a person, --as)."),
    ] = "draft",
    as_: As = None,
    _: Json = False,
) -> None:
    """Gather what comes from now on, and make a campaign of it on the chosen days."""
    from campaigns.digests.digest_request import DigestRequest, read_digest_name
    from campaigns.digests.set_up_digest import add_digest

    context = cli_context(ctx)
    rule = _rule(context, every, days, at, zone)
    request = DigestRequest(read_digest_name(name), rule, _mode(mode), [list_slug], sender)
    with context.database.write() as session:
        who, now = actor(session, as_), context.clock.now()
        made = add_digest(session, request, actor=who, settings=context.settings, now=now)
        data = _data(session, made)
    print_answer(context, {"digest": data}, context.text("cli-digest-on", name=made.name, next=data["next"] or ""))


@app.command("set")
def set_(
    ctx: typer.Context,
    name: Name,
    *,
    every: Annotated[
        str | None, typer.Option(help="weekly, fortnightly, first_of_month or last_working_day.")
    ] = None,
    days: Annotated[str | None, typer.Option(help="Days of the week, with commas: mon,thu.")] = None,
    at: Annotated[str | None, typer.Option(help="The time of day, such as 08:00.")] = None,
    mode: Annotated[
        str | None,
        typer.Option(help="draft, ask (submit it to approvers) or send (in the name of a person, --as)."),
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Change a digest. What you do not give stays as it is; others approve it anew."""
    from dataclasses import replace

    from campaigns.automation.memory import named_automation
    from campaigns.digests.digest_request import request_of
    from campaigns.digests.set_up_digest import change_digest, get_digest

    context = cli_context(ctx)
    with context.database.write() as session:
        automation = named_automation(session, name)
        request = request_of(session, automation, get_digest(session, automation))
        request = _changed(context, request, every=every, days=days, at=at)
        request = replace(request, mode=_mode(mode)) if mode else request
        who, now = actor(session, as_), context.clock.now()
        changed = change_digest(session, name, request, actor=who, settings=context.settings, now=now)
        data = _data(session, changed)
    print_answer(context, {"digest": data}, context.text("cli-digest-on", name=name, next=data["next"] or ""))


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the digests, and when each is made next."""
    from campaigns.digests.set_up_digest import list_digests

    context = cli_context(ctx)
    with context.database.read() as session:
        data = [_data(session, automation) for automation, _ in list_digests(session)]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "mode", "when")]
    cells = [
        [
            row["name"],
            context.text(f"cli-digest-mode-{row['mode']}"),
            row["next"] or context.text("cli-digest-is-off"),
        ]
        for row in data
    ]
    print_answer(context, {"digests": data}, table(heads, cells) if data else context.text("cli-digests-none"))


@app.command("show")
def show(ctx: typer.Context, name: Name, _: Json = False) -> None:
    """Show the next ten times of a digest, what would go out now, and where each news item is and why."""
    from campaigns.automation.memory import named_automation
    from campaigns.digests.gather_items import latest_items
    from campaigns.digests.judge_items import judge_items
    from campaigns.digests.plan_digest import plan_digest
    from campaigns.digests.set_up_digest import get_digest
    from core.ids import new_public_id

    context = cli_context(ctx)
    now, settings = context.clock.now(), context.settings
    with context.database.read() as session:
        automation = named_automation(session, name)
        digest = get_digest(session, automation)
        plan = plan_digest(session, automation, digest, public_id=new_public_id(), settings=settings, now=now)
        items = judge_items(
            session, automation, digest, latest_items(session, limit=ITEMS), settings=settings, now=now
        )
        times = [f"{firing.local:%Y-%m-%d %H:%M}" for firing in _firings(context, digest, now)]
        subjects = {each.language: each.subject for each in plan.draft.variants} if plan.draft else {}
        taken = [each.item.slug for each in plan.gathered.taken]
    states = [
        {
            "slug": each.item.slug,
            "state": each.state.value,
            "why": context.text(each.why.code, **each.why.params) if each.why else "",
            "campaign": each.campaign_id,
        }
        for each in items
    ]
    data = {"firings": times, "now": {"subjects": subjects, "items": taken}, "items": states}
    lines = [
        context.text("cli-digest-next", times=", ".join(times) or context.text("cli-digest-is-off")),
        *(context.text("cli-digest-subject", language=code, subject=text) for code, text in subjects.items()),
        *([] if subjects else [context.text("campaigns-digest-empty", least=digest.least)]),
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("slug", "status", "reason")]
    cells = [[row["slug"], context.text(f"cli-digest-state-{row['state']}"), row["why"]] for row in states]
    print_answer(context, {"digest": data}, *lines, table(heads, cells))


@app.command("on")
def turn_on(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn a digest on again. What came meanwhile is not in it."""
    from campaigns.digests.set_up_digest import turn_digest_on

    context = cli_context(ctx)
    with context.database.write() as session:
        who, now = actor(session, as_), context.clock.now()
        automation, left = turn_digest_on(session, name, actor=who, settings=context.settings, now=now)
        data = _data(session, automation) | {"left_out": left}
    print_answer(context, {"digest": data}, context.text("cli-digest-on", name=name, next=data["next"] or ""))


@app.command("off")
def turn_off_(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn a digest off. What is scheduled already goes out."""
    from campaigns.automation.change_automation import turn_off

    context = cli_context(ctx)
    with context.database.write() as session:
        automation = turn_off(session, name, actor=actor(session, as_), now=context.clock.now())
        data = _data(session, automation)
    print_answer(context, {"digest": data}, context.text("cli-automation-off", name=name))


def _rule(context: "CliContext", every: str, days: str, at: str, zone: str) -> "CalendarRule":
    from zoneinfo import ZoneInfo

    from campaigns.automation.brake import send_time
    from campaigns.digests.calendar_rule import CalendarRule, Pattern

    if every not in tuple(Pattern):
        raise InputRefused("campaigns-digest-choice")
    today = context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date()
    zone = zone or context.settings.time_zone
    return CalendarRule(Pattern(every), _weekdays(days), today, send_time(at), zone)


def _changed(
    context: "CliContext", request: "DigestRequest", *, every: str | None, days: str | None, at: str | None
) -> "DigestRequest":
    from dataclasses import replace

    rule = request.rule
    wanted = _rule(
        context,
        every or rule.pattern.value,
        days if days is not None else ",".join(DAYS[day] for day in rule.weekdays),
        at or rule.at.strftime("%H:%M"),
        rule.zone,
    )
    kept = replace(wanted, starts_on=rule.starts_on, moves_for_holidays=rule.moves_for_holidays)
    return replace(request, rule=kept)


def _weekdays(text: str) -> tuple[int, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not set(names) <= set(DAYS):
        raise InputRefused("campaigns-digest-choice")
    return tuple(sorted({DAYS.index(name) for name in names}))


def _mode(text: str) -> "AutomationMode":
    from campaigns.tables import AutomationMode

    if text not in tuple(AutomationMode):
        raise InputRefused("cli-automation-mode-unknown", mode=text, known=", ".join(AutomationMode))
    return AutomationMode(text)


def _firings(context: "CliContext", digest: "Digest", now: "datetime") -> "list[Firing]":
    from campaigns.digests.calendar_rule import next_firings
    from campaigns.digests.digest_calendar import rule_of
    from campaigns.settings import CampaignSettings

    quiet = CampaignSettings.of(context.settings).quiet
    return next_firings(rule_of(digest), quiet, after=now, count=FIRINGS)


def _data(session: "Session", automation: "Automation") -> dict[str, Any]:
    from campaigns.digests.set_up_digest import get_digest

    digest = get_digest(session, automation)
    return {
        "id": automation.id,
        "name": automation.name,
        "mode": automation.mode.value,
        "is_enabled": automation.is_enabled,
        "next": digest.next_local.replace("T", " ") if automation.is_enabled else None,
    }
