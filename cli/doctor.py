"""`bilten doctor`: whether everything that sending needs is in order."""

from collections.abc import Callable, Iterator

import typer

from cli.answer import Json, answer, workplace
from cli.context import Workplace
from core.errors import BiltenError

app = typer.Typer()
PROBLEMS_FOUND = 1
_MARKS = {"good": "✓", "warning": "!", "problem": "✗"}


@app.command("doctor")
def doctor(context: typer.Context, _: Json = False) -> None:
    """Look at settings, database, folders, senders and scheduler. Exits with 1 if something keeps mail from going."""
    from cli.checks import Level

    here = workplace(context)
    found = [(check, here.text(check.code, **check.params)) for check in _examine(here)]
    problems = sum(check.level is Level.PROBLEM for check, _text in found)
    data = {
        "problems": problems,
        "checks": [{"level": check.level, "code": check.code, "text": text} for check, text in found],
    }
    lines = [f"{_MARKS[check.level]} {text}" for check, text in found]
    answer(here, data, *lines, here.text("cli-doctor-summary", problems=problems))
    if problems:
        raise typer.Exit(PROBLEMS_FOUND)


def _examine(here: Workplace) -> "Iterator[checks.Check]":
    """All checks; those that need a database only where there is one."""
    from cli import checks

    first: list[Examination] = [checks.check_settings, checks.check_folders, checks.check_database]
    then: list[Examination] = [
        checks.check_secret_key,
        checks.check_organisation,
        checks.check_senders,
        checks.check_scheduler,
    ]
    failed = False
    for examination in first:
        try:
            yield from examination(here)
        except BiltenError as error:
            failed = True
            yield checks.as_check(error)
    if not failed:
        for examination in then:
            yield from examination(here)
