"""Which files of a folder are news, and which of them are finished."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.errors import InputRefused

SETTLING = timedelta(seconds=1)
"""How long a file has to lie still before a watched folder takes it for finished."""


def news_files_in(folder: Path) -> list[Path]:
    """The Markdown files that lie in `folder` itself, by name: not hidden ones, not its README.md.

    Raises InputRefused if there is no such folder.
    """
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise InputRefused("news-folder-missing", folder=str(folder)) from error
    return [path for path in paths if _is_news(path, folder)]


def is_settled(path: Path, now: datetime) -> bool:
    """Whether nobody has written to `path` for a moment. What is not there is settled: others will miss it.

    A file "of the future" by less than the moment was written after `now` was looked up, thus just now as well.
    """
    written = written_at(path)
    return written is None or abs(now - written) >= SETTLING


def written_at(path: Path) -> datetime | None:
    """When it was last written to, by its file system; None for what is not there, or has no time that can be."""
    try:
        # Before 1970 means no more than 1970, and year 1 has no day in some time zones.
        return datetime.fromtimestamp(max(path.stat().st_mtime, 0), UTC)
    except (OSError, OverflowError, ValueError):
        return None


def _is_news(path: Path, folder: Path) -> bool:
    """A link that leads out of the folder is no file of the folder's."""
    if path.name.startswith(".") or path.suffix.lower() != ".md" or path.name.lower() == "readme.md":
        return False
    return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(folder.resolve()))
