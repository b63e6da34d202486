"""Every format of feeds gives the same entries; what is broken or hostile gives a clear line, never a crash."""

import json
import re
from calendar import timegm
from datetime import UTC, datetime
from html import unescape

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from news.feeds.feed_dates import feed_date
from news.feeds.parsed_feed import FeedFormat, ParsedEntry, ParsedFeed
from news.feeds.site_pages.parse_listing import parse_listing
from news.feeds.web_feed.parse_feed import parse_feed
from tests.news.feeds.shapes import ATOM, ATOM_03, JSON, PODCAST, RDF, RSS, RSS_091, RTL, rss

ADDRESS = "https://kolpa.example/feed/"


def parsed(feed: str | bytes, charset: str = "") -> ParsedFeed:
    data = feed.encode() if isinstance(feed, str) else feed
    return parse_feed(data, address=ADDRESS, charset=charset)


def only(feed: str | bytes) -> ParsedEntry:
    (entry,) = parsed(feed).entries
    return entry


@pytest.mark.parametrize("feed", [RSS, RSS_091, RDF, ATOM, ATOM_03, JSON])
def test_each_format_says_the_same(feed: str) -> None:
    result = parsed(feed)
    first = result.entries[0]
    assert result.title == "Kolpa poroča"
    assert first.title == "Pogrešanih je 600 ljudi & še več"
    assert first.address == "https://kolpa.example/pogresanih/?p=7"
    assert "Prišel ni" in first.content_html + first.summary_html
    assert result.broken_line is None


@pytest.mark.parametrize("feed", [RSS, RSS_091, RDF, ATOM, ATOM_03, RTL, PODCAST])
def test_feedparser_takes_each_field_likewise(feed: str) -> None:
    """The judge: another reading of the same formats. Where it reads otherwise: DIFFERENCES."""
    judge, mine = judged(feed), parsed(feed)
    assert (mine.title, mine.site) == (judge.feed.title, judge.feed.link)
    assert mine.language == judge.feed.get("language", "")[:2]
    for entry, theirs in zip(mine.entries, judge.entries, strict=True):
        assert entry.title == " ".join(plain_words(theirs.title))
        assert entry.address.split("?")[0] == theirs.link.split("?")[0]
        assert entry.guid == theirs.get("id", "")
        stamps = [theirs[name] for name in ("published_parsed", "updated_parsed") if name in theirs]
        moments = [moment for moment in (entry.published, entry.updated) if moment]
        assert moments == [datetime.fromtimestamp(timegm(stamp), UTC) for stamp in stamps]
        assert list(entry.categories) == [tag.term for tag in theirs.get("tags", [])]
        content = theirs.content[0].value if "content" in theirs else ""
        assert plain_words(entry.content_html) == plain_words(content)
        assert plain_words(entry.summary_html) == plain_words(
            theirs.get("summary", "") if not content else entry.summary_html
        )
        files = [file for file in theirs.enclosures if not file.type.startswith("audio/")]
        pictures = [theirs.image.href] if "image" in theirs else []
        assert [file.address for file in entry.pdfs] == [file.href for file in files]
        assert [file.address for file in entry.pictures] == pictures


@pytest.mark.parametrize(
    ("why", "entry", "mine", "theirs"),
    [
        (
            "nothing that only follows a reader stays in an address",
            "<link>https://kolpa.example/?a=1&amp;utm_source=x</link>",
            ("address", "https://kolpa.example/?a=1"),
            ("link", "https://kolpa.example/?a=1&utm_source=x"),
        ),
        (
            "what leads to no page of the web is no address",
            "<link>javascript:alert(1)</link>",
            ("address", ""),
            ("link", "javascript:alert(1)"),
        ),
        (
            "a title is words",
            "<title>&lt;b&gt;Novo&lt;/b&gt; danes</title>",
            ("title", "Novo danes"),
            ("title", "<b>Novo</b> danes"),
        ),
        (
            "people write dates with the day first",
            "<pubDate>29. 11. 2026</pubDate>",
            ("published", datetime.fromisoformat("2026-11-29")),
            ("published_parsed", None),
        ),
        (
            "a day before there was a web is a fault of the site",
            "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>",
            ("published", None),
            ("published_parsed", (1970, 1, 1, 0, 0, 0, 3, 1, 0)),
        ),
        (
            "a long text is not said twice",
            "<content:encoded>&lt;p&gt;Vse.&lt;/p&gt;</content:encoded>",
            ("summary_html", ""),
            ("summary", "<p>Vse.</p>"),
        ),
    ],
)
def test_feedparser_reads_otherwise_for_a_reason(
    why: str, entry: str, mine: tuple[str, object], theirs: tuple[str, object]
) -> None:
    """DIFFERENCES: what `test_feedparser_takes_each_field_likewise` leaves to these."""
    feed = rss(f"<title>x</title>{entry}" if "<title>" not in entry else entry)
    (judge,) = judged(feed).entries
    assert (getattr(only(feed), mine[0]), judge.get(theirs[0])) == (mine[1], theirs[1]), why


