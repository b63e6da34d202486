"""Traces of somebody: every row, every page of the database's file, and every other file, in any encoding."""

import base64
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import quote

from core.db import Database
from tests.web.snapshot import everything_in


def traces_of(names: Collection[str], database: Database, folder: Path) -> list[tuple[str, str]]:
    """Which of the names stands where. `folder`: with all that the program keeps as files."""
    wanted = {word: spellings(word) for word in names}
    return [
        (word, place)
        for place, content in _contents(database, folder)
        for word, forms in wanted.items()
        if any(form in content for form in forms)
    ]


def spellings(word: str) -> set[bytes]:
    """In lower case, with a capital, and in capitals; in each as it may stand in a file."""
    cased = (word, word.capitalize(), word.upper())
    return {form for text in cased for form in _encoded(text)}


def _encoded(text: str) -> Iterator[bytes]:
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = text.encode(code)
        yield plain
        yield plain.hex().encode()
        yield from _in_base64(plain)
    yield quote(text).encode()
    yield json.dumps(text)[1:-1].encode()
    yield text.encode("ascii", "xmlcharrefreplace")


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """At each of the three places where it may begin, without the signs that it shares with what is beside it."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + plain)
        whole = (before + len(plain)) // 3 * 4
        yield encoded[(before * 8 + 5) // 6 : whole]


def _contents(database: Database, folder: Path) -> Iterator[tuple[str, bytes]]:
    if database.is_sqlite:  # what waits in its log is written into its file, as it is by itself before long
        with database.read() as session:
            session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for name, rows in everything_in(database).items():
        cells = (cell for row in rows for cell in row if cell is not None)
        yield name, b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
