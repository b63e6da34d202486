"""RAM disk (tmpfs): what the tests write lies in memory, where this machine has such a folder with room enough.

The program flushes to the disk what must survive a power cut, several times in each message that it sends. No test
cuts the power, and waiting for a disk was a good part of a run. Whoever sets TMPDIR decides otherwise.
"""

import os
import shutil
import tempfile
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  each run makes folders of its own in it
ENOUGH = 3 * 1024**3
"""Bytes. A whole run has had less than 1 GB at any moment."""


def use_ram_disk(folder: Path = SHARED_MEMORY) -> None:
    """Makes it the folder for temporary files of this process and of all that it starts, unless one is named, or
    it is not there, too small, or lets no program run from it."""
    if "TMPDIR" in os.environ or not is_fit(folder):
        return
    os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # which is asked for anew


def is_fit(folder: Path) -> bool:
    if not os.access(folder, os.W_OK | os.X_OK) or shutil.disk_usage(folder).free < ENOUGH:
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC
