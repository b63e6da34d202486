"""One measurement in a process of its own, so that memory and caches are its own, too.

Run as `python -m tests.bench.measure NAME` with an order in JSON on stdin; what was measured comes in JSON on
stdout.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
from sqlalchemy import text
from sqlmodel import col, func, select

from campaigns.reporting.audience_preview import CountMode, preview_segment
from campaigns.sending.feedback import process_webhooks
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.send import send_campaigns
from campaigns.services import build_services
from campaigns.tables import RenderedVariant
from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, WebhookReceipt
from scheduler.build import build_job_context
from staff.principal import OPERATOR
from subscribers.segment_tables import Segment
from subscribers.segment_text import parse_condition
from templates.merge import compile_html, compile_text
from tests.bench.settings import settings_for

Order = dict[str, Any]
Measured = dict[str, Any]
BATCH = 100


def crowd(order: Order) -> Measured:
    """Readers, and a campaign that is due; nothing of it is measured."""
    from tests.bench.crowd import begin, make_crowd
    from tests.conftest import StoppedClock

    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    world = make_crowd(database, settings, readers=order["readers"], html_bytes=order["html_bytes"])
    world.clock = StoppedClock(SystemClock().now())
    first = begin(world)
    if order["is_launched"]:
        launch(order)
    if order.get("is_narrowed"):
        begin(world, after=first)
    with database.read() as session:
        frozen = session.exec(select(RenderedVariant).limit(1)).one()
    database.dispose()
    return {"html": len(frozen.html.encode()), "text": len(frozen.text.encode())}


def count_segment(order: Order) -> Measured:
    """As the page of a segment estimates it, and counts it, the quickest of three; and everybody by language."""
    with _context(order) as context, context.database.read() as session:
        segment = session.exec(select(Segment)).one()
        condition, now = parse_condition(segment.condition), context.clock.now()
        preview = partial(preview_segment, session, condition, viewer=OPERATOR, now=now)
        bare = text("SELECT language, count(*) FROM subscriber GROUP BY language")
        return {
            "estimate": min(_timed(lambda: preview(mode=CountMode.ESTIMATE)) for _ in range(3)),
            "everybody": min(_timed(preview) for _ in range(3)),
            "bare": min(_timed(lambda: session.execute(bare).all()) for _ in range(3)),
        }


def launch(order: Order) -> Measured:
    """The audience snapshot, as the scheduler's job makes it."""
    with _context(order) as context:
        return {"seconds": _timed(lambda: launch_due_campaigns(context))}


def bare_launch(order: Order) -> Measured:
    """Rows of the same shape, in a table with the same indexes, by one INSERT … SELECT that asks nothing."""
    database = Database(order["database_url"])
    with database.write() as session:
        session.execute(text("CREATE TABLE bare (LIKE delivery INCLUDING ALL)"))
        session.execute(text("CREATE SEQUENCE bare_id; ALTER TABLE bare ALTER id SET DEFAULT nextval('bare_id')"))
    columns = "campaign_id, subscriber_id, address_hash, variant_id, list_id, status, outcome, attempt_count"
    rows = f"""
        INSERT INTO bare ({columns}, next_attempt_at, changed_at)
        SELECT 1, id, address_hash, 1, 1, 'queued', 'pending', 0, now(), now() FROM subscriber
        {"WHERE id % 2 = 0" if order.get("is_narrowed") else ""}
    """  # noqa: S608  our own words

    def insert() -> None:
        with database.write() as session:
            session.execute(text(rows))

    seconds = _timed(insert)
    database.dispose()
    return {"seconds": seconds}


def send(order: Order) -> Measured:
    """Everything from the claim to the record, until nothing waits: by the job, as often at once as its process
    runs it, once in the embedded engine and BILTEN_WORKER_CONCURRENCY times in a worker on PostgreSQL."""
    with _context(order) as context:
        at_once = 1 if context.database.is_sqlite else context.settings.worker_concurrency

        def drain(_: int) -> None:
            while _count(context.database, DeliveryStatus.QUEUED):
                send_campaigns(context)

        def drain_all() -> None:
            with ThreadPoolExecutor(at_once) as threads:
                list(threads.map(drain, range(at_once)))

        seconds = _timed(drain_all)
        accepted = _count(context.database, DeliveryStatus.ACCEPTED)
    assert accepted == order["readers"], f"{accepted} of {order['readers']} were accepted"
    return {"seconds": seconds}


