"""A feed that is read again and again: what is new comes once, what changed is shown, what is gone is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from core.db import Database
from core.errors import InputRefused
from kinds.registry import NewsKind
from news.feeds import save_reading
from news.feeds.claim_feed import LEASE, claim_feed, due_feeds
from news.feeds.fetch_feed import retry_after
from news.feeds.kind_rules import KINDS_OF_FEEDS, KindRule, kind_for
from news.feeds.match_entries import match_entries
from news.feeds.parsed_feed import ParsedEntry
from news.feeds.prepare_reading import FeedIntake
from news.feeds.read_feed import FeedReport, backoff, read_feed
from news.feeds.tables import EntryState, Feed, FeedEntry
from news.held_files import held_versions
from news.import_files import NewsIntake, import_file
from news.save_item import save_item
from news.slug_owner import TextOrigin
from news.sources import last_refusals
from news.store import AssetStore
from news.tables import Asset, NewsItem, NewsText, OriginKind, Source, SourceKind
from news.versions import item_of_version, versions_of
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.fakes.dns import HERE, FakeDns
from tests.news.feeds.shapes import RTL, rss
from tests.news.making import news_file
from tests.web.foreign_site import HOST, ForeignSite, foreign_site, reads_this_machine

HOUR = timedelta(hours=1)
XML = {"Content-Type": "application/rss+xml"}


@dataclass
class Reader:
    database: Database
    intake: FeedIntake
    site: ForeignSite
    now: datetime = NOON

    def entries(self, *entries: str, **headers: str) -> None:
        body = rss("</item><item>".join(entries)) if entries else rss("").replace("<item></item>", "")
        self.site.has(
            "/feed/", body.encode(), XML | {name.replace("_", "-"): value for name, value in headers.items()}
        )

    def answers(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.site.has("/feed/", body, {name.replace("_", "-"): value for name, value in headers.items()}, status)

    def read(self) -> FeedReport:
        self.now += HOUR
        with self.database.write() as session:
            assert claim_feed(session, 1, now=self.now)
        return read_feed(self.intake, 1, now=self.now)

    @property
    def feed(self) -> Feed:
        with self.database.read() as session:
            return session.get_one(Feed, 1)

    @property
    def problems(self) -> list[str]:
        with self.database.read() as session:
            return [why.code for why in last_refusals(session.get_one(Source, 1))]

    @property
    def texts(self) -> list[NewsText]:
        with self.database.read() as session:
            return list(session.exec(select(NewsText).order_by(col(NewsText.id))))

    def entry(self, title: str) -> FeedEntry:
        with self.database.read() as session:
            return session.exec(select(FeedEntry).where(FeedEntry.title == title)).one()


def entry(title: str, *, hour: int = 1, more: str = "", guid: str = "") -> str:
    return (
        f"<title>{title}</title><link>/{title.lower()}</link><guid>{guid or title}</guid>"
        f"<pubDate>Sun, 22 Nov 2026 {hour:02}:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;Besedilo {title}. {more}&lt;/p&gt;</description>"
    )


@pytest.fixture
def reader(database: Database, tmp_path: Path) -> Iterator[Reader]:
    """Connected, with one entry that was there before."""
    with foreign_site() as site:
        intake = FeedIntake(
            database,
            AssetStore(tmp_path / "assets"),
            reads_this_machine(),
            "Europe/Ljubljana",
            lambda *_: None,
            "sl",
        )
        reader = Reader(database, intake, site)
        reader.entries(entry("Stara"))
        with database.write() as session:
            session.add(Source(name="Kolpa", kind=SourceKind.FEED, location=site.url("/feed/"), created_at=NOON))
            session.flush()
            kind = NewsKind.STATEMENT
            session.add(
                Feed(
                    source_id=1, host="kolpa.example", kind=kind, every_minutes=30, next_at=NOON, read_well_at=NOON
                )
            )
        reader.read()
        yield reader


def test_what_was_there_before_is_no_news_and_what_is_new_comes_once(reader: Reader) -> None:
    assert (reader.texts, reader.entry("Stara").state) == ([], EntryState.BEFORE)
    reader.entries(entry("Nova", hour=2), entry("Stara"))
    assert reader.read().new == 1
    assert reader.read() == FeedReport()
    (text,) = reader.texts
    assert (text.title, text.language, text.url) == ("Nova", "sl", reader.site.url("/nova"))
    assert text.body_html == "<p>Besedilo Nova.</p>"
    assert reader.entry("Nova").state is EntryState.NEW
    assert reader.feed.next_at == reader.now + timedelta(minutes=30)


def test_a_change_updates_the_item_and_keeps_what_it_said(reader: Reader) -> None:
    reader.entries(entry("Nova", hour=2))
    reader.read()
    reader.entries(entry("Nova", hour=2, more="Popravek."))
    assert reader.read().changed == 1
    (text,) = reader.texts
    assert "Popravek" in text.body_html
    assert reader.entry("Nova").changed_at == reader.now
    with reader.database.read() as session:
        assert len(versions_of(session, text.item_id, "sl")) == 2


def test_what_people_took_over_is_not_overwritten_but_held_beside_it(reader: Reader) -> None:
    reader.entries(entry("Nova", hour=2))
    reader.read()
    item_id = reader.texts[0].item_id
    with reader.database.read() as session:
        version = versions_of(session, item_id, "sl")[0]
    ours = item_of_version(version, slug="nova", undated_on=NOON.date())
    with reader.database.write() as session:
        origin = TextOrigin(kind=OriginKind.BROWSER, takes_over=True, actor="user:1")
        save_item(session, ours, now=reader.now, origin=origin)
    assert reader.read() == FeedReport()
    reader.entries(entry("Nova", hour=2, more="Popravek."))
    reader.read()
    with reader.database.read() as session:
        (held,) = held_versions(session, item_id)
        assert session.get_one(NewsItem, item_id).origin is OriginKind.BROWSER
    assert held.origin is OriginKind.FEED
    assert "Popravek" in held.content["text"]["body_html"]
    assert "Popravek" not in reader.texts[0].body_html


@pytest.mark.parametrize(
    "again", [entry("Nova", hour=2, guid="other"), entry("Nova", hour=2).replace("/nova", "/moved")]
)
def test_an_entry_is_recognised_by_guid_or_address_whichever_stays(reader: Reader, again: str) -> None:
    reader.entries(entry("Nova", hour=2))
    reader.read()
    for changed in (again, again.replace("Besedilo", "Novo besedilo"), again):
        reader.entries(changed)
        reader.read()
    assert len(reader.texts) == 1


def test_what_has_no_guid_or_no_address_either_comes_once(reader: Reader) -> None:
    without = re.sub("<guid>.*</guid>", "", entry("Nova", hour=2))
    with_nothing = re.sub("<link>.*</link>", "", without.replace("Nova", "Druga"))
    reader.entries(without, with_nothing)
    assert reader.read().new == 2
    reader.entries(with_nothing, without)
    assert reader.read() == FeedReport()


@on_sqlite
def test_a_wrong_type_and_charset_change_nothing(reader: Reader) -> None:
    reader.entries(entry("Nova", hour=2, more="Čoln."), Content_Type="image/png; charset=iso-8859-5")
    assert reader.read().new == 1
    assert "Čoln." in reader.texts[0].body_html


@on_sqlite
def test_a_feed_from_right_to_left_comes_with_each_sign_in_its_language(reader: Reader) -> None:
    reader.site.has("/feed/", RTL.encode(), XML)
    reader.read()
    arabic, persian = sorted(reader.texts, key=lambda text: text.language)
    assert (arabic.language, arabic.title) == ("ar", "الحصار: اليوم العاشر (600 شخص)")
    assert "لم يصل \u200f<strong>أحد</strong>\u200f، قال Médecins du Monde." in arabic.body_html
    assert (persian.language, persian.body_html) == ("fa", "<p>هیچ‌کس نرسید.</p>")


def test_a_withdrawn_entry_is_shown_and_one_that_is_only_old_is_not(reader: Reader) -> None:
    reader.entries(*(entry(f"N{hour}", hour=hour) for hour in range(8, 1, -1)))
    reader.read()
    reader.entries(*(entry(f"N{hour}", hour=hour) for hour in (9, 8, 6, 5, 4, 3)))
    reader.read()
    assert reader.entry("N7").gone_at == reader.now
    assert reader.entry("N2").gone_at is None
    assert [text.title for text in reader.texts if text.missing_since] == ["N7"]
    reader.entries(*(entry(f"N{hour}", hour=hour) for hour in (9, 8, 7, 6, 5, 4, 3)))
    reader.read()
    assert reader.entry("N7").gone_at is None


def test_pictures_and_pdfs_come_along_and_one_that_cannot_holds_nothing_back(reader: Reader) -> None:
    reader.site.has_files()
    files = "/wp-content/uploads/2024/06"
    html = f'&lt;img src="{files}/coln.png" alt="Čoln"&gt; &lt;a href="{files}/porocilo.pdf"&gt;Poročilo&lt;/a&gt;'
    reader.entries(entry("Cela", hour=3, more=html), entry("Brez", hour=2, more='&lt;img src="/ni.png"&gt;'))
    assert reader.read().new == 2
    with reader.database.read() as session:
        assets = {(asset.role.value, asset.file_name, asset.alt) for asset in session.exec(select(Asset))}
    assert assets == {("image", "coln.png", "Čoln"), ("pdf", "porocilo.pdf", "")}
    problem = reader.entry("Brez").problem
    assert problem is not None
    assert (problem["code"], problem["params"]["asset"]) == ("news-feed-file", "ni.png")


def test_many_new_entries_come_in_several_readings_and_none_is_forgotten(reader: Reader) -> None:
    reader.entries(*(entry(f"N{number}", hour=2) for number in range(25)), ETag="x")
    assert reader.read().new == 20
    assert (reader.feed.next_at, reader.feed.etag) == (reader.now + timedelta(seconds=30), "")
    assert reader.read().new == 5
    assert reader.feed.etag == "x"


@on_sqlite
def test_only_what_is_new_is_asked_for(reader: Reader) -> None:
    reader.entries(entry("Stara"), ETag='"a"', Last_Modified="Sun, 22 Nov 2026 10:00:00 GMT")
    reader.read()
    reader.answers(304)
    assert reader.read() == FeedReport()
    asked = reader.site.site.asked[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"a"', "Sun, 22 Nov 2026 10:00:00 GMT")
    assert "Bilten" in asked["User-Agent"]
    assert (reader.feed.failures, reader.feed.read_well_at) == (0, reader.now)


@on_sqlite
def test_failures_are_lines_and_wait_longer_each_time(reader: Reader) -> None:
    reader.answers(500)
    for minutes in (30, 60, 120):
        reader.read()
        assert reader.feed.next_at == reader.now + timedelta(minutes=minutes)
    assert (reader.problems, reader.feed.failures) == (["news-page-failing"], 3)
    reader.answers(429, Retry_After="7200")
    reader.read()
    assert (reader.problems, reader.feed.next_at) == (["news-feed-busy"], reader.now + timedelta(minutes=240))
    reader.entries(entry("Stara"))
    reader.read()
    assert (reader.problems, reader.feed.failures) == ([], 0)
    reader.answers(410)
    reader.read()
    assert (reader.problems, reader.feed.next_at, reader.feed.ended_at) == (["news-feed-gone"], None, reader.now)


@on_sqlite
def test_a_feed_that_moved_for_good_is_asked_there_and_circles_end(reader: Reader) -> None:
    reader.site.has("/new/", rss(entry("Nova", hour=2)).encode(), XML)
    reader.answers(302, Location="/new/")
    assert reader.read().new == 1
    with reader.database.read() as session:
        assert session.get_one(Source, 1).location == reader.site.url("/feed/")
    reader.answers(301, Location="/new/")
    reader.read()
    with reader.database.read() as session:
        assert session.get_one(Source, 1).location == reader.site.url("/new/")
    reader.intake = replace(
        reader.intake, outbound=reads_this_machine(FakeDns(dict.fromkeys([HOST, f"www.{HOST}"], HERE)))
    )
    there = reader.site.site.url(f"www.{HOST}", "/newest/")
    reader.site.has("/newest/", rss(entry("Nova", hour=2)).encode(), XML)
    reader.site.has("/new/", b"", {"Location": there}, 308)
    reader.read()
    assert reader.feed.host == f"www.{HOST}", "one connection to it, and its pages are its own"
    reader.site.has("/newest/", b"", {"Location": "/newest/"}, 302)
    reader.read()
    assert reader.problems == ["news-page-redirects"]


@on_sqlite
def test_an_entry_that_says_nothing_is_one_line_and_the_others_come(reader: Reader) -> None:
    reader.entries(
        "<title></title>", entry("Nova", hour=2), "<description>Samo besedilo, brez naslova.</description>"
    )
    assert reader.read().new == 2
    assert reader.problems == ["news-feed-entry-empty"]
    assert {text.title for text in reader.texts} == {"Nova", "Samo besedilo, brez naslova."}


@on_sqlite
def test_a_date_from_the_future_or_none_is_of_the_day_on_which_it_came(reader: Reader) -> None:
    future = entry("Jutri").replace("2026", "2031")
    reader.entries(future, entry("Danes", hour=2).replace("pubDate", "noDate"), entry("Tedaj", hour=2))
    reader.read()
    with reader.database.read() as session:
        days = {item.slug: item.published_on for item in session.exec(select(NewsItem))}
    assert days == {"jutri": NOON.date(), "danes": NOON.date(), "tedaj": datetime(2026, 11, 22).date()}  # noqa: DTZ001


@on_sqlite
def test_a_file_does_not_write_into_what_a_website_brought(reader: Reader, tmp_path: Path) -> None:
    reader.entries(entry("Nova", hour=2))
    reader.read()
    file = news_file(tmp_path, "nova.sl.md", "language: sl", body="Drugo besedilo.")
    with pytest.raises(InputRefused) as refused:
        import_file(NewsIntake(reader.database, reader.intake.store), file, now=reader.now)
    assert (refused.value.code, refused.value.params["source"]) == ("news-slug-of-feed", "Kolpa")
    assert reader.texts[0].body_html == "<p>Besedilo Nova.</p>"


def test_one_host_is_asked_by_one_reader_at_a_time(reader: Reader) -> None:
    with reader.database.write() as session:
        session.add(
            Source(name="Second", kind=SourceKind.FEED, location="https://kolpa.example/2", created_at=NOON)
        )
        session.flush()
        row = Feed(
            source_id=2,
            host="kolpa.example",
            kind=NewsKind.PAGE,
            every_minutes=30,
            next_at=NOON,
            read_well_at=NOON,
        )
        session.add(row)
    now = reader.now + HOUR
    with reader.database.write() as session:
        assert due_feeds(session, now=now) == [2]
        assert claim_feed(session, 2, now=now)
    with reader.database.write() as session:
        assert due_feeds(session, now=now) == []
        assert not claim_feed(session, 1, now=now)
        assert claim_feed(session, 1, now=now + LEASE)


def test_a_reading_that_another_has_overtaken_is_dropped(reader: Reader) -> None:
    """Both were prepared from the same state: one of them makes the item."""
    reader.entries(entry("Nova", hour=2))
    is_first = iter([True])

    def overtaken(sample: str, language: str) -> None:
        if next(is_first, False):
            read_feed(reader.intake, 1, now=reader.now)

    reader.intake = FeedIntake(
        reader.database, reader.intake.store, reader.intake.outbound, "UTC", overtaken, "sl"
    )
    assert reader.read() == FeedReport()
    assert len(reader.texts) == 1


def test_whoever_is_killed_while_saving_leaves_nothing_and_nothing_is_forgotten(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of its steps: the next reading, once the lease is over, brings each entry once."""
    reader.entries(entry("Nova", hour=3), entry("Druga", hour=2), ETag="x")
    for step in ("known_items", "save_item", "_add_keys", "_mark_gone"):
        with monkeypatch.context() as killed:
            killed.setattr(save_reading, step, _kill)
            with pytest.raises(KeyboardInterrupt):
                reader.read()
        assert (reader.texts, reader.feed.etag) == ([], "")
    assert reader.read().new == 2
    assert sorted(text.title for text in reader.texts) == ["Druga", "Nova"]


