"""Stored cross-site scripting: hostile text through every field of the news form, wherever it is shown."""

import json
from collections.abc import Iterator

import feedparser
import httpx
import pytest

from kinds.details import ValueType
from kinds.registry import NewsKind
from news.news_form import PLAIN
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.web.newsroom import draft_with, fields_on, item_number, post_form
from tests.web.test_brand_page import a_picture
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_publications import publish

__all__ = ["staff", "world"]

HOSTILE = """'"><script>alert(7)</script><img src=x onerror=alert(7)>{{ 7*7 }}[[unsubscribe_url]"""
"""Whole, a merge field in news is refused by the check, and nothing would be mailed."""
TRACES = ("<script>alert", "<img src=x", "onerror=alert(7)>", '"><script')
FILES = ("image", "logo", "funder_logo")
VALUES = {
    ValueType.DAY: "2026-12-05",
    ValueType.MOMENT: "2026-12-05",
    ValueType.NUMBER: "5",
    ValueType.WEB_ADDRESS: "https://example.org/?a=%22%3Cscript%3E&b='onerror=alert(7)",
    ValueType.SLUG: "shipwreck",
}


def hostile_fields(kind: NewsKind) -> dict[str, str]:
    plain = {f"en-{name}": HOSTILE for name in PLAIN}
    details = {
        (name if key.is_same_in_all_languages else f"en-{name}"): VALUES.get(key.type, HOSTILE[: key.longest])
        for name, key in kind.definition.details.keys().items()
    }
    if kind is NewsKind.EVENT:
        details["ends"] = "2026-12-06"
    return {
        **{name: text[:80] if name == "en-topic" else text for name, text in plain.items()},
        **details,
        **{f"en-{role}_alt": HOSTILE for role in FILES},
        "en-image_caption": HOSTILE,
        "en-url": VALUES[ValueType.WEB_ADDRESS],
        "en-quote_language": "fr",
        "en-body": f"<p>{HOSTILE}</p><svg onload=alert(7)></svg>",
        "en-body_format": "html",
    }


KINDS_WITH_DETAILS = [kind for kind in NewsKind if kind.definition.details.keys()]


@on_sqlite
@pytest.mark.parametrize("kind", [*KINDS_WITH_DETAILS, NewsKind.PUBLICATION])
def test_hostile_text_is_text_wherever_it_is_shown(world: World, staff: SignInAs, kind: NewsKind) -> None:
    client = staff("ana")
    files = {f"en-{role}": (f"{HOSTILE[:40]}.png", a_picture()) for role in FILES}
    files["en-pdf"] = (f"{HOSTILE[:40]}.pdf", a_written_pdf(HOSTILE))
    form = f"/news/new/{kind}"
    fields = fields_on(client.get(form)) | hostile_fields(kind)
    refused = post_form(client, form, fields | {"en-title": ""}, files)
    assert refused.status_code == 422
    item_id = item_number(post_form(client, form, fields, files))
    page = f"/news/{item_id}"
    later = fields_on(client.get(f"{page}/edit")) | {"en-summary": f"Changed {HOSTILE}"}
    stale = dict(later) | {"en-summary": "Other"}
    assert post_form(client, f"{page}/edit", later).status_code == 303
    conflict = post_form(client, f"{page}/edit", stale)
    assert conflict.status_code == 409
    draft = draft_with(client, str(item_id), design=NewsKind(kind).definition.design)
    campaign = draft.headers["location"].partition("?")[0].removesuffix("/compose")
    shown = [refused, conflict, *_pages_of_staff(client, page, campaign)]
    number = int(campaign.rpartition("/")[2])
    world.submit(number)
    world.approve(number)
    world.send_now(number)
    world.clock.advance(seconds=60)
    world.run()
    publish(world, number)
    in_calendar = client.get("/campaigns")
    assert in_calendar.text.count(f'href="{campaign}"') > 2
    shown.append(in_calendar)
    shown += _pages_of_readers(world, client, number)
    for answer in shown:
        assert answer.status_code in (200, 409, 422), answer.url
        for trace in TRACES:
            assert trace not in answer.text, (answer.url, trace)
        assert "49" not in answer.text.partition("alert(7)")[2][:80], "no template runs"
    _feeds_are_text(client)


def _pages_of_staff(client: httpx.Client, page: str, campaign: str) -> Iterator[httpx.Response]:
    paths = ("/news", "/news?q=script", page, f"{page}?part=text", f"{page}/edit", f"{page}/versions?language=en")
    item_id = page.rpartition("/")[2]
    new = [f"/campaigns/new/bulletin{path}?items={item_id}" for path in ("", "/readers")]
    for path in (*paths, f"{page}/preview/en", "/campaigns", "/campaigns/new", *new, campaign):
        yield client.get(path)
    yield client.get(f"{campaign}/preview/en")


def _pages_of_readers(world: World, client: httpx.Client, campaign_id: int) -> Iterator[httpx.Response]:
    public_id = world.campaign(campaign_id).public_id
    for path in (f"/w/{public_id}/en", "/archive", "/archive/en", f"/campaigns/{campaign_id}"):
        yield client.get(path)


def _feeds_are_text(client: httpx.Client) -> None:
    feed = feedparser.parse(client.get("/archive/en/rss.xml").text, sanitize_html=False)
    entries = json.loads(client.get("/archive/en/feed.json").text)["items"]
    assert len(feed.entries) == len(entries) == 1
    # RSS parts what would be a tag for a reader that decodes twice (web/public/feeds.py).
    assert entries[0]["title"] == feed.entries[0].title.replace("\u2060", "")


@on_sqlite
def test_a_refused_line_shows_what_was_typed_as_text(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    fields = fields_on(client.get("/news/new/page")) | {"en-title": "T", "en-body": HOSTILE}
    page = post_form(client, "/news/new/page", fields)
    assert page.status_code == 422
    assert not any(trace in page.text for trace in TRACES)