def judged(feed: str) -> feedparser.FeedParserDict:
    return feedparser.parse(feed.encode(), sanitize_html=False, response_headers={"content-location": ADDRESS})


def plain_words(html: str) -> list[str]:
    return unescape(re.sub("<[^>]*>", "", html)).split()


def test_a_podcast_is_an_entry_with_its_words_and_cover_and_no_recording() -> None:
    entry = only(PODCAST)
    assert (entry.title, entry.summary_html) == ("Deseti dan", "<p>Pogovor ob reki.</p>")
    assert [file.address for file in entry.pictures] == ["https://kolpa.example/12.jpg"]
    assert entry.pdfs == ()


def test_thousands_of_entries_are_read_and_what_exceeds_ten_thousand_is_said() -> None:
    def of(count: int) -> ParsedFeed:
        return parsed(rss("</item><item>".join(f"<guid>{number}</guid>" for number in range(count))))

    assert [entry.guid for entry in of(5_000).entries] == [str(number) for number in range(5_000)]
    assert (len(of(10_001).entries), of(10_001).left_out) == (10_000, 1)


def test_namespaces_files_and_relative_addresses() -> None:
    entry = parsed(ATOM).entries[0]
    assert entry.base == "https://kolpa.example/novice/"
    assert [file.address for file in entry.pdfs] == ["https://kolpa.example/novice/porocilo.pdf"]
    media = only(
        rss(
            '<title>x</title><media:content url="/a.jpg" medium="image">'
            "<media:description>Čoln</media:description></media:content>"
            '<media:thumbnail url="b.png"/><dc:subject>Meje</dc:subject><dc:date>2026-11-01</dc:date>'
        )
    )
    assert [(file.address, file.alt) for file in media.pictures] == [
        ("https://kolpa.example/a.jpg", "Čoln"),
        ("https://kolpa.example/feed/b.png", ""),
    ]
    assert (media.categories, media.published) == (("Meje",), datetime(2026, 11, 1))  # noqa: DTZ001  # it has none


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("&lt;b&gt;Novo&lt;/b&gt; danes", "Novo danes"),
        ("<![CDATA[A & B <i>zdaj</i>]]>", "A & B zdaj"),
        ("Pogre&scaron;ani", "Pogrešani"),
        ("Meja &amp;amp; pravo", "Meja & pravo"),
        ("R&D", "R&D"),
        ("&#x10D;oln", "čoln"),
    ],
)
def test_titles_are_plain_words(title: str, plain: str) -> None:
    assert only(rss(f"<title>{title}</title>")).title == plain


def test_an_address_in_cdata_keeps_its_ampersand_and_loses_its_trackers() -> None:
    entry = only(rss("<link><![CDATA[https://kolpa.example/?a=1&utm_source=x&b=2#c]]></link>"))
    assert entry.address == "https://kolpa.example/?a=1&b=2#c"
    assert only(rss("<guid>https://kolpa.example/1</guid>")).address == "https://kolpa.example/1"
    assert only(rss('<guid isPermaLink="false">https://kolpa.example/1</guid>')).address == ""
    assert only(rss("<link>javascript:alert(1)</link>")).address == ""


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Sun, 29 Nov 2026 18:00:00 +0100", datetime(2026, 11, 29, 17, tzinfo=UTC)),
        ("29 Nov 26 17:00 GMT", datetime(2026, 11, 29, 17, tzinfo=UTC)),
        ("2026-11-29T18:00:00+01:00", datetime(2026, 11, 29, 17, tzinfo=UTC)),
        ("2026-11-29T17:00:00.123Z", datetime(2026, 11, 29, 17, 0, 0, 123000, tzinfo=UTC)),
        ("2026-11-29T18:00:00+0100", datetime(2026, 11, 29, 17, tzinfo=UTC)),
        ("2026-11-29 18:00:00", datetime(2026, 11, 29, 18)),  # noqa: DTZ001  # it names no zone
        ("2026-11", datetime(2026, 11, 1)),  # noqa: DTZ001
        ("29. 11. 2026", datetime(2026, 11, 29)),  # noqa: DTZ001
        ("29.11.2026 18:00", datetime(2026, 11, 29, 18)),  # noqa: DTZ001
        ("yesterday", None),
        ("0000-00-00T00:00:00Z", None),
        ("99. 99. 2026", None),
        ("9" * 500, None),
        ("", None),
    ],
)
def test_dates_as_feeds_write_them(written: str, moment: datetime | None) -> None:
    assert feed_date(written) == moment


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (RSS.encode("utf-8-sig"), "iso-8859-1"),
        (RSS.encode(), "windows-1250"),
        (RSS.replace("utf-8", "windows-1250").encode("windows-1250"), ""),
        (RSS.replace(' encoding="utf-8"', "").replace("…", "...").encode("iso-8859-2"), "iso-8859-2"),
        (RSS.replace(' encoding="utf-8"', "").encode("windows-1250"), ""),
        (RSS.replace("utf-8", "utf-16").encode("utf-16"), ""),
        (RSS.encode("windows-1250"), "utf-8"),
    ],
)
def test_letters_are_right_whatever_a_header_says(data: bytes, charset: str) -> None:
    assert parsed(data, charset).entries[0].title == "Pogrešanih je 600 ljudi & še več"


def test_what_is_broken_ends_where_it_is_broken() -> None:
    feed = parsed(rss("<title>Prva</title></item><item><title>Druga</title>").rpartition("</item>")[0])
    assert [entry.title for entry in feed.entries] == ["Prva", "Druga"]
    assert feed.broken_line is not None
    lines = parsed(f"<?xml version='1.0'?>\n<!--\n-->\n<!DOCTYPE rss [\n]>\n{RSS_091.partition('?>')[2]}</b>")
    assert lines.broken_line == 6 + RSS_091.count("\n")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY x PUBLIC "p" "http://169.254.169.254/">',
        '<!ENTITY % p SYSTEM "http://kolpa.example/x.dtd"> %p; <!ENTITY x "y">',
        '<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghix", strict=True)),
    ],
)
def test_entities_that_a_feed_declares_do_not_exist(declared: str) -> None:
    head = f'<?xml version="1.0"?>\n<!DOCTYPE rss [{declared}]>\n'
    entry = only(head + rss("<title>a &x; b</title><description>&x;</description>").partition("?>")[2])
    assert len(entry.title) < 20
    assert "root:" not in entry.title + entry.summary_html


@pytest.mark.parametrize("hidden", ["<!-- <![CDATA[ -->{}<!-- ]]> -->", "<?x <![CDATA[ ?>{}<?x ]]> ?>"])
def test_no_declaration_hides_in_what_only_looks_like_cdata(hidden: str) -> None:
    head = f'<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY x "razkrito">{hidden.format("")}]>\n'
    file = '<enclosure url="https://kolpa.example/&x;.pdf" type="application/pdf"/>'
    item = f"<title>a{hidden.format('&x;')}b</title>{hidden.format(file)}"
    entry = only(head + rss(item).partition("?>")[2])
    assert "razkrito" not in entry.title + entry.pdfs[0].address


