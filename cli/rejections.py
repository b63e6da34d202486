"""How an import says which of its input was refused, and why."""

from collections.abc import Sequence
from typing import Any

from cli.context import CliContext
from core.errors import InputRefused, Refusal

NOTHING_DONE = InputRefused.exit_code


def refused_lines(context: CliContext, refused: Sequence[Refusal]) -> list[str]:
    return [f"  {_where(refusal)}{context.text(refusal.code, **refusal.params)}" for refusal in refused]


def _where(refusal: Refusal) -> str:
    """File and line, unless the text names its file itself, or there is no place."""
    if "file" in refusal.params or not refusal.place:
        return ""
    return f"{refusal.place}: " if refusal.line is None else f"{refusal.place}:{refusal.line}: "


def refused_data(context: CliContext, refused: Sequence[Refusal]) -> list[dict[str, Any]]:
    return [
        {
            "place": refusal.place,
            "line": refusal.line,
            "code": refusal.code,
            "text": context.text(refusal.code, **refusal.params),
        }
        for refusal in refused
    ]
