"""A database in another place is a copy, or was moved: a person says which. Another spelling is no other place."""

import os
import shutil
from pathlib import Path

import pytest

from core.db import Database
from core.generation.guard import RestoreGuard
from core.generation.verdict import SendingHeld, Verdict
from tests.core.machines import counter_of, intend, machine


@pytest.fixture
def production(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """A file that this machine has worked on."""
    file = tmp_path / "var" / "bilten.sqlite3"
    file.parent.mkdir()
    shutil.copy(migrated_sqlite, file)
    at_home(file, tmp_path).take_as_own()
    return file


def at_home(file: Path | str, tmp_path: Path) -> RestoreGuard:
    return machine(Database(f"sqlite:///{file}"), tmp_path / "home")


def test_a_copy_that_runs_with_the_same_state_folder_sends_nothing_and_production_goes_on(
    production: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(production.parent, tmp_path / "test") / production.name
    database = Database(f"sqlite:///{copy}")
    guard = machine(database, tmp_path / "home")
    before = counter_of(database)
    assert guard.verdict() is Verdict.LIES_ELSEWHERE
    with pytest.raises(SendingHeld) as held:
        intend(database)
    assert held.value.verdict is Verdict.LIES_ELSEWHERE
    assert counter_of(database) == before
    assert at_home(production, tmp_path).verdict() is Verdict.MAY_SEND


def test_a_folder_that_was_moved_asks_for_a_person_once(production: Path, tmp_path: Path) -> None:
    moved = tmp_path / "data"
    production.parent.rename(moved)
    assert at_home(moved / production.name, tmp_path).verdict() is Verdict.LIES_ELSEWHERE
    at_home(moved / production.name, tmp_path).take_as_own()
    assert at_home(moved / production.name, tmp_path).verdict() is Verdict.MAY_SEND


def test_an_older_copy_in_another_place_is_not_put_in_quarantine_but_asked_about(
    production: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(production.parent, tmp_path / "drill") / production.name
    guard = at_home(production, tmp_path)
    for _ in range(3):
        guard.take_as_own()
    assert at_home(copy, tmp_path).verdict() is Verdict.LIES_ELSEWHERE


def test_the_same_place_by_another_name_is_the_same(
    production: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(production.parent)
    file_link = tmp_path / "link.sqlite3"
    file_link.symlink_to(production)
    monkeypatch.chdir(tmp_path)
    names: list[Path | str] = [
        tmp_path / "link" / production.name,
        file_link,
        "var/bilten.sqlite3",
        f"{tmp_path}/var/../var//bilten.sqlite3",
        os.path.relpath(production),
    ]
    for name in names:
        assert at_home(name, tmp_path).verdict() is Verdict.MAY_SEND, name


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_server_is_the_same_by_whatever_address(database: Database, home: Path) -> None:
    machine(database, home).take_as_own()
    database.place = database.url.set(host="another.example", port=6432)
    assert machine(database, home).verdict() is Verdict.MAY_SEND


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_another_database_of_the_server_is_another_place(
    database: Database, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine(database, home).take_as_own()
    monkeypatch.setattr("core.generation.local_state.server_identity", lambda _: "1/2")
    assert machine(database, home).verdict() is Verdict.LIES_ELSEWHERE
