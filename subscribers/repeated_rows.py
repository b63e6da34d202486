"""Duplicate detection in a file of subscribers: which rows say again what an earlier one has said. Pure."""

from subscribers.csv_row import ImportedRow


class RepeatedRowDetector:
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
