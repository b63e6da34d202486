"""What `make screenshots` photographs of a website that news comes from, one on this machine: found, connected,
read, and then broken; and the inbox of what has come from it.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import col, select, update

from campaigns.feeds.connect_feed import FeedRequest, connect_feed, read_now
from campaigns.feeds.feed_inbox import skip_entry
from campaigns.feeds.feed_intake import feed_intake
from campaigns.review.external.probes import Probes
from cli.demo.environment import Environment
from core.clock import SystemClock
from docs.page_states import ShownPage, open_details, send_as_it_is
from kinds.registry import NewsKind
from news.feeds.tables import EntryState, Feed, FeedEntry
from staff.principal import Principal
from tests.news.feeds.shapes import rss
from tests.web.foreign_site import ForeignSite, foreign_site, reads_this_machine

_PREVIEW = "form[action='/new-source/preview'] button"
XML = {"Content-Type": "application/rss+xml"}
PAGE = b'<html><link rel="alternate" type="application/rss+xml" title="Novice" href="/novice.xml"></html>'
BEFORE = (("Delavnica pravnega svetovanja v novembru", 1),)
SINCE = (
    ("Ob obletnici brodoloma: preiskave še vedno ni", 4),
    ("Poročilo: dolgotrajni postopki in njihove posledice za otroke in družine na poti", 3),
    ("Javna razprava o novem zakonu", 2),
)


def probes_of_this_machine() -> Probes:
    """What the photographed program looks out with: nothing but the website here."""
    return Probes(None, None, None, reads_this_machine())


def website_pages(environment: Environment, actor: Principal) -> Iterator[ShownPage]:
    intake = feed_intake(environment.job_context.services, reads_this_machine())
    with foreign_site() as site:
        site.has("/", PAGE)
        _publish(site, BEFORE)
        yield ShownPage("new-source-refused", "/new-source", send_as_it_is(_PREVIEW, address="http://10.0.0.1/"))
        yield ShownPage("new-source-preview", "/new-source", send_as_it_is(_PREVIEW, address=site.url("/")))
        now = SystemClock().now()
        request = FeedRequest("Kolpa", NewsKind.STATEMENT, "sl", every_minutes=30)
        number, _ = connect_feed(intake, site.url("/novice.xml"), request, actor=actor, now=now)
        yield ShownPage("source-connected", f"/sources/{number}?done=connected")
        _publish(site, SINCE + BEFORE)
        read_now(intake, number, actor=actor, now=SystemClock().now())
        with environment.database.write() as session:
            came = select(FeedEntry.id).where(FeedEntry.state == EntryState.NEW).order_by(col(FeedEntry.id))
            skip_entry(session, session.exec(came).first() or 0, actor=actor, now=now)
        yield ShownPage("source-read", f"/sources/{number}?done=read", open_details)
        yield ShownPage("inbox-new", "/inbox")
        yield ShownPage("inbox-skipped", "/inbox?show=skipped")
        yield ShownPage("sources-well", "/sources")
        _leave_unread(environment, number)
        yield ShownPage("sources-unread", "/sources")
        yield ShownPage("source-unread", f"/sources/{number}")
        yield ShownPage("today-unread", "/campaigns")


def _publish(site: ForeignSite, entries: tuple[tuple[str, int], ...]) -> None:
    written = (
        f"<title>{title}</title><link>/novica-{hour}</link>"
        f"<pubDate>Sun, 22 Nov 2026 {hour:02}:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{title}. Organizacije zahtevajo, da država objavi, kar ve.&lt;/p&gt;</description>"
        for title, hour in entries
    )
    site.has("/novice.xml", rss("</item><item>".join(written)).encode(), XML)


def _leave_unread(environment: Environment, source_id: int) -> None:
    """As if its site had been down for two days."""
    two_days_ago = SystemClock().now() - timedelta(days=2)
    with environment.database.write() as session:
        broken = {
            "read_well_at": two_days_ago,
            "failures": 40,
            "next_at": SystemClock().now() + timedelta(hours=6),
        }
        session.exec(update(Feed).where(col(Feed.source_id) == source_id).values(**broken))
