"""Write-ahead journals of several machines, gathered for a replay: each machine's once, and all of one database."""

from collections.abc import Sequence
from pathlib import Path

from campaigns.restore.history import OneJournal
from core.errors import InputRefused
from core.generation.journal import Journal
from core.generation.local_state import LocalState
from core.generation.mark import read_mark


def all_journals(local: LocalState, identity: str, folders: Sequence[Path]) -> list[OneJournal]:
    """This machine's own, and those in `folders`: copies of other machines' state directories, or of what is in them
    about this database.

    Raises InputRefused for a folder without a journal, one about another database, and one of a machine whose
    journal is there already: it would pass for the journal of a machine that is missing.
    """
    found = [OneJournal(local.mark(identity), list(local.journal(identity).lines()))]
    machines = {local.machine_id}
    for folder in folders:
        one = _read(_inner(folder, identity))
        if one.mark is None and not one.lines:
            raise InputRefused("campaigns-journal-none", folder=str(folder))
        if one.mark is not None and one.mark.identity not in ("", identity):
            raise InputRefused("campaigns-journal-other-database", folder=str(folder), identity=identity)
        if one.mark is not None and one.mark.machine in machines:
            raise InputRefused("campaigns-journal-twice", folder=str(folder))
        machines |= {one.mark.machine} - {""} if one.mark is not None else set()
        found.append(one)
    return found


def _inner(folder: Path, identity: str) -> Path:
    """People copy the whole state directory, too."""
    inner = folder / identity
    return inner if inner.is_dir() else folder


def _read(folder: Path) -> OneJournal:
    return OneJournal(read_mark(folder), list(Journal(folder).lines()))
