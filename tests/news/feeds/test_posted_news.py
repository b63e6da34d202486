"""A publication as a plug-in posts it: what it says is taken, and whatever else it is is refused."""

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from news.feeds.parsed_feed import Enclosure, ParsedEntry
from news.feeds.webhook.posted_news import posted_entry, read_posted


def test_each_field_is_taken_and_relative_addresses_are_of_its_page() -> None:
    posted = {
        "id": " 481 ",
        "title": " Obleganje,\n deseti dan",
        "summary": "Prvi.\n\nDrugi <b>.",
        "html": "<p>x</p>",
        "language": "sl-SI",
        "url": "https://kolpa.example/novica?utm_source=x",
        "published": "2026-11-22T10:00:00+01:00",
        "image": {"url": "/coln.jpg", "alt": "Čoln"},
        "pdf": "porocilo.pdf",
        "categories": ["Izjave"],
        "translations": ["482"],
        "unknown": {"is": "ignored"},
    }
    assert posted_entry(read_posted(json.dumps(posted))) == ParsedEntry(
        guid="481",
        address="https://kolpa.example/novica",
        title="Obleganje, deseti dan",
        summary_html="<p>Prvi.</p><p>Drugi &lt;b&gt;.</p>",
        content_html="<p>x</p>",
        base="https://kolpa.example/novica",
        published=datetime(2026, 11, 22, 9, tzinfo=UTC),
        language="sl",
        categories=("Izjave",),
        pictures=(Enclosure("https://kolpa.example/coln.jpg", "image/*", "Čoln"),),
        pdfs=(Enclosure("https://kolpa.example/porocilo.pdf", "application/pdf"),),
        translations=("482",),
    )


FIELDS = [
    "id",
    "title",
    "html",
    "language",
    "image",
    "url",
    "pdf",
    "published",
    "translations",
    "categories",
    "deleted",
    "alt",
]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=9,
)


def test_characters_that_no_database_takes_are_left_out() -> None:
    entry = posted_entry(
        read_posted(json.dumps({"id": "4\x00", "title": "Oble\x00ganje", "html": "<p>\x01x</p>"}))
    )
    assert (entry.guid, entry.title, entry.content_html) == ("4", "Obleganje", "<p>x</p>")


@given(JUNK)
def test_whatever_is_sent_is_an_entry_or_refused(body: object) -> None:
    try:
        item = read_posted(json.dumps(body))
    except InputRefused:
        return
    assert isinstance(posted_entry(item), ParsedEntry)
