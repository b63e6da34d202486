"""Transactional outbox of the journal: a no that cannot be written down is kept as a row until it can be.

The row is of the transaction that it tells of. It goes into the journal with the next heartbeat of any machine,
and before an intent of the process that could not write it. Until there is none left, a file beside the journal
says that the journal has a hole: a database that is lost meanwhile takes the rows along.
"""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.clock import Clock
from core.db import Database
from core.errors import Misconfigured
from core.generation import counter
from core.generation.counter import Generation
from core.generation.local_state import LATE, LocalState, line_of
from core.generation.notes import Entry
from core.generation.tables import UnwrittenFact
from core.logging import get_logger

log = get_logger(__name__)

BROKEN = (OSError, Misconfigured)
"""What a state directory raises that cannot be used."""
MAX_ROWS = 1000
"""In one transaction."""


class JournalWriter:
    """Of one process. Safe for threads."""

    def __init__(self, database: Database, local: LocalState, clock: Clock) -> None:
        self._database = database
        self._local = local
        self._clock = clock
        self.has_failed = False
        """Since then nothing is sent from here, until what was kept has been written."""

    def append(self, session: Session, entries: list[Entry], stamp: Generation | None) -> None:
        """Raises one of BROKEN where they cannot be written."""
        if entries:
            at = self._clock.now().isoformat()
            self._local.append(_identity(session, stamp), entries, stamp, at=at)

    def broke(self, error: Exception) -> None:
        log.error("journal.broke", reason=str(error))
        self.has_failed = True

    def keep(self, session: Session, facts: list[Entry], stamp: Generation | None) -> None:
        """In the session's transaction, as its last step. What became of a call is not kept: its place among later
        calls would be lost, and without it the reader is in doubt, no more."""
        facts = [fact for fact in facts if fact.counts]
        if not facts:
            return
        identity = _identity(session, stamp)
        # Nobody who drains the outbox takes the file away before these rows are committed.
        counter.hold(session, identity)
        self._open_hole(identity)
        at = self._clock.now().isoformat()
        session.add_all(UnwrittenFact(line=line_of(fact, stamp, at=at) | {LATE: 1}) for fact in facts)
        session.flush()

    def recover(self, identity: str) -> None:
        """Writes what was kept, if it can be written by now."""
        try:
            while self._drain(identity):
                pass
            self.has_failed = self.has_failed and not self._local.can_write(identity)
        except BROKEN:
            self.has_failed = True

    def has_to_recover(self, session: Session, identity: str) -> bool:
        is_kept = session.exec(select(UnwrittenFact.id).limit(1)).first() is not None
        return self.has_failed or is_kept or self._local.has_hole(identity)

    def _drain(self, identity: str) -> bool:
        """Whether anything is left. What is written and whose commit is lost is written once more: a no that is
        said twice is one."""
        is_left = False
        try:
            with self._database.write() as session:
                if not counter.hold(session, identity):
                    return False
                rows = session.exec(select(UnwrittenFact).order_by(col(UnwrittenFact.id)).limit(MAX_ROWS)).all()
                if rows:
                    self._local.append_lines(identity, [row.line for row in rows])
                    last = rows[-1].id
                    session.execute(delete(UnwrittenFact).where(col(UnwrittenFact.id) <= last))
                is_left = len(rows) == MAX_ROWS
                if not is_left:
                    self._local.close_hole(identity)
        except BaseException:
            self._open_hole(identity)
            raise
        return is_left

    def _open_hole(self, identity: str) -> None:
        try:
            self._local.open_hole(identity)
        except BROKEN as error:
            log.error("journal.hole_not_marked", reason=str(error))


def _identity(session: Session, stamp: Generation | None) -> str:
    return stamp.identity if stamp else counter.read_generation(session).identity
