"""Adopt a database: a person says to go on with it, after what the journal knows has been done to it once more.

The same for one that `bilten restore` has put in place and for one that was put back by hand.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from campaigns.reporting.needs_attention import ADOPTED
from campaigns.restore.history import OneJournal, lacks_end, read_history
from campaigns.restore.journals import all_journals, timelines
from campaigns.restore.past import History
from campaigns.restore.replay import ReplayReport, replay_journal
from campaigns.restore.replay_automations import read_watched_sources
from campaigns.sending.job_context import JobContext
from core.errors import Conflict
from core.generation.counter import Generation, become, hold, read_generation
from core.generation.notes import note_nothing
from core.generation.origin import BEFORE_IDENTITIES
from core.generation.verdict import Verdict
from core.logging import get_logger
from delivery.events.unknown_reports import UNKNOWN_REPORT
from staff import audit
from staff.principal import Principal

log = get_logger(__name__)
_JOURNAL_LACKS_SOMETHING = frozenset({UNKNOWN_REPORT, BEFORE_IDENTITIES})
"""Why a database is held where what no journal says may have been done: mark and journal were put back together
with it, or the older version, which kept no journal, went on after that state."""


@dataclass(frozen=True, slots=True)
class AdoptReport:
    before: Verdict
    """How the database stood to this machine. MAY_SEND: there was nothing to adopt, and nothing was done."""
    is_done: bool
    """False for a dry run."""
    replay: ReplayReport | None


class _OnlyLooked(Exception):
    """A dry run has come to its end: what it did is undone."""


def adopt(
    context: JobContext,
    *,
    apply: bool,
    actor: Principal,
    now: datetime,
    is_latest: bool = False,
    journals: Sequence[Path] = (),
) -> AdoptReport:
    """Replays the journal and lifts whatever held the database back. Without `apply` the same is done and undone,
    so that its numbers are the real ones; only watched folders are not read for it.

    `is_latest`: a person vouches that nothing was sent after this state, because it was moved here, for instance;
    nothing is replayed then. `journals`: folders with the journals of the other machines that worked on it.
    Raises InputRefused, before anything is done, where one of them is none, another database's, or there twice.
    Raises Conflict where somebody else has adopted it meanwhile.
    The database gets a new identity: neither its older copies nor the one it was copied from is taken for it.
    """
    verdict = context.guard.verdict()
    if verdict is Verdict.MAY_SEND:
        return AdoptReport(verdict, is_done=False, replay=None)
    with context.database.read() as session:
        generation = read_generation(session)
    local = context.guard.local
    read = all_journals(local, generation.identity, journals)
    is_set_back = _is_set_back(verdict, generation, read)
    history = (
        History(is_whole=True, is_latest=True)
        if is_latest
        else _history(generation, read, is_set_back=is_set_back)
    )
    known = timelines(local, generation.identity, journals)
    successor = _successor(max(generation.counter, *(local.known(identity).seen for identity in known)) + 1)
    if apply:
        if is_set_back:
            # However a person vouches for this state: a backup from before it must not be told that all is known.
            local.note_lost_end(generation.identity)
        # Before the commit: killed in between, this machine goes on by itself. A mark of nothing harms nobody.
        local.write_mark(successor, {})
        # A backup from before all this may be put back once more, and must know of all that came later.
        local.set_successor(known[-1], successor.identity)
        if not is_latest:
            read_watched_sources(context, now=now)
    replay: ReplayReport | None = None
    try:
        with context.database.write() as session:
            note_nothing(session)
            if not hold(session, generation.identity):
                raise Conflict("campaigns-adopted-meanwhile")
            replay = replay_journal(session, context, history, now=now)
            _record(session, actor, generation, replay, now=now)
            become(session, successor.identity, counter=successor.counter)
            if not apply:
                raise _OnlyLooked
    except _OnlyLooked:
        return AdoptReport(verdict, is_done=False, replay=replay)
    context.guard.take_as_own()
    log.warning("database.adopted", verdict=verdict.value, calls=replay.calls if replay else 0)
    return AdoptReport(verdict, is_done=True, replay=replay)


def _is_set_back(verdict: Verdict, generation: Generation, journals: Sequence[OneJournal]) -> bool:
    """Whether what this machine remembers ends before the database does. Of several machines any may have gone on:
    there, the journals of all have to be given."""
    of_this_machine = verdict is Verdict.FOLDER_COPIED or generation.machines <= 1
    was_seen = any(journal.mark is not None and not journal.mark.has_joined for journal in journals)
    return was_seen or (of_this_machine and lacks_end(journals, counter=generation.counter))


def _successor(counter: int) -> Generation:
    return Generation(
        identity=str(uuid.uuid4()),
        counter=counter,
        last_machine=None,
        machines=0,
        quarantined_at=None,
        quarantine_reason=None,
        quarantined_counter=None,
    )


def _history(generation: Generation, journals: Sequence[OneJournal], *, is_set_back: bool) -> History:
    since = generation.counter if generation.quarantined_counter is None else generation.quarantined_counter
    history = read_history(journals, since=since, machines=generation.machines)
    lacks_something = is_set_back or generation.quarantine_reason in _JOURNAL_LACKS_SOMETHING
    history.is_whole = history.is_whole and not lacks_something
    return history


def _record(
    session: Session, actor: Principal, generation: Generation, replay: ReplayReport, *, now: datetime
) -> None:
    audit.record(
        session,
        actor=actor.name,
        action=ADOPTED,
        subject=f"database:{generation.identity}",
        now=now,
        is_whole=replay.is_whole,
        calls=replay.calls,
        noes=replay.noes,
        in_doubt=replay.in_doubt,
        unknown=replay.unknown,
        perhaps_sent=replay.perhaps_sent,
    )
