"""Polling: each website at its own interval, by a row that says when (ADR 8, 76). Several at once, one a host."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

from campaigns.feeds.feed_intake import feed_intake
from campaigns.sending.job_context import JobContext
from news.feeds.claim_feed import claim_feed, due_feeds
from news.feeds.read_feed import FeedReport, read_feed

MAX_RUN_TIME = timedelta(minutes=1)
"""After that no other reading begins; those that have are finished."""
WORKERS = 6
"""Readings at once: so many slow websites hold the others up, and no fewer."""
_LOOK_AGAIN = 1.0
"""Seconds, while readings go on: what falls due meanwhile does not wait for the slowest of them."""


def poll_feeds(context: JobContext) -> None:
    """The job. Nothing where the web is left alone: staff are told by the feeds that stay unread."""
    if context.feeds is None:
        return
    intake = replace(feed_intake(context.services, context.feeds), pause=context.stopping.wait)
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    running: set[Future[FeedReport]] = set()
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="feed") as pool:
        while not context.stopping.is_set():
            free = WORKERS - len(running) if context.uptime.seconds() < until else 0
            for source_id in _claimed(context, free):
                running.add(pool.submit(read_feed, intake, source_id, now=context.clock.now()))
            if not running:
                return
            done, running = wait(running, timeout=_LOOK_AGAIN, return_when=FIRST_COMPLETED)
            for reading in done:
                reading.result()


def _claimed(context: JobContext, free: int) -> Iterator[int]:
    """At most `free` of those that are due."""
    if not free:
        return
    with context.database.read() as session:
        due = due_feeds(session, now=context.clock.now())
    for source_id in due[:free]:
        with context.database.write() as session:
            is_ours = claim_feed(session, source_id, now=context.clock.now())
        if is_ours:
            yield source_id
