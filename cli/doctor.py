"""`bilten doctor`: whether everything that sending needs is in order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import CliContext
from cli.error_output import known_error
from cli.output import Json, cli_context, print_answer
from cli.rejections import refused_lines

if TYPE_CHECKING:
    from scheduler.health.context import HealthContext
    from scheduler.health.health_check import HealthCheck

app = typer.Typer()
PROBLEMS_FOUND = 1
_MARKS = {"good": "✓", "warning": "!", "problem": "✗"}


@app.command("doctor")
def doctor(
    ctx: typer.Context,
    *,
    mail: Annotated[str, typer.Option(help="Also send one email to this address through each sender.")] = "",
    _: Json = False,
) -> None:
    """Check settings, database, folders, senders and scheduler. Exits with 1 if something prevents sending."""
    from scheduler.health.health_check import Level

    context = cli_context(ctx)
    examined = [*_examine(context), *(_mail(context, mail) if mail else ())]
    checks = [(check, context.text(check.code, **check.params), _more(context, check)) for check in examined]
    problems = sum(check.level is Level.PROBLEM for check, _text, _lines in checks)
    data = {
        "problems": problems,
        "checks": [
            {
                "level": check.level,
                "code": _published(check.code),
                "text": text,
                "more": [line.strip() for line in more],
            }
            for check, text, more in checks
        ],
    }
    lines = [line for check, text, more in checks for line in (f"{_MARKS[check.level]} {text}", *more)]
    print_answer(context, data, *lines, context.text("cli-doctor-summary", problems=problems))
    if problems:
        raise typer.Exit(PROBLEMS_FOUND)


def _mail(context: CliContext, address: str) -> "Iterator[HealthCheck]":
    """One email through each sender, paused or not. Raises InputRefused for what is no address."""
    from cli.trial_mail import send_trials

    yield from send_trials(context, address)


def _published(code: str) -> str:
    """What programs that watch have always known a check by, wherever its text lies."""
    if code == "scheduler-needs-none":
        return "web-needs-none"
    return code.replace("scheduler-health-", "cli-doctor-")


def _more(context: CliContext, check: "HealthCheck") -> list[str]:
    """What is behind it and what to do, in the staff's language."""
    more = refused_lines(context, check.why)
    more += [f"  {context.text(check.advice, **check.params)}"] if check.advice else []
    more += (
        [f"  {context.text('web-campaign-provider-says', words=check.provider_message)}"]
        if check.provider_message
        else []
    )
    return more


def _examine(context: CliContext) -> "Iterator[HealthCheck]":
    """All checks in order, until one that the next ones stand on fails."""
    from migrations.upgrade import refuse_what_cannot_be_upgraded
    from scheduler.health.examine import examine, examine_surroundings
    from scheduler.health.health_check import check_of_error

    try:
        yield from examine_surroundings(context.settings, context.env_file)
        refuse_what_cannot_be_upgraded(context.unchecked_database)
        yield from examine(health_context(context))
    except Exception as error:
        known = known_error(error)
        if known is None:
            raise
        yield check_of_error(known)


def health_context(context: CliContext) -> "HealthContext":
    """Raises Misconfigured where the database is not this program's."""
    from scheduler.health.context import HealthContext
    from scheduler.jobs import MAX_SILENCE

    return HealthContext(context.services, context.probes, context.guard, MAX_SILENCE)
