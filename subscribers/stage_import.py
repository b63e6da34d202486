"""Staging: a file's rows are put into a table, each with what would become of it. Nothing is written to people."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from core.errors import Refusal
from core.many_rows import insert_rows
from subscribers.csv_row import ImportedRow
from subscribers.erase_imports import AT_ONCE, delete_rows
from subscribers.fields import list_fields
from subscribers.file_parts import in_its_part
from subscribers.foresee_rows import DryRun
from subscribers.hash_numbers import HashNumberStore
from subscribers.import_lease import ImportLease
from subscribers.import_pieces import PieceSizeLimit
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.import_tables import LOOKED_AT_FOR, ImportRow, ImportState, RowOutcome, SubscriberImport
from subscribers.read_import import KnownFacts, ReadFile, read_file
from subscribers.topics import list_topics

ROWS_AT_ONCE = 2_000
"""Of one transaction, at most. On PostgreSQL nobody waits for them: they touch nothing but this table."""
COLUMNS = (*ImportedRow._fields, "outcome", "code", "params", "is_new_person")
OUTCOME = len(ImportedRow._fields)

Values = tuple[Any, ...]
"""In the order of COLUMNS."""


def stage_import(
    lease: ImportLease,
    path: Path,
    request: ImportRequest,
    *,
    secret: str,
    state: ImportState = ImportState.CHECKING,
) -> CsvReport:
    """The dry run of an import that is in that state; then it is checked. Raises InputRefused for the file,
    NotFound for a field, ImportTaken where somebody else goes on with it: whoever does begins anew."""
    database = lease.database
    with database.read() as session:
        list_id = session.get_one(SubscriberImport, lease.import_id).list_id
        fields = {field.word: field for field in list_fields(session)}
        known = KnownFacts(fields, frozenset(topic.slug for topic in list_topics(session)))
    clear_rows(lease, state)
    counts: Counter[str] = Counter()
    reading = read_file(path, request, secret=secret, known=known, beat=lambda: lease.beat(state))
    with reading as read, HashNumberStore() as marks:
        staged = _staged(lease, read, DryRun(list_id, marks, updates=request.updates))
        place, is_over, pieces = 0, False, PieceSizeLimit(most=ROWS_AT_ONCE)
        while not is_over:
            rows = list(islice(staged, pieces.rows))
            is_over = len(rows) < pieces.rows
            if place:
                lease.pause()
            with database.write() as session:
                row = lease.lock(session, state)
                pieces.begin()
                numbered = [(n, *values) for n, values in enumerate(rows, place + 1)]
                insert_rows(session, ImportRow, ("place", *COLUMNS), numbered, same={"import_id": row.id})
                place += len(rows)
                counts.update(str(values[OUTCOME]) for values in rows)
                row.row_count = place
                if is_over:
                    _finish(row, lease, read.report, counts)
            pieces.end(len(rows))
    report = read.report
    report.count(counts)
    report.refused = [in_its_part(report.parts, refusal) for refusal in report.refused]
    return report


def _finish(row: SubscriberImport, lease: ImportLease, report: CsvReport, counts: Counter[str]) -> None:
    row.state = ImportState.CHECKED
    row.lease_until = None
    row.erase_at = lease.now() + LOOKED_AT_FOR
    row.error, row.error_params = None, {}
    row.figures = {"read": report.reading, "parts": list(report.parts), "foreseen": dict(counts)}


def _staged(lease: ImportLease, read: ReadFile, dry_run: DryRun) -> Iterator[Values]:
    """In the order in which they are written to people; then those that are not."""
    for chunk in chain.from_iterable(spool.chunks() for spool in read.spools):
        with lease.database.read() as session:
            outcomes = dry_run.foresee(session, chunk)
        for row, outcome in zip(chunk, outcomes, strict=True):
            yield (*row, outcome, "", {}, False)
    for refusal in read.report.refused:
        line = refusal.line or 0
        yield _refused(refusal, _NOBODY._replace(line=line, address_hash=read.named.get(line, "")))


def _refused(refusal: Refusal, row: ImportedRow) -> Values:
    return (
        *row,
        RowOutcome.REFUSED,
        refusal.code,
        dict(refusal.params),
        False,
    )


_NOBODY = ImportedRow(0, "", "", "", "", None, has_language=False)


def clear_rows(lease: ImportLease, state: ImportState) -> None:
    """Those of a try that was killed."""
    pieces, is_left = PieceSizeLimit(most=AT_ONCE), True
    while is_left:
        with lease.database.write() as session:
            lease.lock(session, state)
            deleted = delete_rows(session, lease.import_id, at_most=pieces.begin())
        pieces.end(deleted)
        is_left = deleted > 0
        if is_left:
            lease.pause()
