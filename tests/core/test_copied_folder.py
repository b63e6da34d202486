"""A state folder that was copied to a second machine: two machines are never taken for one."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest

from campaigns.restore.journals import all_journals
from core.db import Database
from core.generation.counter import read_generation
from core.generation.guard import BEAT_EVERY, RestoreGuard
from core.generation.local_state import LocalState
from core.generation.mark import Mark, read_mark, write_mark
from core.generation.state_dir import StateDir
from core.generation.verdict import SendingHeld, Verdict
from tests.core.machines import Ticks, identity_of, intend, machine


class Fleet:
    """A machine at work, and another one that is made from its disk."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.folder, self.ticks = database, folder, Ticks()
        self.first = machine(database, folder / "first", self.ticks)
        self.first.take_as_own()
        self.beat(self.first)

    def clone(self) -> None:
        shutil.copytree(self.folder / "first", self.folder / "second")

    def second(self) -> RestoreGuard:
        return machine(self.database, self.folder / "second", self.ticks)

    def beat(self, guard: RestoreGuard) -> Verdict:
        self.ticks.seconds += BEAT_EVERY.total_seconds()
        self.database.commit_hook = guard
        return guard.verdict()

    def try_to_send(self, guard: RestoreGuard) -> bool:
        self.database.commit_hook = guard
        try:
            intend(self.database)
        except SendingHeld:
            return False
        return True

    def machines(self) -> int:
        with self.database.read() as session:
            return read_generation(session).machines


@pytest.fixture
def fleet(database: Database, tmp_path: Path) -> Fleet:
    return Fleet(database, tmp_path)


def test_a_machine_with_a_copied_folder_gets_an_id_of_its_own_before_it_sends(fleet: Fleet) -> None:
    fleet.clone()
    assert fleet.beat(fleet.first) is Verdict.MAY_SEND
    second = fleet.second()
    fleet.database.commit_hook = second
    second.verdict()
    assert second.glance() is Verdict.FOLDER_COPIED
    assert not fleet.try_to_send(second)
    assert second.local.machine_id != fleet.first.local.machine_id
    for _ in range(2):
        fleet.database.commit_hook = second
        second.verdict()
        assert fleet.beat(fleet.first) is Verdict.MAY_SEND
    fleet.database.commit_hook = second
    assert second.verdict() is Verdict.MAY_SEND
    assert fleet.machines() == 2
    mark = read_mark(StateDir(fleet.folder / "first").folder(identity_of(fleet.database)))
    assert mark is not None
    assert mark.machines == 2, "its journal alone proves nothing any more"
    assert fleet.try_to_send(second)


def test_whoever_comes_second_parts_whichever_was_the_copy(fleet: Fleet) -> None:
    fleet.clone()
    second = fleet.second()
    assert fleet.beat(second) is Verdict.MAY_SEND
    fleet.beat(fleet.first)
    assert fleet.first.glance() is Verdict.FOLDER_COPIED
    assert fleet.beat(second) is Verdict.MAY_SEND


def test_a_folder_that_was_set_back_is_not_the_machines_own_any_more(fleet: Fleet) -> None:
    """Its journal is set back, too, and lacks what was sent since."""
    fleet.clone()
    fleet.beat(fleet.first)
    again = fleet.second()
    fleet.beat(again)
    assert again.glance() is Verdict.FOLDER_COPIED
    assert not fleet.try_to_send(again)


def test_the_copys_journal_counts_as_that_of_another_machine(fleet: Fleet) -> None:
    fleet.clone()
    fleet.beat(fleet.first)
    fleet.beat(fleet.second())
    journals = all_journals(fleet.first.local, identity_of(fleet.database), [fleet.folder / "second"])
    assert len({journal.mark.machine for journal in journals if journal.mark}) == 2


def test_processes_of_one_machine_are_one_machine(fleet: Fleet) -> None:
    processes = [machine(fleet.database, fleet.folder / "first", fleet.ticks) for _ in range(3)]
    for _ in range(3):
        for process in processes:
            assert fleet.beat(process) is Verdict.MAY_SEND
    assert fleet.machines() == 1


def test_a_machine_whose_mark_is_of_an_older_version_begins_to_count(fleet: Fleet) -> None:
    folder = StateDir(fleet.folder / "first").folder(identity_of(fleet.database))
    (folder / "mark.json").unlink()
    write_mark(folder, Mark(1, 1))
    for _ in range(2):
        assert fleet.beat(machine(fleet.database, fleet.folder / "first", fleet.ticks)) is Verdict.MAY_SEND


@pytest.mark.parametrize("own_steps", list(combinations(range(6), 3)))
def test_heartbeats_of_two_processes_in_any_order_are_never_taken_for_a_copy(
    tmp_path: Path, own_steps: tuple[int, ...]
) -> None:
    """Each reads the database, raises the mark, raises the database."""
    local = LocalState(StateDir(tmp_path), place="here")
    write_mark(StateDir(tmp_path).folder("x"), Mark(1, 1, machine="me", beats=4))
    database, given, numbers = 4, [0, 0], [0, 0]
    done = [0, 0]
    for _ in range(2):
        for step in range(6):
            who = int(step in own_steps)
            if done[who] % 3 == 0:
                given[who] = database
            elif done[who] % 3 == 1:
                number = local.next_beat("x", "me", given=given[who])
                assert number is not None
                numbers[who] = number
            else:
                database = max(database, numbers[who])
            done[who] += 1
    assert database > 4
