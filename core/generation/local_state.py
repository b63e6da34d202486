"""High-water mark and journal together: what this machine knows of a database, in memory and in its files."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL
from sqlmodel import Session

from core.db import Database
from core.generation.counter import Generation, read_generation
from core.generation.hole import close_hole, has_hole, open_hole
from core.generation.journal import Journal
from core.generation.mark import Mark, read_mark, write_mark
from core.generation.notes import Entry
from core.generation.origin import hold_as_older
from core.generation.state_dir import StateDir
from core.generation.successor import read_successor, write_successor
from core.generation.verdict import KnownState
from core.sql import server_identity

COUNTER, MACHINES, KIND, AT, IS_INTENT, DATA = "c", "m", "k", "at", "i", "d"
"""A line of the journal: counter and machines as its transaction left them, and what it was."""
LATE = "late"
"""In a line that could not be written when it should have been: its counter is of that time, its number is not."""
PROBE = "probe"


def line_of(entry: Entry, stamp: Generation | None, *, at: str) -> dict[str, Any]:
    generation: dict[str, Any] = {COUNTER: stamp.counter, MACHINES: stamp.machines} if stamp else {}
    return {KIND: entry.kind, AT: at, IS_INTENT: int(entry.is_intent), DATA: entry.data} | generation


def place_of(url: URL) -> str:
    """Tells databases apart by where they lie, without saying where that is, or who signs in."""
    if url.get_backend_name() == "sqlite":
        where = str(Path(url.database or "").resolve())
    else:
        where = f"{url.host or url.query.get('host', '')}:{url.port or ''}/{url.database}"
    return hashlib.sha256(where.encode()).hexdigest()[:16]


class LocalState:
    """Safe for threads. Raises Misconfigured where the state directory cannot be used, OSError like the disk."""

    def __init__(self, state_dir: StateDir, *, place: str) -> None:
        """`place`: where the database lies (`place_of`)."""
        self._dir = state_dir
        self._place = place
        self._server = ""
        """Which database of which PostgreSQL cluster it is, as far as that is known."""
        self._lock = Lock()
        self._committed: dict[str, int] = {}
        """The highest counter that this process knows to be committed, by identity."""
        self._written: dict[str, int] = {}
        """The highest number of a line that this process has written, by identity."""

    @property
    def machine_id(self) -> str:
        return self._dir.machine_id()

    @property
    def server(self) -> str:
        """Which database of which PostgreSQL cluster was identified last; empty where it is not known."""
        return self._server

    def journal(self, identity: str) -> Journal:
        return Journal(self._dir.folder(identity), at_least=self._written.get(identity, 0))

    def has_worked_here(self) -> bool:
        """Whether this machine has ever worked on a database in this one's place."""
        marks = (read_mark(folder) for folder in self._dir.folders())
        return any(mark is not None and mark.place == self._place for mark in marks)

    def hold_as_older(self, database: Database, *, now: datetime, present: str = "") -> bool:
        """See `core.generation.origin`."""
        return hold_as_older(database, self._dir, self._place, now=now, present=present)

    def mark(self, identity: str) -> Mark | None:
        return read_mark(self._dir.folder(identity))

    def committed(self, identity: str) -> int:
        """As far as this process remembers."""
        return self._committed.get(identity, 0)

    def successor(self, identity: str) -> str | None:
        """What this database became here when it was adopted: whatever came later is in that one's journal."""
        return read_successor(self._dir.folder(identity))

    def set_successor(self, identity: str, successor: str) -> None:
        """To be said before it is so: between the two, both are held back."""
        with self._usable():
            write_successor(self._dir.folder(identity), successor)

    def remember(self, identity: str, committed: int) -> None:
        with self._lock:
            self._committed[identity] = max(self._committed.get(identity, 0), committed)

    def identify(self, session: Session) -> str:
        """Which database this is, and on which server: to be asked before anything else here."""
        self._server = server_identity(session)
        return read_generation(session).identity

    def known(self, identity: str) -> KnownState:
        """Of a fact, a line of the journal proves only that its transaction was begun; of an intent, that it was
        committed."""
        mark = self.mark(identity)
        lines = [line.content for line in self.journal(identity).latest() if COUNTER in line.content]
        intents = max((line[COUNTER] for line in lines if line[IS_INTENT]), default=0)
        committed = max(mark.counter if mark else 0, intents, self.committed(identity))
        seen = max([committed, *(line[COUNTER] for line in lines)])
        return KnownState(
            mark is not None,
            committed,
            seen,
            has_successor=self.successor(identity) is not None,
            lies_elsewhere=mark is not None and self._lies_elsewhere(mark),
            is_copy=mark is not None and not (mark.has_joined and mark.machine in ("", self.machine_id)),
        )

    def numbers(self, identity: str) -> dict[str, int]:
        """The highest number of a row that this machine has seen given out, by table."""
        mark = self.mark(identity)
        return mark.numbers if mark else {}

    def _lies_elsewhere(self, mark: Mark) -> bool:
        """A server is known by what it says of itself, whatever its address is; a file by where it lies."""
        if self._server:
            return mark.server not in ("", self._server)
        return mark.place not in ("", self._place)

    def next_beat(self, identity: str, machine_id: str, *, given: int) -> int | None:
        """The number of this machine's next heartbeat, in the mark before it is in the database. `given`: the last
        one that the database has of `machine_id`, read before this is called.

        None where that is one that this machine has not given: another one has the same folder.
        """
        mark = self.mark(identity)
        if mark is None:
            return given + 1
        own = mark.beats if mark.machine == machine_id else -1
        if 0 <= own < given:
            return None
        number = max(own, given) + 1
        self._replace(identity, replace(mark, machine=machine_id, beats=number))
        return number

    def part_from_copy(self, identity: str, former: str) -> None:
        """This machine gets an id of its own, and has to join with it, whatever its folder remembers."""
        with self._usable():
            self._dir.take_new_id(former)
        mark = self.mark(identity)
        if mark is not None and mark.machine != self.machine_id:
            self._replace(identity, replace(mark, machine=self.machine_id, beats=-1, has_joined=False))

    def _replace(self, identity: str, mark: Mark) -> None:
        with self._usable():
            write_mark(self._dir.folder(identity), mark)

    def write_mark(self, generation: Generation, numbers: dict[str, int], *, is_first: bool = False) -> None:
        """`is_first`: this machine has never worked on the database before, so that its journal, which begins now,
        lacks nothing. Raises Misconfigured where it cannot be written: a full disk, for instance."""
        folder = self._dir.folder(generation.identity)
        is_first = is_first or not generation.machines
        with self._usable():
            end = self.journal(generation.identity).durable_end()
            mark = Mark(
                counter=generation.counter,
                machines=generation.machines,
                journal_end=end,
                numbers=numbers,
                machine=self.machine_id,
                identity=generation.identity,
                place=self._place,
                server=self._server,
                begins_at=0 if is_first else generation.counter,
                # None yet, and that is known: a folder that is set back to here is noticed, too.
                beats=0 if is_first else -1,
            )
            write_mark(folder, mark)
        self.remember(generation.identity, generation.counter)

    def note_lost_end(self, identity: str) -> None:
        """From now on the journal lacks what came after its last line, whatever is written after it: no line ever
        has the next number."""
        mark = self.mark(identity)
        if mark is not None:
            self._replace(identity, replace(mark, journal_end=self.journal(identity).end() + 1))

    def append(self, identity: str, entries: Sequence[Entry], stamp: Generation | None, *, at: str) -> None:
        lines = [line_of(entry, stamp, at=at) for entry in entries]
        self.append_lines(identity, lines, durable=any(entry.counts for entry in entries))

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._dir.unusable(error) from error

    def open_hole(self, identity: str) -> None:
        """To be said before the transaction is committed whose line is missing."""
        open_hole(self._dir.folder(identity))

    def close_hole(self, identity: str) -> None:
        close_hole(self._dir.folder(identity))

    def has_hole(self, identity: str) -> bool:
        return has_hole(self._dir.folder(identity))

    def lacks_lines(self, identity: str) -> bool:
        """Whether the journal has lost some of its last lines (some megabytes of them), or its end."""
        mark = self.mark(identity)
        numbers = [line.number for line in self.journal(identity).latest()]
        end = numbers[-1] if numbers else 0
        is_gapless = not numbers or end - numbers[0] + 1 == len(numbers)
        return not is_gapless or (mark is not None and end < mark.journal_end)

    def can_write(self, identity: str) -> bool:
        try:
            self.append_lines(identity, [{KIND: PROBE, IS_INTENT: 0, DATA: {}}])
        except OSError:
            return False
        return True

    def append_lines(self, identity: str, lines: Sequence[dict[str, Any]], *, durable: bool = True) -> None:
        last = self.journal(identity).append(lines, durable=durable)
        with self._lock:
            self._written[identity] = max(self._written.get(identity, 0), last)
