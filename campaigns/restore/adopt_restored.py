"""Adopt a restored database before anybody uses it, where this machine knows what has happened since.

Where it has never worked on that database, or in another place, nothing is done: whether mail is to go out from
here, a person says with `bilten adopt`, and what runs in the other place goes on.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.restore.history import lacks_end
from campaigns.restore.journals import all_journals
from campaigns.sending.job_context import JobContext
from core.backup.manifest import Manifest
from core.backup.sqlite import is_database
from core.db import Database
from core.generation.counter import Generation, read_generation, set_quarantine
from core.generation.guard import BEHIND
from core.generation.verdict import Verdict
from staff.principal import OPERATOR

_LEFT_TO_A_PERSON = frozenset(
    {Verdict.MAY_SEND, Verdict.UNKNOWN_HERE, Verdict.LIES_ELSEWHERE, Verdict.FOLDER_COPIED}
)


def adopt_restored(
    context: JobContext,
    manifest: Manifest,
    replaced: Database,
    *,
    apply: bool,
    now: datetime,
    journals: Sequence[Path] = (),
) -> AdoptReport:
    """`context`: of the restored database, which nobody else uses yet; `replaced`: the present one. Raises like
    `adopt`."""
    local, present = context.guard.local, _generation(replaced)
    if manifest.identity is None:
        local.hold_as_older(context.database, now=now, present=present.identity if present else "")
    if present is not None:
        _compare(context, present, now=now)
    # Only a glance: where this machine may send, it would leave a heartbeat in the copy, and the database that is
    # in use would then be the older one.
    verdict = context.guard.glance()
    if verdict in _LEFT_TO_A_PERSON:
        return AdoptReport(verdict, is_done=False, replay=None)
    return adopt(context, apply=apply, actor=OPERATOR, now=now, journals=journals)


def _compare(context: JobContext, present: Generation, *, now: datetime) -> None:
    """With the database that goes, which knows how far it had come: a state folder that was set back since does
    not, and lacks the end. A trial run notes that, too: it does so whether or not anything is restored."""
    local = context.guard.local
    if present.machines <= 1 and lacks_end(all_journals(local, present.identity, ()), counter=present.counter):
        local.note_lost_end(present.identity)
    with context.database.write() as session:
        restored = read_generation(session)
        if restored.identity == present.identity and restored.counter < present.counter:
            set_quarantine(session, reason=BEHIND, counter=restored.counter, now=now)


def _generation(database: Database) -> Generation | None:
    """None where there is no database, or one that has no identity."""
    path = database.sqlite_path
    if path is None or is_database(path):
        with suppress(SQLAlchemyError), database.read() as session:
            return read_generation(session)
    return None
