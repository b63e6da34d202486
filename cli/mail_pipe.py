"""Exit status for a mail server's pipe: whether a command line is what it runs. Imports next to nothing, because
it is asked even where nothing else can be imported.

EX_TEMPFAIL (sysexits.h): a mail server keeps the email and tries again. It takes any other number than that and 0
for "never", also that of a wrong option, of settings that its user may not read, and of an interruption.
"""

import os
import sys
from collections.abc import Sequence
from itertools import dropwhile, takewhile

EX_TEMPFAIL = os.EX_TEMPFAIL
_MAILBOXES = ("--maildir", "--imap")


def is_for_pipe(arguments: Sequence[str]) -> bool:
    """Whether this is `bilten bounces read` of one email from stdin, and no person types it at a terminal."""
    command = list(dropwhile(lambda argument: argument.startswith("-"), arguments))
    options = takewhile(lambda argument: argument != "--", command[2:])
    names_mailbox = any(option.partition("=")[0] in _MAILBOXES for option in options)
    return command[:2] == ["bounces", "read"] and not names_mailbox and not _is_typed()


def exit_code(arguments: Sequence[str], code: int) -> int:
    """The code of a command, as whoever runs it has to hear it."""
    return EX_TEMPFAIL if code and is_for_pipe(arguments) else code


def _is_typed() -> bool:
    try:
        return sys.stdin.isatty()
    except (AttributeError, ValueError):  # there is none, or it is closed
        return False
