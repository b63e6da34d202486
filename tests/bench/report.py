"""docs/bench.md as the bench writes it: the table, on what machine, and what the bare loops are."""

import os
import platform
from dataclasses import dataclass
from datetime import UTC
from importlib.metadata import version
from pathlib import Path

from core.clock import SystemClock

PAGE = Path(__file__).parents[2] / "docs" / "bench.md"
PAGE_TEXT = """# Bench

`make bench` writes this page. Each figure is compared with a bare loop on the same machine in the same run; the
ratio is what matters, because machines differ. No test depends on these figures.

Measured on {measured}.

| What | Bilten | Bare loop | Ratio | Aim |
| --- | --- | --- | --- | --- |
{rows}

The bare loops (`tests/bench/measure.py`):

* **Sending**: merges the same frozen variant with the same function, encodes batches of 100 as JSON and posts them
  with httpx to the same sink over one connection. No database, no policy, no checks, no keys. Bilten's side
  is the job that sends, as its process runs it: one thread in the embedded engine on SQLite, four in a worker on
  PostgreSQL. The median of three pairs, in turn.
* **Launch**: one INSERT … SELECT from the table of subscribers into a table with the same columns and indexes.
* **Segments**: the same INSERT … SELECT, of as many rows; and, for counting, how many subscribers read each
  language. What is counted is what the page of a segment shows: who may be mailed, by language, and ten of them;
  while somebody looks or changes it, by one in so many (`subscribers/audience_sample.py`).
* **Import**: the same rows into the same tables with the same indexes, that of words by which people are found as
  well, in one transaction, by executemany (SQLite) or COPY (PostgreSQL), by whoever knows them all and asks
  nothing. Bilten reads the file twice, checks each row, stages and foresees it, and writes as many at a time as
  take 50 ms, with pauses on SQLite so that nobody waits.
* **Growth**: no bare loop, but the same with fewer readers, once before and once after; short emails, so that what
  grows weighs most.
* **Webhooks**: one INSERT and one commit for each event, with no HTTP and no signature. Bilten keeps webhooks that
  come at the same time in one transaction, and answers each when that is durable (8 connections).
* **Leaving**: no bare loop, but the same with nobody else there. Twelve others flood the server meanwhile, each
  request from another network; or a PDF that takes for ever lies in a watched folder (`tests/bench/flood.py`).
* **Pages of staff**: no bare loop; the server's own processor time, the median of five requests, in a newsroom of
  some years (`tests/bench/pages.py`). While somebody types, the composer waits 400 ms for the next letter; then it
  is saved, drawn and checked in both languages, and the answer has the new preview.
* **Finding**: the newest fifty subscribers by their key, and nothing else of them. Bilten answers twelve kinds of
  question (`tests/bench/people.py`), each with the lists of whom it finds; the slowest kind stands in the table.
* **Among so many readers**: the newest fifty subscribers by their key. Bilten answers whole requests, by the clock
  on the wall, with the database's time in it, each of twenty for another reader (`tests/bench/reader_pages.py`);
  the first, which compiles pages, is left out. Lists are asked for when somebody has just left one: what was
  counted last is shown, and that it is being counted again. Whoever looks first after a start waits for the count.
  The same among a tenth of the readers stands beside it: the page should take as long.
* **Waiting for imports**: no bare loop, but the same while nothing else goes on, just before. `bilten serve` has
  so many new people imported, and taken off again, by its own jobs; as many as 1,000 who left long ago are erased
  by `bilten retention run` beside it (`tests/bench/waiting.py`).
* **Websites**: lxml parses the long feed, and that is all. Bilten fetches it from this machine, takes it apart in
  a child process that it starts for it, and saves what is new (`tests/bench/sources.py`). The fifty answer at
  once, and nine of ten say that nothing has changed (304). Processor time is that of the websites, too.
* **A website's post, or its hub's word**: no bare loop; the median of three, with the engine as it runs in
  `bilten serve` and an automation that sends each publication (`tests/bench/posting.py`). Nothing waits for
  another language, nor for second thoughts (`BILTEN_AUTOMATION_QUIET` and `BILTEN_UNDO_WINDOW` are 0 there).
"""


@dataclass(frozen=True)
class Row:
    what: str
    measured: str
    bare: str
    ratio: str
    aim: str

    def __str__(self) -> str:
        return f"| {self.what} | {self.measured} | {self.bare} | {self.ratio} | {self.aim} |"


def report_text(rows: list[Row], server_version: str) -> str:
    libraries = ("sqlalchemy", "httpx", "psycopg", "uvicorn", "httptools")
    machine = f"{os.cpu_count()} processors ({platform.machine()}), {_memory()} GB of memory, {platform.system()}"
    day = SystemClock().now().astimezone(UTC).date()
    libraries_used = ", ".join(f"{name} {version(name)}" for name in libraries)
    measured = f"{day}: {machine}, Python {platform.python_version()}, {server_version}, {libraries_used}"
    return PAGE_TEXT.format(measured=measured, rows="\n".join(map(str, rows)))


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9)
