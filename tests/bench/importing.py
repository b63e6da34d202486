"""An import beside the same rows written bare, each in a process of its own.

Run as `python -m tests.bench.importing NAME` with an order in JSON on stdin; what was measured comes in JSON on
stdout.
"""

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list
from subscribers.search_words import words_of_person

Order = dict[str, Any]
Measured = dict[str, Any]
TABLES = {
    "subscriber": "id, address, address_hash, name, language, created_at",
    "subscription": "id, subscriber_id, list_id, status, changed_at",
    "subscriber_word": "word, subscriber_id",
    "consent_record": "id, subscriber_id, list_id, action, method, wording, language, evidence, at",
}


def import_file(order: Order) -> Measured:
    """From the file to its report: read twice, checked, staged, foreseen, written in short transactions."""
    database = _with_list(order)
    path = Path(order["folder"]) / "people.csv"
    with path.open("w", encoding="utf-8") as file:
        # Row by row: the memory that is measured is the import's.
        file.write("email,name,language\n")
        file.writelines(f"{address},{name},sl\n" for _, address, _, name in _people(order["rows"]))
    request = ImportRequest("bulletin", "Bench")
    before = time.perf_counter()
    report = import_csv(database, path, request, secret="s" * 32, now=SystemClock().now())
    seconds = time.perf_counter() - before
    assert report.imported == order["rows"], f"{report.imported} of {order['rows']} were imported"
    database.dispose()
    return {"seconds": seconds, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def bare_rows(order: Order) -> Measured:
    """The same rows into the same tables with their indexes, that of people's words as well, by executemany or
    COPY, in one transaction, by whoever knows them all."""
    database = _with_list(order)
    now = SystemClock().now()
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
    for number, address, key, name in _people(order["rows"]):
        rows["subscriber"].append((number, address, key, name, "sl", now))
        rows["subscriber_word"] += [(word, number) for word in words_of_person(name, address)]
        rows["subscription"].append((number, number, 1, "confirmed", now))
        evidence = f"people.csv:{number + 1}"
        rows["consent_record"].append((number, number, 1, "confirmed", "import", "Bench", "sl", evidence, now))
    seconds = _timed(lambda: _insert(database, rows) if database.is_sqlite else _copy(database, rows))
    database.dispose()
    return {"seconds": seconds}


def _insert(database: Database, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    connection = database.engine.raw_connection()
    connection.cursor().execute("BEGIN IMMEDIATE")
    for table, columns in TABLES.items():
        marks = ", ".join("?" for _ in columns.split(","))
        values = [tuple(str(each) if hasattr(each, "tzinfo") else each for each in row) for row in rows[table]]
        connection.cursor().executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)  # noqa: S608  our own words
    connection.commit()


def _copy(database: Database, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    connection = database.engine.raw_connection()
    for table, columns in TABLES.items():
        with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows[table]:
                copy.write_row(row)
    connection.commit()


def _people(count: int) -> Iterator[tuple[int, str, str, str]]:
    """Number, address, a hash of it, name."""
    for number in range(1, count + 1):
        address = f"reader{number}@example.org"
        yield number, address, hashlib.sha256(address.encode()).hexdigest(), f"Žiga Čuk {number}"


def _with_list(order: Order) -> Database:
    database = Database(order["database_url"])
    with database.write() as session:
        create_list(session, slug="bulletin", name="Bilten", now=SystemClock().now())
    return database


def _timed(work: Callable[[], None]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def main() -> None:
    configure_logging(level="error", style="console")
    measure = {"import_file": import_file, "bare_rows": bare_rows}[sys.argv[1]]
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))))


if __name__ == "__main__":
    main()
