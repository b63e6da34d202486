"""News files into the database: a file is one language of one item.

A changed file updates its text, an unchanged one changes nothing, a bad one is refused with its line while the
good ones are kept, and a file that is gone leaves its text where it is. A slug belongs to the source that it came
from: a file from elsewhere that has it is refused (`news.slug_owner`). Files are read, hashed and decoded with no
transaction open; what was read is then written in short ones.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from sqlmodel import Session

from core.db import Database
from core.errors import InputRefused
from core.logging import get_logger
from core.pinned_network import Deadline
from news.decoding import decode_process
from news.held_files import file_is_held, held_digests, hold_file, is_left_alone, is_to_be_held
from news.import_report import ImportedItem, ImportReport, log_refused, refusal_of
from news.incoming_file import incoming_item
from news.incoming_item import IncomingItem
from news.named_assets import AssetIntake
from news.read_folder import ReadFile, read_folder, read_one, undated_on
from news.refused_assets import refused_assets, remember_refused
from news.save_item import save_item
from news.slug_owner import TextOrigin, is_abandoned, is_foreign, known_items, slug_of_another
from news.store import AssetStore
from news.unchanged_files import FolderCacheStore
from news.used_name import ClosedItems, none_closed, with_slugs_of_before, without_others

BATCH_SIZE = 50
"""Texts in one transaction."""
MAX_READING_SECONDS = 120.0
"""For what is new in a watched folder; the rest is read the next time."""

BY_HAND = TextOrigin()

log = get_logger(__name__)


OnSaved = Callable[[Session, ImportedItem], None]
"""Called in the transaction of each text that was written, for what has to be written with it."""


def nothing_more(_: Session, __: ImportedItem) -> None:
    """Where nothing has to be."""


@dataclass(frozen=True, slots=True)
class NewsIntake:
    """Where news goes."""

    database: Database
    store: AssetStore
    zone: str = "UTC"
    """The organisation's: what has no date is of the day on which it came or was written, by its clock."""
    closed_items: ClosedItems = none_closed
    caches: FolderCacheStore = field(default_factory=FolderCacheStore)
    """What was read before: whoever reads a folder again and again keeps it from one time to the next."""


def import_file(
    intake: NewsIntake,
    path: Path,
    *,
    now: datetime,
    takes_over: bool = False,
    on_saved: OnSaved = nothing_more,
) -> ImportedItem:
    """By hand. `takes_over`: what belongs to a watched folder is by hand from now on. Raises InputRefused, with
    file and line, before anything is written."""
    try:
        read = read_one(path)
    except FileNotFoundError:
        raise InputRefused("news-file-missing", file=path.name, line=1) from None
    report = ImportReport()
    origin = TextOrigin(takes_over=takes_over)
    for refused in _import(intake, [read], report, now=now, origin=origin, on_saved=on_saved):
        raise refused
    return report.imported[0]


def import_folder(
    intake: NewsIntake,
    folder: Path,
    *,
    now: datetime,
    origin: TextOrigin = BY_HAND,
    on_saved: OnSaved = nothing_more,
) -> ImportReport:
    """Every news file that lies in `folder` itself. Raises InputRefused if there is no such folder.

    In a watched folder (a source), a file that was written to a moment ago is left for the next reading:
    whoever copies it there may not have finished. So is what is new beyond MAX_READING_SECONDS.
    """
    report = ImportReport()
    reads = []
    for read in read_folder(folder, intake.caches, now=now, is_watched=origin.source_id is not None):
        if isinstance(read, InputRefused):
            report.refused.append(refusal_of(read))
        else:
            reads.append(read)
    for refused in _import(intake, reads, report, now=now, origin=origin, on_saved=on_saved):
        report.refused.append(refusal_of(refused))
    if origin.source_id is None:
        log_refused(report.refused)
    return report


