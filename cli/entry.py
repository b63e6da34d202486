"""Console script: what `bilten` starts. Ctrl-C ends it without a traceback, from its first import on."""

import os
import sys
import traceback

INTERRUPTED = 130


def main() -> None:
    try:
        from cli.main import main as run_command

        run_command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:
        if sys.argv[1:3] != ["bounces", "read"]:
            raise
        # In the middle of an upgrade not even the imports work: a server would give the email up for a 1.
        traceback.print_exc()
        sys.exit(os.EX_TEMPFAIL)
