"""The job that seals what is new in the audit log, and what the journal of this machine says of the seals."""

from collections.abc import Iterable
from typing import Any

from campaigns.sending.job_context import JobContext
from core.generation.guard import RestoreGuard
from core.generation.journal import Line
from core.generation.local_state import DATA, KIND, MACHINES
from core.generation.outbox import BROKEN
from core.generation.verdict import SendingHeld, Verdict
from core.number_ranges import join_ranges
from staff.prune_audit_log import PRUNED
from staff.seal_audit_log import DENIED, SEALED, NotedSeal, seal_some


def seal_audit_log(context: JobContext) -> None:
    """After an upgrade there is a whole log to seal: some at a time, until the process stops."""

    def look_up_noted() -> NotedSeal | None:
        with context.database.read() as session:
            identity = context.guard.local.identify(session)
        try:
            return noted_seal(context.guard, identity)
        except BROKEN as error:
            # Nothing can be written there either; and the database is not to be believed instead.
            raise SendingHeld(Verdict.JOURNAL_CLOSED) from error

    while not context.stopping.is_set() and seal_some(
        context.database, now=context.clock.now(), look_up_noted=look_up_noted
    ):
        pass


def noted_seal(guard: RestoreGuard, identity: str) -> NotedSeal | None:
    """None where this machine's journal of that database names no seal: it has sealed nothing yet."""
    journal = guard.local.journal(identity)
    latest = journal.latest()
    # Nearly always it is among the last lines; after a long campaign it is not. A seal says all that was pruned
    # before it, a pruning only of itself.
    is_enough = any(line.content.get(KIND) == SEALED for line in latest)
    return _last_noted(latest if is_enough else journal.lines())


def _last_noted(lines: Iterable[Line]) -> NotedSeal | None:
    """Of prunings all, for none is ever taken back. What another machine has pruned stands in that one's journal
    alone: where there are several, this one cannot say what retention has not done. A pruning names the head that
    the database has then, and compares it with nothing: a seal counts for more."""
    latest_data, prunings, machines, is_whole = dict[str, dict[str, Any]](), [], 1, False
    for line in lines:
        if (kind := line.content.get(KIND)) in (SEALED, PRUNED):
            latest_data[kind] = data = line.content[DATA]
            machines = line.content.get(MACHINES, machines)
            is_whole = is_whole or "pruned" in data
            prunings += [data.get("pruned", ""), data.get("seals", "")]
    last = latest_data.get(SEALED) or latest_data.get(PRUNED)
    if last is None:
        return None
    pruned = join_ranges(prunings) if is_whole and machines == 1 else None
    return NotedSeal(last["number"], last["chain"], pruned, last.get(DENIED, ""))
