"""`bilten digest list`, `show`, `on` and `off`: when each is made, and where each news item is and why."""

from typing import TYPE_CHECKING, Any

import typer

from cli.campaign.output import As, actor
from cli.digest.output import Name, digest_data, on_line, served_lines
from cli.output import Json, cli_context, print_answer, table

if TYPE_CHECKING:
    from datetime import datetime

    from campaigns.digest_tables import Digest
    from campaigns.digests.calendar_rule import Firing
    from cli.context import CliContext

app = typer.Typer()
FIRINGS = 10
ITEMS = 30


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the digests, and when each is made next."""
    from campaigns.digests.set_up_digest import list_digests

    context = cli_context(ctx)
    with context.database.read() as session:
        data = [digest_data(session, automation) for automation, _ in list_digests(session)]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "mode", "when")]
    cells = [
        [
            row["name"],
            context.text(f"cli-digest-mode-{row['mode']}"),
            row["next"] or context.text(_without_next(row)),
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
        kept = digest_data(session, automation)
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
    nothing = context.text(
        "cli-digest-nothing" if digest.is_on_publication else "campaigns-digest-empty", least=digest.least
    )
    lines = [
        context.text("cli-digest-next", times=", ".join(times) or context.text(_without_next(kept))),
        *(context.text("cli-digest-subject", language=code, subject=text) for code, text in subjects.items()),
        *([] if subjects else [nothing]),
        *served_lines(context, kept),
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
        data = digest_data(session, automation) | {"left_out": left}
    print_answer(context, {"digest": data}, on_line(context, data))


@app.command("off")
def turn_off_(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Turn a digest off. What is scheduled already goes out."""
    from campaigns.automation.change_automation import turn_off
    from campaigns.automation.memory import named_automation

    context = cli_context(ctx)
    with context.database.write() as session:
        before = digest_data(session, named_automation(session, name))
        automation = turn_off(session, name, actor=actor(session, as_), now=context.clock.now())
        data = digest_data(session, automation)
    off = context.text("cli-automation-off", name=name)
    print_answer(context, {"digest": data}, off, *served_lines(context, before))


def _without_next(data: dict[str, Any]) -> str:
    """Why no clock says when it is made."""
    return "cli-digest-at-once" if data["is_enabled"] else "cli-digest-is-off"


def _firings(context: "CliContext", digest: "Digest", now: "datetime") -> "list[Firing]":
    from campaigns.digests.calendar_rule import next_firings
    from campaigns.digests.digest_calendar import rule_of
    from campaigns.settings import CampaignSettings

    quiet = CampaignSettings.of(context.settings).quiet
    return next_firings(rule_of(digest), quiet, after=now, count=FIRINGS)
