"""Write-ahead journals, gathered for a replay: each machine's once, of this database and of what came after it."""

from collections.abc import Sequence
from pathlib import Path

from campaigns.restore.history import OneJournal
from core.errors import InputRefused
from core.generation.hole import has_hole
from core.generation.journal import Journal
from core.generation.local_state import LocalState
from core.generation.mark import read_mark
from core.generation.successor import read_successor


def all_journals(local: LocalState, identity: str, folders: Sequence[Path]) -> list[OneJournal]:
    """This machine's own, and those in `folders`: copies of other machines' state directories, or of the part
    about this database. With those of each database that was adopted in the place of this one, as far as they are
    there; one of which none is proves nothing.

    Raises InputRefused for a folder without a journal, one about another database, and one of a machine whose
    journal is there already: it would pass for the journal of a machine that is missing.
    """
    _check(local, identity, folders)
    journals = []
    for number, of_it in enumerate(timelines(local, identity, folders)):
        own = OneJournal(local.mark(of_it), list(local.journal(of_it).lines()), number, local.has_hole(of_it))
        others = [_read(inner, number) for folder in folders if (inner := _inner(folder, of_it, number)).is_dir()]
        is_there = number == 0 or own.mark is not None or own.lines
        journals += [*([own] if is_there or not others else []), *others]
    return journals


def timelines(local: LocalState, identity: str, folders: Sequence[Path] = ()) -> list[str]:
    """This database, the one that was adopted in its place, the one after that, and so on to the latest."""
    identities = [identity]
    while True:
        here = local.successor(identities[-1])
        there = [read_successor(_inner(folder, identities[-1], len(identities) - 1)) for folder in folders]
        after = [
            successor for successor in (here, *there) if successor is not None and successor not in identities
        ]
        if not after:
            return identities
        identities.append(after[0])


def _check(local: LocalState, identity: str, folders: Sequence[Path]) -> None:
    machines = {local.machine_id}
    for folder in folders:
        journal = _read(_inner(folder, identity, 0), 0)
        if journal.mark is None and not journal.lines:
            raise InputRefused("campaigns-journal-none", folder=str(folder))
        if journal.mark is not None and journal.mark.identity not in ("", identity):
            raise InputRefused("campaigns-journal-other-database", folder=str(folder), identity=identity)
        if journal.mark is not None and journal.mark.machine in machines:
            raise InputRefused("campaigns-journal-twice", folder=str(folder))
        machines |= {journal.mark.machine} - {""} if journal.mark is not None else set()


def _inner(folder: Path, identity: str, number: int) -> Path:
    """People copy the whole state directory, or only what is in it about this database."""
    inner = folder / identity
    return inner if number or inner.is_dir() else folder


def _read(folder: Path, number: int) -> OneJournal:
    return OneJournal(read_mark(folder), list(Journal(folder).lines()), number, has_hole(folder))
