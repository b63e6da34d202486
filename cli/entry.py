"""Console script: what `bilten` starts. Ctrl-C ends it without a traceback, from its first import on."""

import sys

INTERRUPTED = 130


def main() -> None:
    try:
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
