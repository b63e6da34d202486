"""A backup a day: once, whoever makes it, at the local time, verified; what goes wrong is seen."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.reporting.needs_attention import needs_attention
from core.backup import create
from core.backup.runs import LEASE, MAX_AGE, RETRY_AFTER, BackupHealth, backup_status, claim_day, due_day
from core.backup.tables import BackupRun
from core.backup.verify import verify_backup
from core.db import Database
from core.settings import Settings
from scheduler import daily_backup
from scheduler.daily_backup import back_up_daily
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock

LJUBLJANA = ZoneInfo("Europe/Ljubljana")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings, folder: Path) -> World:
    world = make_world(database, clock, settings)
    world.configure(backup_dir=str(folder), backups_kept=3)
    return world


def _health(world: World) -> BackupHealth:
    with world.database.read() as session:
        return backup_status(session, now=world.clock.now()).health


def _shown(world: World, *, expects: bool = True) -> list[str]:
    with world.database.read() as session:
        items = needs_attention(session, now=world.clock.now(), expects_backups=expects)
    return [need.code for need in items if "backup" in need.code]


def test_there_is_one_backup_a_day_and_it_is_whole(world: World, folder: Path) -> None:
    for _ in range(3):
        back_up_daily(world.context)
        world.clock.advance(hours=1)
    [made] = folder.iterdir()
    verify_backup(made)
    assert _health(world) is BackupHealth.GOOD
    world.clock.advance(hours=24)
    back_up_daily(world.context)
    assert len(list(folder.iterdir())) == 2


def test_nothing_happens_where_no_folder_is_set(world: World, folder: Path) -> None:
    world.configure(backup_dir="")
    back_up_daily(world.context)
    assert list(folder.iterdir()) == []


def test_of_many_machines_one_makes_it(world: World, folder: Path) -> None:
    machines = [
        Thread(target=back_up_daily, args=[replace(world.context, worker=f"m{number}")]) for number in range(4)
    ]
    for machine in machines:
        machine.start()
    for machine in machines:
        machine.join()
    assert len(list(folder.iterdir())) == 1


def test_the_oldest_go_and_nothing_else_in_the_folder_does(world: World, folder: Path) -> None:
    (folder / "bilten-by-hand.zip").write_text("dear to somebody")
    for _ in range(5):
        back_up_daily(world.context)
        world.clock.advance(days=1)
    kept = sorted(path.name for path in folder.iterdir())
    assert len(kept) == 4
    assert kept[:3] == [
        "bilten-20261124T120000Z.zip",
        "bilten-20261125T120000Z.zip",
        "bilten-20261126T120000Z.zip",
    ]


def test_backups_from_under_a_clock_that_was_ahead_push_nothing_out_and_hide_nothing(
    world: World, folder: Path
) -> None:
    world.configure(backups_kept=1)
    world.clock.advance(days=300)
    back_up_daily(world.context)
    [future] = folder.iterdir()
    assert _health(world) is BackupHealth.GOOD
    world.clock.advance(days=-300)
    assert _shown(world) == ["campaigns-need-backup-none"]
    for day in range(2):
        back_up_daily(world.context)
        [made] = set(folder.iterdir()) - {future}
        verify_backup(made)
        assert made.name == f"bilten-202611{22 + day}T120000Z.zip"
        assert _health(world) is BackupHealth.GOOD
        world.clock.advance(days=1)
    world.clock.advance(days=5)
    assert _shown(world) == ["campaigns-need-backup-old"]
    assert future.exists(), "this clock may be the one that is wrong"


def test_the_day_whose_backup_was_made_too_early_gets_another(world: World, folder: Path) -> None:
    world.clock.advance(days=2)
    back_up_daily(world.context)
    world.clock.advance(days=-2, hours=-6)
    for _ in range(3):
        back_up_daily(world.context)
        world.clock.advance(days=1)
    assert len(list(folder.iterdir())) == 4
    assert _health(world) is BackupHealth.GOOD


def test_a_machine_that_dies_over_it_is_followed_by_another(world: World, folder: Path) -> None:
    day = due_day(world.clock.now(), at=time(3, 15), zone=LJUBLJANA)
    with world.database.write() as session:
        assert claim_day(session, day, now=world.clock.now()) is not None
    back_up_daily(world.context)
    assert list(folder.iterdir()) == []
    world.clock.moment += LEASE
    back_up_daily(world.context)
    assert len(list(folder.iterdir())) == 1


def test_what_goes_wrong_is_shown_with_its_reason_and_tried_again(world: World, folder: Path) -> None:
    folder.rmdir()
    back_up_daily(world.context)
    assert _health(world) is BackupHealth.FAILED
    assert _shown(world, expects=False) == ["campaigns-need-backup-failed"]
    with world.database.read() as session:
        [run] = session.exec(select(BackupRun))
    assert run.error == "core-backup-no-folder"
    folder.mkdir()
    back_up_daily(world.context)
    assert list(folder.iterdir()) == []
    world.clock.moment += RETRY_AFTER
    back_up_daily(world.context)
    assert _health(world) is BackupHealth.GOOD
    assert _shown(world) == []


def test_one_that_is_not_whole_takes_no_older_one_with_it(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.configure(backups_kept=1)
    back_up_daily(world.context)
    before = set(folder.iterdir())
    world.clock.advance(days=1)

    def damaged(file: Path) -> object:
        file.write_bytes(file.read_bytes()[:-1])
        return verify_backup(file)

    monkeypatch.setattr(daily_backup, "verify_backup", damaged)
    back_up_daily(world.context)
    assert before < set(folder.iterdir())
    assert _health(world) is BackupHealth.FAILED


def test_where_there_never_was_one_it_is_said_in_production_only(world: World) -> None:
    assert _shown(world, expects=False) == []
    assert _shown(world) == ["campaigns-need-backup-none"]


def test_an_old_one_is_said(world: World) -> None:
    back_up_daily(world.context)
    world.clock.moment += MAX_AGE
    assert _shown(world) == []
    world.clock.advance(seconds=1)
    assert _shown(world) == ["campaigns-need-backup-old"]


def test_no_transaction_is_open_while_it_is_written(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else can write meanwhile."""
    written = []
    real = create.create_backup

    def creating(*arguments: object, **named: object) -> object:
        with world.database.write() as session:
            session.add(BackupRun(began_at=NOON))
        written.append(True)
        return real(*arguments, **named)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(daily_backup, "create_backup", creating)
    back_up_daily(world.context)
    assert written == [True]


