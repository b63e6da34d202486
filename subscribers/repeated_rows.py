"""Duplicate detection in a file of subscribers: which rows say again what an earlier one has said."""

from subscribers.csv_row import ImportedRow
from subscribers.hash_numbers import HashNumberStore


class RepeatedRowDetector:
    """Which addresses the file has named, and where first."""

    def __init__(self, first_lines: HashNumberStore, noes: HashNumberStore) -> None:
        """Both empty, and their caller's to close."""
        self._first_lines = first_lines
        self._noes = noes

    def takes(self, row: ImportedRow) -> bool:
        """No repetition; a no after a yes, or a no of another kind, is none wherever it stands."""
        is_first_no = row.is_no and self._is_news(row)
        first = self._first_lines.get(row.address_hash)
        if first is None:
            first = row.line
            self._first_lines.put(row.address_hash, row.line)
        return is_first_no or first == row.line

    def first_line(self, row: ImportedRow) -> int:
        """Of a row that was given to `takes`."""
        return self._first_lines.get(row.address_hash) or row.line

    def _is_news(self, row: ImportedRow) -> bool:
        kind = 1 << (2 * (row.status is not None) + (row.suppression is not None))
        before = self._noes.get(row.address_hash) or 0
        self._noes.put(row.address_hash, before | kind)
        return not before & kind
