"""File permissions: what holds secrets, addresses or what this machine remembers is for its own user alone."""

import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy.engine import make_url

from core.settings import Settings
from scheduler.health.health_check import HealthCheck, Level

MOST_NAMED = 5


def check_private_files(settings: Settings, env_file: Path | None) -> Iterator[HealthCheck]:
    """A group may be let in on purpose (`root:bilten`, 0640); everybody is let in by mistake."""
    for path in islice(filter(_is_open_to_all, _private_files(settings, env_file)), MOST_NAMED):
        yield HealthCheck(Level.WARNING, "scheduler-health-file-open", {"file": str(path)})


def _private_files(settings: Settings, env_file: Path | None) -> Iterator[Path]:
    if env_file is not None:
        yield env_file
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        yield Path(url.database)
    yield from sorted(settings.state_path.glob("*"))
    yield from sorted(settings.state_path.glob("*/*"))
    if settings.backup_dir:
        yield from sorted(Path(settings.backup_dir).glob("*"))


def _is_open_to_all(path: Path) -> bool:
    """As far as its own folder goes: one that nobody else may enter closes what is in it."""
    try:
        return path.is_file() and bool(
            path.stat().st_mode & stat.S_IROTH and path.parent.stat().st_mode & stat.S_IXOTH
        )
    except OSError:  # not to be seen by us: others' business
        return False
