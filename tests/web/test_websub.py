"""A website's hub tells of news (WebSub): asked by itself, believed in what we asked for and in what it signs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlmodel import Session, col, select

from campaigns.feeds.connect_feed import stop_feed
from campaigns.feeds.follow_hubs import follow_hubs
from campaigns.sending.job_context import JobContext
from campaigns.services import build_services
from core.db import Database
from core.settings import Settings
from kinds.registry import NewsKind
from news.feeds.tables import Feed, FeedHub
from news.feeds.websub.receive_ping import MAX_PING_BYTES, METHODS
from news.tables import NewsText, Source, SourceKind
from scheduler.build import build_job_context
from scheduler.jobs import read_websites
from staff.principal import OPERATOR
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Reply, certificate_for
from tests.fakes.websub_hub import HUB, FakeHub, Form, fake_hub
from tests.news.feeds.shapes import rss
from tests.web.browser import browser
from tests.web.foreign_site import HOST, ForeignSite, foreign_site, reads_this_machine
from tests.web.snapshot import everything_in
from web.app import create_app

PUBLIC = "https://bulletin.example.org"


@dataclass
class Newsroom:
    """That follows one website, whose feed names a hub."""

    database: Database
    clock: StoppedClock
    context: JobContext
    client: httpx.Client
    site: ForeignSite
    hub: FakeHub
    woken: list[Callable[[JobContext], None]]

    def publish(self, *titles: str, hub: str | None = None) -> None:
        links = f'<atom:link rel="hub" href="{self.hub.url if hub is None else hub}"/>'
        links += '<atom:link rel="self" href="/feed?utm_source=hub"/>'
        items = "</item><item>".join(f"<title>{title}</title><link>/{title}</link>" for title in titles)
        self.site.has("/feed", rss(items).replace("<item>", f"{links}<item>", 1).encode(), {})

    @property
    def topic(self) -> str:
        return self.site.url("/feed?utm_source=hub")

    def connect(self) -> None:
        self.publish("Stara")
        with self.database.write() as session:
            address, now = self.site.url("/feed"), self.clock.now()
            session.add(Source(name="Kolpa", kind=SourceKind.FEED, location=address, created_at=now))
            session.flush()
            kind = NewsKind.STATEMENT
            session.add(Feed(source_id=1, host=HOST, kind=kind, every_minutes=30, next_at=now, read_well_at=now))
        read_websites(self.context)

    def agree(self) -> Form:
        """What the hub was asked for, and has confirmed."""
        follow_hubs(self.context)
        form = self.hub.forms[-1]
        assert self.hub.verify(self.client, form).status_code == 200
        return form

    def hubs(self) -> list[FeedHub]:
        with self.database.read() as session:
            return list(session.exec(select(FeedHub).order_by(col(FeedHub.id))))

    @property
    def row(self) -> FeedHub:
        (row,) = self.hubs()
        return row

    @property
    def titles(self) -> list[str]:
        with self.database.read() as session:
            return list(session.exec(select(NewsText.title).order_by(col(NewsText.id))))


@pytest.fixture
def newsroom(settings: Settings, database: Database, clock: StoppedClock, tmp_path: Path) -> Iterator[Newsroom]:
    shows, trusts = certificate_for(HUB, tmp_path)
    services = build_services(settings.model_copy(update={"public_url": PUBLIC}), database, clock)
    context = build_job_context(services)
    dns = FakeDns({HOST: HERE, HUB: HERE})
    object.__setattr__(context, "feeds", reads_this_machine(dns, trusts))
    woken: list[Callable[[JobContext], None]] = []

    def wake(session: Session, job: Callable[[JobContext], None]) -> None:
        woken.append(job)

    with (
        foreign_site() as site,
        fake_hub(shows) as hub,
        browser(create_app(services, wake=wake), PUBLIC) as client,
    ):
        room = Newsroom(database, clock, context, client, site, hub, woken)
        room.connect()
        yield room


def test_a_hub_is_asked_confirms_and_has_the_feed_read_at_once(newsroom: Newsroom) -> None:
    follow_hubs(newsroom.context)
    (form,) = newsroom.hub.forms
    assert (form["hub.mode"], form["hub.topic"]) == ("subscribe", newsroom.topic), "as the feed calls itself"
    assert form["hub.callback"].startswith(f"{PUBLIC}/hooks/hub/")
    assert form["hub.secret"] not in repr(everything_in(newsroom.database)), "no secret is kept"
    answer = newsroom.hub.verify(newsroom.client, form)
    assert (answer.text, answer.headers["content-type"]) == ("c<b>", "text/plain; charset=utf-8")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert newsroom.row.told_until == newsroom.clock.now() + timedelta(days=10)
    newsroom.clock.advance(minutes=1)
    newsroom.publish("Nova", "Stara")
    read_websites(newsroom.context)
    assert newsroom.titles == [], "half an hour is not over"
    assert newsroom.hub.publish(newsroom.client, form).status_code == 202
    assert newsroom.woken == [read_websites]
    read_websites(newsroom.context)
    assert newsroom.titles == ["Nova"]


@on_sqlite
def test_a_hub_may_come_back_before_it_has_answered(newsroom: Newsroom) -> None:
    answers: list[httpx.Response] = []
    newsroom.hub.meanwhile = lambda form: answers.append(newsroom.hub.verify(newsroom.client, form))
    newsroom.hub.reply = Reply(500)
    follow_hubs(newsroom.context)
    assert [answer.status_code for answer in answers] == [200]
    assert (newsroom.row.told_until is not None, newsroom.row.problem) == (True, None)


@on_sqlite
@pytest.mark.parametrize(
    "other",
    [
        {"topic": "https://elsewhere.example/"},
        {"mode": "unsubscribe"},
        {"mode": "publish"},
        {"challenge": ""},
        {"challenge": "x" * 2_001},
        {"topic": "\0"},
    ],
)
def test_what_was_not_asked_for_is_not_confirmed_and_changes_nothing(
    newsroom: Newsroom, other: dict[str, str]
) -> None:
    follow_hubs(newsroom.context)
    before = everything_in(newsroom.database)
    (form,) = newsroom.hub.forms
    assert newsroom.hub.verify(newsroom.client, form, **other).status_code == 404
    elsewhere = form | {"hub.callback": f"{PUBLIC}/hooks/hub/guess"}
    assert newsroom.hub.verify(newsroom.client, elsewhere).status_code == 404
    assert newsroom.hub.publish(newsroom.client, elsewhere).status_code == 410
    assert everything_in(newsroom.database) == before


@on_sqlite
def test_a_confirmation_counts_once_and_a_lease_is_believed_within_bounds(newsroom: Newsroom) -> None:
    follow_hubs(newsroom.context)
    (form,) = newsroom.hub.forms
    assert newsroom.hub.verify(newsroom.client, form, lease_seconds="1").status_code == 200
    assert newsroom.row.told_until == newsroom.clock.now() + timedelta(minutes=10)
    assert newsroom.hub.verify(newsroom.client, form, lease_seconds="864000").status_code == 404, "a replay"
    newsroom.clock.advance(minutes=10)
    follow_hubs(newsroom.context)
    assert newsroom.hub.verify(newsroom.client, newsroom.hub.forms[-1], lease_seconds="9" * 11).status_code == 200
    assert newsroom.row.told_until == newsroom.clock.now() + timedelta(days=30)


@on_sqlite
def test_a_promise_is_renewed_before_it_ends(newsroom: Newsroom) -> None:
    first = newsroom.agree()
    newsroom.clock.advance(days=7)
    follow_hubs(newsroom.context)
    assert len(newsroom.hub.forms) == 1
    newsroom.clock.advance(days=1, minutes=1)
    assert newsroom.agree() == first, "so that the hub takes it for the same one"
    assert newsroom.row.told_until == newsroom.clock.now() + timedelta(days=10)


@on_sqlite
@pytest.mark.parametrize("method", METHODS)
def test_each_method_of_the_recommendation_is_a_signature(newsroom: Newsroom, method: str) -> None:
    form = newsroom.agree()
    assert newsroom.hub.publish(newsroom.client, form, method=method).status_code == 202
    assert newsroom.woken == [read_websites]


@on_sqlite
@pytest.mark.parametrize("signature", ["", "sha256=", "sha256=00", "md5=00", "=", "sha1=ž", "sha256"])
def test_what_the_hub_has_not_signed_is_ignored_and_staff_see_that(newsroom: Newsroom, signature: str) -> None:
    form = newsroom.agree()
    path = form["hub.callback"].removeprefix(PUBLIC)
    headers = {b"X-Hub-Signature": signature.encode()} if signature else {}
    assert newsroom.client.post(path, content=b"news", headers=headers).status_code == 202
    assert (newsroom.woken, newsroom.row.ignored_at) == ([], newsroom.clock.now())
    before = everything_in(newsroom.database)
    newsroom.clock.advance(seconds=1)
    newsroom.client.post(path, content=b"other", headers=headers)
    assert everything_in(newsroom.database) == before, "a flood writes once a minute"


@on_sqlite
def test_posts_by_the_thousand_have_the_feed_read_twice_a_minute(newsroom: Newsroom) -> None:
    form, asked = newsroom.agree(), len(newsroom.site.site.asked)
    for _ in range(60):
        newsroom.hub.publish(newsroom.client, form, body=b"the same again")
        read_websites(newsroom.context)
        newsroom.clock.advance(seconds=1)
    assert len(newsroom.site.site.asked) - asked in (2, 3)
    assert newsroom.hub.publish(newsroom.client, form, body=b"x" * (MAX_PING_BYTES + 1)).status_code == 413


@on_sqlite
def test_a_hub_that_is_quicker_than_its_website_has_it_read_again(newsroom: Newsroom) -> None:
    form = newsroom.agree()
    newsroom.hub.publish(newsroom.client, form)
    read_websites(newsroom.context)
    newsroom.publish("Nova", "Stara")
    newsroom.clock.advance(minutes=1)
    read_websites(newsroom.context)
    assert newsroom.titles == ["Nova"]


@on_sqlite
def test_a_website_that_asks_for_time_is_given_it_whatever_its_hub_says(newsroom: Newsroom) -> None:
    form = newsroom.agree()
    newsroom.site.has("/feed", b"", {"Retry-After": "7200"}, 429)
    newsroom.clock.advance(minutes=30)
    read_websites(newsroom.context)
    asked = len(newsroom.site.site.asked)
    newsroom.clock.advance(minutes=5)
    assert newsroom.hub.publish(newsroom.client, form).status_code == 202
    read_websites(newsroom.context)
    assert len(newsroom.site.site.asked) == asked


@on_sqlite
def test_a_hub_that_says_no_is_left_in_peace_for_a_week(newsroom: Newsroom) -> None:
    form = newsroom.agree()
    answer = newsroom.hub.verify(newsroom.client, form, mode="denied", challenge="", reason="Not\x00 for you.")
    assert answer.status_code == 200
    assert (newsroom.row.told_until, newsroom.row.problem and newsroom.row.problem["params"]) == (
        None,
        {"reason": "Not for you."},
    )
    newsroom.clock.advance(days=6)
    follow_hubs(newsroom.context)
    assert len(newsroom.hub.forms) == 1
    newsroom.clock.advance(days=1)
    newsroom.agree()
    assert newsroom.row.problem is None


@on_sqlite
@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(410), "news-hub-refused"),
        (Reply(302, {"Location": "https://hub.example/"}), "news-hub-refused"),
        (Reply(307, {"Location": "http://hub.example/"}), "news-hub-inner"),
        (Reply(307, {"Location": "https://nobody.example/"}), "news-hub-silent"),
        (Reply(202), "news-hub-unverified"),
    ],
)
def test_a_hub_that_nothing_comes_of_is_asked_less_and_less(newsroom: Newsroom, reply: Reply, code: str) -> None:
    newsroom.hub.reply = reply
    for _ in range(48 * 6):
        follow_hubs(newsroom.context)
        newsroom.clock.advance(minutes=10)
    assert newsroom.row.problem is not None
    assert newsroom.row.problem["code"] == code
    assert 8 <= len(newsroom.hub.forms) <= 10
    assert newsroom.row.told_until is None


@on_sqlite
def test_a_request_is_made_again_where_the_hub_sends_it(newsroom: Newsroom) -> None:
    newsroom.hub.reply = Reply(308, {"Location": f"{newsroom.hub.url}other"})

    def settle(form: Form) -> None:
        if newsroom.hub.site.asked[-1].path == "/other":
            newsroom.hub.reply = Reply(202)

    newsroom.hub.meanwhile = settle
    newsroom.agree()
    first, second = newsroom.hub.forms
    assert (first == second, newsroom.hub.site.paths) == (True, ["POST /", "POST /other"])


@on_sqlite
def test_a_source_that_is_stopped_leaves_its_hub(newsroom: Newsroom) -> None:
    form = newsroom.agree()
    with newsroom.database.write() as session:
        stop_feed(session, 1, actor=OPERATOR, now=newsroom.clock.now())
    assert newsroom.hub.publish(newsroom.client, form).status_code == 410
    follow_hubs(newsroom.context)
    leaving = newsroom.hub.forms[-1]
    assert (leaving["hub.mode"], leaving["hub.callback"]) == ("unsubscribe", form["hub.callback"])
    assert newsroom.hub.verify(newsroom.client, leaving, mode="subscribe").status_code == 404
    assert newsroom.hub.verify(newsroom.client, leaving).text == "c<b>"
    assert newsroom.hubs() == []


@on_sqlite
def test_a_hub_that_does_not_let_go_is_asked_three_times(newsroom: Newsroom) -> None:
    newsroom.agree()
    with newsroom.database.write() as session:
        stop_feed(session, 1, actor=OPERATOR, now=newsroom.clock.now())
    for _ in range(12):
        follow_hubs(newsroom.context)
        newsroom.clock.advance(minutes=10)
    assert [form["hub.mode"] for form in newsroom.hub.forms] == ["subscribe", *["unsubscribe"] * 3]
    assert newsroom.hubs() == []


@on_sqlite
def test_another_hub_takes_the_place_of_the_one_before(newsroom: Newsroom) -> None:
    before = newsroom.agree()
    newsroom.publish("Stara", hub=f"{newsroom.hub.url}second")
    newsroom.clock.advance(minutes=30)
    read_websites(newsroom.context)
    follow_hubs(newsroom.context)
    leaving, joining = newsroom.hub.forms[-2:]
    assert (leaving["hub.mode"], leaving["hub.callback"]) == ("unsubscribe", before["hub.callback"])
    assert joining["hub.mode"] == "subscribe"
    assert joining["hub.secret"] != before["hub.secret"]
    for number in range(10):
        newsroom.publish("Stara", hub=f"{newsroom.hub.url}{number}")
        newsroom.clock.advance(minutes=30)
        read_websites(newsroom.context)
        follow_hubs(newsroom.context)
    assert len(newsroom.hubs()) <= 4, "however often it changes its mind"


@on_sqlite
@pytest.mark.parametrize("hub", ["http://hub.example/", "https://127.0.0.9/", "https://10.0.0.1/"])
def test_no_hub_without_https_or_inside_is_asked(newsroom: Newsroom, hub: str) -> None:
    newsroom.publish("Stara", hub=hub)
    newsroom.clock.advance(minutes=30)
    read_websites(newsroom.context)
    follow_hubs(newsroom.context)
    assert newsroom.hub.forms == []
    assert newsroom.row.problem is not None
    assert newsroom.row.problem["code"] == ("news-hub-unsafe" if hub[4] == ":" else "news-hub-inner")
