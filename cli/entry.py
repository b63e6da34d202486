"""Console script: what `bilten` starts. Ctrl-C ends it without a traceback, from its first import on.

Before that it is Python's: in the milliseconds in which the interpreter reads its `site` and finds this module, no
line of ours has run that could end it quietly.
"""

import os
import sys

INTERRUPTED = 130


def main() -> None:
    try:
        _open_closed_streams()
        from cli.mail_pipe import EX_TEMPFAIL, exit_code, is_for_pipe
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    arguments = sys.argv[1:]
    try:
        from cli.main import main as run_command

        run_command()
    except KeyboardInterrupt:
        sys.exit(exit_code(arguments, INTERRUPTED))
    except Exception:
        if not is_for_pipe(arguments):
            raise
        # In the middle of an upgrade not even the imports work: a server would give the email up for a 1.
        import traceback

        traceback.print_exc()
        sys.exit(EX_TEMPFAIL)


def _open_closed_streams() -> None:
    """Whoever starts it may have closed them (`>&-`). Python has none then, and the first file that is opened gets
    the number of one: what is printed would stand in the database."""
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False))
