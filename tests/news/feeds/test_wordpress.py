"""A WordPress site by its REST API: each post once, in all its languages, with corrections and withdrawals."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from core.db import Database
from core.errors import InputRefused
from news.feeds import save_reading
from news.feeds.parsed_feed import ParsedFeed
from news.feeds.tables import EntryState, FeedEntry, ReaderKind
from news.feeds.wordpress.parse_posts import parse_posts, site_title
from news.tables import Asset
from tests.databases import on_sqlite
from tests.fakes.far_site import Reply
from tests.fakes.wordpress import FakeWordPress, fake_wordpress
from tests.news.feeds.source_reader import SourceReader, source_reader
from tests.news.making import a_picture


@pytest.fixture
def blog() -> Iterator[FakeWordPress]:
    with fake_wordpress() as opened:
        opened.publish(1, "Stara", at="2026-11-20T10:00:00")
        yield opened


@pytest.fixture
def reader(database: Database, tmp_path: Path) -> SourceReader:
    return source_reader(database, tmp_path)


def test_a_new_post_and_a_new_page_come_once_and_a_change_is_a_change(
    reader: SourceReader, blog: FakeWordPress
) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    assert (reader.items, reader.entry("Stara").state) == ({}, EntryState.BEFORE)
    terms = [[{"name": "Sporo&#269;ila", "taxonomy": "category"}]]
    blog.publish(2, "Obleganje &#8211; deseti dan", at="2026-11-22T10:00:00", _embedded={"wp:term": terms})
    blog.publish(3, "O nas", at="2026-11-22T11:00:00", sort="pages")
    assert reader.read().new == 2
    assert reader.items.keys() == {"obleganje-deseti-dan", "o-nas"}
    text = reader.text("Obleganje – deseti dan")
    assert (text.summary, text.body_html) == (
        "",
        "<p>Besedilo: Obleganje &#8211; deseti dan.</p>".replace("&#8211;", "–"),
    )
    asked = len(blog.site.asked)
    assert (reader.read().new, reader.read().changed) == (0, 0)
    assert len(blog.site.asked) == asked + 8
    blog.edit(2, "Popravljeno.", at="2026-11-23T10:00:00")
    blog.edit(1, "Arhiv se je spremenil.", at="2026-11-23T10:00:00")
    report = reader.read()
    assert (report.new, report.changed) == (0, 1)
    assert "Popravljeno" in reader.text("Obleganje – deseti dan").body_html


def test_what_is_taken_back_is_shown_and_what_comes_back_too(reader: SourceReader, blog: FakeWordPress) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    blog.publish(2, "Nova", at="2026-11-22T10:00:00")
    reader.read()
    taken = blog.posts.pop(2)
    reader.read()
    assert reader.entry("Nova").gone_at == reader.now
    assert reader.text("Nova").missing_since == reader.now
    blog.posts[2] = taken
    reader.read()
    assert reader.entry("Nova").gone_at is None


def test_an_old_post_that_is_only_edited_is_no_news(reader: SourceReader, blog: FakeWordPress) -> None:
    for number in range(10, 130):
        blog.publish(number, f"Arhiv {number}", at=f"2026-10-{number % 28 + 1:02}T10:00:00")
    blog.publish(5, "Zelo stara", at="2020-11-20T10:00:00")
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    blog.edit(5, "Popravljeno.", at="2026-11-23T10:00:00")
    assert reader.read().new == 0
    assert (reader.items, reader.entry("Zelo stara").state) == ({}, EntryState.BEFORE)


def test_many_posts_come_in_several_readings_and_none_is_forgotten(
    reader: SourceReader, blog: FakeWordPress
) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    for number in range(2, 49):
        blog.publish(number, f"Nova {number}", at="2026-11-22T10:00:00")
    assert [reader.read().new for _ in range(4)] == [20, 20, 7, 0]


@pytest.mark.parametrize("first", ["sl", "en"])
def test_polylang_translations_are_one_item_whichever_comes_first(
    reader: SourceReader, blog: FakeWordPress, first: str
) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    pair = {"sl": 2, "en": 3}
    posts = {"sl": (2, "Obleganje"), "en": (3, "The siege")}
    for language in sorted(posts, key=first.__ne__):
        number, title = posts[language]
        hour = 11 if language == first else 12
        blog.publish(number, title, at=f"2026-11-22T{hour}:00:00", lang=language, translations=pair)
        assert reader.read().new == 1
    ((slug, titles),) = reader.items.items()
    assert titles == {"sl": "Obleganje", "en": "The siege"}
    assert slug == ("obleganje" if first == "sl" else "the-siege")
    blog.edit(3, "Corrected.", at="2026-11-23T10:00:00")
    assert reader.read().changed == 1
    assert "Corrected" in reader.text("The siege").body_html
    assert "Corrected" not in reader.text("Obleganje").body_html
    del blog.posts[3]
    reader.read()
    assert reader.text("The siege").missing_since
    assert not reader.text("Obleganje").missing_since


def test_both_languages_in_one_reading_are_one_item(reader: SourceReader, blog: FakeWordPress) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    for number, language in ((2, "sl"), (3, "en"), (4, "de")):
        pair = {"sl": 2, "en": 3, "de": 4}
        blog.publish(number, f"Novica {language}", at="2026-11-22T10:00:00", lang=language, translations=pair)
    assert reader.read().new == 3
    (titles,) = reader.items.values()
    assert titles.keys() == {"sl", "en", "de"}


@on_sqlite
def test_wpml_lists_one_language_and_the_others_are_asked_for(reader: SourceReader, blog: FakeWordPress) -> None:
    blog.default_language = "sl"

    def both(number: int, title: str, at: str) -> None:
        for own, other, language in ((number, number + 1, "sl_SI"), (number + 1, number, "en_US")):
            row = {"locale": "en_US" if language == "sl_SI" else "sl_SI", "id": other, "href": blog.url("/x")}
            named = title if language == "sl_SI" else f"{title} in English"
            blog.publish(own, named, at=at, wpml_current_locale=language, wpml_translations=[row])

    both(2, "Prej", "2026-11-21T10:00:00")
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    assert reader.entry("Prej in English").state is EntryState.BEFORE
    both(4, "Nova", "2026-11-22T10:00:00")
    assert reader.read().new == 2
    assert list(reader.items.values()) == [{"sl": "Nova", "en": "Nova in English"}]


@on_sqlite
def test_without_a_plug_ins_fields_the_pages_hreflang_joins_them(
    reader: SourceReader, blog: FakeWordPress
) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS, language="")
    links = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{blog.url(path)}?utm_source=x">'
        for code, path in (("sl-SI", "/nova/"), ("en", "/new/"), ("x-default", "/"))
    )
    page = f"<html><head>{links}</head><body>Nova</body></html>".encode()
    blog.pages |= {"/nova/": page, "/new/": page, "/robots.txt": b"User-agent: *\nAllow: /"}
    blog.publish(2, "Nova", at="2026-11-22T10:00:00")
    reader.read()
    blog.publish(3, "New", at="2026-11-22T10:01:00", wpml_current_locale="en_US")
    reader.read()
    assert list(reader.items.values()) == [{"sl": "Nova", "en": "New"}]
    blog.pages["/robots.txt"] = b"User-agent: *\nDisallow: /"
    blog.publish(4, "Tretja", at="2026-11-22T10:02:00")
    reader.read()
    assert "GET /tretja/" not in blog.site.paths
    assert len(reader.items) == 2


@on_sqlite
def test_the_featured_picture_comes_with_its_alternative_text(reader: SourceReader, blog: FakeWordPress) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    media = {"source_url": "/wp-content/uploads/coln.png", "alt_text": "Čoln na reki", "mime_type": "image/png"}
    blog.pages["/wp-content/uploads/coln.png"] = a_picture()
    blog.publish(2, "Nova", at="2026-11-22T10:00:00", _embedded={"wp:featuredmedia": [media]})
    reader.read()
    with reader.database.read() as session:
        (picture,) = session.exec(select(Asset))
    assert (picture.file_name, picture.alt) == ("coln.png", "Čoln na reki")


@on_sqlite
def test_a_closed_an_old_and_a_strange_api_say_so_and_what_was_there_is_still_no_news(
    reader: SourceReader, blog: FakeWordPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.is_closed = True
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    assert reader.problems == ["news-page-sign-in"]
    blog.is_closed = False
    reader.read()
    assert (reader.items, reader.entry("Stara").state) == ({}, EntryState.BEFORE)
    blog.is_old = True
    blog.publish(9, "Zelo stara", at="2020-11-20T10:00:00")
    blog.publish(2, "Nova", at="2026-11-22T10:00:00")
    reader.read()
    assert reader.problems == ["news-wordpress-old"]
    blog.is_old = False
    monkeypatch.setattr(blog, "_listed", lambda *_: Reply(200, {}, b"<html>"))
    reader.read()
    assert (reader.problems, reader.feed().failures) == (["news-wordpress-none-there"], 2)


def test_whoever_is_killed_between_two_languages_leaves_nothing_and_both_come(
    reader: SourceReader, blog: FakeWordPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.connect(blog.url(), ReaderKind.WORDPRESS)
    for number, language in ((2, "sl"), (3, "en")):
        blog.publish(
            number, f"Nova {language}", at="2026-11-22T10:00:00", lang=language, translations={"sl": 2, "en": 3}
        )
    for step in ("known_items", "save_item", "_add_keys", "_mark_gone"):
        calls = iter(range(9))
        original = getattr(save_reading, step)

        def killed(
            *args: object, _step: object = original, _calls: Iterator[int] = calls, **kwargs: object
        ) -> object:
            if next(_calls) == 1 or _step is save_reading._mark_gone:
                raise KeyboardInterrupt
            return _step(*args, **kwargs)  # type: ignore[operator]  # whichever step it is

        with monkeypatch.context() as patched:
            patched.setattr(save_reading, step, killed)
            with pytest.raises(KeyboardInterrupt):
                reader.read()
        assert reader.items == {}
    assert reader.read().new == 2
    assert len(reader.items) == 1
    with reader.database.read() as session:
        assert len(session.exec(select(FeedEntry)).all()) == 3


NAMES = st.sampled_from(
    [
        *("id", "title", "rendered", "content", "excerpt", "link", "name", "date_gmt", "source_url"),
        *("_embedded", "wp:term", "wp:featuredmedia", "translations", "wpml_translations", "locale"),
    ]
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


@given(JUNK)
def test_whatever_an_api_answers_it_is_posts_or_refused(junk: object) -> None:
    for data in (json.dumps(junk).encode(), json.dumps([{"id": 1, "title": junk, "_embedded": junk}]).encode()):
        with suppress(InputRefused):
            assert isinstance(parse_posts(data, address="https://kolpa.example/wp-json/"), ParsedFeed)
        with suppress(InputRefused):
            assert isinstance(site_title(data), str)
