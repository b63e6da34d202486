"""Reading of a file of subscribers: every row that can be imported, and why the others cannot. Writes nothing.

Whom a row names that cannot be read gets no yes from another row: it may have been a no. So the file is gone
through before any of its rows is taken.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from core.errors import InputRefused, Refusal
from subscribers.csv_fields import words_of_columns
from subscribers.csv_file import CsvFile, Record, open_csv
from subscribers.csv_noes import is_named_as_no
from subscribers.csv_refused import FirstPassReader
from subscribers.csv_row import ImportedRow, RowDefaults, read_row
from subscribers.field_tables import CustomField
from subscribers.fields import unknown_field
from subscribers.hash_numbers import HashNumberStore
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.importers.registry import TABLE, check_system
from subscribers.person import read_language
from subscribers.repeated_rows import RepeatedRowDetector
from subscribers.row_spool import CHUNK, RowSpoolWriter

MAX_REFUSED = 10_000

Beat = Callable[[], None]


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """What a file may name of what there is here."""

    fields: Mapping[str, CustomField] = field(default_factory=dict)
    """By their words."""
    topics: Collection[str] = ()
    """Their short names."""

    def fields_of(self, columns: Collection[str]) -> dict[str, CustomField]:
        """Those that a file has columns of. Raises NotFound for one that is not here."""
        named = words_of_columns(columns)
        for word in named:
            if word not in self.fields:
                raise unknown_field(word)
        return {word: self.fields[word] for word in named}


@dataclass(frozen=True, slots=True)
class ReadFile:
    report: CsvReport
    """With what was refused; no row is counted yet."""
    spools: tuple[RowSpoolWriter, ...]
    """In the order in which they are written: addresses that are blocked, other noes, yeses. So it makes no
    difference which rows are written together."""
    named: Mapping[int, str]
    """Whom refused rows name (`FirstPassReader.named`)."""


def check_request(request: ImportRequest) -> None:
    """What can be said of a request before a file is opened. Raises InputRefused."""
    if not request.source_note.strip():
        raise InputRefused("subscribers-import-without-note")
    if request.default_language:
        read_language(request.default_language)
    check_system(request.header.system)
    for meaning in request.language_meanings.values():
        read_language(meaning, meanings=request.language_meanings)


@contextmanager
def read_file(
    path: Path,
    request: ImportRequest,
    *,
    secret: str,
    known: KnownFacts,
    beat: Beat | None = None,
) -> Iterator[ReadFile]:
    """Its rows lie in temporary files without a name as long as the block lasts. `beat` is called every now and
    then. Raises InputRefused for the file, NotFound for a custom field that it has a column of."""
    check_request(request)
    languages = [read_language(request.default_language)] if request.default_language else ()
    with ExitStack() as stack:
        opened = open_csv(
            path,
            choice=request.header,
            ignore=request.ignored_columns,
            encoding=request.encoding,
            languages=languages,
            sheet=request.sheet,
        )
        file = stack.enter_context(opened)
        spools = [stack.enter_context(TemporaryFile()) for _ in range(4)]
        first_pass = _first_pass(file, request, spools[0], secret=secret, known=known, beat=beat)
        report = CsvReport(
            ignored_columns=file.ignored,
            encoding=file.encoding.name,
            is_encoding_guessed=file.encoding.is_guessed,
            titles=file.titles,
            system=file.importer.name if file.importer is not None else TABLE,
            parts=file.parts,
        )
        sorted_rows = tuple(RowSpoolWriter(spool, chunk=CHUNK) for spool in spools[1:])
        seen = RepeatedRowDetector(*(stack.enter_context(HashNumberStore()) for _ in range(2)))
        for row in _good_rows(file.name, report, first_pass, seen):
            sorted_rows[0 if row.suppression else 1 if row.is_no else 2].add(row)
            report.show(row.name)
        yield ReadFile(report, sorted_rows, first_pass.named)


def _first_pass(
    file: CsvFile,
    request: ImportRequest,
    spool: BinaryIO,
    *,
    secret: str,
    known: KnownFacts,
    beat: Beat | None,
) -> FirstPassReader:
    defaults = RowDefaults(
        request.default_language,
        request.language_meanings,
        request.all_said,
        file.importer,
        known.fields_of(file.columns),
        known.topics,
    )
    says_no = file.says_no or request.all_said is not None
    if is_named_as_no(file.name) and not says_no and "status" not in file.columns:
        raise InputRefused("subscribers-file-named-no", file=file.name)
    if request.default_language is None and "language" not in file.columns and not says_no:
        raise InputRefused("subscribers-file-without-language", file=file.name)
    read = partial(read_record, partial(read_row, secret=secret, defaults=defaults))
    first_pass = FirstPassReader(file, read, spool)
    first_pass.go(secret=secret, limit=MAX_REFUSED, max_rows=request.max_rows, beat=beat)
    return first_pass


def _good_rows(
    file_name: str, report: CsvReport, first_pass: FirstPassReader, seen: RepeatedRowDetector
) -> Iterator[ImportedRow]:
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


def read_record(read: Callable[..., list[ImportedRow]], record: Record) -> list[ImportedRow]:
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
