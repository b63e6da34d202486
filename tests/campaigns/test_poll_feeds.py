"""Many websites: read side by side, and never one of them by two at a time."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from campaigns.digests.run_digests import run_digests
from campaigns.feeds.poll_feeds import WORKERS
from campaigns.sending.job_context import JobContext, WakeHook, leave_to_the_next_sweep
from campaigns.services import build_services
from core.db import Database
from core.settings import Settings
from kinds.registry import NewsKind
from news.feeds.tables import Feed, ReaderKind
from news.feeds.webhook.keep_post import new_token, receive_post, token_hash
from news.tables import NewsText, Source, SourceKind
from scheduler.build import build_job_context
from scheduler.jobs import read_websites
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Asked, Reply, far_site
from tests.kill.patience import PATIENCE, until
from tests.news.feeds.shapes import rss
from tests.web.foreign_site import reads_this_machine

pytestmark = on_sqlite


def connect(database: Database, addresses: list[str]) -> None:
    with database.write() as session:
        for number, address in enumerate(addresses, 1):
            session.add(Source(name=address, kind=SourceKind.FEED, location=address, created_at=NOON))
            session.flush()
            host = address.partition("//")[2].partition(":")[0]
            kind = NewsKind.STATEMENT
            session.add(
                Feed(source_id=number, host=host, kind=kind, every_minutes=30, next_at=NOON, read_well_at=NOON)
            )


def poll(
    settings: Settings,
    database: Database,
    clock: StoppedClock,
    hosts: list[str],
    wake: WakeHook = leave_to_the_next_sweep,
) -> None:
    context = build_job_context(build_services(settings, database, clock), wake=wake)
    object.__setattr__(context, "feeds", reads_this_machine(FakeDns(dict.fromkeys(hosts, HERE))))
    read_websites(context)


def test_slow_websites_do_not_hold_the_others_up(
    settings: Settings, database: Database, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but one are so slow that they answer only when the last of the others was asked."""
    hosts = [f"site{number}.example" for number in range(12)]
    slow, asked = set(hosts[: WORKERS - 1]), set[str]()
    others_asked = threading.Event()

    def reply(request: Asked) -> Reply:
        host = request.host.partition(":")[0]
        asked.add(host)
        if asked >= set(hosts):
            others_asked.set()
        if host in slow:
            assert others_asked.wait(PATIENCE)
        return Reply(200, {}, rss("<title>Stara</title><link>/1</link>").encode())

    with far_site(reply) as site:
        connect(database, [site.url(host, "/feed") for host in hosts])
        poll(settings, database, clock, hosts)
    with database.read() as session:
        assert all(session.get_one(Feed, number).failures == 0 for number in range(1, 13))
        assert all(session.get_one(Feed, number).readings == 1 for number in range(1, 13))


def test_what_a_website_has_sent_waits_for_no_slow_website(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    """As many are slow as are read at once; none of them answers before what was sent meanwhile has been read."""
    hosts = [f"site{number}.example" for number in range(WORKERS + 1)]
    token, is_sent, woken = new_token(), threading.Lock(), list[Callable[[JobContext], None]]()

    def has_been_read() -> bool:
        with database.read() as session:
            return session.exec(select(NewsText.title)).all() == ["Obleganje"]

    def reply(_: Asked) -> Reply:
        if is_sent.acquire(blocking=False):
            receive_post(database, token, b'{"id": "1", "title": "Obleganje"}', wake=leave, now=clock.now())
        until(has_been_read)
        return Reply(200, {}, rss("<title>Stara</title><link>/1</link>").encode())

    with far_site(reply) as site:
        connect(database, [site.url(host, "/feed") for host in hosts])
        with database.write() as session:
            posting = session.get_one(Feed, len(hosts))
            posting.reader, posting.readings, posting.token_hash = ReaderKind.WEBHOOK, 1, token_hash(token)
            posting.next_at = None
        poll(settings, database, clock, hosts, lambda _, job: woken.append(job))
    assert has_been_read()
    assert set(woken) == {run_digests}, "and what sends it by itself is called for"


def leave(_: Session) -> None:
    """To the sweep that goes on."""


def test_feeds_of_one_host_are_read_one_after_another(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    at_once, most, lock = Counter[str](), Counter[str](), threading.Lock()

    def reply(request: Asked) -> Reply:
        with lock:
            at_once[request.host] += 1
            most[request.host] = max(most[request.host], at_once[request.host])
        threading.Event().wait(0.02)
        with lock:
            at_once[request.host] -= 1
        return Reply(200, {}, rss("<title>Stara</title><link>/1</link>").encode())

    hosts = ["one.example", "two.example"]
    with far_site(reply) as site:
        connect(database, [site.url(host, f"/feed{number}") for host in hosts for number in range(4)])
        poll(settings, database, clock, hosts)
        assert len(site.asked) == 8
    assert set(most.values()) == {1}
    with database.read() as session:
        assert all(session.get_one(Feed, number).readings == 1 for number in range(1, 9))
