"""Memoisation by file status: what a watched folder's file said is not read again while nothing has written to it.

Size, times and inode tell, as they do in a version control system's index: the time of the last change (ctime)
cannot be set by a program. What was changed a moment ago is not kept, because a file system may give two changes
one time; and once a day everything is read in full, for whatever tells no change. Nothing outlives the process.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Generic, TypeVar

from core.errors import InputRefused
from news.markdown_file import NewsFile, parse_news_file, read_source_of
from news.named_assets import asset_hash
from news.news_folder import SETTLING

FULL_EVERY = timedelta(days=1)
MAX_BYTES = 64 * 1024 * 1024
"""Of the files of one folder; what is beyond is read each time."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileStatus:
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    device: int


def file_status(path: Path) -> FileStatus:
    """Raises OSError."""
    status = path.stat()
    return FileStatus(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)


class StatusCache(Generic[T]):
    """What `read` returned for each file, as long as the file's status stays; what it raises is not kept."""

    def __init__(self, read: Callable[[Path], T], weight: Callable[[T], int]) -> None:
        """`weight`: bytes that a result keeps in memory, about."""
        self._read = read
        self._weight = weight
        self._before: dict[Path, tuple[FileStatus, T]] = {}
        self._now: dict[Path, tuple[FileStatus, T]] = {}
        self._bytes = 0

    def begin(self, *, is_full: bool) -> None:
        """A reading of the folder begins. What the last one did not ask for is forgotten; before a
        full one, all is."""
        self._before, self._now, self._bytes = {} if is_full else self._now, {}, 0

    def get(self, path: Path, *, now: datetime) -> T:
        """Raises OSError, and what `read` does."""
        status = file_status(path)
        kept = self._now.get(path) or self._before.get(path)
        if kept is None or kept[0] != status:
            kept = (status, self._read(path))
            is_racy = abs(now.timestamp() - status.ctime_ns / 1e9) < SETTLING.total_seconds()
            if is_racy or file_status(path) != status:
                return kept[1]
        weight = self._weight(kept[1])
        if path not in self._now and self._bytes + weight <= MAX_BYTES:
            self._now[path] = kept
            self._bytes += weight
        return kept[1]


class FolderCache:
    """What the files of one folder said at its last reading."""

    def __init__(self) -> None:
        self.news_files: StatusCache[NewsFile | InputRefused] = StatusCache(_parsed, _weight)
        self.asset_hashes: StatusCache[bytes] = StatusCache(asset_hash, len)
        self._full_at: datetime | None = None

    def begin(self, now: datetime) -> None:
        """Before each reading."""
        is_full = self._full_at is None or not timedelta(0) <= now - self._full_at < FULL_EVERY
        if is_full:
            self._full_at = now
        self.news_files.begin(is_full=is_full)
        self.asset_hashes.begin(is_full=is_full)


class FolderCacheStore:
    """Those of one process, by folder. One reading of a folder at a time."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, FolderCache] = {}

    def begin(self, folder: Path, *, now: datetime) -> FolderCache:
        cache = self._by_folder.setdefault(folder, FolderCache())
        cache.begin(now)
        return cache


def _parsed(path: Path) -> NewsFile | InputRefused:
    """A refusal of what the file says is kept, too; one that it cannot be read may pass."""
    source = read_source_of(path)
    try:
        return parse_news_file(path, source)
    except InputRefused as error:
        return error.with_traceback(None)


def _weight(parsed: NewsFile | InputRefused) -> int:
    return 1_000 if isinstance(parsed, InputRefused) else 2 * len(parsed.source)
