"""Write-ahead journals, gathered for a replay: each machine's once, of this database and of what came after it."""

from collections.abc import Sequence
from pathlib import Path

from campaigns.restore.history import OneJournal
from core.errors import InputRefused
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
    found = []
    for number, of_it in enumerate(timelines(local, identity, folders)):
        own = OneJournal(local.mark(of_it), list(local.journal(of_it).lines()), number)
        others = [_read(inner, number) for folder in folders if (inner := _inner(folder, of_it, number)).is_dir()]
        is_there = number == 0 or own.mark is not None or own.lines
        found += [*([own] if is_there or not others else []), *others]
    return found


def timelines(local: LocalState, identity: str, folders: Sequence[Path] = ()) -> list[str]:
    """This database, the one that was adopted in its place, the one after that, and so on to the latest."""
    found = [identity]
    while True:
        here = local.successor(found[-1])
        there = [read_successor(_inner(folder, found[-1], len(found) - 1)) for folder in folders]
        after = [one for one in (here, *there) if one is not None and one not in found]
        if not after:
            return found
        found.append(after[0])


def _check(local: LocalState, identity: str, folders: Sequence[Path]) -> None:
    machines = {local.machine_id}
    for folder in folders:
        one = _read(_inner(folder, identity, 0), 0)
        if one.mark is None and not one.lines:
            raise InputRefused("campaigns-journal-none", folder=str(folder))
        if one.mark is not None and one.mark.identity not in ("", identity):
            raise InputRefused("campaigns-journal-other-database", folder=str(folder), identity=identity)
        if one.mark is not None and one.mark.machine in machines:
            raise InputRefused("campaigns-journal-twice", folder=str(folder))
        machines |= {one.mark.machine} - {""} if one.mark is not None else set()


def _inner(folder: Path, identity: str, number: int) -> Path:
    """People copy the whole state directory, or only what is in it about this database."""
    inner = folder / identity
    return inner if number or inner.is_dir() else folder


def _read(folder: Path, number: int) -> OneJournal:
    return OneJournal(read_mark(folder), list(Journal(folder).lines()), number)
