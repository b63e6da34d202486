"""Finding people and opening a person's page, each kind of question by itself, beside a bare look at fifty rows.

Run as `python -m tests.bench.people` with an order in JSON on stdin; what was measured comes in JSON on stdout.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session, col, select

from campaigns.people.find_person import PeopleRequest, search_people
from campaigns.people.see_person import see_person
from campaigns.reporting.reader_search import search_reader
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.logging import configure_logging
from staff.principal import OPERATOR
from subscribers.index_people import index_new_people
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    Subscriber,
    Subscription,
    Suppression,
    SuppressionReason,
)
from tests.conftest import NOON

AT_ONCE = 5_000
TIMES = 20
SECRET = "secret-of-the-bench"
FIRST = ("Ana", "Andrej", "Boris", "Cilka", "Dana", "Eva", "Franc", "Gregor", "Hana", "Ivan", "Jana", "Žiga")
LANGUAGES = ("sl",) * 90 + ("en",) * 9 + ("fa",)

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
    """One in a thousand has not confirmed, one in two hundred is blocked; each has four words or five."""
    with database.write() as session:
        list_id = create_list(session, slug="bulletin", name="Bulletin", now=NOON).id
        create_list(session, slug="shelter", name="Shelter", now=NOON, is_protected=True)
    for start in range(1, count + 1, AT_ONCE):
        with database.write() as session:
            _write(session, range(start, min(start + AT_ONCE, count + 1)), list_id)
    if not database.is_sqlite:
        # As autovacuum does by itself; on SQLite nobody does.
        with database.write() as session:
            session.execute(text("ANALYZE"))


def _write(session: Session, numbers: range, list_id: int) -> None:
    people: list[dict[str, Any]] = [
        {
            "id": number,
            "address": f"oseba{number}@example.org",
            "address_hash": address_hash(EmailAddress(f"oseba{number}@example.org"), secret=SECRET),
            "name": f"{FIRST[number % len(FIRST)]} Priimek{number % 2003}",
            "language": LANGUAGES[number * 7 % 100],
            "created_at": NOON + timedelta(seconds=number),
        }
        for number in numbers
    ]
    session.execute(insert(Subscriber), people)
    index_new_people(session, [(person["id"], person["name"], person["address"]) for person in people])
    pending, confirmed = SubscriptionStatus.PENDING, SubscriptionStatus.CONFIRMED
    session.execute(
        insert(Subscription),
        [
            {
                "subscriber_id": number,
                "list_id": list_id,
                "status": confirmed if number % 1_000 else pending,
                "changed_at": NOON,
            }
            for number in numbers
        ],
    )
    session.execute(
        insert(ConsentRecord),
        [
            {
                "subscriber_id": number,
                "list_id": list_id,
                "action": ConsentAction.CONFIRMED,
                "method": ConsentMethod.IMPORT,
                "wording": "At our stall",
                "language": "sl",
                "evidence": f"people.csv:{number}",
                "at": NOON,
            }
            for number in numbers
        ],
    )
    barred = [person for person in people if person["id"] % 200 == 0]
    if barred:
        reason = {"reason": SuppressionReason.BOUNCED, "detail": "", "at": NOON}
        session.execute(
            insert(Suppression), [{"address_hash": person["address_hash"], **reason} for person in barred]
        )


def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Milliseconds, the 95th percentile of `TIMES`."""
    database = Database(order["database_url"])
    fill(database, order["people"])
    step = max(1, order["people"] // TIMES)

    def ask(question: Callable[[int], PeopleRequest]) -> float:
        return _p95(database, lambda session, place: search_people(
            session, question(place * step), viewer=OPERATOR, secret=SECRET, limit=50
        ))  # fmt: skip

    def open_page(session: Session, place: int) -> None:
        person = see_person(session, place * step + 1, OPERATOR)
        search_reader(session, person.row.address_hash, viewer=OPERATOR)

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
