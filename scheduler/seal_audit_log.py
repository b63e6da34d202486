"""The job that seals what is new in the audit log, and what the journal of this machine says of the seals."""

from collections.abc import Iterable

from campaigns.sending.job_context import JobContext
from core.generation.guard import RestoreGuard
from core.generation.journal import Line
from core.generation.local_state import DATA, KIND
from staff.seal_audit_log import SEALED, seal_some
from staff.verify_audit_log import NotedSeal


def seal_audit_log(context: JobContext) -> None:
    """After an upgrade there is a whole log to seal: some at a time, until the process stops."""
    while not context.stopping.is_set() and seal_some(context.database, now=context.clock.now()):
        pass


def noted_seal(guard: RestoreGuard, identity: str) -> NotedSeal | None:
    """None where this machine's journal of that database names no seal: it has sealed nothing yet."""
    journal = guard.local.journal(identity)
    noted = _last_noted(journal.latest())
    # Nearly always it is among the last lines; after a long campaign it is not.
    return noted if noted is not None else _last_noted(journal.lines())


def _last_noted(lines: Iterable[Line]) -> NotedSeal | None:
    last = None
    for line in lines:
        if line.content.get(KIND) == SEALED:
            last = line.content[DATA]
    return None if last is None else NotedSeal(last["number"], last["chain"])
