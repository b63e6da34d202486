"""A feed's entry as a news text: every word of it is kept, addresses are absolute, nothing follows a reader."""

import re
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from news.feeds.entry_text import entry_text
from news.feeds.entry_values import without_tracking
from news.feeds.web_feed.find_feeds import linked_sources

BASE = "https://kolpa.example/novice/"


def made(html: str, *, title: str = "Naslov", summary: str = "") -> tuple[dict[str, object], str]:
    return entry_text(html.encode(), {"base": BASE, "title": title, "summary": summary})


def words_in(html: str) -> list[str]:
    return unescape(re.sub("<[^>]*>", " ", html)).split()


def test_addresses_are_absolute_and_without_trackers() -> None:
    _, text = made(
        '<p><a href="../a?utm_source=x&amp;b=1#c">A</a> <a href="mailto:a@b.example">B</a>'
        '<a href="javascript:x">C</a></p>'
    )
    assert '<a href="https://kolpa.example/a?b=1#c">A</a>' in text
    assert '<a href="mailto:a@b.example">B</a>' in text
    assert "javascript" not in text


def test_pictures_and_pdfs_are_found_and_counting_pixels_are_none() -> None:
    facts, _ = made(
        '<img src="/p.gif" width="1" height="1"><figure><img src="coln.jpg" alt="Čoln">'
        '<figcaption>Foto: <b>A</b></figcaption></figure><a href="r.pdf?utm_source=x">Poročilo</a>'
    )
    assert facts["picture"] == {"address": f"{BASE}coln.jpg", "alt": "Čoln", "caption": "Foto: A"}
    assert facts["pdfs"] == [f"{BASE}r.pdf"]


def test_a_teaser_that_only_repeats_the_beginning_is_no_summary() -> None:
    assert (
        made("<p>Čoln je potonil. Prišel ni nihče.</p>", summary="Čoln je potonil. Prišel ni […]")[0]["summary"]
        == ""
    )
    assert made("<p>Besedilo.</p>", summary="<b>Povzetek</b>")[0]["summary"] == "Povzetek"


def test_what_has_no_title_is_called_after_its_words() -> None:
    assert made("<p>Kratka novica.</p>", title="")[0]["title"] == "Kratka novica."
    assert str(made("<p>" + "beseda " * 50 + "</p>", title="")[0]["title"]).endswith("beseda…")


def test_scripts_and_styles_are_no_words() -> None:
    assert made("<script>alert(1)</script><style>a{}</style><p>Ja</p>")[1] == "<p>Ja</p>"


@given(
    st.lists(
        st.text(st.characters(whitelist_categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=30
    ),
    st.sampled_from(["p", "div", "blockquote", "section", "custom-tag", "li", "td", "b", "h7"]),
    st.integers(1, 400),
)
def test_every_word_is_kept(sample: list[str], tag: str, times: int) -> None:
    title = " ".join(sample * times)
    html = "".join(f"<{tag}>{escape(word)}</{tag}> " for word in sample)
    facts, text = made(html, title=title[:3_000], summary=" ".join(sample * 300)[:4_000])
    assert [word for word in words_in(text) if word in sample][-len(sample) :] == sample
    shown = f"{facts['title']} {facts['summary']} {text}"
    assert set(title[:3_000].split()) <= set(words_in(shown))


@given(st.text(max_size=300))
def test_nothing_crashes_it(html: str) -> None:
    once = made(html, title=html, summary=html)[1]
    assert "<script" not in once


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "utm_x", "b", "fbclid", "ref"]), st.text("ab%20=+", max_size=5)),
        max_size=6,
    )
)
def test_only_trackers_leave_an_address(pairs: list[tuple[str, str]]) -> None:
    query = "&".join(f"{name}={value}" for name, value in pairs)
    kept = "&".join(f"{name}={value}" for name, value in pairs if name not in ("utm_x", "fbclid"))
    assert (
        without_tracking(f"https://x.example/?{query}#f") == f"https://x.example/{'?' if kept else ''}{kept}#f"
        if query
        else True
    )


def test_feeds_that_a_page_names_are_found_those_of_comments_last() -> None:
    page = (
        '<link rel="alternate" type="application/rss+xml" title="Komentarji" href="/comments/feed/">'
        '<link rel="ALTERNATE" type="application/rss+xml" title="Novice" href="/feed/">'
        '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed?x">'
        '<link rel="alternate" type="application/atom+xml" href="javascript:x">'
    )
    feeds = linked_sources(page.encode(), {"address": BASE, "charset": "", "link": ""})["feeds"]
    assert [feed["address"] for feed in feeds] == [
        "https://kolpa.example/feed/",
        "https://kolpa.example/comments/feed/",
    ]
    assert linked_sources(b"", {"address": BASE, "charset": "", "link": ""}) == {"feeds": [], "api": ""}
