"""Websites that news comes from: found, previewed, connected, read; and the inbox of what has come from them."""

import re
from collections.abc import Iterator

import httpx
import pytest
from sqlmodel import col, select

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.feeds.feed_intake import feed_intake
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.external.probes import Probes
from campaigns.services import build_services
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from campaigns.tables import Campaign, CampaignKind
from core.db import Database
from core.settings import Settings
from news.feeds.tables import EntryState, Feed, FeedEntry, ReaderKind
from news.tables import NewsItem, NewsText, OriginKind, Source
from scheduler.attention_mail import email_attention
from scheduler.build import build_job_context
from scheduler.jobs import read_websites
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.wordpress import fake_wordpress
from tests.news.feeds.shapes import ATOM, rss
from tests.web.browser import browser
from tests.web.foreign_site import ForeignSite, foreign_site, reads_this_machine
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import world
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

__all__ = ["world"]

pytestmark = on_sqlite

XML = {"Content-Type": "application/rss+xml"}
PAGE = b'<html><link rel="alternate" type="application/rss+xml" title="Novice" href="/novice.xml"></html>'


def entry(title: str, hour: int, more: str = "") -> str:
    return (
        f"<title>{title}</title><link>/{title.lower()}</link>"
        f"<pubDate>Sun, 22 Nov 2026 {hour:02}:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;Besedilo novice {title}. {more}&lt;/p&gt;</description>"
    )


@pytest.fixture
def site() -> Iterator[ForeignSite]:
    with foreign_site() as opened:
        opened.has("/", PAGE)
        publishes(opened, entry("Stara", 1))
        yield opened


def publishes(site: ForeignSite, *entries: str) -> None:
    site.has("/novice.xml", rss("</item><item>".join(entries)).encode(), XML)


@pytest.fixture
def boris(settings: Settings, database: Database, clock: StoppedClock, world: World) -> Iterator[httpx.Client]:
    probes = Probes(None, None, None, reads_this_machine())
    with browser(create_app(build_services(settings, database, clock), probes=probes)) as client:
        sign_in(client, "boris@example.org")
        yield client


def post(client: httpx.Client, to: str, **fields: str) -> httpx.Response:
    return client.post(to, data=fields | {"form_token": form_token_on(client.get("/sources"))})


def connect(client: httpx.Client, site: ForeignSite, **fields: str) -> httpx.Response:
    wanted = {"name": "Kolpa", "kind": "statement", "every": "30", "language": "sl"} | fields
    return post(client, "/new-source", address=site.url("/novice.xml"), **wanted)


def polled(settings: Settings, database: Database, clock: StoppedClock) -> None:
    context = build_job_context(build_services(settings, database, clock))
    object.__setattr__(context, "feeds", reads_this_machine())
    read_websites(context)


def test_a_website_is_found_previewed_and_saved_only_when_it_is_connected(
    boris: httpx.Client, site: ForeignSite, database: Database
) -> None:
    before = everything_in(database)
    shown = post(boris, "/new-source/preview", address=site.url("/"))
    assert shown.status_code == 200
    assert site.url("/novice.xml") in shown.text
    assert "Stara" in shown.text
    assert everything_in(database) == before
    as_pages = {"name": "K", "kind": "page", "word1": "STARA", "word_kind1": "publication", "every": "60"}
    assert "Publication" in post(boris, "/new-source/preview", address=site.url("/"), **as_pages).text
    answer = connect(boris, site)
    assert answer.headers["location"] == "/sources/1?done=connected"
    assert "Stara" in boris.get("/sources/1").text
    assert "Nothing is waiting" in boris.get("/inbox").text
    again = connect(boris, site, name="Other")
    assert (again.status_code, 'value="Other"' in again.text) == (409, True)


def test_how_a_website_is_followed_is_said_on_its_page_and_in_the_list(
    boris: httpx.Client, site: ForeignSite
) -> None:
    hub = '<atom:link rel="hub" href="https://hub.example/"/><item>'
    site.has("/novice.xml", rss(entry("Stara", 1)).replace("<item>", hub).encode(), XML)
    connect(boris, site)
    for page in (boris.get("/sources").text, boris.get("/sources/1").text):
        assert "Read every 30 minutes." in page
        assert "(hub.example) that could tell of news at once" in page, "no hub could come to this installation"


