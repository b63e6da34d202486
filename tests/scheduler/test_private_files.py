"""File permissions: what everybody on the machine can read is said, and what only its owner can is not."""

from pathlib import Path

import pytest

from core.settings import Settings, load_settings
from scheduler.health.health_check import HealthCheck, Level
from scheduler.health.private_files import check_private_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.chmod(0o755)
    for name in ("state/of-a-database", "backups"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name).chmod(0o755)
    return tmp_path


@pytest.fixture
def settings(folder: Path) -> Settings:
    return load_settings(
        env_file=None,
        database_url=f"sqlite:///{folder / 'bilten.sqlite3'}",
        state_dir=str(folder / "state"),
        backup_dir=str(folder / "backups"),
    )


def named(settings: Settings, folder: Path) -> list[str]:
    checks = list(check_private_files(settings, folder / ".env"))
    assert all(isinstance(check, HealthCheck) and check.level is Level.WARNING for check in checks)
    return [str(check.params["file"]).removeprefix(f"{folder}/") for check in checks]


FILES = [".env", "bilten.sqlite3", "state/machine-id", "state/of-a-database/mark.json", "backups/1.backup"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("mode", "is_named"), [(0o644, True), (0o604, True), (0o640, False), (0o600, False)])
def test_a_file_that_everybody_can_read_is_named(
    settings: Settings, folder: Path, name: str, mode: int, *, is_named: bool
) -> None:
    (folder / name).touch()
    (folder / name).chmod(mode)
    assert named(settings, folder) == ([name] if is_named else [])


def test_a_folder_that_nobody_else_may_enter_closes_what_is_in_it(settings: Settings, folder: Path) -> None:
    (folder / "state" / "machine-id").touch(mode=0o644)
    (folder / "state").chmod(0o700)
    assert named(settings, folder) == []


def test_where_there_is_nothing_there_is_nothing_to_say(folder: Path) -> None:
    settings = load_settings(env_file=None, database_url="postgresql://x/y", state_dir=str(folder / "nowhere"))
    assert list(check_private_files(settings, None)) == []
