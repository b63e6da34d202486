"""Restore detection, the decision: may this machine send from this database? Pure."""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import Unavailable
from core.generation.counter import Generation


class Verdict(StrEnum):
    MAY_SEND = "may_send"
    QUARANTINED = "quarantined"
    """The database is older than what a machine has seen of it."""
    UNKNOWN_HERE = "unknown_here"
    """This machine has never worked on it: a copy, or a machine that is new."""
    WENT_ON_ELSEWHERE = "went_on_elsewhere"
    """Another machine has worked on it since this one did, and is not seen alive."""
    LIES_ELSEWHERE = "lies_elsewhere"
    """This machine has worked on such a database in another place: this one is a copy, or was moved."""
    FOLDER_COPIED = "folder_copied"
    """Two machines had one state folder, or this one's was set back: it joins with a new id."""
    JOURNAL_CLOSED = "journal_closed"
    """What is about to be sent cannot be written down."""


OUT_OF_DATE = frozenset({Verdict.QUARANTINED, Verdict.LIES_ELSEWHERE})
"""What a person sees there may have been decided since."""


class SendingHeld(Unavailable):
    """Nothing is sent from here and now; `verdict` says why. Nothing is lost by it."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(held_code(verdict))
        self.verdict = verdict


def held_code(verdict: Verdict) -> str:
    """The key of the text that says so."""
    return f"core-held-{verdict.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class KnownState:
    """What this machine knows of a database. To be asked for before the database is: its counter only rises."""

    has_mark: bool
    committed: int
    """The highest counter that is certain to have been committed."""
    seen: int
    """The highest counter that this machine may have brought about."""
    has_successor: bool = False
    """Whether the work went on in another database, which was adopted here in the place of this one."""
    lies_elsewhere: bool = False
    """Whether that database lay in another place."""
    is_copy: bool = False
    """Whether all this is what another machine knows, whose folder was copied."""
    is_at_work: bool = False
    """Whether this process sends from it already, and it lies on the same server as then."""


def judge(generation: Generation, known: KnownState, *, machine_id: str) -> Verdict:
    if known.lies_elsewhere and not generation.is_quarantined:
        return Verdict.LIES_ELSEWHERE
    is_behind = known.has_successor or (known.has_mark and generation.counter < known.committed)
    if generation.is_quarantined or is_behind:
        return Verdict.QUARANTINED
    if known.is_copy:
        return Verdict.FOLDER_COPIED
    if not known.has_mark:
        return Verdict.UNKNOWN_HERE
    # What was killed between its commit and its mark is this machine's own doing, and says so in the row.
    is_own = generation.counter <= known.seen or generation.last_machine in (None, machine_id)
    if not is_own and not known.is_at_work:
        return Verdict.WENT_ON_ELSEWHERE
    return Verdict.MAY_SEND
