"""What is in doubt, and a person's decision over it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, Number, actor, campaign_data, campaign_lines
from cli.context import Workplace
from cli.output import LARGEST_NUMBER, Json, answer, workplace
from core.errors import InputRefused

if TYPE_CHECKING:
    from campaigns.reporting.in_doubt import Choice, Doubt

app = typer.Typer()
MOST = 200


@app.command("doubts")
def doubts(context: typer.Context, number: Number, _: Json = False) -> None:
    """Show the calls to a provider of which nobody knows whether they were taken."""
    from campaigns.reporting.in_doubt import doubts_of, waiting_doubts

    here = workplace(context)
    with here.database.read() as session:
        found = doubts_of(session, number, limit=MOST)
        waiting = waiting_doubts(session, number, now=here.clock.now())
    lines = [line for doubt in found for line in _lines(here, doubt)]
    if waiting.attempts:
        counts = {"attempts": waiting.attempts, "count": waiting.deliveries}
        lines.append(here.text("cli-doubts-waiting", numbers=waiting.numbers, **counts))
        lines.append(here.text("cli-doubts-decide", number=str(number)))
    data = {"doubts": [asdict(doubt) for doubt in found], "waiting": asdict(waiting)}
    answer(here, data, *(lines or [here.text("cli-doubts-none")]))


@app.command("decide")
def decide(
    context: typer.Context,
    number: Number,
    attempt: Annotated[
        str,
        typer.Argument(help="The attempt's number, or several like 12-18,20, as `bilten campaign doubts` shows."),
    ],
    *,
    accepted: Annotated[bool, typer.Option("--accepted", help="It was sent: the provider says so.")] = False,
    send_again: Annotated[bool, typer.Option("--send-again", help="Send it again to just these readers.")] = False,
    leave: Annotated[
        bool, typer.Option("--leave", help="Leave it in doubt: rather not at all than twice.")
    ] = False,
    why: Annotated[str, typer.Option(help="The reason, kept with your name.")] = "",
    as_: As = None,
    _: Json = False,
) -> None:
    """Say what is to become of attempts in doubt. It takes an approver, named with --as, and a reason."""
    from campaigns.queries import get_campaign
    from campaigns.reporting.in_doubt import Decision, DecisionOverMany, decide_all
    from campaigns.reporting.in_doubt import decide as decide_one

    here = workplace(context)
    choice = _choice(accepted=accepted, send_again=send_again, leave=leave)
    now = here.clock.now()
    with here.database.write() as session:
        who = actor(session, as_)
        if attempt.isascii() and attempt.isdigit() and int(attempt) <= LARGEST_NUMBER:
            decided = decide_one(session, Decision(number, int(attempt), choice, why), actor=who, now=now)
        else:
            decided = decide_all(session, DecisionOverMany(number, attempt, choice, why), actor=who, now=now)
        campaign = get_campaign(session, number)
    data: dict[str, Any] = {"campaign": campaign_data(campaign), "choice": choice, "deliveries": decided}
    told = here.text("cli-decided", attempt=attempt, choice=here.text(f"campaigns-choice-{choice}"))
    answer(here, data, told, here.text("cli-decided-count", count=decided), *campaign_lines(here, campaign))


def _choice(*, accepted: bool, send_again: bool, leave: bool) -> "Choice":
    from campaigns.reporting.in_doubt import Choice

    chosen = {Choice.ACCEPTED: accepted, Choice.SEND_AGAIN: send_again, Choice.LEAVE: leave}
    named = [choice for choice, is_chosen in chosen.items() if is_chosen]
    if len(named) != 1:
        raise InputRefused("campaigns-doubt-choice")
    return named[0]


def _lines(here: Workplace, doubt: "Doubt") -> list[str]:
    from core.i18n import local_time

    zone = here.settings.time_zone
    when = local_time(doubt.opened_at, here.language, zone)
    count = doubt.deliveries
    lines = [here.text("web-doubt", number=str(doubt.attempt_id), time=when, sender=doubt.sender, count=count)]
    if doubt.words:
        lines.append("  " + here.text("web-doubt-known", words=doubt.words))
    if doubt.looks_at:
        lines.append("  " + here.text("web-doubt-looking", time=local_time(doubt.looks_at, here.language, zone)))
    for decision in doubt.decisions:
        at = local_time(decision.at, here.language, zone)
        choice = here.text(f"campaigns-choice-{decision.choice}")
        lines.append(f"  {at}, {decision.who}: {choice} ({decision.why})")
    return lines
