"""Import of subscribers from a CSV file: the good rows are kept, the bad ones named, and nobody is resurrected.

What is on record here always wins over a yes in a file: who unsubscribed stays so, who is pending still has to
confirm, and a suppressed address is not even added (it may have been erased). A no in a file always counts.
Known people keep their name and language. All of it is the caller's one transaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlmodel import Session, col, select

from core.errors import InputRefused, Refusal
from core.i18n import is_language
from core.logging import get_logger
from subscribers.csv_file import CsvFile, open_csv
from subscribers.csv_row import ImportedRow, read_row
from subscribers.import_rows import Fate, RowWriter
from subscribers.lists import list_by_slug
from subscribers.quoted import quoted
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList

CHUNK = 1_000
MAX_REFUSED = 10_000

log = get_logger(__name__)


@dataclass(slots=True)
class CsvReport:
    """What became of each row: every one is counted once, or refused."""

    imported: int = 0
    """New on the list, confirmed or pending as the file says."""
    already_subscribed: int = 0
    kept_unsubscribed: int = 0
    """Said no, before or in this very file, and that stays."""
    kept_suppressed: int = 0
    """The address bounced, complained or was barred: it was left as it is."""
    unsubscribed: int = 0
    """The file says that they said no, and now so does the list."""
    refused: list[Refusal] = field(default_factory=list)
    ignored_columns: tuple[str, ...] = ()

    def count(self, fate: Fate) -> None:
        setattr(self, fate.value, getattr(self, fate.value) + 1)


def import_csv(
    session: Session,
    path: Path,
    *,
    list_slug: str,
    secret: str,
    now: datetime,
    source_note: str,
    default_language: str | None = None,
) -> CsvReport:
    """`source_note` says where the consent was given and becomes the wording of each ConsentRecord;
    `default_language` is for rows that name none. Raises NotFound for the list, InputRefused for the file.
    """
    note = source_note.strip()
    if not note:
        raise InputRefused("subscribers-import-without-note")
    if default_language is not None and not is_language(default_language):
        raise InputRefused("subscribers-language-unknown", language=quoted(default_language, 20))
    mailing_list = list_by_slug(session, list_slug)
    _wait_for_other_imports(session)
    with open_csv(path) as file:
        if default_language is None and "language" not in file.columns:
            raise InputRefused("subscribers-file-without-language", file=file.name)
        report = CsvReport(ignored_columns=file.ignored)
        writer = RowWriter(session, list_id=mailing_list.id, file_name=file.name, note=note, now=now)
        rows = _good_rows(file, report, secret=secret, default_language=default_language)
        while chunk := list(islice(rows, CHUNK)):
            for fate in writer.write(chunk):
                report.count(fate)
    log.info(
        "subscribers.imported",
        list_id=mailing_list.id,
        imported=report.imported,
        unsubscribed=report.unsubscribed,
        refused=len(report.refused),
    )
    return report


def _wait_for_other_imports(session: Session) -> None:
    # Two files with the same people in another order would lock each other out. Sign-ups need not wait.
    session.exec(select(MailingList.id).order_by(col(MailingList.id)).with_for_update(key_share=True)).all()


def _good_rows(
    file: CsvFile, report: CsvReport, *, secret: str, default_language: str | None
) -> Iterator[ImportedRow]:
    seen = _Seen()
    is_empty = True
    for record in file.records():
        is_empty = False
        try:
            if record.problem is not None:
                raise InputRefused(record.problem, **(record.params or {}))
            row = read_row(record.line, record.cells, secret=secret, default_language=default_language)
            seen.check(row)
        except InputRefused as error:
            report.refused.append(Refusal(file.name, record.line, error.code, error.params))
            if len(report.refused) > MAX_REFUSED:
                raise InputRefused("subscribers-file-hopeless", file=file.name, limit=MAX_REFUSED) from error
        else:
            yield row
    if is_empty:
        raise InputRefused("subscribers-file-without-rows", file=file.name)


class _Seen:
    """Which addresses the file has named, and where first. Half of a hash is plenty to tell them apart by."""

    def __init__(self) -> None:
        self._first_lines: dict[bytes, int] = {}
        self._nos: set[bytes] = set()

    def check(self, row: ImportedRow) -> None:
        """Raises InputRefused for a repetition; except for a no after a yes, which counts wherever it stands."""
        key = bytes.fromhex(row.address_hash[:32])
        is_first_no = row.status is SubscriptionStatus.UNSUBSCRIBED and key not in self._nos
        first = self._first_lines.setdefault(key, row.line)
        if is_first_no:
            self._nos.add(key)
        elif first != row.line:
            raise InputRefused("subscribers-row-repeated", first=first)