def test_a_wordpress_is_found_before_its_feed_and_read_by_its_api(
    boris: httpx.Client, settings: Settings, database: Database, clock: StoppedClock
) -> None:
    with fake_wordpress() as blog:
        blog.publish(1, "Stara", at="2026-11-20T10:00:00")
        head = f'<link rel="https://api.w.org/" href="{blog.url()}">{PAGE.decode()}'
        blog.pages["/"] = f"<html><head>{head}</head></html>".encode()
        shown = post(boris, "/new-source/preview", address=blog.url("/")).text
        assert all(part in shown for part in ("This is a WordPress website", "Stara", blog.url("/novice.xml")))
        wanted = {"name": "Kolpa", "kind": "statement", "every": "30", "language": "", "reader": "wordpress"}
        again = post(boris, "/new-source/preview", address=blog.url(), **wanted)
        assert "This is a WordPress website" in again.text
        assert post(boris, "/new-source", address=blog.url(), **wanted).status_code == 303
        for number, language in ((2, "sl"), (3, "en")):
            pair = {"sl": 2, "en": 3}
            blog.publish(number, f"Nova {language}", at="2026-11-22T10:00:00", lang=language, translations=pair)
        clock.advance(minutes=31)
        polled(settings, database, clock)
    with database.read() as session:
        assert session.get_one(Feed, 1).reader is ReaderKind.WORDPRESS
        assert len(session.exec(select(NewsItem).where(NewsItem.origin == OriginKind.FEED)).all()) == 1
    assert "Nova" in boris.get("/inbox").text


def test_two_items_become_one_by_hand_and_two_again(
    boris: httpx.Client, site: ForeignSite, settings: Settings, database: Database, clock: StoppedClock
) -> None:
    def spoken(title: str, language: str, text: str = "Text") -> str:
        rest = f"<description>{text} {title}</description><dc:language>{language}</dc:language>"
        return f"<title>{title}</title><link>/{title}</link>{rest}"

    connect(boris, site, language="")
    publishes(site, spoken("nova", "sl"), spoken("new", "en"), spoken("tretja", "sl"))
    clock.advance(minutes=31)
    polled(settings, database, clock)
    with database.read() as session:
        rows = session.exec(select(FeedEntry).where(FeedEntry.state == EntryState.NEW)).all()
        numbers = {row.title: row.item_id for row in rows}
    nova, new = numbers["nova"], numbers["new"]
    page = boris.get(f"/news/{nova}").text
    assert f'<option value="{new}">new</option>' in page
    assert f'<option value="{numbers["tretja"]}">' not in page
    assert post(boris, f"/news/{nova}/join", other=str(numbers["tretja"])).status_code == 409
    assert post(boris, f"/news/{nova}/join", other=str(new)).headers["location"] == f"/news/{nova}?done=joined"
    assert boris.get(f"/news/{new}").status_code == 404
    inbox = boris.get("/inbox").text
    assert (inbox.count(f'<h2><a href="/news/{nova}"'), "Languages: English, Slovenian" in inbox) == (1, True)
    assert "Inbox (2)" in boris.get("/sources").text
    own = post(boris, f"/news/{nova}/separate", language="en").headers["location"]
    assert own.endswith("?done=separated")
    assert post(boris, f"/news/{nova}/separate", language="sl").status_code == 409
    publishes(site, spoken("new", "en", "Corrected"), spoken("nova", "sl"))
    clock.advance(minutes=31)
    polled(settings, database, clock)
    with database.read() as session:
        texts = {text.title: text for text in session.exec(select(NewsText))}
    assert f"/news/{texts['new'].item_id}?done=separated" == own
    assert "Corrected" in texts["new"].body_html
    assert post(boris, f"/news/{texts['new'].item_id}/statement").status_code == 303
    assert post(boris, f"/news/{nova}/join", other=str(texts["new"].item_id)).status_code == 409


