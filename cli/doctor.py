"""`bilten doctor`: whether everything that sending needs is in order."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from cli.context import CliContext
from cli.error_output import known_error
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from cli import checks

    Examination = Callable[[CliContext], Iterator[checks.Check]]

app = typer.Typer()
PROBLEMS_FOUND = 1
_MARKS = {"good": "✓", "warning": "!", "problem": "✗"}


@app.command("doctor")
def doctor(ctx: typer.Context, _: Json = False) -> None:
    """Check settings, database, folders, senders and scheduler. Exits with 1 if something prevents sending."""
    from cli.checks import Level

    context = cli_context(ctx)
    found = [(check, context.text(check.code, **check.params)) for check in _examine(context)]
    problems = sum(check.level is Level.PROBLEM for check, _text in found)
    data = {
        "problems": problems,
        "checks": [
            {"level": check.level, "code": check.code, "text": text, "more": [line.strip() for line in check.more]}
            for check, text in found
        ],
    }
    lines = [line for check, text in found for line in (f"{_MARKS[check.level]} {text}", *check.more)]
    print_answer(context, data, *lines, context.text("cli-doctor-summary", problems=problems))
    if problems:
        raise typer.Exit(PROBLEMS_FOUND)


def _examine(context: CliContext) -> "Iterator[checks.Check]":
    """All checks in order, until one that the next ones stand on fails."""
    from cli import checks, checks_backup, checks_clock, checks_outside

    basis: tuple[Examination, ...] = (checks.check_settings, checks.check_folders, checks.check_database)
    rest: tuple[Examination, ...] = (
        checks.check_secret_key,
        checks.check_organisation,
        checks.check_needs,
        checks_backup.check_backup,
        checks.check_senders,
        checks_outside.check_domains,
        checks_outside.check_spam_filter,
        checks.check_sign_up,
        checks_clock.check_clock,
        checks.check_scheduler,
        checks.check_machines,
    )
    try:
        for examination in (*basis, *rest):
            yield from examination(context)
    except Exception as error:
        known = known_error(error)
        if known is None:
            raise
        yield checks.as_check(known)
