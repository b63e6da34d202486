"""Two-pass import, the first pass: each row is read, and whom refused ones name gets no yes elsewhere in the file.

A row that cannot be read may hold a no, and it may stand after the yes. So a file is gone through before anything
of it is written. What was read lies in a temporary file without a name until then, so that memory does not grow
with the file, and nothing is parsed and checked twice.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from core.addresses import EmailAddress, address_hash
from core.errors import InputRefused
from subscribers.csv_file import CsvFile, Record
from subscribers.csv_headings import heading_of
from subscribers.csv_row import ImportedRow
from subscribers.row_spool import CHUNK, RowSpoolWriter
from subscribers.similar_addresses import SimilarAddressDetector
from subscribers.status import SubscriptionStatus
from subscribers.unread_columns import UnreadColumnCheck
from subscribers.written_address import LONGEST, addresses_in

_BETWEEN_CELLS = re.compile(r"[,;\t\r\n\0]+")
_LIKE_AT = frozenset("@＠﹫&%([{")
_OVERLAP = 300
"""Longer than any address."""
BEAT_EVERY = 5_000
"""Rows, between two signs of life."""


class FirstPassReader:
    """Every row of a file, and the addresses of refused ones, each with the first line that names it."""

    def __init__(self, file: CsvFile, read: Callable[[Record], list[ImportedRow]], spool: BinaryIO) -> None:
        """`spool`: empty, and its caller's to close; it holds people's addresses."""
        self._spool = RowSpoolWriter(spool, chunk=CHUNK)
        self._lines: dict[bytes, int] = {}
        self.named: dict[int, str] = {}
        """By the line of a refused row, the hash of the first address in it: what is kept of it goes when that
        person is erased."""
        self._read = read
        self._file = file
        self._similar = SimilarAddressDetector()
        self._columns = UnreadColumnCheck()
        self._has_stated_yes = False
        self._first_unstated: int | None = None

    def go(
        self, *, secret: str, limit: int, max_rows: int | None = None, beat: Callable[[], None] | None = None
    ) -> None:
        """`limit`: of refused rows; what comes after is not looked at, because such a file is given up. `beat`: a
        sign of life. Raises InputRefused for a file with more than `max_rows`, or with columns, rows or a heading
        that a person has to look at."""
        refused = 0
        heading: tuple[int, str] | None = None
        for number, record in enumerate(self._file.records(), 1):
            if max_rows is not None and number > max_rows:
                raise InputRefused("subscribers-file-too-many-rows", file=self._file.name, limit=max_rows)
            if beat is not None and number % BEAT_EVERY == 0:
                beat()
            try:
                rows = self._checked(record)
                result: Any = rows
            except InputRefused as error:
                refused += 1
                result = (error.code, error.params)
                if heading is None and (title := heading_of(record, self._file.delimiter)):
                    heading = record.line, title
                own = _own_addresses(record)
                if not own:
                    self._similar.add(record.line, record.text)
                for address in own or _anywhere_in(record.text):
                    key = address_hash(address, secret=secret)
                    self._lines.setdefault(_half(key), record.line)
                    self.named.setdefault(record.line, key)
            else:
                if heading is not None and not rows[0].is_no:
                    raise InputRefused(
                        "subscribers-file-heading",
                        file=self._file.name,
                        line=heading[0],
                        words=heading[1],
                    )
            self._spool.add((record.line, result))
            if refused > limit:
                break
        self._columns.check(self._file.name)
        if self._has_stated_yes and self._first_unstated is not None:
            raise InputRefused("subscribers-file-status-missing", file=self._file.name, line=self._first_unstated)

    def _checked(self, record: Record) -> list[ImportedRow]:
        """Raises InputRefused, also for a yes beside which another column says no."""
        is_no = is_yes = False
        try:
            rows = self._read(record)
            is_no, is_yes = rows[0].is_no, not rows[0].is_no
        finally:
            self._columns.add(record.line, record.unread, is_no=is_no, is_yes=is_yes)
        if is_no and (cell := record.cells.get("address", "")).count("@") > len(rows):
            self._similar.add(record.line, cell)
        if is_yes and "status" in record.cells:
            self._note_status(record.line, rows[0], record.cells["status"])
        return rows

    def _note_status(self, line: int, row: ImportedRow, text: str) -> None:
        """Where others are said to be active, whoever has no status may have none because they are not."""
        if text.strip():
            self._has_stated_yes |= row.status is SubscriptionStatus.CONFIRMED
        elif self._first_unstated is None:
            self._first_unstated = line

    def results(self) -> Iterator[tuple[int, list[ImportedRow] | InputRefused]]:
        """Line and rows, of which a yes stands alone, or why there are none; in the order of the file."""
        for line, result in chain.from_iterable(self._spool.chunks()):
            yield line, result if isinstance(result, list) else InputRefused(result[0], **result[1])

    def doubted_by(self, row: ImportedRow) -> int | None:
        """The line of a refused row that names the same address, or one that cannot be read and may be it."""
        line = self._lines.get(_half(row.address_hash))
        return self._similar.line_of(row.address) if line is None else line


def _half(key: str) -> bytes:
    return bytes.fromhex(key[:32])


def _own_addresses(record: Record) -> list[EmailAddress]:
    """In its cell of addresses; none where the row has lost its shape."""
    return addresses_in(record.cells.get("address", "")) if record.problem is None else []


def _anywhere_in(text: str) -> Iterator[EmailAddress]:
    for part in _BETWEEN_CELLS.split(text):
        if not _LIKE_AT.isdisjoint(part):
            for start in range(0, len(part), LONGEST - _OVERLAP):
                yield from addresses_in(part[start : start + LONGEST])
