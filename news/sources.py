"""Places that news appear in by themselves. Here: watched folders; how feeds are read stands in `news.feeds`."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from core.errors import Conflict, InputRefused, NotFound, Refusal
from core.logging import get_logger
from news.folder_texts import mark_missing
from news.import_files import NewsIntake, import_folder
from news.import_report import ImportReport, log_refused, refusal_of
from news.slug_owner import TextOrigin
from news.tables import Source, SourceKind

MAX_REFUSALS_KEPT = 50

log = get_logger(__name__)


def add_folder_source(session: Session, *, name: str, folder: Path, now: datetime) -> Source:
    """One that was watched before is watched again, and what came from it is its own again. Raises InputRefused if
    there is no such folder, Conflict if the name is taken."""
    if not folder.is_dir():
        raise InputRefused("news-folder-missing", folder=str(folder))
    location = str(folder.resolve())
    stopped = (
        Source.location == location,
        Source.kind == SourceKind.FOLDER,
        col(Source.stopped_at).is_not(None),
    )
    source = session.exec(select(Source).where(*stopped).order_by(col(Source.id).desc()).limit(1)).first()
    source = source or Source(name=name, kind=SourceKind.FOLDER, location=location, created_at=now)
    source.name, source.stopped_at, source.last_error = name, None, None
    try:
        with session.begin_nested():
            session.add(source)
    except IntegrityError as error:
        raise Conflict("news-source-exists", name=name) from error
    return source


def list_sources(session: Session) -> list[Source]:
    """Folders, also those that are watched no longer."""
    return list(session.exec(select(Source).where(Source.kind == SourceKind.FOLDER).order_by(col(Source.id))))


def watched_sources(session: Session) -> list[Source]:
    """Folders."""
    return [source for source in list_sources(session) if source.stopped_at is None]


def source_by_name(session: Session, name: str) -> Source:
    """The watched folder that a person named. Raises NotFound, with the name."""
    wanted = (col(Source.name) == name, Source.kind == SourceKind.FOLDER, col(Source.stopped_at).is_(None))
    source = session.exec(select(Source).where(*wanted)).one_or_none()
    if source is None:
        raise NotFound("news-source-not-named", name=name[:80])
    return source


def read_source(intake: NewsIntake, source_id: int, *, now: datetime) -> ImportReport:
    """Imports what is new or changed, and keeps what was wrong for staff to see. Raises NotFound.

    A folder that is gone is such a wrong, not an error: the reading has been recorded.
    """
    with intake.database.read() as session:
        source = session.get(Source, source_id)
    if source is None:
        raise NotFound("news-source-unknown", source=source_id)
    try:
        report = import_folder(intake, Path(source.location), now=now, origin=TextOrigin(source_id))
    except InputRefused as error:
        report = ImportReport(refused=[refusal_of(error)])
    with intake.database.write() as session:
        read = {"last_read_at": now, "last_error": refusals_as_json(report.refused)}
        session.exec(update(Source).where(col(Source.id) == source_id).values(**read))
        mark_missing(session, source_id, report.held_texts, now=now)
    _log_changes(source, report, now=now)
    return report


def _log_changes(source: Source, report: ImportReport, *, now: datetime) -> None:
    """A folder is read every few seconds, and what is wrong in it stays for days: it is logged when it comes,
    after an upgrade, which tries again, and once a day, so that a log of today has it."""
    before = last_refusals(source)
    is_new_day = source.last_read_at is None or source.last_read_at.date() != now.date()
    is_all = is_new_day or report.set_aside > 0
    kept = report.refused[:MAX_REFUSALS_KEPT]
    log_refused(refusal for refusal in kept if is_all or refusal not in before)
    if is_new_day or kept != before or any(item.is_changed for item in report.imported):
        log.info("source.read", source_id=source.id, files=len(report.imported), refused=len(report.refused))


def last_refusals(source: Source) -> list[Refusal]:
    """What was wrong at the last reading; empty when all was well."""
    return [Refusal(**kept) for kept in json.loads(source.last_error or "[]")]


def refusals_as_json(refused: list[Refusal]) -> str | None:
    if not refused:
        return None
    return json.dumps([asdict(refusal) for refusal in refused[:MAX_REFUSALS_KEPT]], ensure_ascii=False)