def test_what_a_killed_backup_left_goes_a_day_later(world: World, folder: Path) -> None:
    left = folder / f"{create.WORKING}x"
    left.mkdir()
    (left / "database.sqlite3").write_text("people's addresses")
    world.clock.moment = datetime.now(UTC)
    back_up_daily(world.context)
    assert left.exists()
    world.clock.advance(days=1, seconds=5)
    back_up_daily(world.context)
    assert not left.exists()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 2, 14, tzinfo=UTC), date(2026, 3, 27)),
        (datetime(2026, 3, 28, 2, 15, tzinfo=UTC), date(2026, 3, 28)),
        # The night in which 02:00 becomes 03:00.
        (datetime(2026, 3, 29, 1, 14, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 1, 15, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_it_is_due_at_the_local_time(moment: datetime, day: date) -> None:
    assert due_day(moment, at=time(3, 15), zone=LJUBLJANA) == day


@given(start=st.integers(0, 3650 * 288), at=st.times())
def test_every_day_gets_one_whatever_the_clocks_do(start: int, at: time) -> None:
    """Looked at every five minutes for three days, also across a clock change: no day is left out or returns."""
    since = datetime(2020, 1, 1, tzinfo=UTC)
    days = [due_day(since + timedelta(minutes=5 * (start + step)), at=at, zone=LJUBLJANA) for step in range(864)]
    seen = list(dict.fromkeys(days))
    assert seen == [seen[0] + timedelta(days=step) for step in range(len(seen))]
