"""Restore detection: nothing is sent from a database that is older than what this machine has seen of it.

Compared at the start, whenever a connection is made anew, with every intent, and with every heartbeat. What is
older is put in quarantine, by a row that all machines see. A machine that has never worked on a database, or that
the database has gone on without, works on it only once it has seen another one alive (ADR 30).
"""

from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from time import monotonic

from sqlalchemy import event
from sqlmodel import Session

from core import sql
from core.clock import Clock
from core.db import Database
from core.generation import counter
from core.generation.counter import Generation
from core.generation.local_state import LocalState, place_of
from core.generation.membership import Membership
from core.generation.notes import COMMITTED, noted
from core.generation.numbers import given_out, raise_numbers
from core.generation.outbox import BROKEN, JournalWriter
from core.generation.state_dir import StateDir
from core.generation.verdict import OUT_OF_DATE, KnownState, SendingHeld, Verdict, judge
from core.logging import get_logger

log = get_logger(__name__)

BEAT_EVERY = timedelta(seconds=15)
BEHIND = "behind_mark"
_STAMP = "bilten_generation"


class RestoreGuard:
    """One for each Database of a process. Safe for threads: none of its locks keeps a write waiting."""

    def __init__(
        self,
        database: Database,
        state_dir: StateDir,
        clock: Clock,
        *,
        keep: timedelta = timedelta(days=400),
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        """Connects to nothing yet; every write of `database` goes by it. `keep`: how long the journal is kept."""
        self.local = LocalState(state_dir, place=place_of(database.place))
        self._database = database
        self._clock = clock
        self._monotonic = monotonic
        self._keep = keep
        self._looking = Lock()
        self._verdict: Verdict | None = None
        self._is_stale = True
        """The database has to be looked at before anything else."""
        self._journal = JournalWriter(database, self.local, clock)
        self._identity, self._beat_at = "", float("-inf")
        self._membership = Membership(database, self.local, clock)
        database.commit_hook = self
        event.listen(database.engine, "connect", self._connected)

    def may_send(self) -> bool:
        return self.verdict() is Verdict.MAY_SEND

    def verdict(self) -> Verdict:
        """Looked at anew unless all is well. Where this machine works it is its heartbeat, too."""
        is_due = self._monotonic() - self._beat_at >= BEAT_EVERY.total_seconds()
        if self._verdict is not Verdict.MAY_SEND or self._is_stale or is_due:
            self._refresh_once(beats=is_due)
        return self._verdict or Verdict.UNKNOWN_HERE

    def glance(self) -> Verdict:
        """The same judgement, and nothing is written by it: for whoever only wants to see."""
        with self._database.read() as session:
            identity = self.local.identify(session)
        known = self.local.known(identity)
        with self._database.read() as session:
            generation = counter.read_generation(session)
        verdict = judge(generation, known, machine_id=self.local.machine_id)
        return Verdict.JOURNAL_CLOSED if verdict is Verdict.MAY_SEND and self._journal.has_failed else verdict

    def take_as_own(self) -> None:
        """A person says that the database, as it is now, is this machine's: it was made here, or adopted."""
        machine_id = self.local.machine_id
        with self._database.write() as session:
            self.local.identify(session)
            self._membership.join(session)
            before = counter.read_generation(session)
            stamp = counter.raise_counter(session, machine_id, identity=before.identity, at_least=before.counter)
            numbers, is_first = given_out(session), not counter.beats_of(session, machine_id)
        if stamp is not None:
            self.local.write_mark(stamp, numbers, is_first=is_first)
        self._is_stale = True

    def before_write(self) -> None:
        """An older state is known as one before anybody gets a number of it."""
        if self._is_stale:
            try:
                self._refresh_once(beats=False)
            except BROKEN as error:
                self._journal_broke(error)

    def before_commit(self, session: Session) -> None:
        """Raises the counter, and writes facts down. Raises SendingHeld for an intent that must not be."""
        if not (entries := noted(session)):
            return
        session.flush()
        has_intent = any(entry.is_intent for entry in entries)
        facts = [entry for entry in entries if not entry.is_intent]
        try:
            if any(entry.counts for entry in entries):
                has_order = any(entry.is_order for entry in entries)
                session.info[_STAMP] = self._raise(session, has_intent=has_intent, has_order=has_order)
            self._journal.append(session, facts, session.info.get(_STAMP))
        except BROKEN as error:
            # A no is kept in the database all the same. But nothing is sent while nothing can be written down.
            self._journal_broke(error)
            if has_intent:
                raise SendingHeld(Verdict.JOURNAL_CLOSED) from error
            self._journal.keep(session, facts, session.info.get(_STAMP))

    def after_commit(self, session: Session) -> None:
        """Writes intents down: when this returns, what they announce may be done. Raises SendingHeld."""
        stamp: Generation | None = session.info.get(_STAMP)
        if stamp is not None:
            self.local.remember(stamp.identity, stamp.counter)
        intents = [entry for entry in noted(session) if entry.is_intent]
        try:
            self._journal.append(session, intents or ([COMMITTED] if stamp else []), stamp)
        except BROKEN as error:
            self._journal_broke(error)
            if intents:
                raise SendingHeld(Verdict.JOURNAL_CLOSED) from error

    def _raise(self, session: Session, *, has_intent: bool, has_order: bool) -> Generation | None:
        """None for facts where this machine must not touch the counter: they are written down without."""
        is_known = self._verdict is Verdict.MAY_SEND and not self._is_stale
        stamp = self._try_to_raise(session) if is_known else None
        if stamp is None:
            generation = self._judge_within(session)
            if self._verdict is Verdict.MAY_SEND or (self._verdict is Verdict.JOURNAL_CLOSED and not has_intent):
                stamp = self._try_to_raise(session)
            elif self._verdict is Verdict.QUARANTINED and not generation.is_quarantined and not has_intent:
                self._quarantine(session, generation)
        if stamp is None and (has_intent or (has_order and self._verdict in OUT_OF_DATE)):
            # This transaction ends unfinished; what is wrong with the database is said in one of its own.
            session.rollback()
            self._is_stale = True
            verdict = self.verdict()
            raise SendingHeld(Verdict.UNKNOWN_HERE if verdict is Verdict.MAY_SEND else verdict)
        return stamp

    def _try_to_raise(self, session: Session) -> Generation | None:
        identity = self._identity
        at_least = self.local.committed(identity)
        return counter.raise_counter(session, self.local.machine_id, identity=identity, at_least=at_least)

    def _journal_broke(self, error: Exception) -> None:
        self._journal.broke(error)
        self._is_stale = True

    def _connected(self, *_: object) -> None:
        """A new connection may lead to another server, or to one that has been set back."""
        self._is_stale = True

    def _refresh_once(self, *, beats: bool) -> None:
        if self._looking.acquire(False):
            try:
                self._refresh(beats=beats)
            finally:
                self._looking.release()

    def _refresh(self, *, beats: bool) -> None:
        self._is_stale = False
        with self._database.read() as session:
            identity = self.local.identify(session)
        known = self.local.known(identity)
        with self._database.read() as session:
            generation = counter.read_generation(session)
            others = counter.beats_of_others(session, self.local.machine_id)
            is_first = not counter.beats_of(session, self.local.machine_id)
            server = sql.timeline(session)
            has_to_recover = self._journal.has_to_recover(session, identity)
        if generation.identity != identity:
            self._is_stale = True
            return
        alone = self._membership.judge(generation, known, server)
        is_complete = self._membership.is_complete(server, others, now=self._monotonic())
        verdict = self._membership.among(alone, identity, others, is_complete=is_complete)
        if verdict is Verdict.MAY_SEND is not alone:
            self.local.write_mark(generation, {}, is_first=is_first)
        if verdict is Verdict.MAY_SEND and has_to_recover:
            self._journal.recover(identity)
        self._settle_on(verdict, generation, known)
        if self._verdict is Verdict.QUARANTINED and not generation.is_quarantined:
            with self._database.write() as session:
                self._quarantine(session, generation)
        elif self._verdict is Verdict.MAY_SEND and beats:
            self._beat()

    def _judge_within(self, session: Session) -> Generation:
        self._is_stale = False
        known = self.local.known(self.local.identify(session))
        generation, server = counter.read_generation(session), sql.timeline(session)
        verdict = self._membership.judge(generation, known, server)
        if verdict is Verdict.MAY_SEND and self._membership.waits(server):
            verdict = Verdict.WENT_ON_ELSEWHERE
        self._settle_on(verdict, generation, known)
        return generation

    def _settle_on(self, verdict: Verdict, generation: Generation, known: KnownState) -> None:
        self._membership.note_work(verdict, generation)
        if verdict is Verdict.MAY_SEND and self._journal.has_failed:
            verdict = Verdict.JOURNAL_CLOSED
        self.local.remember(generation.identity, known.committed)
        before, self._identity, self._verdict = self._verdict, generation.identity, verdict
        if verdict is not before:
            tell = log.info if verdict is Verdict.MAY_SEND else log.warning
            tell("sending.judged", verdict=verdict.value, counter=generation.counter, mark=known.committed)

    def _quarantine(self, session: Session, behind: Generation) -> None:
        counter.set_quarantine(session, reason=BEHIND, counter=behind.counter, now=self._clock.now())
        # Pages and imports go on: nobody who comes now gets the number of somebody who is lost.
        raise_numbers(session, self.local.numbers(behind.identity))
        # Of a copy that a restore has made it is expected, and nobody works on it yet.
        tell = log.info if self._database.place != self._database.url else log.error
        tell("database.quarantined", counter=behind.counter, mark=self.local.committed(behind.identity))

    def _beat(self) -> None:
        number = self._membership.next_beat(self._identity)
        if number is None:
            self._is_stale, self._verdict = True, Verdict.FOLDER_COPIED
            return
        with self._database.write() as session:
            self._membership.beat(session, number)
            numbers = given_out(session)
            stamp = self._try_to_raise(session)
        if stamp is None:
            self._is_stale = True
            return
        is_first, self._beat_at = self._beat_at == float("-inf"), self._monotonic()
        try:
            self.local.write_mark(stamp, numbers)
            if is_first:
                self.local.journal(stamp.identity).forget(before=self._clock.now() - self._keep)
        except BROKEN as error:
            self._journal_broke(error)
