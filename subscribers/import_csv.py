"""Import of subscribers from a CSV file: the good rows are kept, the bad ones named, and nobody is resurrected.

What is on record here always wins over a yes in a file: who unsubscribed stays so, who is pending still has to
confirm, and a suppressed address is not even added (it may have been erased). A no in a file always counts,
whether its person is known or not: a list remembers who left it, by their address and nothing else; a dead or
complaining address is a suppression, which knows only its hash, and so is a no to everything kept. So no older
file with their yes brings them back. Whom a row names that cannot be read gets no yes from another row: it may
have been a no. Known people keep their name and language.

The file is parsed, checked and hashed before anything is written, and with no write transaction open: for a long
file that takes half a minute, and SQLite has one writer. Then rows are written in chunks, each a short transaction
of its own: first the noes of the whole file, then the yeses. A crash in between leaves people out, but subscribes
nobody past a no; importing the same file again goes on from there.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from time import sleep
from typing import BinaryIO

from sqlmodel import Session, col, select

from core.db import Database
from core.errors import InputRefused, Refusal
from core.logging import get_logger
from subscribers.csv_file import CsvFile, Record, open_csv
from subscribers.csv_noes import is_named_as_no
from subscribers.csv_refused import FirstPassReader
from subscribers.csv_row import ImportedRow, RowDefaults, read_row
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.import_rows import RowOutcome, RowWriter
from subscribers.list_state import ListPurpose, check_takes, expect_takes
from subscribers.lists import list_by_slug
from subscribers.person import read_language
from subscribers.repeated_rows import RepeatedRowDetector
from subscribers.row_spool import RowSpoolWriter
from subscribers.tables import MailingList

CHUNK = 500
"""Rows of one transaction: some tens of milliseconds."""
PAUSE = 0.15
"""Seconds between two of them on SQLite, where whoever waits in another process tries ten times a second: in each
pause everybody who waits gets their turn."""
MAX_REFUSED = 10_000

log = get_logger(__name__)


def import_csv(database: Database, path: Path, request: ImportRequest, *, secret: str, now: datetime) -> CsvReport:
    """In write transactions of its own: not to be called in one. Raises NotFound for the list, Conflict where
    it is archived, InputRefused for the file; then nothing was written."""
    note = request.source_note.strip()
    if not note:
        raise InputRefused("subscribers-import-without-note")
    default_language = request.default_language and read_language(request.default_language)
    for meaning in request.language_meanings.values():
        read_language(meaning, meanings=request.language_meanings)
    with database.read() as session:
        list_id = check_takes(list_by_slug(session, request.list_slug), ListPurpose.IMPORT).id
    with ExitStack() as stack:
        languages = [default_language] if default_language else ()
        opened = open_csv(path, ignore=request.ignored_columns, encoding=request.encoding, languages=languages)
        file = stack.enter_context(opened)
        spools = [stack.enter_context(TemporaryFile()) for _ in range(3)]
        first_pass = _first_pass(file, request, spools[0], secret=secret)
        report = CsvReport(
            ignored_columns=file.ignored,
            encoding=file.encoding.name,
            is_encoding_guessed=file.encoding.is_guessed,
            titles=file.titles,
        )
        noes, yeses = (RowSpoolWriter(spool, chunk=CHUNK) for spool in spools[1:])
        for row in _good_rows(file.name, report, first_pass):
            (noes if row.is_no else yeses).add(row)
            report.show(row.name)
        writer = partial(RowWriter, file_name=file.name, note=note, now=now)
        for number, chunk in enumerate(chain(noes.chunks(), yeses.chunks())):
            if number and database.is_sqlite:
                sleep(PAUSE)
            for fate in _write(database, chunk, list_id, writer):
                report.count(fate)
    log.info(
        "subscribers.imported",
        list_id=list_id,
        imported=report.imported,
        unsubscribed=report.unsubscribed,
        suppressed=report.suppressed,
        refused=len(report.refused),
    )
    return report


def _first_pass(file: CsvFile, request: ImportRequest, spool: BinaryIO, *, secret: str) -> FirstPassReader:
    defaults = RowDefaults(request.default_language, request.language_meanings, request.all_said)
    says_no = file.says_no or request.all_said is not None
    if is_named_as_no(file.name) and not says_no and "status" not in file.columns:
        raise InputRefused("subscribers-file-named-no", file=file.name)
    if request.default_language is None and "language" not in file.columns and not says_no:
        raise InputRefused("subscribers-file-without-language", file=file.name)
    read = partial(_read, partial(read_row, secret=secret, defaults=defaults))
    first_pass = FirstPassReader(file, read, spool)
    first_pass.go(secret=secret, limit=MAX_REFUSED)
    return first_pass


def _write(
    database: Database, chunk: list[ImportedRow], list_id: int, writer: Callable[..., RowWriter]
) -> list[RowOutcome]:
    """One short transaction. What became of each row."""
    with database.write() as session:
        wait_for_other_imports(session)
        expect_takes(session, list_id, ListPurpose.IMPORT)
        fates = list(writer(session, list_id=list_id).write(chunk))
        if everywhere := [row for row in chunk if row.is_everywhere]:
            for other in _other_lists(session, list_id):
                _say_no(writer(session, list_id=other.id), other, everywhere)
    return fates


def wait_for_other_imports(session: Session) -> None:
    # Two files with the same people in another order would lock each other out. Sign-ups need not wait.
    session.exec(select(MailingList.id).order_by(col(MailingList.id)).with_for_update(key_share=True)).all()


def _other_lists(session: Session, list_id: int) -> list[MailingList]:
    others = select(MailingList).where(MailingList.id != list_id).order_by(col(MailingList.id))
    return list(session.exec(others))


def _say_no(writer: RowWriter, mailing_list: MailingList, rows: list[ImportedRow]) -> None:
    """A list of people at risk names nobody who never was on it, not even as somebody who left."""
    if mailing_list.is_protected:
        writer.end(rows)
    else:
        writer.write(rows)


def _good_rows(file_name: str, report: CsvReport, first_pass: FirstPassReader) -> Iterator[ImportedRow]:
    seen = RepeatedRowDetector()
    is_empty = True
    for line, result in first_pass.results():
        is_empty = False
        try:
            fresh = _fresh(result, seen, first_pass)
        except InputRefused as error:
            report.refused.append(Refusal(file_name, line, error.code, error.params))
            if len(report.refused) > MAX_REFUSED:
                raise InputRefused("subscribers-file-hopeless", file=file_name, limit=MAX_REFUSED) from error
        else:
            yield from fresh
    if is_empty:
        raise InputRefused("subscribers-file-without-rows", file=file_name)


def _fresh(
    result: list[ImportedRow] | InputRefused, seen: RepeatedRowDetector, first_pass: FirstPassReader
) -> list[ImportedRow]:
    """Those that are no repetition. Raises InputRefused."""
    if isinstance(result, InputRefused):
        raise result
    first = result[0]
    if not first.is_no and (other := first_pass.doubted_by(first)) is not None:
        raise InputRefused("subscribers-row-doubted", other=other)
    fresh = [row for row in result if seen.takes(row)]
    if not fresh:
        raise InputRefused("subscribers-row-repeated", first=seen.first_line(first))
    return fresh


def _read(read: Callable[..., list[ImportedRow]], record: Record) -> list[ImportedRow]:
    """At least one; a yes stands alone. Raises InputRefused."""
    return _broken(record, read) or read(record.line, record.cells, noes=record.noes, doubts=record.doubts)


def _broken(record: Record, read: Callable[..., list[ImportedRow]]) -> list[ImportedRow]:
    """The noes of a row that breaks the rules of CSV; none of one that does not. Raises InputRefused: no yes is
    read from such a row."""
    if record.problem is None:
        return []
    refused = InputRefused(record.problem, **(record.params or {}))
    try:
        rows = read(record.line, record.cells, noes=record.noes) if record.cells else []
    except InputRefused as error:
        raise refused from error
    if not rows or not all(row.is_no for row in rows):
        raise refused
    return rows
