"""`bilten lists still-wanted`: readers who have not been heard from are asked whether they still want a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from cli.context import CliContext


@dataclass(frozen=True, slots=True)
class _Options:
    months: int | None
    a_day: int | None
    days: int | None
    on: bool | None


def still_wanted(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    months: Annotated[int | None, typer.Option(help="Months without a sign of life.")] = None,
    a_day: Annotated[int | None, typer.Option(help="How many readers are asked in a day, at most.")] = None,
    days: Annotated[
        int | None,
        typer.Option(help="Days to answer, after which readers are taken off the list; 0: nothing happens."),
    ] = None,
    on: Annotated[bool | None, typer.Option("--on/--off", help="Begin, or stop, asking.")] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Ask readers who have not been heard from whether they still want a list. Without options, show how many."""
    from campaigns.still_wanted.change_rule import view_rule
    from subscribers.lists import list_by_slug

    context = cli_context(ctx)
    if {months, a_day, days, on} != {None}:
        _change(context, slug, as_, _Options(months, a_day, days, on))
    with context.database.read() as session:
        view = view_rule(session, list_by_slug(session, slug), now=context.clock.now())
    state, rule = "on" if view.rule.is_enabled else "off", view.rule
    outcome = "stays" if rule.days_to_answer is None else "leaves"
    answer = {
        "list": slug,
        "is_enabled": rule.is_enabled,
        "months": rule.months,
        "most_a_day": rule.most_a_day,
        "days_to_answer": rule.days_to_answer,
        "due": view.due.total,
        "waiting": view.waiting,
    }
    print_answer(
        context,
        {"still_wanted": answer},
        context.text(f"cli-still-wanted-{state}", count=view.due.total, most=rule.most_a_day, months=rule.months),
        context.text(f"cli-still-wanted-{outcome}", days=rule.days_to_answer or 0),
    )


def _change(context: "CliContext", slug: str, as_: str | None, options: _Options) -> None:
    """What is not given stays as it is."""
    from campaigns.still_wanted.change_rule import StillWantedEdit, change_rule, rule_of, turn_off, turn_on
    from subscribers.lists import list_by_slug

    now = context.clock.now()
    with context.database.write() as session:
        who = actor(session, as_)
        if {options.months, options.a_day, options.days} != {None}:
            rule = rule_of(session, list_by_slug(session, slug))
            edit = StillWantedEdit(
                rule.months if options.months is None else options.months,
                rule.most_a_day if options.a_day is None else options.a_day,
                rule.days_to_answer if options.days is None else (options.days or None),
            )
            change_rule(session, slug, edit, actor=who, now=now)
        if options.on:
            turn_on(session, slug, actor=who, settings=context.settings, now=now)
        elif options.on is False:
            turn_off(session, slug, actor=who, now=now)