def _import(
    intake: NewsIntake,
    reads: Sequence[ReadFile],
    report: ImportReport,
    *,
    now: datetime,
    origin: TextOrigin,
    on_saved: OnSaved,
) -> Iterator[InputRefused]:
    """Reports what was unchanged and what was saved, and yields what was refused."""
    with intake.database.read() as session:
        reads = with_slugs_of_before(session, reads, origin)
        changed, errors = _told_apart(session, reads, report, origin)
        changed, others = without_others(session, changed, origin, intake.closed_items)
    errors += others
    yield from errors
    if not changed:
        return
    with intake.database.read() as session:
        refused = refused_assets(session)
    day = partial(undated_on, now=now, zone=intake.zone, is_watched=origin.source_id is not None)
    deadline = Deadline(MAX_READING_SECONDS) if origin.source_id is not None else None
    waiting = iter(changed)
    with decode_process() as process:

        def remember(sha256: str, error: InputRefused, name: str) -> None:
            report.set_aside += 1
            remember_refused(intake.database, sha256, error, file_name=name, now=now)

        assets = AssetIntake(intake.store, process, refused, remember)
        while batch := list(islice(waiting, BATCH_SIZE)):
            prepared, errors = _prepared(batch, assets, deadline, day, intake.zone)
            report.left += len(batch) - len(prepared) - len(errors)
            yield from errors
            saved, errors = _save(intake, prepared, now=now, origin=origin, on_saved=on_saved)
            yield from errors
            report.imported += saved


def _told_apart(
    session: Session, reads: Sequence[ReadFile], report: ImportReport, origin: TextOrigin
) -> tuple[list[ReadFile], list[InputRefused]]:
    """What is new or changed, and what belongs to another source; what is unchanged is reported."""
    known = known_items(session, {read.file.slug for read in reads})
    held = held_digests(session, [item.item_id for item in known.values() if item.file_digests])
    changed: list[ReadFile] = []
    errors: list[InputRefused] = []
    elsewhere: dict[int, bool] = {}
    for read in reads:
        item = known.get(read.file.slug)
        if item is None:
            changed.append(read)
            continue
        language, place = read.file.language, read.file.path.name
        is_same = item.digests.get(language) == read.digest
        if is_foreign(item, origin) and is_to_be_held(item, language, origin):
            if held.get((item.item_id, language)) == read.digest:
                errors.append(file_is_held(item, place))
            elif not is_left_alone(item, language, read.digest):
                changed.append(read)
        elif is_foreign(item, origin):
            errors.append(slug_of_another(session, item.slug, place, owner=item, origin=origin))
            is_like_it = is_same and is_abandoned(session, item.source_id)
            elsewhere[item.item_id] = elsewhere.get(item.item_id, True) and is_like_it
        elif is_same and item.source_id == origin.source_id:
            unchanged = ImportedItem(item.item_id, language, is_new=False, is_changed=False)
            report.imported.append(unchanged)
        else:
            changed.append(read)
    report.same_elsewhere = [item_id for item_id, is_like_it in elsewhere.items() if is_like_it]
    return changed, errors


def _prepared(
    batch: Iterable[ReadFile],
    assets: AssetIntake,
    deadline: Deadline | None,
    day: Callable[[ReadFile], date],
    zone: str,
) -> tuple[list[IncomingItem], list[InputRefused]]:
    prepared: list[IncomingItem] = []
    errors: list[InputRefused] = []
    for read in batch:
        if deadline is not None and not deadline.left():
            log.warning("news.left_for_next_reading", file=read.file.path.name)
            continue
        try:
            prepared.append(incoming_item(read, assets, undated_on=day(read), zone=zone))
        except InputRefused as error:
            errors.append(error)
    return prepared, errors


def _save(
    intake: NewsIntake,
    prepared: Sequence[IncomingItem],
    *,
    now: datetime,
    origin: TextOrigin,
    on_saved: OnSaved,
) -> tuple[list[ImportedItem], list[InputRefused]]:
    imported: list[ImportedItem] = []
    errors: list[InputRefused] = []
    if not prepared:
        return imported, errors
    with intake.database.write() as session:
        known = known_items(session, {incoming.slug for incoming in prepared})
        for incoming in prepared:
            item = known.get(incoming.slug)
            if item and is_foreign(item, origin) and is_to_be_held(item, incoming.language, origin):
                hold_file(session, item.item_id, incoming, now=now)
                errors.append(file_is_held(item, incoming.place))
                continue
            try:
                saved = save_item(session, incoming, now=now, origin=origin)
            except InputRefused as error:  # another source has made the item meanwhile
                errors.append(error)
                continue
            news = ImportedItem(saved.item_id, incoming.language, saved.is_new, True, saved.is_taken_over)
            on_saved(session, news)
            imported.append(news)
    for news in imported:
        log.info("news.imported", item_id=news.item_id, language=news.language, is_new=news.is_new)
    return imported, errors
