"""The journals of several machines, as a person names them: each machine's once, and only of this database."""

import shutil
from pathlib import Path

import pytest

from campaigns.restore.journals import all_journals
from core.errors import InputRefused
from core.generation.counter import Generation
from core.generation.local_state import LocalState
from core.generation.notes import Entry
from core.generation.state_dir import StateDir

IDENTITY = "11111111-1111-4111-8111-111111111111"


def machine(home: Path, identity: str = IDENTITY) -> LocalState:
    """One that has worked on the database."""
    stamp = Generation(identity, 3, None, 2, None, None, None)
    local = LocalState(StateDir(home), place="here")
    local.append(identity, [Entry("call", {}, is_intent=True)], stamp, at="")
    local.write_mark(stamp, {})
    return local


@pytest.fixture
def own(tmp_path: Path) -> LocalState:
    return machine(tmp_path / "own")


def refused(own: LocalState, *folders: Path) -> str:
    with pytest.raises(InputRefused) as error:
        all_journals(own, IDENTITY, folders)
    return error.value.code


def test_each_other_machine_is_read_from_a_copy_of_its_folder_or_of_the_part_about_the_database(
    own: LocalState, tmp_path: Path
) -> None:
    machine(tmp_path / "b")
    machine(tmp_path / "c")
    copied = shutil.copytree(tmp_path / "c" / IDENTITY, tmp_path / "journal of c")
    journals = all_journals(own, IDENTITY, [tmp_path / "b", copied])
    assert [len(journal.lines) for journal in journals] == [1, 1, 1]
    assert len({journal.mark.machine for journal in journals if journal.mark}) == 3


def test_a_folder_without_a_journal_is_refused(own: LocalState, tmp_path: Path) -> None:
    assert refused(own, tmp_path / "nowhere") == "campaigns-journal-none"
    assert refused(own, tmp_path) == "campaigns-journal-none"


def test_the_journal_of_another_database_is_refused(own: LocalState, tmp_path: Path) -> None:
    other = "22222222-2222-4222-8222-222222222222"
    machine(tmp_path / "b", other)
    assert refused(own, tmp_path / "b" / other) == "campaigns-journal-other-database"


def test_a_machine_that_is_named_twice_is_refused(own: LocalState, tmp_path: Path) -> None:
    """It would pass for the one that is missing, and what that one sent would be sent again."""
    machine(tmp_path / "b")
    copied = shutil.copytree(tmp_path / "b", tmp_path / "copy")
    assert refused(own, tmp_path / "b", copied) == "campaigns-journal-twice"
    assert refused(own, tmp_path / "own") == "campaigns-journal-twice"
