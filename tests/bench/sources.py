"""What reading websites costs: one long feed beyond its network, and many of which most have nothing new."""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from campaigns.feeds.feed_intake import feed_intake
from campaigns.sending.job_context import JobContext
from campaigns.services import build_services
from core.db import Database
from core.logging import configure_logging
from kinds.registry import NewsKind
from news.feeds.claim_feed import claim_feed
from news.feeds.read_feed import read_feed
from news.feeds.tables import Feed
from news.tables import Source, SourceKind
from scheduler.build import build_job_context
from scheduler.jobs import read_websites
from tests.bench.settings import settings_for
from tests.conftest import NOON, StoppedClock
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Asked, FarSite, Reply, far_site
from tests.news.feeds.shapes import rss
from tests.web.foreign_site import reads_this_machine

INTERVAL = 300.0
"""Seconds: the shortest that staff can choose."""
LONG = "long.example"
_TEXT = "&lt;p&gt;Ob reki Kolpi so pripravili topel obrok za ljudi, ki so čakali na meji.&lt;/p&gt;" * 10


def measure(order: dict[str, Any]) -> dict[str, float]:
    """`entries`: of the long feed. `sources`: how many websites, of which a tenth has a new entry."""
    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    clock = StoppedClock(NOON)
    context = build_job_context(build_services(settings, database, clock))
    hosts = [f"site{number}.example" for number in range(order["sources"])]
    object.__setattr__(context, "feeds", reads_this_machine(FakeDns(dict.fromkeys([LONG, *hosts], HERE))))
    has_news: set[str] = set()
    long_feed = _feed(order["entries"])

    def reply(request: Asked) -> Reply:
        host = request.host.partition(":")[0]
        if request.path != "/feed":
            return Reply(404)
        if host == LONG:
            return Reply(200, {}, long_feed)
        is_new = host in has_news
        if request.headers.get("If-None-Match") and not is_new:
            return Reply(304)
        return Reply(200, {"ETag": '"1"'}, _feed(21 if is_new else 20))

    with far_site(reply) as site:
        _connect(database, site, [LONG, *hosts])
        first, again = (_read_alone(context, clock) for _ in range(2))
        read_websites(context)
        has_news |= set(hosts[::10])
        clock.advance(minutes=6)
        polled = _processor_time(lambda: read_websites(context))
    database.dispose()
    bare = _processor_time(lambda: etree.fromstring(long_feed))
    return {"first": first, "again": again, "bare": bare, "polled": polled}


def _connect(database: Database, site: FarSite, hosts: list[str]) -> None:
    with database.write() as session:
        for number, host in enumerate(hosts, 1):
            address = site.url(host, "/feed")
            session.add(Source(name=host, kind=SourceKind.FEED, location=address, created_at=NOON))
            session.flush()
            session.add(
                Feed(
                    source_id=number,
                    host=host,
                    kind=NewsKind.STATEMENT,
                    every_minutes=5,
                    next_at=NOON,
                    read_well_at=NOON,
                )
            )


def _read_alone(context: JobContext, clock: StoppedClock) -> float:
    """The long feed, in seconds of processor time, its site's included: a busy machine makes it no longer."""
    with context.database.write() as session:
        assert claim_feed(session, 1, now=clock.now())
    intake = feed_intake(context.services, context.feeds)
    return _processor_time(lambda: read_feed(intake, 1, now=clock.now()))


def _processor_time(work: Callable[[], object]) -> float:
    """Of this process and of its children, which must have ended."""

    def used() -> float:
        usage = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(each.ru_utime + each.ru_stime for each in usage)

    before = used()
    work()
    return used() - before


def _feed(entries: int) -> bytes:
    items = (
        f"<title>Novica {number}</title><link>/{number}</link><guid>{number}</guid>"
        f"<pubDate>Sun, 22 Nov 2026 {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02} GMT</pubDate>"
        f"<description>{_TEXT}</description>"
        for number in reversed(range(entries))
    )
    return rss("</item><item>".join(items)).encode()


def main() -> None:
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")


if __name__ == "__main__":
    main()