def test_a_website_without_a_feed_shows_what_its_list_would_bring(boris: httpx.Client, site: ForeignSite) -> None:
    site.has("/novice", b"<ul><li><a href=/a>Prva dolga novica</a><li><a href=/b>Druga dolga novica</a></ul>")
    for path in ("/a", "/b"):
        site.has(path, b"<article><h1>Naslov</h1><p>" + b"Ob reki Kolpi so pripravili topel obrok. " * 9 + b"</p>")
    shown = post(boris, "/new-source/preview", address=site.url("/novice")).text
    assert "This website has no feed" in shown
    assert "topel obrok" in shown


def test_the_usual_places_are_tried_and_a_site_without_a_feed_is_told_so(
    boris: httpx.Client, site: ForeignSite
) -> None:
    site.has("/", b"<html><title>Plain</title></html>")
    refused = post(boris, "/new-source/preview", address=site.url("/"))
    assert (refused.status_code, "Nothing was found" in refused.text) == (422, True)
    site.has("/atom.xml", ATOM.encode(), XML)
    assert "Atom" in post(boris, "/new-source/preview", address=site.url("/")).text
    for address in ("http://10.0.0.1/", "ftp://kolpa.example/", "file:///etc/passwd", "x" * 3_000, "http://[", ""):
        assert post(boris, "/new-source/preview", address=address).status_code == 422


def test_what_comes_is_read_by_itself_and_becomes_a_statement_a_part_of_a_bulletin_or_nothing(
    boris: httpx.Client, site: ForeignSite, world: World, database: Database, clock: StoppedClock
) -> None:
    settings = world.settings
    connect(boris, site)
    publishes(site, entry("Nova", 4), entry("Druga", 3), entry("Tretja", 2), entry("Stara", 1))
    polled(settings, database, clock)
    assert "Nova" not in boris.get("/inbox").text
    clock.advance(minutes=31)
    polled(settings, database, clock)
    inbox = boris.get("/inbox").text
    assert all(title in inbox for title in ("Nova", "Druga", "Tretja"))
    assert "Stara" not in inbox
    with database.read() as session:
        rows = session.exec(select(FeedEntry).where(FeedEntry.state == EntryState.NEW)).all()
        entries = {row.title: row for row in rows}
    assert post(boris, f"/news/{entries['Nova'].item_id}/statement").status_code == 303
    assert "Nova" not in boris.get("/inbox").text
    assert post(boris, f"/inbox/{entries['Druga'].id}/skip").headers["location"] == "/inbox?done=skipped"
    assert "Druga" not in boris.get("/inbox").text
    assert "Druga" in boris.get("/inbox?show=skipped").text
    post(boris, f"/inbox/{entries['Druga'].id}/bring-back")
    assert "Druga" in boris.get("/inbox").text
    refused = post(boris, f"/news/{entries['Tretja'].item_id}/add", campaign="999")
    assert (refused.status_code, "Tretja" in refused.text) == (404, True)
    bulletin = DraftRequest(CampaignKind.BULLETIN, "December", [], "bulletin", "main", "sl")
    with database.write() as session:
        campaign_id = draft_campaign(session, bulletin, actor=world.ana, now=clock.now()).id
    assert "December" in boris.get("/inbox").text
    added = post(boris, f"/news/{entries['Tretja'].item_id}/add", campaign=str(campaign_id))
    assert added.headers["location"].startswith(f"/campaigns/{campaign_id}/compose?done=block-added")
    assert "Tretja" not in boris.get("/inbox").text
    publishes(site, entry("Nova", 4, "Popravek."), entry("Druga", 3))
    clock.advance(minutes=31)
    polled(settings, database, clock)
    assert "See what changed" in boris.get("/inbox").text
    with database.read() as session:
        assert session.exec(select(Campaign).order_by(col(Campaign.id).desc())).first() is not None
        assert session.get_one(NewsItem, entries["Nova"].item_id).source_id == 1


