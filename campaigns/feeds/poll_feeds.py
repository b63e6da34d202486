"""Polling: each website at its own interval, by a row that says when (ADR 8, 76). Several at once, one a host.

What a website has sent by itself is read beside them: however many are slow, it waits for none.
"""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import timedelta

from campaigns.feeds.feed_intake import feed_intake
from campaigns.sending.job_context import JobContext
from news.feeds.claim_feed import claim_feed, due_feeds
from news.feeds.read_feed import FeedReport, read_feed
from news.feeds.tables import ReaderKind

MAX_RUN_TIME = timedelta(minutes=1)
"""After that no other reading begins; those that have are finished."""
WORKERS = 6
"""Readings at once: so many slow websites hold the others up, and no fewer."""
_LOOK_AGAIN = 1.0
"""Seconds, while readings go on: what falls due meanwhile does not wait for the slowest of them."""


@dataclass(frozen=True, slots=True)
class _Lane:
    readers: frozenset[ReaderKind]
    workers: int


_POSTED = _Lane(frozenset({ReaderKind.WEBHOOK}), 2)
_ASKED = _Lane(frozenset(ReaderKind) - _POSTED.readers, WORKERS)


def poll_feeds(context: JobContext, then: Callable[[JobContext], None]) -> None:
    """The job; `then` is called for when news has come. Nothing where the web is left alone: staff are told by the
    feeds that stay unread."""
    if context.feeds is None:
        return
    intake = replace(feed_intake(context.services, context.feeds), pause=context.stopping.wait)
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    running: dict[Future[FeedReport], _Lane] = {}
    with ThreadPoolExecutor(_ASKED.workers + _POSTED.workers, thread_name_prefix="feed") as pool:
        while not context.stopping.is_set():
            lanes = _open_lanes(running.values(), is_over=context.uptime.seconds() >= until)
            for lane, free in lanes.items():
                for source_id in _claimed(context, lane, free):
                    running[pool.submit(read_feed, intake, source_id, now=context.clock.now())] = lane
            if not running:
                return
            done, _ = wait(running, timeout=_LOOK_AGAIN, return_when=FIRST_COMPLETED)
            for reading in done:
                running.pop(reading)
                report = reading.result()
                if report.new or report.changed:
                    with context.database.write() as session:
                        context.wake(session, then)


def _open_lanes(busy: Collection[_Lane], *, is_over: bool) -> dict[_Lane, int]:
    """In which others may begin, and how many. What was sent does not wait for slow websites to come to an end."""
    if is_over and _ASKED not in busy:
        return {}
    lanes = [_POSTED] if is_over else [_POSTED, _ASKED]
    free = {lane: lane.workers - sum(each is lane for each in busy) for lane in lanes}
    return {lane: count for lane, count in free.items() if count}


def _claimed(context: JobContext, lane: _Lane, free: int) -> Iterator[int]:
    """At most `free` of those that are due."""
    with context.database.read() as session:
        due = due_feeds(session, lane.readers, now=context.clock.now())
    for source_id in due[:free]:
        with context.database.write() as session:
            is_ours = claim_feed(session, source_id, now=context.clock.now())
        if is_ours:
            yield source_id
