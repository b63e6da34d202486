"""A website without a feed: new pages of its sitemap or of a page that lists them, read as robots.txt allows."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from news.decoding import decode_process
from news.feeds.parsed_feed import FeedFormat, ParsedFeed
from news.feeds.robots import ask_robots
from news.feeds.site_pages.parse_listing import parse_listing
from news.feeds.tables import EntryState, ReaderKind
from tests.databases import on_sqlite
from tests.news.feeds.source_reader import SourceReader, source_reader
from tests.web.foreign_site import ForeignSite, foreign_site, reads_this_machine

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
WORDS = "V vasi ob reki Kolpi so domačini in prostovoljke pripravili topel obrok za ljudi, ki so čakali na meji. "


def article(
    title: str, *, day: str = "2026-11-22", text: str = WORDS, language: str = "sl", links: str = ""
) -> bytes:
    return (
        f'<html lang="{language}"><head><title>{title}</title>{links}'
        f'<meta property="article:published_time" content="{day}T08:00:00+01:00"></head>'
        f"<body><nav><a href='/'>Domov</a></nav><article><h1>{title}</h1><p>{text * 3}</p></article></body>"
    ).encode()


@pytest.fixture
def site() -> Iterator[ForeignSite]:
    with foreign_site() as opened:
        yield opened


@pytest.fixture
def reader(database: Database, tmp_path: Path) -> SourceReader:
    return source_reader(database, tmp_path)


def has_sitemap(site: ForeignSite, *paths: str, place: str = "/sitemap.xml", more: str = "") -> str:
    rows = "".join(f"<url><loc>http://kolpa.example{path}</loc>{more}</url>" for path in paths)
    return site.has(place, f"{HEAD}<urlset {NAMES}>{rows}</urlset>".encode(), {"Content-Type": "text/xml"})


def test_a_new_page_of_the_sitemap_comes_with_its_text_and_once(reader: SourceReader, site: ForeignSite) -> None:
    reader.connect(has_sitemap(site, "/", "/stara"), ReaderKind.PAGES)
    assert reader.items == {}
    site.has("/nova", article("Topel obrok ob Kolpi"))
    site.has("/porocilo", article("Letno poročilo", day="2019-01-01"))
    has_sitemap(site, "/", "/stara", "/nova", "/porocilo", "/ni-je")
    assert reader.read().new == 1
    text = reader.text("Topel obrok ob Kolpi")
    assert (text.language, text.url) == ("sl", site.url("/nova"))
    assert "topel obrok" in text.body_html
    assert reader.entry("Letno poročilo").state is EntryState.BEFORE
    assert reader.problems == ["news-page-gone"]
    asked = site.site.paths.count("GET /ni-je")
    has_sitemap(site, "/", "/stara", "/nova", "/porocilo", "/ni-je", "/tudi-ne")
    assert reader.read().new == 0
    assert site.site.paths.count("GET /ni-je") == asked


@on_sqlite
def test_a_page_is_read_again_when_its_date_says_so_and_only_other_words_are_a_change(
    reader: SourceReader, site: ForeignSite
) -> None:
    def dated(day: str) -> str:
        return has_sitemap(site, "/nova", more=f"<lastmod>2026-11-{day}</lastmod>")

    reader.connect(has_sitemap(site, "/stara"), ReaderKind.PAGES)
    site.has("/nova", article("Nova"))
    dated("22")
    assert reader.read().new == 1
    dated("23")
    assert reader.read().changed == 0
    site.has("/nova", article("Nova", text="Popravek: obrok je bil dan prej, v šoli ob reki, za vse. "))
    assert reader.read().changed == 0
    dated("24")
    assert reader.read().changed == 1
    assert "Popravek" in reader.text("Nova").body_html


@on_sqlite
def test_an_index_is_followed_news_first_and_packed_ones_are_unpacked(
    reader: SourceReader, site: ForeignSite
) -> None:
    has_sitemap(site, "/stara", place="/post-sitemap.xml")
    packed = gzip.compress(f"{HEAD}<urlset {NAMES}><url><loc>{site.url('/druga')}</loc></url></urlset>".encode())
    site.has("/old.xml.gz", packed, {"Content-Type": "application/gzip"})
    rows = "".join(
        f"<sitemap><loc>http://kolpa.example{path}</loc></sitemap>"
        for path in ("/old.xml.gz", "/post-sitemap.xml")
    )
    index = site.has("/sitemap.xml", f"{HEAD}<sitemapindex {NAMES}>{rows}</sitemapindex>".encode())
    reader.connect(index, ReaderKind.PAGES)
    assert site.site.paths[1:3] == ["GET /post-sitemap.xml", "GET /old.xml.gz"]
    site.has("/nova", article("Nova"))
    has_sitemap(site, "/stara", "/nova", place="/post-sitemap.xml")
    assert reader.read().new == 1
    assert list(reader.items) == ["nova"]


@on_sqlite
def test_translations_named_in_the_sitemap_or_on_the_page_are_one_item(
    reader: SourceReader, site: ForeignSite
) -> None:
    reader.connect(has_sitemap(site, "/stara"), ReaderKind.PAGES)
    links = "".join(
        f'<link rel="alternate" hreflang="{code}" href="http://kolpa.example{path}">'
        for code, path in (("sl", "/nova"), ("en", "/new"))
    )
    site.has("/nova", article("Nova", links=links))
    site.has("/new", article("New", language="en", links=links))
    has_sitemap(site, "/nova", "/new")
    assert reader.read().new == 2
    assert list(reader.items.values()) == [{"sl": "Nova", "en": "New"}]


@on_sqlite
def test_a_page_that_lists_articles_is_a_source_and_robots_are_heeded(
    reader: SourceReader, site: ForeignSite
) -> None:
    def lists(*titles: str) -> str:
        links = "".join(f'<li class="post post-{n}"><a href="/{n}">Novica z naslovom {n}</a></li>' for n in titles)
        return site.has("/novice", f"<nav><a href=/o-nas>O naši organizaciji</a></nav><ul>{links}</ul>".encode())

    reader.connect(lists("1", "2"), ReaderKind.PAGES)
    pauses: list[float] = []
    reader.intake = replace(reader.intake, pause=pauses.append)
    robots = b"User-agent: Bilten\nDisallow: /*4$\nCrawl-delay: 7\n"
    site.has("/robots.txt", robots, {"Content-Type": "text/plain"})
    for number in ("3", "4", "5"):
        site.has(f"/{number}", article(f"Novica {number}"))
    lists("5", "4", "3", "2", "1")
    assert reader.read().new == 2
    assert {title["sl"] for title in reader.items.values()} == {"Novica 3", "Novica 5"}
    assert (reader.problems, pauses) == (["news-page-robots"], [0.0, 7.0])
    assert "GET /4" not in site.site.paths
    site.has("/robots.txt", b"User-agent: *\nDisallow: /novice")
    lists("6", "5")
    site.site.asked.clear()
    reader.read()
    assert reader.problems == ["news-page-robots"]
    assert site.site.paths == ["GET /robots.txt"]
    assert "for a newsletter" in site.site.asked[0].headers["User-Agent"]


@on_sqlite
def test_more_pages_than_one_reading_visits_come_with_the_next_ones(
    reader: SourceReader, site: ForeignSite
) -> None:
    reader.connect(has_sitemap(site, "/stara"), ReaderKind.PAGES)
    paths = [f"/nova-{number}" for number in range(22)]
    for path in paths:
        site.has(path, article(path))
    has_sitemap(site, *paths)
    assert [reader.read().new for _ in range(3)] == [20, 2, 0]


@on_sqlite
def test_what_fails_today_is_tried_again(reader: SourceReader, site: ForeignSite) -> None:
    reader.connect(has_sitemap(site, "/stara"), ReaderKind.PAGES)
    site.has("/robots.txt", b"", {}, 500)
    site.has("/nova", b"", {}, 503)
    has_sitemap(site, "/stara", "/nova")
    for problem in ("news-page-failing", "news-page-failing"):
        assert reader.read().new == 0
        assert (reader.problems, reader.feed().failures) == ([problem], 0)
        assert reader.feed().next_at == reader.now + timedelta(minutes=30)
        site.replies.pop("/robots.txt", None)
    site.has("/nova", article("Nova"))
    assert reader.read().new == 1


def test_a_robots_file_that_fails_allows_nothing_and_none_allows_all() -> None:
    with foreign_site() as site, decode_process() as process:
        page = site.url("/a")
        assert ask_robots(reads_this_machine(), process, [page]).allowed == {page}
        site.has("/robots.txt", b"", {}, 500)
        with pytest.raises(InputRefused):
            ask_robots(reads_this_machine(), process, [page])
        site.has("/robots.txt", b"User-agent: *\nDisallow: /" + b"*a" * 40 + b"b$\nCrawl-delay: 9999\n")
        rule = ask_robots(reads_this_machine(), process, [page])
        assert (rule.allowed, rule.delay) == (frozenset({page}), 20.0)


PIECES = st.sampled_from(
    [
        *("<urlset>", "</urlset>", "<url>", "</url>", "<loc>", "</loc>", "/a", "https://kolpa.example/b"),
        *("<sitemap>", "<sitemapindex>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "<ul>", "]]>", "<lastmod>"),
        *("<a href='/c'>Naslov novice, dolg</a>", "2026-11-22", "\x00", "<li>", "\x1f\x8b", HEAD),
        "<a href='http://['>x y z w q a b</a>",
    ]
)


@given(st.lists(PIECES, max_size=14))
def test_whatever_lists_pages_is_read_or_refused(pieces: list[str]) -> None:
    try:
        listed = parse_listing("".join(pieces).encode(), address="https://kolpa.example/", charset="")
    except InputRefused:
        return
    assert isinstance(listed, ParsedFeed)
    assert all(entry.is_bare and entry.address.startswith("http") for entry in listed.entries)
    assert listed.format in (FeedFormat.SITEMAP, FeedFormat.PAGE)
