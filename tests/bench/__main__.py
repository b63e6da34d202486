"""Measures, compares with the bare loops, and writes docs/bench.md. It judges nothing: people read the table."""

import argparse
import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import mean, median
from typing import Any

from core.db import Database
from migrations.upgrade import upgrade
from tests.bench import reader_pages, waiting
from tests.bench.flood import FLOODS
from tests.bench.pages import KEYSTROKE
from tests.bench.report import PAGE, Row, report_text
from tests.bench.sink import sink
from tests.bench.sources import INTERVAL
from tests.embedded_postgres import PostgresServer, get_server

PAIRS = 3
"""How often sending and its bare loop are measured in turn, since machines are not equally fast all the time."""
PARTS = (
    "sending",
    "launch",
    "segments",
    "import",
    "growth",
    "webhooks",
    "leaving",
    "pages",
    "finding",
    "readers",
    "waiting",
    "sources",
    "posting",
)
READERS_OF_EACH, TIMES = 100, 5
"""Readers of each campaign in the newsroom; how often each page is asked for."""


@dataclass(frozen=True)
class Sizes:
    readers: int = 100_000
    few: int = 10_000
    many: int = 1_000_000
    events: int = 20_000
    clicks: int = 400
    items: int = 10_000
    campaigns: int = 1_000
    html_bytes: int = 22_000
    short_bytes: int = 3_000
    entries: int = 5_000
    sources: int = 50


SMALL = Sizes(
    readers=400, few=200, many=1_000, events=200, clicks=20, items=30, campaigns=5, entries=50, sources=10
)


