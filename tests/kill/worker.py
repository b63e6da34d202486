"""The process that gets killed: the whole engine, over real HTTP, in a world whose clock runs fast.

It is started once and forks itself for each life, because a life is shorter than the imports. It speaks lines of
JSON: on stdin {"seconds": …} begins a life that ends by itself after so long at the latest (or when the campaign
is sent); on stdout come the life's process id at its start and how it ended.
"""

import json
import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from campaigns.status import FINAL
from campaigns.tables import Campaign
from core.db import Database
from core.logging import configure_logging
from core.settings import load_settings
from scheduler.build import build_house
from scheduler.embedded import Engine

BATCH = 10


class FastClock:
    """Wall time from `start` on, so many times as fast, and the same for every life."""

    def __init__(self, start: float, factor: float) -> None:
        self._start = start
        self._factor = factor

    def now(self) -> datetime:
        elapsed = time.time() - self._start
        return datetime.fromtimestamp(self._start, UTC) + timedelta(seconds=elapsed * self._factor)


def live(order: dict[str, Any], seconds: float) -> None:
    """Start like the real thing, run until the campaign is over or time is up, stop in an orderly way."""
    settings = load_settings(
        env_file=None,
        database_url=order["database_url"],
        var_dir=Path(order["var_dir"]),
        resend_base_url=order["far_side"],
        provider_timeout=timedelta(seconds=30),
        lease=timedelta(seconds=40),
        error_threshold=10_000,
        max_attempts=10_000,
    )
    database = Database(settings.database_url)
    house = build_house(settings, database, FastClock(order["start"], order["factor"]))
    provider = house.provider("resend")
    provider.capabilities = replace(provider.capabilities, max_batch=BATCH)
    engine = Engine(house)
    engine.start()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not _is_over(database):
        time.sleep(0.02)
    engine.stop()
    database.dispose()


def _is_over(database: Database) -> bool:
    with database.read() as session:
        states = session.exec(select(Campaign.status).order_by(col(Campaign.id))).all()
    return set(states) <= FINAL


def say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    configure_logging(level="error", style="json")
    order = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        seconds = float(json.loads(line)["seconds"])
        child = os.fork()
        if child == 0:
            code = 1
            try:
                live(order, seconds)
                code = 0
            finally:
                os._exit(code)
        say({"pid": child})
        _, status = os.waitpid(child, 0)
        say({"killed": os.WIFSIGNALED(status), "code": os.waitstatus_to_exitcode(status)})


if __name__ == "__main__":
    main()