@pytest.mark.parametrize(
    "data",
    ["", "   ", "{", '{"items": 3}', '{"version": "https://jsonfeed.org/version/1", "items": 3}', "[]", "x",
     "<a/>", "<html><body>No</body></html>", "[" * 100_000, '{"a":' * 50_000, "\x00" * 50],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_words(data: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parsed(data)
    assert refused.value.code in ("news-feed-none-there", "news-feed-empty")


def test_json_of_the_wrong_types_counts_as_not_said() -> None:
    items = [3, None, {"id": 7, "title": ["x"], "tags": "a", "url": "/a"}]
    feed = parsed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": 3, "items": items}))
    assert feed.format is FeedFormat.JSON
    (entry,) = feed.entries
    assert (entry.guid, entry.title, entry.categories, entry.address) == ("7", "", (), "https://kolpa.example/a")


@pytest.mark.parametrize("number", ["0", "x0", "55296", "xD800", "xDFFF", "xfffe", "65535", "x110000", "9999999"])
def test_a_number_of_no_character_is_none(number: str) -> None:
    """Of half a surrogate pair in an attribute, lxml raised UnicodeDecodeError (a find of an hour of atheris)."""
    reference = f"&#{number};"
    feed = parsed(
        f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://kolpa.example/{reference}"/>'
        f'<entry><title>Ob{reference}leganje</title><link href="/a{reference}b"/></entry></feed>'
    )
    assert feed.site == "https://kolpa.example/"
    assert (feed.entries[0].title, feed.entries[0].address) == ("Obleganje", "https://kolpa.example/ab")


@pytest.mark.parametrize("name", ["media:thumbnail", "up:", "a:b:c", "x:1"])
def test_a_prefix_that_a_feed_forgot_to_declare_keeps_no_entry_back(name: str) -> None:
    """lxml takes it for a part of the name, and no such name where one is given (found by atheris)."""
    text = f"<p>Deseti <{name}>dan</{name}></p>"
    feed = rss(f"<title>Obleganje</title><{name}>x</{name}><description>{text}</description>")
    entry = only(feed)
    assert entry.title == "Obleganje"
    assert re.sub("<[^>]*>", "", entry.summary_html) == "Deseti dan"
    with pytest.raises(InputRefused):
        parse_listing(f"<{name}/>".encode(), address=ADDRESS, charset="")


def test_json_may_hold_characters_that_no_database_takes() -> None:
    items = [
        {"id": "a\x00", "title": "Oble\x00ganje", "content_html": "<p>\ud800Deseti</p>", "tags": ["\x00Meja"]}
    ]
    entry = only(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert (entry.guid, entry.title, entry.content_html, entry.categories) == (
        *("a", "Obleganje", "<p>Deseti</p>"),
        ("Meja",),
    )


@pytest.mark.parametrize(
    "beginning", ["<!--", "<?a", "<![CDATA[", "<!DOCTYPE [", "<!DOCTYPE ", "<!DOCTYPE a [ ] "]
)
def test_what_begins_again_and_again_and_never_ends_is_read_once(beginning: str) -> None:
    """For each of them its end was looked for in all that follows: a few hundred kB took hours."""
    feed = rss("<title>Prva</title>").replace("</item>", f"</item>{beginning * 100_000}")
    assert parsed(feed).entries[0].title == "Prva"


def test_nothing_is_deep_enough_to_end_the_reader() -> None:
    feed = parsed(rss("<title>Prva</title>") + "<a>" * 50_000)
    assert feed.entries[0].title == "Prva"
    deep = parsed(rss("<title>x</title><description>" + "&lt;b&gt;" * 20_000 + "</description>"))
    assert len(deep.entries) == 1


@given(st.binary(max_size=400), st.integers(0, 2_000), st.integers(0, 60))
def test_nothing_crashes_it(noise: bytes, place: int, cut: int) -> None:
    for feed in (RSS, ATOM, JSON):
        data = feed.encode()
        place_in = place % len(data)
        try:
            parsed(data[:place_in] + noise + data[place_in + cut :])
        except InputRefused:
            continue


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30), max_size=6))
def test_good_entries_are_kept_beside_any_others(titles: list[str]) -> None:
    entries = "</item><item>".join(f"<title><![CDATA[{title.replace(']]>', '')}]]></title>" for title in titles)
    feed = parsed(rss(f"<title>Prva</title></item><item>{entries}</item><item><title>Zadnja</title>"))
    assert (feed.entries[0].title, feed.entries[-1].title) == ("Prva", "Zadnja")
    assert len(feed.entries) == 2 + max(1, len(titles))
