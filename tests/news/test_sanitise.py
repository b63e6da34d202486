"""Whatever comes in, what goes out is harmless and well-formed."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mjml import mjml2html

from core.rich_text import ATTRIBUTES, ELEMENTS, NUMBERINGS, is_usable_link
from news.sanitise import sanitise
from tests.examples import examples

# Pieces that are dangerous together more often than characters at random would be.
_PIECES = [
    "<p>", "</p>", "<script>", "</script>", "<a href=", "'", '"', ">", "<", "&", "javascript:", "onclick=x",
    "https://x", "<svg>", "<math>", "<style>", "</a>", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&nbsp;",
    "&#8;", "&#xFFFE;",
    "&lt;script&gt;", "<table>", "<td>", "<img src=x onerror=y>", "<textarea>", "<plaintext>", "\x00", "\ufffe",
    "<a href='https://x/\"><script>'>", "<li>", "</ul>", "<blockquote>", "[[name]]", "{{ x }}", "<p onclick='a'>",
    "<td colspan=3 rowspan=2>", "<th rowspan=99999999999>", "<tr>",
]  # fmt: skip
_HOSTILE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=14).map("".join)


def parsed(html: str) -> ET.Element:
    return ET.fromstring(f"<all>{html}</all>")  # noqa: S314  our own output


@pytest.mark.slow
@settings(max_examples=examples(300), deadline=None)
@given(_HOSTILE)
def test_the_result_is_always_well_formed_and_harmless(html: str) -> None:
    for element in parsed(sanitise(html)).iter():
        assert element.tag in ELEMENTS | {"all"}
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, frozenset())
        assert is_usable_link(element.get("href", "https://example.org"))
        assert element.get("start", "1").removeprefix("-").isdecimal()
        assert element.get("type", "a") in NUMBERINGS


@settings(max_examples=examples(100), deadline=None)
@given(_HOSTILE)
def test_sanitising_twice_is_sanitising_once(html: str) -> None:
    once = sanitise(html)
    assert sanitise(once) == once


@settings(max_examples=examples(100), deadline=None)
@given(_HOSTILE)
def test_the_template_compiler_takes_the_result(html: str) -> None:
    text = f"<mj-text>{sanitise(html)}</mj-text>"
    mjml2html(f"<mjml><mj-body><mj-section><mj-column>{text}</mj-column></mj-section></mj-body></mjml>", fonts={})


@settings(max_examples=examples(100), deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=60))
def test_no_text_is_lost(text: str) -> None:
    """But for the spaces that no browser shows: those at the ends of a line, and all but one of several."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert "".join(parsed(sanitise(f"<p>{escaped}</p>")).itertext()) == re.sub(" +", " ", text).strip(" ")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b & c</p>", "<p>a<br />\nb &amp; c</p>"),
        ("<p>a<p>b", "<p>a</p>\n<p>b</p>"),
        ("<p>1\u00a0km, &nbsp;&copy;</p>", "<p>1\u00a0km, \u00a0©</p>"),
        ("<p>a&#8;b&#xFFFE;c\x0c</p>", "<p>abc</p>"),
        ("a<script>alert(1)</script>b", "<p>ab</p>"),
        ("<div class='x'><strong onclick='y'>z</strong></div>", "<p><strong>z</strong></p>"),
        ('<p><a href="https://x.example.org/?a=1&amp;b=2" target=x>l</a></p>',
         '<p><a href="https://x.example.org/?a=1&amp;b=2">l</a></p>'),
        ('<ol start="7" class="x"><li>a</li></ol>', '<ol start="7">\n<li>a</li>\n</ol>'),
        ('<ol start="-1&quot;"><li>a</li></ol>', "<ol>\n<li>a</li>\n</ol>"),
        ('<ol type="i" start="-2"><li>a</li></ol>', '<ol start="-2" type="i">\n<li>a</li>\n</ol>'),
        ('<ol type="disc"><li>a</li></ol>', "<ol>\n<li>a</li>\n</ol>"),
        ('<ol type="A"><li>a<li value="4">d<li>e</ol>',
         '<ol type="A">\n<li>a</li>\n</ol>\n<ol start="4" type="A">\n<li>d</li>\n<li>e</li>\n</ol>'),
        ("<ol reversed><li>b<li>a</ol>", '<ol start="2">\n<li>b</li>\n</ol>\n<ol>\n<li>a</li>\n</ol>'),
        ("<p><q>a <q>b</q></q> <q lang=en>c</q></p>", "<p>»a ›b‹« “c”</p>"),
        ('<p>a<img class="emoji" alt="🙂"><img alt="🇸🇮"><img class="wp-smiley" alt=":)"><img alt="Ladja"></p>',
         "<p>a🙂🇸🇮:)</p>"),
        ('<p><a href="tel:+38612345678">l</a></p>', '<p><a href="tel:+38612345678">l</a></p>'),
        ("<p><a href='mailto:a@example.org'>l</a></p>", '<p><a href="mailto:a@example.org">l</a></p>'),
        ("<h1>a</h1><h6>b</h6><b>c</b><i>d</i><del>e</del><div>f</div>",
         "<h2>a</h2>\n<h4>b</h4>\n<p><strong>c</strong><em>d</em><s>e</s></p>\n<p>f</p>"),
        ('<p dir="rtl">a</p><p dir="auto">b</p>', '<p dir="rtl">a</p>\n<p>b</p>'),
    ],
)  # fmt: skip
def test_markup_that_is_allowed_stays_and_the_rest_goes(html: str, expected: str) -> None:
    assert sanitise(html, language="sl") == expected


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "/relative", "//host/x", "#part", "http://", "file:///x",
     "https://x y"],
)  # fmt: skip
def test_a_link_that_a_reader_cannot_or_should_not_follow_becomes_its_text(address: str) -> None:
    assert sanitise(f'<p><a href="{address}">here</a></p>') == "<p>here</p>"


