"""News files into the database: a file is one language of one item.

A changed file updates its text, an unchanged one changes nothing, a bad one is refused with its line while the
good ones are kept, and a file that is gone leaves its text where it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from core.errors import InputRefused, Refusal
from core.logging import get_logger
from news.markdown_file import NewsFile, read_news_file
from news.named_assets import digest_of
from news.news_folder import is_settled, news_files_in
from news.save_text import save_text
from news.store import AssetStore
from news.tables import NewsItem, NewsText

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """What became of one file. `is_new`: there was no such item before; `is_changed`: something was written."""

    item_id: int
    language: str
    is_new: bool
    is_changed: bool


@dataclass(slots=True)
class ImportReport:
    imported: list[ImportedItem] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    file: NewsFile
    digest: str


@dataclass(frozen=True, slots=True)
class _Into:
    """Where files go: what stays the same while a folder is imported."""

    session: Session
    store: AssetStore
    now: datetime
    source_id: int | None


def import_file(
    session: Session, path: Path, *, store: AssetStore, now: datetime, source_id: int | None = None
) -> ImportedItem:
    """Raises InputRefused, with file and line, before anything is written."""
    try:
        read = _read(path)
    except FileNotFoundError:
        raise InputRefused("news-file-missing", file=path.name, line=1) from None
    return _import_one(_Into(session, store, now, source_id), read, _known(session, [read.file.slug]))


def import_folder(
    session: Session, folder: Path, *, store: AssetStore, now: datetime, source_id: int | None = None
) -> ImportReport:
    """Every news file that lies in `folder` itself. Raises InputRefused if there is no such folder.

    In a watched folder (`source_id`), a file that was written to a moment ago is left for the next reading:
    whoever copies it there may not have finished.
    """
    report = ImportReport()
    reads = list(_read_all(folder, report, now=now, is_watched=source_id is not None))
    known = _known(session, {read.file.slug for read in reads})
    into = _Into(session, store, now, source_id)
    for read in reads:
        try:
            report.imported.append(_import_one(into, read, known))
        except InputRefused as error:
            _refuse(report, error)
    return report


def _read(path: Path) -> _Read:
    file = read_news_file(path)
    return _Read(file, digest_of(file))


def _read_all(folder: Path, report: ImportReport, *, now: datetime, is_watched: bool) -> Iterator[_Read]:
    """What can be read. A file that vanishes meanwhile is none of the folder's any more."""
    first_of: dict[str, NewsFile] = {}
    for path in news_files_in(folder):
        if is_watched and not is_settled(path, now):
            continue
        try:
            read = _read(path)
            if is_watched and not all(is_settled(path.parent / named.name, now) for named in read.file.assets):
                continue
            _check_together(read.file, first_of)
        except FileNotFoundError:
            continue
        except InputRefused as error:
            _refuse(report, error)
        else:
            yield read


def _check_together(file: NewsFile, first_of: dict[str, NewsFile]) -> None:
    """Files of one item have one kind and the same days, and each its own language: else readers would be told
    different things. Raises InputRefused."""
    name = file.path.name
    same = first_of.setdefault(f"{file.slug}\0{file.language}", file)
    if same is not file:
        raise InputRefused("news-text-twice", file=name, line=1, other=same.path.name, slug=file.slug)
    first = first_of.setdefault(file.slug, file)
    for key, said in _facts(file).items():
        if said and _facts(first)[key] not in (said, None, ""):
            raise InputRefused(
                "news-files-differ", file=name, line=1, other=first.path.name, key=key, slug=file.slug
            )


def _facts(file: NewsFile) -> dict[str, object]:
    """What cannot depend on the language."""
    shared = ("starts", "ends", "deadline", "corrects")
    return {"kind": file.kind, "date": file.published_on} | {key: getattr(file.details, key) for key in shared}


def _known(session: Session, slugs: Iterable[str]) -> dict[tuple[str, str], tuple[int, str]]:
    """The item and the digest of every text there is, by slug and language: one query, however many files."""
    rows = session.exec(
        select(NewsItem.slug, NewsText.language, NewsItem.id, NewsText.digest)
        .join(NewsText, col(NewsText.item_id) == col(NewsItem.id))
        .where(col(NewsItem.slug).in_(list(slugs)))
    )
    return {(slug, language): (item_id, digest) for slug, language, item_id, digest in rows}


def _import_one(into: _Into, read: _Read, known: dict[tuple[str, str], tuple[int, str]]) -> ImportedItem:
    item_id, digest = known.get((read.file.slug, read.file.language), (0, ""))
    if digest == read.digest:
        return ImportedItem(item_id, read.file.language, is_new=False, is_changed=False)
    saved = save_text(
        into.session, read.file, digest=read.digest, store=into.store, now=into.now, source_id=into.source_id
    )
    log.info("news.imported", item_id=saved.item_id, language=read.file.language, is_new=saved.is_new)
    return ImportedItem(saved.item_id, read.file.language, is_new=saved.is_new, is_changed=True)


def _refuse(report: ImportReport, error: InputRefused) -> None:
    refusal = refusal_of(error)
    log.warning("news.refused", file=refusal.place, line=refusal.line, code=refusal.code)
    report.refused.append(refusal)


def refusal_of(error: InputRefused) -> Refusal:
    """An error that names a file, as one line of a report."""
    line = error.params.get("line")
    place = str(error.params.get("file") or error.params.get("folder", ""))
    return Refusal(place, line if isinstance(line, int) else None, error.code, dict(error.params))
