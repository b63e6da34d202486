"""Pieces of an import, sized by a control loop: how many rows a transaction takes, by how long the last one took.

Whoever unsubscribes waits for the transaction that is open (SQLite: for any; PostgreSQL: for one that writes to
them). How many rows are too many depends on the machine, on what else it does, and on how much is here already. So
a piece that took longer than `LONG` is followed by one of half its rows or less, and it takes several short ones
until they are as many again.
"""

from collections.abc import Callable
from time import monotonic

LONG = 0.1
"""Seconds of one transaction, as long as anybody should wait."""
AIM = 0.7
"""Of that, what a piece grows to: two of a size never take quite the same."""
GROWTH = 1.5
"""At most so many times as many rows as in the last one."""
FEWEST = 100
"""Below that, what a transaction costs by itself outweighs its rows."""
FIRST = 100
"""Rows of the first piece."""


def next_size(rows: int, took: float, *, is_full: bool, most: int) -> int:
    """After a piece of at most so many rows, which took so many seconds. One that was not full says nothing of how
    long more rows would take. Pure."""
    if took > LONG:
        return max(min(rows // 2, int(rows * LONG / took)), min(FEWEST, rows))
    if not is_full:
        return rows
    room = max(AIM * LONG / max(took, LONG / 100), 1)
    return min(int(rows * min(room, GROWTH)) + 1, most)


class PieceSizeLimit:
    """Of the transactions of one run."""

    def __init__(self, *, most: int, seconds: Callable[[], float] = monotonic) -> None:
        self.rows = min(FIRST, most)
        self._most = most
        self._seconds = seconds
        self._began = 0.0

    def begin(self) -> int:
        """Rows of this piece. Called once its locks are held: waiting for them keeps nobody else from writing."""
        self._began = self._seconds()
        return self.rows

    def end(self, rows: int) -> None:
        """It is committed, with so many."""
        took = self._seconds() - self._began
        self.rows = next_size(self.rows, took, is_full=rows >= self.rows, most=self._most)
