"""Finding people and opening a person's page, each kind of question by itself, beside a bare look at fifty rows.

Run as `python -m tests.bench.people` with an order in JSON on stdin; what was measured comes in JSON on stdout.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from sqlmodel import Session, col, select

from campaigns.people.find_person import PeopleRequest, search_people
from campaigns.people.see_person import see_person
from campaigns.reporting.reader_search import search_reader
from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from staff.principal import OPERATOR
from subscribers.lists import create_list
from subscribers.tables import Subscriber
from tests.bench.fill_people import FIRST, analyze, fill_people, give_hash
from tests.conftest import NOON

TIMES = 20
SECRET = "secret-of-the-bench"

QUESTIONS = {
    "a surname": lambda number: PeopleRequest(f"priimek{number % 900 + 100}"),
    "a first name": lambda number: PeopleRequest(FIRST[number % len(FIRST)]),
    "two letters": lambda _: PeopleRequest("pr"),
    "first name and surname": lambda number: PeopleRequest(
        f"{FIRST[number % len(FIRST)]} priimek{number % 90 + 10}"
    ),
    "two words that nobody has together": lambda _: PeopleRequest("zi priimeka"),
    "a whole address": lambda number: PeopleRequest(f"oseba{number + 1}@example.org"),
    "a domain": lambda _: PeopleRequest("@example.org"),
    "who has not confirmed": lambda _: PeopleRequest(list_slug="bulletin", status="pending"),
    "a rare language": lambda _: PeopleRequest(language="fa"),
    "who is blocked": lambda _: PeopleRequest(suppressed="yes"),
    "a name among the blocked": lambda number: PeopleRequest(FIRST[number % len(FIRST)], suppressed="yes"),
    "the newest": lambda _: PeopleRequest(),
}


def fill(database: Database, count: int) -> None:
    with database.write() as session:
        list_id = create_list(session, slug="bulletin", name="Bulletin", now=NOON).id
        create_list(session, slug="shelter", name="Shelter", now=NOON, is_protected=True)
    base = fill_people(database, count, list_id=list_id)
    with database.write() as session:
        for place in range(TIMES):
            give_hash(session, place * _step(count) + 1, base=base, secret=SECRET)
    analyze(database)


def _step(count: int) -> int:
    return max(1, count // TIMES)


def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Milliseconds, the 95th percentile of `TIMES`."""
    database = Database(order["database_url"])
    fill(database, order["people"])
    step = _step(order["people"])

    def ask(question: Callable[[int], PeopleRequest]) -> float:
        return _p95(database, lambda session, place: search_people(
            session, question(place * step), viewer=OPERATOR, secret=SECRET, limit=50
        ))  # fmt: skip

    def open_page(session: Session, place: int) -> None:
        person = see_person(session, place * step + 1, OPERATOR)
        search_reader(session, person.row.address_hash, viewer=OPERATOR, now=SystemClock().now())

    bare = select(Subscriber).order_by(col(Subscriber.id).desc()).limit(50)
    measured = {
        "search": {name: ask(question) for name, question in QUESTIONS.items()},
        "page": _p95(database, open_page),
        "bare": _p95(database, lambda session, _: session.exec(bare).all()),
    }
    database.dispose()
    return measured


def _p95(database: Database, do: Callable[[Session, int], object]) -> float:
    spent = []
    for place in range(TIMES):
        with database.read() as session:
            began = time.perf_counter()
            do(session, place)
            spent.append((time.perf_counter() - began) * 1_000)
    return sorted(spent)[TIMES * 95 // 100 - 1]


def main() -> None:
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")


if __name__ == "__main__":
    main()
