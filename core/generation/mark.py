"""High-water mark: the highest generation of a database that this machine has seen committed, in a file.

A database whose counter is lower is an older one. The file is put in place as a whole (write, fsync, rename, fsync
of the folder), so a power cut leaves the one before it.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.generation.state_dir import locked, sync_folder, write_durably

_NAME = "mark.json"


@dataclass(frozen=True, slots=True)
class Mark:
    counter: int
    machines: int
    """How many machines had worked on the database by then."""
    journal_end: int = 0
    """The number of the journal's last line at that time: a journal that ends before it has lost something."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The highest number of a row that has been given out, by table."""
    machine: str = ""
    """Whose mark it is, so that a copy of it is known; empty where an older version has written it."""
    identity: str = ""
    """The database that it is about; empty likewise."""
    place: str = ""
    """Where that database lay (`core.generation.local_state.place_of`); empty likewise."""
    server: str = ""
    """On PostgreSQL, which database of which cluster it was (`core.sql.server_identity`), where that is known."""
    begins_at: int = 0
    """From which counter on the journal beside it has all that this machine did. 0: from its first day. More where
    the machine had worked on the database before, and what it remembered of it is lost."""
    beats: int = -1
    """The number of the last heartbeat that this machine has given, or is about to give; -1: none is known."""
    has_joined: bool = True
    """False from when the folder is seen to be a copy until the machine has joined with an id of its own."""


def read_mark(folder: Path) -> Mark | None:
    """None where this machine has never worked on the database."""
    try:
        stored = json.loads((folder / _NAME).read_bytes())
        content = stored["mark"]
        if stored["check"] != _check(content):
            return None
        return Mark(**content)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def write_mark(folder: Path, mark: Mark) -> None:
    """Never lowers one that is there, whoever writes at the same time. Raises OSError."""
    with locked(folder):
        content = asdict(_highest(read_mark(folder), mark))
        made = folder / f"{_NAME}.new"
        write_durably(made, json.dumps({"mark": content, "check": _check(content)}).encode())
        made.replace(folder / _NAME)
        sync_folder(folder)


def _highest(before: Mark | None, mark: Mark) -> Mark:
    if before is None:
        return mark
    tables = before.numbers.keys() | mark.numbers.keys()
    return Mark(
        counter=max(before.counter, mark.counter),
        machines=max(before.machines, mark.machines),
        journal_end=max(before.journal_end, mark.journal_end),
        numbers={name: max(before.numbers.get(name, 0), mark.numbers.get(name, 0)) for name in tables},
        machine=mark.machine or before.machine,
        identity=mark.identity or before.identity,
        place=mark.place or before.place,
        server=mark.server or before.server,
        begins_at=before.begins_at,
        beats=max(before.beats, mark.beats) if mark.machine in ("", before.machine) else mark.beats,
        has_joined=mark.has_joined,
    )


def _check(content: object) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