@pytest.mark.parametrize(
    ("html", "canonical"),
    [
        ("<p>a\n  b</p>\n\n<p> </p><p></p>", "<p>a b</p>"),
        ("<p> <b> a</b> b </p>", "<p><strong>a</strong> b</p>"),
        ("<p><br>a <br> b<br> </p>", "<p>a<br />\nb</p>"),
        ("<p><b>a<br></b><b>b</b></p>", "<p><strong>a<br />\nb</strong></p>"),
        ("<p><strong><em>a</em></strong><em> b</em></p>", "<p><em><strong>a</strong> b</em></p>"),
        ("<p><em>a</em><em>b</em><b></b></p>", "<p><em>ab</em></p>"),
        ("<ul><li><p>a</p></li><li><p>b</p><ul><li>c</li></ul></li></ul>",
         "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("<ul><li>a<p>b</p></li><li></li></ul>", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li></li>\n</ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ('<ul><li><p dir="rtl">a</p></li></ul>', '<ul>\n<li dir="rtl">a</li>\n</ul>'),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p>\n<p><strong>b</strong></p>"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td></tr></table>",
         "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td></td>\n"
         "</tr>\n</tbody>\n</table>"),
        ("<table><caption>a</caption><tr><td>b</td></tr></table>",
         "<p>a</p>\n<table>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>"),
        ("<blockquote>a<hr></blockquote><blockquote> </blockquote>",
         "<blockquote>\n<p>a</p>\n<hr />\n</blockquote>"),
        ("<li>a</li><li>b</li>", "<p>a</p>\n<p>b</p>"),
    ],
)  # fmt: skip
def test_the_same_text_is_always_the_same_html(html: str, canonical: str) -> None:
    assert sanitise(html) == canonical
    assert sanitise(canonical) == canonical


@pytest.mark.parametrize("tag", ["blockquote", "ul", "strong", "ul><li", "table><tr><td", "div"])
def test_what_is_nested_without_end_keeps_its_text(tag: str) -> None:
    assert "".join(parsed(sanitise(f"<{tag}>" * 3000 + "a<p>b")).itertext()).split() == ["a", "b"]


@pytest.mark.parametrize("line_end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "&#x2028;"])
def test_line_ends_of_other_programs_part_words(line_end: str) -> None:
    assert sanitise(f"<p>one{line_end}two</p>") == "<p>one two</p>"


_CELL = st.tuples(st.integers(1, 3), st.integers(1, 3))
_ROWS = st.lists(st.lists(_CELL, min_size=1, max_size=3), min_size=1, max_size=4)


@settings(max_examples=examples(60), deadline=None)
@given(_ROWS)
def test_every_word_of_a_table_with_merged_cells_stays_in_its_row_and_column(
    rows: list[list[tuple[int, int]]],
) -> None:
    """By the slots of HTML's table model (4.9.12, "forming a table")."""
    taken: set[tuple[int, int]] = set()
    places: dict[str, tuple[int, int]] = {}
    html = ""
    for down, row in enumerate(rows):
        html += "<tr>"
        for columns, below in row:
            across = next(column for column in range(99) if (down, column) not in taken)
            word = f"word{len(places)}"
            places[word] = (down, across)
            free = [column for column in range(across, across + columns) if (down, column) not in taken]
            reached = [column for number, column in enumerate(free) if column == across + number]
            taken |= {(down + more, column) for more in range(below) for column in reached}
            html += f'<td colspan="{columns}" rowspan="{below}">{word}</td>'
        html += "</tr>"
    written = parsed(sanitise(f"<table>{html}</table>")).findall(".//tr")
    written_places = {
        cell.text: (down, across)
        for down, row in enumerate(written)
        for across, cell in enumerate(row)
        if cell.text is not None
    }
    assert written_places == places
    assert len({len(row) for row in written}) == 1