def test_three_intervals_unread_are_shown_and_told_of_once(
    boris: httpx.Client,
    site: ForeignSite,
    world: World,
    database: Database,
    clock: StoppedClock,
) -> None:
    world.configure(staff_sender="main")
    connect(boris, site)
    site.has("/novice.xml", b"", XML, 500)
    for _ in range(4):
        clock.advance(minutes=31)
        polled(world.settings, database, clock)
        assert boris.get("/sources").status_code == 200, "else he would be signed out after two hours"
    (line,) = re.findall('<p class="notice wrong">(.*)</p>', boris.get("/sources").text)
    assert "does not reach you" in line
    with database.read() as session:
        (need,) = [
            each for each in needs_attention(session, now=clock.now()) if each.code == "campaigns-need-feed"
        ]
    assert (need.params["name"], need.stops_mail) == ("Kolpa", False)
    for _ in range(4):
        email_attention(world.context)
        clock.advance(minutes=6)
    with database.read() as session:
        mails = session.exec(select(StaffMail).where(StaffMail.purpose == StaffMailPurpose.ATTENTION)).all()
    assert len(mails) == len({mail.user_id for mail in mails}) > 0
    assert all("Kolpa" in mail.text for mail in mails)
    publishes(site, entry("Nova", 4))
    assert post(boris, "/sources/1/read").status_code == 303
    assert "Nova" in boris.get("/inbox").text
    with database.read() as session:
        assert not [
            each for each in needs_attention(session, now=clock.now()) if each.code == "campaigns-need-feed"
        ]


def test_settings_are_changed_a_source_is_stopped_and_connected_again_without_a_backlog(
    boris: httpx.Client, site: ForeignSite, database: Database
) -> None:
    connect(boris, site)
    changed = {
        "name": "Kolpa 2",
        "kind": "page",
        "every": "60",
        "language": "en",
        "word1": "x",
        "word_kind1": "page",
    }
    assert post(boris, "/sources/1/settings", **changed).status_code == 303
    assert post(boris, "/sources/1/settings", **changed | {"kind": "event"}).status_code == 422
    refused = post(boris, "/sources/1/settings", **changed | {"every": "1"})
    assert (refused.status_code, 'value="Kolpa 2"' in refused.text) == (422, True)
    assert post(boris, "/sources/1/settings", **changed | {"name": " "}).status_code == 422
    with database.read() as session:
        feed = session.get_one(Feed, 1)
    assert (feed.kind, feed.every_minutes, feed.language) == ("page", 60, "en")
    assert post(boris, "/sources/1/stop").headers["location"] == "/sources?done=stopped"
    assert boris.get("/sources/1").status_code == 404
    publishes(site, entry("Vmes", 3), entry("Stara", 1))
    assert connect(boris, site).status_code == 303
    with database.read() as session:
        assert [source.name for source in session.exec(select(Source))] == ["Kolpa"]
        assert {row.title: row.state for row in session.exec(select(FeedEntry))} == {
            "Stara": EntryState.BEFORE,
            "Vmes": EntryState.BEFORE,
        }


def test_who_only_writes_cannot_connect_and_nothing_of_a_site_is_html_here(
    boris: httpx.Client, site: ForeignSite, settings: Settings, database: Database, clock: StoppedClock
) -> None:
    script = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
    publishes(
        site,
        entry("Stara", 1),
        f"<title><![CDATA[<b onclick='x'>Zla</b> &lt;i>]]></title><description>{script}Ja</description>",
    )
    shown = post(boris, "/new-source/preview", address=site.url("/"))
    assert "alert(1)" not in shown.text
    assert "onclick" not in shown.text
    with browser(create_app(build_services(settings, database, clock))) as ana:
        sign_in(ana, "ana@example.org")
        assert ana.get("/new-source").status_code == 403
        assert "/new-source" not in ana.get("/sources").text
        for to in ("/new-source", "/new-source/preview"):
            assert post(ana, to, address=site.url("/")).status_code == 403
    assert feed_intake(build_services(settings, database, clock), None).outbound is None
