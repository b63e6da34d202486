"""What is in doubt, and a person's decision over it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, Number, actor, campaign_lines
from cli.context import CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer
from core.errors import InputRefused

if TYPE_CHECKING:
    from campaigns.reporting.in_doubt import Choice, InDoubtAttempt

app = typer.Typer()
MAX_ROWS = 200


@app.command("doubts")
def doubts(ctx: typer.Context, number: Number, _: Json = False) -> None:
    """Show the calls to a provider for which it is not known whether they were accepted."""
    from campaigns.reporting.in_doubt import doubts_of, waiting_doubts

    context = cli_context(ctx)
    with context.database.read() as session:
        attempts = doubts_of(session, number, limit=MAX_ROWS)
        waiting = waiting_doubts(session, number, now=context.clock.now())
    lines = [line for doubt in attempts for line in _lines(context, doubt)]
    if waiting.attempts:
        counts = {"attempts": waiting.attempts, "count": waiting.deliveries}
        lines.append(context.text("cli-doubts-waiting", numbers=waiting.numbers, **counts))
        lines.append(context.text("cli-doubts-decide", number=str(number)))
    data = {"doubts": [asdict(doubt) for doubt in attempts], "waiting": asdict(waiting)}
    print_answer(context, data, *(lines or [context.text("cli-doubts-none")]))


@app.command("decide")
def decide(
    ctx: typer.Context,
    number: Number,
    attempt: Annotated[
        str,
        typer.Argument(help="The attempt's number, or several like 12-18,20, as `bilten campaign doubts` shows."),
    ],
    *,
    accepted: Annotated[bool, typer.Option("--accepted", help="It was sent: the provider says so.")] = False,
    send_again: Annotated[bool, typer.Option("--send-again", help="Send it again to these readers only.")] = False,
    leave: Annotated[
        bool, typer.Option("--leave", help="Leave it in doubt: better not sent than sent twice.")
    ] = False,
    why: Annotated[str, typer.Option(help="The reason, stored with your name.")] = "",
    as_: As = None,
    _: Json = False,
) -> None:
    """Decide about attempts in doubt. Needs an approver, named with --as, and a reason."""
    from campaigns.queries import get_campaign
    from campaigns.reporting.campaign_data import campaign_data
    from campaigns.reporting.in_doubt import BulkDecision, Decision, decide_all
    from campaigns.reporting.in_doubt import decide as decide_one

    context = cli_context(ctx)
    choice = _choice(accepted=accepted, send_again=send_again, leave=leave)
    now = context.clock.now()
    with context.database.write() as session:
        who = actor(session, as_)
        if attempt.isascii() and attempt.isdigit() and int(attempt) <= LARGEST_NUMBER:
            decided = decide_one(session, Decision(number, int(attempt), choice, why), actor=who, now=now)
        else:
            decided = decide_all(session, BulkDecision(number, attempt, choice, why), actor=who, now=now)
        campaign = get_campaign(session, number)
    data: dict[str, Any] = {"campaign": campaign_data(campaign), "choice": choice, "deliveries": decided}
    decision_text = context.text("cli-decided", attempt=attempt, choice=context.text(f"campaigns-choice-{choice}"))
    print_answer(
        context,
        data,
        decision_text,
        context.text("cli-decided-count", count=decided),
        *campaign_lines(context, campaign),
    )


def _choice(*, accepted: bool, send_again: bool, leave: bool) -> "Choice":
    from campaigns.reporting.in_doubt import Choice

    chosen = {Choice.ACCEPTED: accepted, Choice.SEND_AGAIN: send_again, Choice.LEAVE: leave}
    named = [choice for choice, is_chosen in chosen.items() if is_chosen]
    if len(named) != 1:
        raise InputRefused("campaigns-doubt-choice")
    return named[0]


def _lines(context: CliContext, doubt: "InDoubtAttempt") -> list[str]:
    from core.i18n import local_time

    zone = context.settings.time_zone
    when = local_time(doubt.opened_at, context.language, zone)
    count = doubt.deliveries
    lines = [context.text("web-doubt", number=str(doubt.attempt_id), time=when, sender=doubt.sender, count=count)]
    if doubt.detail:
        lines.append("  " + context.text("web-doubt-known", words=doubt.detail))
    if doubt.next_lookup_at:
        lines.append(
            "  " + context.text("web-doubt-looking", time=local_time(doubt.next_lookup_at, context.language, zone))
        )
    for decision in doubt.decisions:
        at = local_time(decision.at, context.language, zone)
        choice = context.text(f"campaigns-choice-{decision.choice}")
        lines.append(f"  {at}, {decision.who}: {choice} ({decision.why})")
    return lines
