"""What a check has found, told to a person or a program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cli.context import CliContext
from cli.output import print_answer
from core.errors import InputRefused

if TYPE_CHECKING:
    from templates.check import Finding

ERRORS_FOUND = InputRefused.exit_code


def print_findings(context: CliContext, findings: "Sequence[Finding]") -> None:
    """Raises Exit where one of them is an error."""
    from templates.check import Severity

    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    data = {
        "errors": errors,
        "findings": [
            {
                "severity": finding.severity,
                "code": finding.code,
                "where": finding.where,
                "language": finding.language,
                "item": finding.item,
                "text": context.text(finding.code, **finding.params),
            }
            for finding in findings
        ],
    }
    lines = [_line(context, finding) for finding in findings]
    print_answer(
        context, data, *lines, context.text("cli-check-summary", errors=errors, warnings=len(findings) - errors)
    )
    if errors:
        raise typer.Exit(ERRORS_FOUND)


def _line(context: CliContext, finding: "Finding") -> str:
    item = f"“{finding.item}”" if finding.item else ""
    part = context.text("campaigns-finding-in", where=finding.where)
    place = ", ".join(detail for detail in (finding.language, part, item) if detail)
    severity = context.text(f"cli-check-{finding.severity}")
    return f"{severity} ({place}): {context.text(finding.code, **finding.params)}"
