"""Import of subscribers from a CSV file: the good rows are kept, the bad ones named, and nobody is resurrected.

What is on record here always wins over a yes in a file: who unsubscribed stays so, who is pending still has to
confirm, and a suppressed address is not even added (it may have been erased). A no in a file always counts,
whether its person is known or not: a list remembers who left it, by their address and nothing else; a dead or
complaining address is a suppression, which knows only its hash, and so is a no to everything kept. So no older
file with their yes brings them back. Whom a row names that cannot be read gets no yes from another row: it may
have been a no. Known people keep their name and language. All of it is the caller's one transaction.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from sqlmodel import Session, col, select

from core.errors import InputRefused, Refusal
from core.i18n import is_language
from core.logging import get_logger
from subscribers.csv_file import Record, open_csv
from subscribers.csv_noes import No, is_named_as_no
from subscribers.csv_refused import FirstPassReader
from subscribers.csv_row import NO_WITHOUT_ADDRESS, ImportedRow, RowDefaults, read_row
from subscribers.import_rows import RowOutcome, RowWriter
from subscribers.lists import list_by_slug
from subscribers.quoted import quoted
from subscribers.tables import MailingList

CHUNK = 1_000
MAX_REFUSED = 10_000

log = get_logger(__name__)


@dataclass(slots=True)
class CsvReport:
    """What became of each row: every one is counted once, for each address that it says no for, or refused."""

    imported: int = 0
    """New on the list, confirmed or pending as the file says."""
    already_subscribed: int = 0
    kept_unsubscribed: int = 0
    """Said no, before or in this very file, and that stays."""
    kept_opted_out: int = 0
    """Want nothing of the organisation, from any list: only they themselves can change that."""
    kept_suppressed: int = 0
    """The address bounced, complained or was barred: it was left as it is."""
    unsubscribed: int = 0
    """The file says that they said no, and now so does the list."""
    suppressed: int = 0
    """The file says that the address is dead or complained, and nothing is sent there from now on."""
    refused: list[Refusal] = field(default_factory=list)
    ignored_columns: tuple[str, ...] = ()

    @property
    def noes(self) -> int:
        """How many noes of the file are on record now that were not before."""
        return self.unsubscribed + self.suppressed

    @property
    def noes_without_address(self) -> int:
        """Rows that say no, and nobody can tell who does."""
        return sum(refusal.code == NO_WITHOUT_ADDRESS for refusal in self.refused)

    def count(self, fate: RowOutcome) -> None:
        setattr(self, fate.value, getattr(self, fate.value) + 1)


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Whose names a file holds, as staff say."""

    list_slug: str
    source_note: str
    """Where the consent was given; becomes the wording of each ConsentRecord."""
    default_language: str | None = None
    """For rows that name none."""
    all_said: No | None = None
    """The no of everybody in a file that has no column for it."""
    ignored_columns: Collection[str] = ()
    """Titles of columns that say nothing of consent, as staff vouch."""


def import_csv(session: Session, path: Path, request: ImportRequest, *, secret: str, now: datetime) -> CsvReport:
    """Raises NotFound for the list, InputRefused for the file."""
    default_language, all_said = request.default_language, request.all_said
    note = request.source_note.strip()
    if not note:
        raise InputRefused("subscribers-import-without-note")
    if default_language is not None and not is_language(default_language):
        raise InputRefused("subscribers-language-unknown", language=quoted(default_language, 20))
    mailing_list = list_by_slug(session, request.list_slug)
    _wait_for_other_imports(session)
    read = partial(_read, partial(read_row, secret=secret, defaults=RowDefaults(default_language, all_said)))
    with open_csv(path, ignore=request.ignored_columns) as file, TemporaryFile() as spool:
        says_no = file.says_no or all_said is not None
        if is_named_as_no(file.name) and not says_no and "status" not in file.columns:
            raise InputRefused("subscribers-file-named-no", file=file.name)
        if default_language is None and "language" not in file.columns and not says_no:
            raise InputRefused("subscribers-file-without-language", file=file.name)
        first_pass = FirstPassReader(file, read, spool)
        first_pass.go(secret=secret, limit=MAX_REFUSED)
        report = CsvReport(ignored_columns=file.ignored)
        writer = partial(RowWriter, session, file_name=file.name, note=note, now=now)
        here, others = writer(list_id=mailing_list.id), _other_lists(session, mailing_list)
        rows = _good_rows(file.name, report, first_pass)
        while chunk := list(islice(rows, CHUNK)):
            for fate in here.write(chunk):
                report.count(fate)
            if everywhere := [row for row in chunk if row.is_everywhere]:
                for other in others:
                    _say_no(writer(list_id=other.id), other, everywhere)
    log.info(
        "subscribers.imported",
        list_id=mailing_list.id,
        imported=report.imported,
        unsubscribed=report.unsubscribed,
        suppressed=report.suppressed,
        refused=len(report.refused),
    )
    return report


def _wait_for_other_imports(session: Session) -> None:
    # Two files with the same people in another order would lock each other out. Sign-ups need not wait.
    session.exec(select(MailingList.id).order_by(col(MailingList.id)).with_for_update(key_share=True)).all()


def _other_lists(session: Session, mailing_list: MailingList) -> list[MailingList]:
    others = select(MailingList).where(MailingList.id != mailing_list.id).order_by(col(MailingList.id))
    return list(session.exec(others))


def _say_no(writer: RowWriter, mailing_list: MailingList, rows: list[ImportedRow]) -> None:
    """A list of people at risk names nobody who never was on it, not even as somebody who left."""
    if mailing_list.is_protected:
        writer.end(rows)
    else:
        writer.write(rows)


def _good_rows(file_name: str, report: CsvReport, first_pass: FirstPassReader) -> Iterator[ImportedRow]:
    seen = _Seen()
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
    result: list[ImportedRow] | InputRefused, seen: "_Seen", first_pass: FirstPassReader
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


class _Seen:
    """Which addresses the file has named, and where first. Half of a hash is plenty to tell them apart by."""

    def __init__(self) -> None:
        self._first_lines: dict[bytes, int] = {}
        self._nos: set[tuple[bytes, bool, bool]] = set()

    def takes(self, row: ImportedRow) -> bool:
        """No repetition; a no after a yes, or a no of another kind, is none wherever it stands."""
        no = (_key(row), row.status is not None, row.suppression is not None)
        is_first_no = row.is_no and no not in self._nos
        first = self._first_lines.setdefault(_key(row), row.line)
        if is_first_no:
            self._nos.add(no)
        return is_first_no or first == row.line

    def first_line(self, row: ImportedRow) -> int:
        return self._first_lines[_key(row)]


def _key(row: ImportedRow) -> bytes:
    return bytes.fromhex(row.address_hash[:32])