def _kill(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_shared_guids_and_addresses_say_nothing() -> None:
    entries = [ParsedEntry(guid="same", address="https://kolpa.example/", title=title) for title in "abc"]
    matches = match_entries([*entries, entries[0]], {})
    assert [match.entry.title for match in matches] == ["b", "c", "a"]
    assert all(len(match.keys) == 1 for match in matches)


def test_kinds_go_by_words_and_none_needs_what_no_feed_has() -> None:
    rules = [KindRule("Poročilo", NewsKind.PUBLICATION), KindRule("o", NewsKind.PAGE)]
    assert kind_for("Novo POROCILO", (), rules, NewsKind.STATEMENT) is NewsKind.PUBLICATION
    assert kind_for("x", ("Poročila",), rules, NewsKind.STATEMENT) is NewsKind.PAGE
    assert kind_for("x", (), rules, NewsKind.STATEMENT) is NewsKind.STATEMENT
    assert NewsKind.EVENT not in KINDS_OF_FEEDS
    assert NewsKind.STATEMENT in KINDS_OF_FEEDS


def test_waits_are_bounded() -> None:
    assert backoff(30, 50, None) == timedelta(days=1)
    assert backoff(30, 1, timedelta(hours=3)) == timedelta(hours=3)
    assert retry_after("120", now=NOON) == timedelta(minutes=2)
    assert retry_after("9" * 40, now=NOON) == timedelta(days=1)
    assert retry_after("Sun, 22 Nov 1996 10:00:00 GMT", now=NOON) == timedelta(0)
    assert retry_after("soon", now=NOON) is None
