"""Numbers by address hash, spilled to disk: what a file's rows have said until now, whatever number of them.

A private database of SQLite's, in a temporary file without a name that is gone with its connection
(https://www.sqlite.org/inmemorydb.html, "temporary databases"): memory does not grow with the file. Half of a hash
is plenty to tell two addresses apart by.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from types import TracebackType
from typing import Self

_CACHE_KIB = 4 * 1024
_GET = "SELECT number FROM numbers WHERE key = ?"
_PUT = "INSERT INTO numbers VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET number = excluded.number"
_MARK = "INSERT INTO numbers VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET number = number | excluded.number"
_OF = "SELECT key, number FROM numbers WHERE key IN (SELECT value FROM json_each(?))"


class HashNumberStore:
    """As long as its block lasts, and in one thread."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        for statement in (
            f"PRAGMA cache_size = -{_CACHE_KIB}",
            "PRAGMA journal_mode = OFF",  # whoever is cut off begins anew, with another file
            "CREATE TABLE numbers (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID",
            "BEGIN",
        ):
            self._database.execute(statement).close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def get(self, address_hash: str) -> int | None:
        row = self._database.execute(_GET, (_half(address_hash),)).fetchone()
        return None if row is None else int(row[0])

    def put(self, address_hash: str, number: int) -> None:
        self._database.execute(_PUT, (_half(address_hash), number)).close()

    def of(self, hashes: Collection[str]) -> Mapping[str, int]:
        """Of those that have one."""
        whole = {_half(key): key for key in hashes}
        rows = self._database.execute(_OF, (json.dumps(list(whole)),))
        return {whole[half]: number for half, number in rows}

    def mark(self, hashes: Iterable[str], bit: int) -> None:
        """In the number of each, beside the bits that it has."""
        self._database.executemany(_MARK, ((_half(key), bit) for key in hashes)).close()


def _half(address_hash: str) -> str:
    return address_hash[:32]
