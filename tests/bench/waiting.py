"""How long one click to leave takes while people are imported, taken off again and erased.

Run as `python -m tests.bench.waiting` with an order in JSON on stdin; milliseconds by what goes on, in JSON, on
stdout. The server is `bilten serve`, whose own jobs write and undo the import; the erasure is a command beside it.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import bindparam, text
from sqlmodel import col, select

from campaigns.imports.manage_import import check_import, start_import, start_undo, upload_import
from campaigns.services import build_services
from core.clock import SystemClock
from core.db import Database, UtcDateTime
from core.logging import configure_logging
from core.settings import Settings
from staff.principal import OPERATOR
from subscribers.import_report import ImportRequest
from subscribers.import_tables import ImportState as _State
from subscribers.import_tables import SubscriberImport
from subscribers.tables import Subscriber
from tests.bench.fill_people import fill_people
from tests.bench.flood import click, environment, paths, serving
from tests.bench.measure import crowd
from tests.bench.report import Row
from tests.bench.settings import settings_for
from tests.kill.patience import until

CALM = "nothing"
ERASED = 1_000
"""People, at most, who are erased: it takes as long as to import ten times as many."""
LIST_ID = 1
"""Of the crowd."""
_THEY_LEFT = "UPDATE subscription SET status = 'unsubscribed', changed_at = :at WHERE subscriber_id > :base"
Measured = dict[str, dict[str, float]]


def measure(order: dict[str, Any]) -> Measured:
    """`readers` leave one by one, a quarter of them at each of four times; `rows` are imported meanwhile."""
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    crowd(order)
    links, share = iter([leave for leave, _ in paths(settings)]), order["readers"] // 4
    database = Database(settings.database_url)
    work = _Work(settings, database)
    base = _who_left_long_ago(database, min(ERASED, order["rows"]))
    measured: Measured = {}
    with serving(settings) as url, httpx.Client(base_url=url) as client:

        def leave_while(goes_on: Callable[[], bool]) -> dict[str, float]:
            spent = [click(client, next(links)) * 1_000]
            while len(spent) < share and goes_on():
                spent.append(click(client, next(links)) * 1_000)
            spent.sort()
            half, most = len(spent) // 2, len(spent) * 95 // 100
            return {"p50": spent[half], "p95": spent[most], "max": spent[-1], "count": len(spent)}

        measured[CALM] = leave_while(lambda: True)
        work.upload(order["rows"])
        for step, state, name in (
            (start_import, _State.DONE, "an import"),
            (start_undo, _State.UNDONE, "its undo"),
        ):
            work.take(step)
            measured[name] = leave_while(partial(work.is_not_in, state))
            work.wait_for(state)
        erasing = subprocess.Popen(
            [Path(sys.executable).with_name("bilten"), "retention", "run", "--reason", "They left long ago."],
            env=environment(settings), stdout=subprocess.DEVNULL,
        )  # fmt: skip
        measured["an erasure"] = leave_while(lambda: erasing.poll() is None)
        assert erasing.wait() == 0
    with database.read() as session:
        left = session.exec(select(Subscriber.address).where(col(Subscriber.id) > base)).all()
    assert not left, (len(left), left[:3])
    database.dispose()
    return measured


def rows_of(kind: str, rows: int, measured: Measured) -> Iterator[Row]:
    """For the table: each beside the calm value."""
    calm = measured.pop(CALM)
    for name, spent in measured.items():
        yield Row(
            f"{kind}: one click to leave while {name} goes on ({rows:,} rows): median, 95th percentile, longest",
            _shown(spent),
            _shown(calm),
            f"{spent['p95'] / calm['p95']:.1f}",
            "under 1,000 ms",
        )


def _shown(spent: dict[str, float]) -> str:
    return f"{spent['p50']:.0f} ms, {spent['p95']:.0f} ms, {spent['max']:.0f} ms (of {spent['count']:.0f})"


class _Work:
    """An import, as staff have it done."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._services = build_services(settings, database, SystemClock())
        self._import_id = 0

    def upload(self, rows: int) -> None:
        """And has it checked."""
        lines = (f"new{number}@example.org,Žiga Čuk {number},sl\n" for number in range(rows))
        file = BytesIO(("email,name,language\n" + "".join(lines)).encode())
        request = ImportRequest("bulletin", "Bench")
        self._import_id = upload_import(self._services, request, file, "people.csv", actor=OPERATOR)
        self.take(check_import)
        self.wait_for(_State.CHECKED)

    def take(self, step: Callable[..., object]) -> None:
        with self._services.database.write() as session:
            step(session, self._import_id, actor=OPERATOR, now=self._services.clock.now())

    def is_not_in(self, state: _State) -> bool:
        with self._services.database.read() as session:
            row = session.get_one(SubscriberImport, self._import_id)
        assert row.error is None, row.error
        return row.state is not state

    def wait_for(self, state: _State) -> None:
        until(lambda: not self.is_not_in(state))


def _who_left_long_ago(database: Database, count: int) -> int:
    """The number after which theirs begin."""
    base = fill_people(database, count, list_id=LIST_ID)
    left = text(_THEY_LEFT).bindparams(bindparam("at", type_=UtcDateTime()))
    with database.write() as session:
        session.execute(left, {"at": SystemClock().now() - timedelta(days=400), "base": base})
    return base


def main() -> None:
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")


if __name__ == "__main__":
    main()