def bare_send(order: Order) -> Measured:
    """Merge, encode, post: no database, no checks, nothing remembered. One connection, as the real thing."""
    database = Database(order["database_url"])
    with database.read() as session:
        frozen = session.exec(select(RenderedVariant)).one()
    parts = compile_text(frozen.subject), compile_html(frozen.html), compile_text(frozen.text)
    with httpx.Client(base_url=order["far_side"], trust_env=False) as client:

        def post_all() -> None:
            for first in range(0, order["readers"], BATCH):
                body = json.dumps([_message(parts, number) for number in range(first, first + BATCH)]).encode()
                answer = client.post("/emails/batch", content=body, headers={"Content-Type": "application/json"})
                assert len(answer.json()["data"]) == BATCH

        return {"seconds": _timed(post_all)}


def webhooks(order: Order) -> Measured:
    """Our web application under uvicorn, and somebody who posts one by one from another process."""
    import uvicorn

    from web.app import create_app

    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    app = create_app(build_services(settings, database, SystemClock()))
    server = uvicorn.Server(uvicorn.Config(app, port=order["port"], log_config=None, access_log=False))
    thread, never = Thread(target=server.run), Event()
    thread.start()
    while not server.started:
        never.wait(0.05)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    began = time.process_time()
    sys.stdin.readline()
    cpu_seconds = time.process_time() - began
    server.should_exit = True
    thread.join()
    with database.read() as session:
        kept = session.exec(select(func.count()).select_from(WebhookReceipt)).one()
    return {"cpu_seconds": cpu_seconds, "kept": kept}


def read_webhooks(order: Order) -> Measured:
    """What was kept is read and acts on its deliveries, as the job does it."""
    with _context(order) as context:

        def read_all() -> None:
            while _waiting(context.database):
                process_webhooks(context)

        return {"seconds": _timed(read_all)}


def bare_webhooks(order: Order) -> Measured:
    """One INSERT and one commit for each event, by SQLAlchemy's core: no HTTP, no signature."""
    database = Database(order["database_url"])
    insert = text("INSERT INTO bare_receipt (dedupe_key, body) VALUES (:key, :body)")
    with database.write() as session:
        session.execute(text("CREATE TABLE bare_receipt (dedupe_key VARCHAR(200) PRIMARY KEY, body TEXT)"))

    def insert_all() -> None:
        for number in range(order["events"]):
            with database.write() as session:
                session.execute(insert, {"key": f"msg_{number}", "body": "x" * 200})

    return {"seconds": _timed(insert_all)}


@contextmanager
def _context(order: Order) -> Iterator[JobContext]:
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    database = Database(order["database_url"])
    context = build_job_context(build_services(settings, database, SystemClock()))
    context.guard.take_as_own()
    yield context
    context.provider("resend").close()
    database.dispose()


def _message(parts: tuple[Any, Any, Any], number: int) -> dict[str, Any]:
    subject, html, plain = parts
    fields = {
        "recipient_name": f"Reader {number}",
        "unsubscribe_url": f"http://127.0.0.1:8000/u/{number:0120}",
        "preferences_url": f"http://127.0.0.1:8000/preferences/{number:0120}",
    }
    return {
        "from": "Odprta pot <bilten@example.org>",
        "to": [f"Reader {number} <reader{number}@example.org>"],
        "subject": subject.merge(fields),
        "html": html.merge(fields),
        "text": plain.merge(fields),
        "headers": {"List-Unsubscribe": f"<{fields['unsubscribe_url']}>"},
        "tags": [{"name": "delivery", "value": str(number)}],
    }


def _count(database: Database, status: DeliveryStatus | None = None) -> int:
    counted = select(func.count()).select_from(Delivery)
    with database.read() as session:
        return session.exec(counted if status is None else counted.where(Delivery.status == status)).one()


def _waiting(database: Database) -> bool:
    with database.read() as session:
        waiting = select(WebhookReceipt.id).where(col(WebhookReceipt.processed_at).is_(None))
        return session.exec(waiting.limit(1)).first() is not None


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


MEASURES: dict[str, Callable[[Order], Measured]] = {
    step.__name__: step
    for step in (
        crowd,
        count_segment,
        launch,
        bare_launch,
        send,
        bare_send,
        webhooks,
        read_webhooks,
        bare_webhooks,
    )
}


def main() -> None:
    configure_logging(level="error", style="console")
    order = json.loads(sys.stdin.readline())
    measured = MEASURES[sys.argv[1]](order)
    measured["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(measured) + "\n")


if __name__ == "__main__":
    main()