class Bench:
    def __init__(self, sizes: Sizes, folder: Path, server: PostgresServer, far_side: str) -> None:
        self._sizes = sizes
        self._folder = folder
        self._server = server
        self._far_side = far_side
        self._made = 0

    def parts(self) -> dict[str, Iterator[Row]]:
        """By name, in their order. Nothing of one is measured before it is asked for its rows."""
        both = ("SQLite", "PostgreSQL")
        few, many = self._sizes.many // 5, self._sizes.many
        sizes = (("SQLite", few), ("PostgreSQL", many))
        return {
            "sending": (row for kind in both for row in self._sending(kind)),
            "launch": self._launching(),
            "segments": self._narrowing(),
            "import": (row for kind, rows in sizes for row in self._importing(kind, rows)),
            "growth": (row for kind in both for row in self._growing(kind)),
            "webhooks": (row for kind in both for row in self._webhooks(kind)),
            "leaving": (row for kind in both for row in self._leaving(kind)),
            "pages": (row for kind in both for row in self._pages(kind)),
            "finding": (row for kind, people in sizes for row in self._finding(kind, people)),
            "readers": (row for kind, people in sizes for row in self._reader_pages(kind, people)),
            # On PostgreSQL jobs run in processes beside `bilten serve`, which this does not start.
            "waiting": self._waiting("SQLite"),
            "sources": (row for kind in both for row in self._reading(kind)),
            "posting": (self._posting(kind, through) for kind in both for through in ("post", "hub")),
        }

    def _sending(self, kind: str) -> Iterator[Row]:
        readers, pairs = self._sizes.readers // PAIRS // 100 * 100, []
        for _ in range(PAIRS):
            order = self._order(kind, readers, self._sizes.html_bytes)
            sizes = _run("crowd", order)
            sent, bare = _run("send", order)["seconds"], _run("bare_send", order)["seconds"]
            pairs.append((readers / sent, readers / bare))
        ours, bare = (median(rates) for rates in zip(*pairs, strict=True))
        yield Row(
            f"{kind}: sending {readers * PAIRS:,} personalised emails ({sizes['html'] // 1000} kB html, "
            f"{sizes['text'] // 1000} kB text), in {PAIRS} campaigns",
            f"{ours:,.0f} a second",
            f"{bare:,.0f} a second",
            f"{median(ours / bare for ours, bare in pairs):.2f}",
            "≥ 0.7",
        )

    def _launching(self) -> Iterator[Row]:
        order = self._order("PostgreSQL", self._sizes.many, self._sizes.short_bytes) | {"is_launched": False}
        _run("crowd", order)
        bare, ours = _run("bare_launch", order)["seconds"], _run("launch", order)["seconds"]
        yield Row(
            f"PostgreSQL: launch of {self._sizes.many:,} deliveries",
            f"{ours:.1f} s",
            f"{bare:.1f} s",
            f"{ours / bare:.2f}",
            "≤ 3",
        )

    def _narrowing(self) -> Iterator[Row]:
        """A segment of three parts, which every second reader is in."""
        for kind, readers in (("SQLite", self._sizes.many // 5), ("PostgreSQL", self._sizes.many)):
            order = self._order(kind, readers, self._sizes.short_bytes) | {"is_narrowed": True}
            _run("crowd", order)
            counted = _run("count_segment", order)
            bare = counted["bare"] * 1000
            for what, part, aim in (("an estimate of", "estimate", "under 100 ms"), ("counting", "everybody", "")):
                ours = counted[part] * 1000
                yield Row(
                    f"{kind}: {what} a segment of three parts among {readers:,} readers",
                    f"{ours:.0f} ms",
                    f"{bare:.0f} ms",
                    f"{ours / bare:.1f}",
                    aim,
                )
        bare_seconds, seconds = _run("bare_launch", order)["seconds"], _run("launch", order)["seconds"]
        yield Row(
            f"PostgreSQL: launch of {readers // 2:,} deliveries to that segment",
            f"{seconds:.1f} s",
            f"{bare_seconds:.1f} s",
            f"{seconds / bare_seconds:.2f}",
            "≤ 3",
        )

    def _importing(self, kind: str, rows: int) -> Iterator[Row]:
        module, tenth = "tests.bench.importing", rows // 10
        few = _in_a_process(module, self._order(kind, 0, 0) | {"rows": tenth}, "import_file")
        ours = _in_a_process(module, self._order(kind, 0, 0) | {"rows": rows}, "import_file")
        bare = _in_a_process(module, self._order(kind, 0, 0) | {"rows": rows}, "bare_rows")
        yield Row(
            f"{kind}: import of a CSV file of {rows:,} new people",
            f"{rows / ours['seconds']:,.0f} a second",
            f"{rows / bare['seconds']:,.0f} a second",
            f"{ours['seconds'] / bare['seconds']:.1f}",
            "≤ 6",
        )
        yield Row(
            f"{kind}: peak memory of an import, {rows:,} against {tenth:,} people",
            f"{ours['peak_mb']:.0f} MB",
            f"{few['peak_mb']:.0f} MB",
            f"{ours['peak_mb'] / few['peak_mb']:.2f}",
            "≤ 1.1",
        )

    def _growing(self, kind: str) -> Iterator[Row]:
        """Short mails, so that what grows with the list weighs most. The few before and after the many."""
        results: dict[int, list[dict[str, Any]]] = {}
        for readers in (self._sizes.few, self._sizes.many, self._sizes.few):
            order = self._order(kind, readers, self._sizes.short_bytes)
            _run("crowd", order)
            results.setdefault(readers, []).append(_run("send", order))
        few, many = results[self._sizes.few][0], results[self._sizes.many][0]
        each = {
            readers: mean(measured["seconds"] for measured in runs) / readers * 1e6
            for readers, runs in results.items()
        }
        sizes = f"{self._sizes.many:,} against {self._sizes.few:,} readers"
        yield Row(
            f"{kind}: time for each reader, {sizes}",
            f"{each[self._sizes.many]:.0f} µs",
            f"{each[self._sizes.few]:.0f} µs",
            f"{each[self._sizes.many] / each[self._sizes.few]:.2f}",
            "≤ 1.15",
        )
        yield Row(
            f"{kind}: peak memory of the sending process, {sizes}",
            f"{many['peak_mb']:.0f} MB",
            f"{few['peak_mb']:.0f} MB",
            f"{many['peak_mb'] / few['peak_mb']:.2f}",
            "≤ 1.2, under 300 MB",
        )

    def _webhooks(self, kind: str) -> Iterator[Row]:
        events = self._sizes.events
        order = self._order(kind, events, self._sizes.short_bytes) | {"events": events, "port": _free_port()}
        _run("crowd", order)
        _run("send", order)
        bare = events / _run("bare_webhooks", order)["seconds"]
        seconds, cpu_seconds = self._post_webhooks(order)
        yield Row(
            f"{kind}: {events:,} signed webhooks, posted one by one, each answered when it is durable",
            f"{events / seconds:,.0f} a second; {events / cpu_seconds:,.0f} a second and core",
            f"{bare:,.0f} a second",
            f"{events / seconds / bare:.2f}",
            "≥ 1,000 a second and core",
        )
        rate = events / _run("read_webhooks", order)["seconds"]
        yield Row(f"{kind}: the same read, and acted on", f"{rate:,.0f} a second", "", "", "")

    def _leaving(self, kind: str) -> Iterator[Row]:
        """One click to leave, while others flood the server, beside the same with nobody else there."""
        results = {}
        for flood in FLOODS:
            order = self._order(kind, self._sizes.clicks, self._sizes.short_bytes) | {"flood": flood}
            results[flood] = _in_a_process("tests.bench.flood", order)
        calm = results.pop("nothing")
        for flood, measured in results.items():
            floods = f" ({measured['flood']:,} of them)" if flood.startswith("sign") else ""
            yield Row(
                f"{kind}: one click to leave, 95th percentile of {self._sizes.clicks:,}, under {flood}{floods}",
                _left_in(measured),
                _left_in(calm),
                f"{measured['p95']['click'] / calm['p95']['click']:.1f}",
                "under 1,000 ms",
            )

    def _pages(self, kind: str) -> Iterator[Row]:
        order = self._order(kind, READERS_OF_EACH, self._sizes.short_bytes)
        order |= {"items": self._sizes.items, "campaigns": self._sizes.campaigns, "times": TIMES}
        newsroom = f"{self._sizes.items:,} news items and {self._sizes.campaigns:,} campaigns"
        for page, measured in _in_a_process("tests.bench.pages", order).items():
            size = f"{measured['bytes'] / 1000:.0f} kB"
            aim = "under 600 ms" if page == KEYSTROKE else "under 500 ms"
            yield Row(f"{kind}: {page}, with {newsroom}", f"{measured['ms']:.0f} ms, {size}", "", "", aim)

    def _finding(self, kind: str, people: int) -> Iterator[Row]:
        measured = _in_a_process("tests.bench.people", self._order(kind, 0, 0) | {"people": people})
        slowest = max(measured["search"], key=measured["search"].get)
        bare = measured["bare"]
        for what, took, which in (
            ("a page of a search", measured["search"][slowest], f" ({slowest})"),
            ("a person's page", measured["page"], ""),
        ):
            yield Row(
                f"{kind}: {what} among {people:,} people, 95th percentile of the slowest kind",
                f"{took:.0f} ms{which}",
                f"{bare:.1f} ms",
                f"{took / bare:.1f}",
                "under 100 ms",
            )

    def _reader_pages(self, kind: str, people: int) -> Iterator[Row]:
        order = self._order(kind, 0, 0) | {"people": people}
        measured = _in_a_process("tests.bench.reader_pages", order)
        yield from reader_pages.rows_of(kind, people, measured)
        fewer = self._order(kind, 0, 0) | {"people": people // 10, "is_lists_only": True}
        yield reader_pages.lists_row(kind, people, measured, _in_a_process("tests.bench.reader_pages", fewer))

    def _waiting(self, kind: str) -> Iterator[Row]:
        rows = self._sizes.few
        order = self._order(kind, self._sizes.clicks, self._sizes.short_bytes) | {"rows": rows}
        yield from waiting.rows_of(kind, rows, _in_a_process("tests.bench.waiting", order))

    def _reading(self, kind: str) -> Iterator[Row]:
        entries, sources = self._sizes.entries, self._sizes.sources
        order = self._order(kind, 0, 0) | {"entries": entries, "sources": sources}
        measured = _in_a_process("tests.bench.sources", order)
        for what, seconds in (("as it is connected", measured["first"]), ("again", measured["again"])):
            yield Row(
                f"{kind}: a feed of {entries:,} entries, read {what}",
                f"{seconds:.1f} s of processor time",
                f"{measured['bare']:.2f} s",
                f"{seconds / measured['bare']:.0f}",
                "under 2 s",
            )
        share = measured["polled"] / INTERVAL
        yield Row(
            f"{kind}: {sources} websites, read every five minutes, a new entry on each tenth",
            f"{share:.1%} of a core ({measured['polled']:.1f} s of processor time each time)",
            "",
            "",
            "under 5 %",
        )

    def _posting(self, kind: str, through: str) -> Row:
        readers = self._sizes.few
        order = self._order(kind, readers, self._sizes.short_bytes) | {"through": through}
        publisher = "a website's post" if through == "post" else "a website's hub (WebSub)"
        measured = _in_a_process("tests.bench.posting", order)
        return Row(
            f"{kind}: from {publisher} to the first email that the provider takes, {readers:,} readers",
            f"{measured['median']:.1f} s (longest {measured['longest']:.1f} s)",
            "",
            "",
            "under 5 s",
        )

    def _post_webhooks(self, order: dict[str, Any]) -> tuple[float, float]:
        server = subprocess.Popen(_command("webhooks"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        assert server.stdout.readline() == "ready\n"
        load = order | {"path": f"/webhooks/{'t' * 40}", "secret": _webhook_secret()}
        posted = _in_a_process("tests.bench.webhook_load", load)
        assert posted["statuses"] == {"204": order["events"]}, posted["statuses"]
        output, _ = server.communicate("that was all\n")
        measured = json.loads(output)
        assert measured["kept"] == order["events"]
        return posted["seconds"], measured["cpu_seconds"]

    def _order(self, kind: str, readers: int, html_bytes: int) -> dict[str, Any]:
        """A new, empty database for each measurement."""
        self._made += 1
        if kind == "SQLite":
            url = f"sqlite:///{self._folder}/bench{self._made}.sqlite3"
        else:
            self._server.psql(f"CREATE DATABASE bench{self._made}")
            url = self._server.get_uri(f"bench{self._made}").replace("postgresql://", "postgresql+psycopg://")
        database = Database(url)
        upgrade(database)
        database.dispose()
        return {
            "database_url": url,
            "folder": str(self._folder),
            "far_side": self._far_side,
            "readers": readers,
            "html_bytes": html_bytes,
            "is_launched": True,
        }


def _left_in(measured: dict[str, Any]) -> str:
    p95 = measured["p95"]
    also = f"preferences {p95['preferences']:.0f} ms, a webhook {p95['webhook']:.0f} ms"
    return f"{p95['click']:.0f} ms (longest {measured['longest']:.0f} ms; {also})"


def _in_a_process(module: str, order: dict[str, Any], *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-W", "ignore:XDG_RUNTIME_DIR", "-m", module, *arguments]
    done = subprocess.run(command, input=json.dumps(order) + "\n", stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout))


def _run(name: str, order: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        _command(name), input=json.dumps(order) + "\n", stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def _command(name: str) -> list[str]:
    return [sys.executable, "-W", "ignore:XDG_RUNTIME_DIR", "-m", "tests.bench.measure", name]


def _webhook_secret() -> str:
    from delivery.providers.resend.settings import SIMULATOR_WEBHOOK_SECRET

    return SIMULATOR_WEBHOOK_SECRET


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _postgresql() -> Iterator[PostgresServer]:
    server = get_server(tempfile.mkdtemp(prefix="bilten-bench-"), cleanup_mode="delete")
    try:
        yield server
    finally:
        server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what matters beside bare loops.")
    parser.add_argument(
        "--small", action="store_true", help="tiny sizes, to see that it works; prints, writes nothing"
    )
    parser.add_argument("--readers", type=int, default=Sizes.readers, help="of mails sent beside the bare loop")
    parser.add_argument("--many", type=int, default=Sizes.many, help="readers of the long list")
    parser.add_argument("--out", type=Path, default=PAGE, help="where the page goes (docs/bench.md)")
    parser.add_argument("--only", choices=PARTS, help="one part of the table; prints it, writes nothing")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _postgresql() as server, sink() as far_side:
        sizes = SMALL if asked.small else Sizes(readers=asked.readers, many=asked.many)
        parts = Bench(sizes, Path(folder), server, far_side).parts()
        rows = []
        for row in chain.from_iterable([parts[asked.only]] if asked.only else parts.values()):
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
            rows.append(row)
        written = report_text(rows, f"PostgreSQL {server.psql('SHOW server_version').split()[-3]}")
    if not asked.small and not asked.only:
        asked.out.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
