"""Write-ahead journal, the writer's side: what a transaction does that must not be forgotten with its database.

Rooms note it in the session; `Database.write()` hands it to whoever keeps the journal (`core.generation.guard`).
No address in the clear and no name: the journal is kept beside the database, not in it.
"""

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

_NOTED = "bilten_noted"


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    data: dict[str, Any]
    is_intent: bool = False
    """What is about to be done. Written once it is committed, and refused while the database is held back. All
    else is a fact, and written whatever becomes of the transaction."""
    counts: bool = True
    """Whether it raises the generation counter."""
    is_order: bool = False
    """A fact that must not be one in an older state or a copy, which do not know what has happened."""


COMMITTED = Entry("committed", {}, is_intent=True, counts=False)
"""After facts: they were written down before, and this proves that the database has them. Not worth a flush."""


def note_intent(session: Session, kind: str, **data: Any) -> None:
    """With this transaction it is settled that mail goes out. It must not be begun before the transaction has
    ended: that raises SendingHeld where nothing may be sent, or where the journal cannot be written."""
    _note(session, Entry(kind, data, is_intent=True))


def note_fact(session: Session, kind: str, *, counts: bool = True, **data: Any) -> None:
    """It has happened, and holds whatever becomes of this database: somebody said no, a provider answered."""
    _note(session, Entry(kind, data, counts=counts))


def note_order(session: Session, kind: str, **data: Any) -> None:
    """A person says that something goes out, or what became of it. Raises SendingHeld, at the end of the
    transaction, in a database that is an older state, or a copy in another place: nothing is changed then."""
    _note(session, Entry(kind, data, is_order=True))


def noted(session: Session) -> list[Entry]:
    return list(session.info.get(_NOTED) or ())


def note_nothing(session: Session) -> None:
    """For a transaction that only repeats what the journal says."""
    session.info[_NOTED] = None


def _note(session: Session, entry: Entry) -> None:
    entries = session.info.setdefault(_NOTED, [])
    if entries is not None:
        entries.append(entry)
