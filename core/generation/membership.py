"""Group membership: a machine joins those that work on a database once it has seen another one of them alive."""

import socket
from dataclasses import replace

from sqlmodel import Session

from core.clock import Clock
from core.db import Database
from core.generation import counter
from core.generation.counter import Generation
from core.generation.local_state import LocalState
from core.generation.verdict import KnownState, Verdict, judge
from core.logging import get_logger

log = get_logger(__name__)

ALIVE_AFTER = 2
"""So many heartbeats of another machine since this one asked to join: the first may have been on its way; with the
second the other one has written down that it is not alone."""
ALIVE_FOR = 45.0
"""Seconds since its last heartbeat, of which it gives one every fifteen, for which a machine may be at work."""
CALL_EVERY = 1.0
"""Seconds between two signs of life to those who wait."""


class Membership:
    """Of this machine, in whatever database it finds."""

    def __init__(self, database: Database, local: LocalState, clock: Clock) -> None:
        self._database = database
        self._local = local
        self._clock = clock
        self._others: tuple[str, dict[str, int]] | None = None
        """The heartbeats of other machines, by then, on the database that this one asked to join."""
        self._server: str | None = None
        self._last: dict[str, int] = {}
        self._alive_at: dict[str, float] = {}
        """When each was last seen to rise."""
        self._awaited: dict[str, int] = {}
        """Who was alive before the server changed, and has not been seen since; with their heartbeats by then."""
        self._looked_at = 0.0
        self._called_at = float("-inf")
        self._asked = ("", "", "")
        """The cluster, its timeline and the database that were asked last."""
        self._works_on: tuple[tuple[str, str, str] | None, int] = (None, 0)
        """The one that this process sends from, and the counter that it has seen there."""

    def join(self, session: Session) -> None:
        """Counts this machine in; twice is once."""
        counter.join(session, self._local.machine_id, host=socket.gethostname(), now=self._clock.now())

    def next_beat(self, identity: str) -> int | None:
        """To be given with `beat`. None where another machine gives heartbeats with this one's id."""
        machine_id = self._local.machine_id
        # The database first: whatever it has of this machine stood in the mark before.
        with self._database.read() as session:
            given = counter.beats_of(session, machine_id)
        number = self._local.next_beat(identity, machine_id, given=given)
        if number is None:
            log.error("machine.folder_copied", machine=machine_id)
            self._local.part_from_copy(identity, machine_id)
        return number

    def beat(self, session: Session, number: int) -> None:
        """Joins, too."""
        self.join(session)
        now = self._clock.now()
        counter.beat(session, self._local.machine_id, number=number, host=socket.gethostname(), now=now)

    def judge(self, generation: Generation, known: KnownState, server: str) -> Verdict:
        """Of this machine alone. Where this process has worked on this server without a break, what others have
        done there meanwhile is no reason to wait for one of them: a new connection leads to nothing else."""
        self._asked = self._local.server, server, generation.identity
        works_on, counter_then = self._works_on
        is_at_work = works_on == self._asked and generation.counter >= counter_then
        return judge(generation, replace(known, is_at_work=is_at_work), machine_id=self._local.machine_id)

    def note_work(self, verdict: Verdict, generation: Generation) -> None:
        """Of what was judged last. A break is any verdict by which nothing may be sent. Nothing is known of a
        server that does not say who it is, nor of a file, which may have been replaced."""
        is_known = verdict is Verdict.MAY_SEND and all(self._asked)
        self._works_on = (self._asked if is_known else None), generation.counter

    def waits(self, server: str) -> bool:
        """Whether there is anybody to be waited for on this server, or may be."""
        return bool(self._awaited) or self._server not in (None, server)

    def is_complete(self, server: str, others: dict[str, int], *, now: float) -> bool:
        """After the server changed (a fail-over, a restart): whether all who were alive before have been seen to
        work with it. What it has lost may be known to one of them alone. `now`: monotonic, in seconds."""
        if self._server not in (None, server):
            recent = [machine for machine, at in self._alive_at.items() if now - at <= ALIVE_FOR]
            self._awaited = {machine: others.get(machine, 0) for machine in recent}
            if not recent:
                self._others = None
        self._server, self._looked_at = server, now
        for machine, beats in others.items():
            if beats > self._last.get(machine, beats):
                self._alive_at[machine] = now
            self._last[machine] = beats
        self._awaited = {
            machine: beats for machine, beats in self._awaited.items() if others.get(machine, 0) <= beats
        }
        return not self._awaited

    def among(self, alone: Verdict, identity: str, others: dict[str, int], *, is_complete: bool) -> Verdict:
        """What the judgement of this machine alone comes to among the others."""
        if not is_complete and alone in (Verdict.MAY_SEND, Verdict.WENT_ON_ELSEWHERE):
            self._call(identity)
            return Verdict.WENT_ON_ELSEWHERE
        waits = alone in (Verdict.UNKNOWN_HERE, Verdict.WENT_ON_ELSEWHERE, Verdict.FOLDER_COPIED)
        return Verdict.MAY_SEND if waits and self.is_welcome(identity, others) else alone

    def _call(self, identity: str) -> None:
        """A sign of life to those who wait for this machine while it waits for others. Raises no counter."""
        if self._looked_at - self._called_at >= CALL_EVERY:
            self._called_at = self._looked_at
            number = self.next_beat(identity)
            if number is not None:
                with self._database.write() as session:
                    self.beat(session, number)

    def is_welcome(self, identity: str, others: dict[str, int]) -> bool:
        """Whether another machine has been seen alive since this one asked to join, which it does the first time.
        Beats that do not rise are no life: a copy has them, too."""
        if self._others is None or self._others[0] != identity:
            with self._database.write() as session:
                self.join(session)
            self._others = identity, others
            return False
        before = self._others[1]
        is_alive = any(beats >= before.get(machine, beats) + ALIVE_AFTER for machine, beats in others.items())
        self._others = identity, others | before
        return is_alive
