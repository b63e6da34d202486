"""Restore detection, of a database that an older version has made: it has no counter that could be compared.

Where this machine has worked on a database in the same place since, that one came from it. So it is taken for an
older state of that one: it is held back, and what the journals know of the time since can be applied to it. They
prove nothing of what the older version did after the state was taken, so they are never whole for it (ADR 48).
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from core.db import Database
from core.generation.counter import become, set_quarantine
from core.generation.mark import read_mark
from core.generation.state_dir import StateDir
from core.generation.successor import read_successor

BEFORE_IDENTITIES = "before_identities"


def hold_as_older(
    database: Database, state_dir: StateDir, place: str, *, now: datetime, present: str = ""
) -> bool:
    """`database` has just got its identity by an upgrade, and nobody else uses it yet. It gets that of the first
    database of the line that lies in `place`, and of which `present` is one, where that is known.

    False, and nothing is changed, where this machine remembers none, or several of which none is `present`.
    """
    origin = _origin(state_dir, place, present)
    if origin is None:
        return False
    with database.write() as session:
        become(session, origin, counter=0)
        set_quarantine(session, reason=BEFORE_IDENTITIES, counter=0, now=now)
    return True


def _origin(state_dir: StateDir, place: str, present: str) -> str | None:
    folders = {folder.name: folder for folder in state_dir.folders()}
    after = {name: read_successor(folder) for name, folder in folders.items()}
    lines = [list(_line(first, after)) for first in folders.keys() - set(after.values())]
    if present:
        fitting = [line for line in lines if present in line]
    else:
        fitting = [line for line in lines if any(_lay_in(folders.get(name), place) for name in line)]
    return fitting[0][0] if len(fitting) == 1 else None


def _line(first: str, after: Mapping[str, str | None]) -> Iterator[str]:
    """A line begins where nothing leads to, so that it has an end."""
    name: str | None = first
    while name is not None:
        yield name
        name = after.get(name)


def _lay_in(folder: Path | None, place: str) -> bool:
    mark = read_mark(folder) if folder is not None else None
    return mark is not None and mark.place == place
