"""Group membership: a machine joins those that work on a database once it has seen another one of them alive."""

import socket

from sqlmodel import Session

from core.clock import Clock
from core.db import Database
from core.generation import counter
from core.generation.local_state import LocalState

ALIVE_AFTER = 2
"""So many heartbeats of another machine since this one asked to join: the first may have been on its way; with the
second the other one has written down that it is not alone."""


class Membership:
    """Of this machine, in whatever database it finds."""

    def __init__(self, database: Database, local: LocalState, clock: Clock) -> None:
        self._database = database
        self._local = local
        self._clock = clock
        self._others: tuple[str, dict[str, int]] | None = None
        """The heartbeats of other machines, by then, on the database that this one asked to join."""

    def join(self, session: Session) -> None:
        """Counts this machine in; twice is once."""
        counter.join(session, self._local.machine_id, host=socket.gethostname(), now=self._clock.now())

    def beat(self, session: Session) -> None:
        counter.beat(session, self._local.machine_id, host=socket.gethostname(), now=self._clock.now())

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
