"""Garbage collection: what is loaded at the start is not gone through again (`gc.freeze`).

Python's collector goes through all objects that there are, a tenth of a second and more for those of the modules
alone, and it comes in the middle of whatever goes on: of a write transaction, too, for which others wait.
"""

import gc


def spare_what_is_loaded() -> None:
    """For a process that goes on for long, when it has loaded what it needs: it is never collected any more."""
    gc.collect()
    gc.freeze()
