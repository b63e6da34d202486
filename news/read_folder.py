"""The news files of a folder, read and hashed: no transaction may be open meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from core.errors import InputRefused
from core.write_guard import refuse_in_write
from kinds.registry import all_keys
from news.markdown_file import NewsFile, read_news_file
from news.named_assets import digest_of
from news.news_folder import is_settled, news_files_in, written_at
from news.unchanged_files import FolderCache, FolderCacheStore


@dataclass(frozen=True, slots=True)
class ReadFile:
    file: NewsFile
    digest: str
    written_at: datetime | None
    """When the file was last written to; a share that is mounted, or a backup, brings old ones."""


def read_one(path: Path) -> ReadFile:
    """Raises InputRefused, with file and line; FileNotFoundError."""
    file = read_news_file(path)
    return ReadFile(file, digest_of(file), written_at(path))


def read_folder(
    folder: Path, caches: FolderCacheStore, *, now: datetime, is_watched: bool
) -> Iterator[ReadFile | InputRefused]:
    """What can be read, and what was refused. A file that vanishes meanwhile is none of the folder's any more.

    `caches`: what the readings before this one kept. Raises InputRefused if there is no such folder.
    """
    refuse_in_write("reading a folder")
    cache = caches.begin(folder, now=now)
    first_of: dict[str, NewsFile] = {}
    for path in news_files_in(folder):
        if is_watched and not is_settled(path, now):
            continue
        try:
            read = _read(path, cache, now=now)
            if is_watched and not all(is_settled(path.parent / named.name, now) for named in read.file.assets):
                continue
            _check_together(read.file, first_of)
        except FileNotFoundError:
            continue
        except InputRefused as error:
            yield error
        else:
            yield read


def _read(path: Path, cache: FolderCache, *, now: datetime) -> ReadFile:
    """Raises InputRefused, FileNotFoundError."""
    file = cache.news_files.get(path, now=now)
    if isinstance(file, InputRefused):
        raise file.with_traceback(None)
    digest = digest_of(file, lambda asset: cache.asset_hashes.get(asset, now=now))
    return ReadFile(file, digest, written_at(path))


def undated_on(read: ReadFile, *, now: datetime, zone: str, is_watched: bool) -> date:
    """The day of an item that names none, by the organisation's clock: today, where a person brings it in. In a
    watched folder the day on which its file was written, if that was before."""
    written = read.written_at if is_watched else None
    return min(now, written or now).astimezone(ZoneInfo(zone)).date()


def _check_together(file: NewsFile, first_of: dict[str, NewsFile]) -> None:
    """Files of one item have one kind and the same days, and each its own language: else readers would be told
    different things. Raises InputRefused."""
    name = file.path.name
    same = first_of.setdefault(f"{file.slug}\0{file.language}", file)
    if same is not file:
        raise InputRefused("news-text-twice", file=name, line=1, other=same.path.name, slug=file.slug)
    first = first_of.setdefault(file.slug, file)
    if first is file:
        return
    for key, value in _facts(file).items():
        if value and _facts(first)[key] not in (value, None, ""):
            raise InputRefused(
                "news-files-differ", file=name, line=1, other=first.path.name, key=key, slug=file.slug
            )


def _facts(file: NewsFile) -> dict[str, object]:
    """What cannot depend on the language."""
    details = {
        name: getattr(file.details, name, None)
        for name, (_, key) in all_keys().items()
        if key.is_same_in_all_languages
    }
    return {"kind": file.kind, "date": file.published_on} | details
