"""What a person reads, and the exit code, when a command could not do its work."""

import sys
import traceback
from errno import EDQUOT, ENOSPC
from pathlib import Path

from cli.context import CliContext
from cli.output import print_failure, print_json_error
from core.errors import BiltenError, Misconfigured, Unavailable
from core.ids import new_public_id

DEFECT = 1
MISUSED = 2
_DATABASES_SAY: dict[str, BiltenError] = {
    "not a database": Misconfigured("cli-database-broken"),
    "malformed": Misconfigured("cli-database-broken"),
    "locked": Unavailable("cli-database-locked"),
    "lock timeout": Unavailable("cli-database-locked"),
    "is full": Unavailable("cli-disk-full"),
    "unable to open": Misconfigured("cli-database-unwritable"),
    "readonly": Misconfigured("cli-database-unwritable"),
}
"""What stands in a driver's words, and ours for it."""


def print_error(context: CliContext, error: Exception) -> int:
    """Says what happened in the staff's language. Returns the exit code."""
    known = known_error(error)
    if known is None:
        return _explain_defect(context, error)
    if context.debug:
        traceback.print_exception(error)
    print_failure(context, known.code, context.text(known.code, **known.params))
    return known.exit_code


def print_usage_error(context: CliContext, code: int, *, as_json: bool) -> int:
    """A command that was written wrongly is explained on stderr before it runs; a program is told on stdout."""
    if code == MISUSED and as_json and not context.has_answered:
        print_json_error(context, "cli-misused", context.text("cli-misused"))
    return code


def known_error(error: Exception) -> BiltenError | None:
    """The error that we have words for; None for a defect of the program."""
    if isinstance(error, BiltenError):
        return error
    if isinstance(error, OSError) and isinstance(error.filename, str):
        return Misconfigured("cli-file-refused", file=error.filename, reason=error.strerror or "")
    if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):  # also of what a shell writes the answer to
        return Unavailable("cli-disk-full")
    # Whoever raised one of these has imported SQLAlchemy; a quick command need not.
    return _database_error(error) if "sqlalchemy" in sys.modules else None


def _database_error(error: Exception) -> BiltenError | None:
    from sqlalchemy.exc import DatabaseError, OperationalError

    message = str(error.orig) if isinstance(error, DatabaseError) else ""
    for phrase, known in _DATABASES_SAY.items():
        if phrase in message:
            return known
    return Unavailable("cli-database-unreachable") if isinstance(error, OperationalError) else None


def _explain_defect(context: CliContext, error: Exception) -> int:
    reference = new_public_id(8)
    if context.debug:
        traceback.print_exception(error)
        print_failure(context, "cli-defect", context.text("cli-defect-shown", kind=type(error).__name__))
        return DEFECT
    kept = _keep_traceback(context, error, reference)
    if kept is None:
        print_failure(context, "cli-defect", context.text("cli-defect", kind=type(error).__name__))
    else:
        print_failure(
            context, "cli-defect", context.text("cli-defect-kept", kind=type(error).__name__, file=str(kept))
        )
    return DEFECT


def _keep_traceback(context: CliContext, error: Exception, reference: str) -> Path | None:
    """Leaves the traceback, without addresses, for whoever mends it. None where nothing can be written."""
    from core.logging import redact

    try:
        folder = context.settings.var_dir / "errors"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{reference}.txt"
        redacted = redact(None, "error", {"traceback": "".join(traceback.format_exception(error))})
        path.write_text(redacted["traceback"], encoding="utf-8")
    except (OSError, Misconfigured):
        return None
    return path
