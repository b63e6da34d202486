"""Markdown as sanitised HTML: what was written arrives, once, in order, or is refused with its line."""

import html as html_module
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InputRefused
from news.front_matter import read_front_matter
from news.markdown_body import MOST_BRACKETS, body_html

CASES = Path(__file__).parent / "cases"


def html(body: str) -> str:
    return body_html(body, file="a.md", first_line=7)


def refused(body: str) -> tuple[str, object]:
    with pytest.raises(InputRefused) as caught:
        html(body)
    assert caught.value.params["file"] == "a.md"
    return caught.value.code.removeprefix("news-"), caught.value.params["line"]


def case(name: str) -> str:
    return read_front_matter((CASES / name).read_text(), file=name).body


def shown(body: str) -> str:
    """What a reader reads, with where each link leads that does not say it."""
    linked = re.sub(r'<a href="([^"]*)">(.*?)</a>', _with_address, html(body), flags=re.DOTALL)
    return html_module.unescape(re.sub(r"<[^>]*>", " ", linked))


def _with_address(link: re.Match[str]) -> str:
    read = re.sub(r"<[^>]*>", "", link[2])
    return link[2] if unquote(link[1]) == unquote(read) else f" {link[1]} {link[2]}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# a", "<h2>a</h2>"),
        ("## a", "<h2>a</h2>"),
        ("#### a", "<h4>a</h4>"),
        ("###### a", "<h4>a</h4>"),
        ("    indented by chance", "<p>indented by chance</p>"),
        ("a ` b", "<p>a ` b</p>"),
        ("", ""),
    ],
)
def test_headings_begin_below_the_title_and_nothing_becomes_code(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize(
    "link", ["[](https://a.example)", "a [ ](https://a.example)", "[<!-- x -->](https://a.example)"]
)
def test_a_link_without_words_is_refused(link: str) -> None:
    assert refused(f"a\n{link}") == ("link-unreadable", 8)


def test_an_image_is_refused_with_its_line_in_the_file() -> None:
    assert refused("One\n\nTwo\nlines ![x](y.png)\n") == ("image-in-body", 10)


def test_a_date_at_the_start_of_a_line_keeps_its_number() -> None:
    text = shown(case("date.sl.md"))
    for written in ("10. decembra", "15. novembra", "22. novembra", "6. decembra", "1991. leto"):
        assert written in text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1. a\n1. b", "<p>1. a</p>\n<p>1. b</p>"),
        ("01. a\n02. b", "<p>01. a</p>\n<p>02. b</p>"),
        ("3) a\n1) b", "<p>3) a</p>\n<p>1) b</p>"),
        ("1. maja", "<p>1. maja</p>"),
        ("Prvi\n1. uri na trgu", "<p>Prvi 1. uri na trgu</p>"),
        ("Steps:\n1. a\n2. b", "<p>Steps:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("7. - a\n   - b", "<p>7.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("9. a\n\n   b\n\n2. c", "<p>9. a</p>\n<p>b</p>\n<p>2. c</p>"),
        ("10\\. a", "<p>10. a</p>"),
        ("31. 12. 2026 je rok.", "<p>31. 12. 2026 je rok.</p>"),
        ("31. 12. 2026: rok\n1. 1. 2027: novo", "<p>31. 12. 2026: rok</p>\n<p>1. 1. 2027: novo</p>"),
        ("Rok:\n31. 12. 2026 opoldne", "<p>Rok: 31. 12. 2026 opoldne</p>"),
        ("> 31. 12. 2026 je rok.", "<blockquote>\n<p>31. 12. 2026 je rok.</p>\n</blockquote>"),
        ("- 12. april\n- 13. 5. 2026", "<ul>\n<li>12. april</li>\n<li>13. 5. 2026</li>\n</ul>"),
        ("1. 5. maja\n2. 6. maja", "<ol>\n<li>5. maja</li>\n<li>6. maja</li>\n</ol>"),
        ("- 1. a\n  2. b", "<ul>\n<li>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</li>\n</ul>"),
        ("5. 6. 7. 2026", "<p>5. 6. 7. 2026</p>"),
    ],
)
def test_no_number_is_shown_that_was_not_written(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("+ 386 1 234 56 78", "<p>+ 386 1 234 56 78</p>"),
        ("Tel.:\n+ 386 (0)1 234-56-78\n+ 7", "<p>Tel.:</p>\n<p>+ 386 (0)1 234-56-78</p>\n<p>+ 7</p>"),
        ("- + 386 1 234 56 78", "<ul>\n<li>+ 386 1 234 56 78</li>\n</ul>"),
        ("+ 7 in več", "<p>+ 7 in več</p>"),
        ("+ Ana\n+ 386 1 234 56 78", "<p>+ Ana</p>\n<p>+ 386 1 234 56 78</p>"),
        ("+ 5 miz\n+ 6 stolov", "<ul>\n<li>5 miz</li>\n<li>6 stolov</li>\n</ul>"),
        ("+ Ana", "<ul>\n<li>Ana</li>\n</ul>"),
    ],
)  # fmt: skip
def test_the_plus_of_a_number_is_no_mark_of_a_list(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize("line_end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_other_programs_part_words_and_count_no_line(line_end: str) -> None:
    assert html(f"one{line_end}two") == "<p>one two</p>"
    assert html(f"a{line_end}{line_end}- b") == "<p>a</p>\n<ul>\n<li>b</li>\n</ul>"
    assert refused(f"a{line_end}b\nc{line_end}![d](e)") == ("image-in-body", 8)


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1b", "\x7f", "\x96", "\uffff"])
def test_a_control_character_is_refused_with_its_line(sign: str) -> None:
    assert refused(f"a\u2028b\nc{sign}d") == ("character-not-allowed", 8)


def calls_of(body: str) -> int:
    """How much is done to read it: work is counted, and no time."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        html(body)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", ["[", "![", "[^", "[[", "[a ", "^["])
def test_brackets_cost_by_their_number_and_too_many_are_refused_with_their_line(unit: str) -> None:
    html(unit)
    each = calls_of(unit * 50) / 50
    assert calls_of(unit * 200) / 200 < 1.2 * each
    brackets = unit.count("[")
    enough = MOST_BRACKETS // brackets * unit
    assert refused(f"{enough}\n{unit}") == ("too-many-brackets", 8)


def test_as_many_brackets_as_there_may_be_all_arrive() -> None:
    assert shown("[1] a\n" * MOST_BRACKETS).count("[1] a") == MOST_BRACKETS


def test_a_comment_reaches_no_reader_and_costs_no_line() -> None:
    assert html("<!-- Ana: do NOT print\n\nhis surname -->\n\nHe waited") == "<p>He waited</p>"
    assert html("a <!-- b --> c <!----> d") == "<p>a c d</p>"
    assert html("\\<!-- shown -->") == "<p>&lt;!-- shown --&gt;</p>"
    assert refused("a\n\n<!-- b\n\nc --> d\n\n<x>") == ("tag-in-body", 13)
    assert refused("a\n\nb <!-- never\n\nclosed") == ("comment-open", 9)


@pytest.mark.parametrize(
    "tag", ["<u>", "</p>", '<p style="text-align:center">', "<b onclick=x>", "<?php ?>", "<p a"]
)
def test_a_tag_that_readers_would_see_is_refused(tag: str) -> None:
    assert refused(f"one\ntwo {tag} three") == ("tag-in-body", 8)


def test_a_tag_that_is_meant_to_be_seen_and_a_line_break_are_written() -> None:
    assert html("a \\<b> &lt;i> 1 < 2 <3") == "<p>a &lt;b&gt; &lt;i&gt; 1 &lt; 2 &lt;3</p>"
    assert html("a<br>b<BR/>c") == "<p>a<br />\nb<br />\nc</p>"


@pytest.mark.parametrize(
    ("address", "becomes"),
    [
        ("tel:+38612345678", "tel:+38612345678"),
        ("sms:+38640123456", "sms:+38640123456"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("//example.org/open", "https://example.org/open"),
        ("info@example.org", "mailto:info@example.org"),
        ("https://example.org/č", "https://example.org/%C4%8D"),
    ],
)
def test_a_link_stays_a_link(address: str, becomes: str) -> None:
    assert html(f"[a]({address})") == f'<p><a href="{becomes}">a</a></p>'


@pytest.mark.parametrize(
    "address", ["/reports", "a/b.pdf", "#top", "javascript:x", "data:text/html,x", "", "tel:x", "?a"]
)
def test_a_link_that_leads_nowhere_from_a_mail_is_refused(address: str) -> None:
    assert refused(f"one\n[a]({address})") == ("link-unusable", 8)


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("[a](b c)", "link-unreadable", 7),
        ("[a](https://x.example 'title')", "link-title", 7),
        ("a\n\n[b]: https://x.example", "link-unused", 9),
        ("[b]\n\n[b]: https://x.example\n[b]: https://y.example", "link-twice", 10),
        ("a[^1]", "footnote-missing", 7),
        ("a\n\n[^1]: b", "footnote-unused", 9),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", "footnote-twice", 11),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "table-row-too-long", 9),
        ("> a | b\n> -|-\n> 1 | 2 | 3", "table-row-too-long", 9),
        ("| a | b |\n| 1 | 2 |", "table-unreadable", 7),
        ("a\n\n```\nb\n```", "code-block", 9),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_line(body: str, code: str, line: int) -> None:
    assert refused(body) == (code, line)


def test_what_markdown_writers_use_is_rendered() -> None:
    assert html("~~a~~ b") == "<p><s>a</s> b</p>"
    assert html("- [ ] a\n- [x] b") == "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>"
    assert html("a[^x] b[^y]\n\n[^y]: second\n[^x]: first") == (
        "<p>a<sup>[1]</sup> b<sup>[2]</sup></p>\n<hr />\n<p>[1] first</p>\n<p>[2] second</p>"
    )
    assert html("a[^7]\n\n[^7]: - seven") == (
        "<p>a<sup>[7]</sup></p>\n<hr />\n<p>[7]</p>\n<ul>\n<li>seven</li>\n</ul>"
    )
    assert "<td>1 | 2</td>" in html("a | b\n-|-\n1 \\| 2 | c")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("۱. یک\n۲. دو\n۳. سه", "<p>۱. یک</p>\n<p>۲. دو</p>\n<p>۳. سه</p>"),
        ("النقاط:\n١) أول\n٢) ثان", "<p>النقاط:</p>\n<p>١) أول</p>\n<p>٢) ثان</p>"),
        ("١- أول\n٢- ثان\nتتمة", "<p>١- أول</p>\n<p>٢- ثان تتمة</p>"),
        ("• ena\n• dve", "<p>• ena</p>\n<p>• dve</p>"),
        ("Rekli so:\n– Ne.\n– Da.", "<p>Rekli so:</p>\n<p>– Ne.</p>\n<p>– Da.</p>"),
        ("a) ena\nb) dve", "<p>a) ena</p>\n<p>b) dve</p>"),
        ("(1) ena\n(2) dve", "<p>(1) ena</p>\n<p>(2) dve</p>"),
        ("I. ena\nII. dve", "<p>I. ena</p>\n<p>II. dve</p>"),
        ("a. ena\nb. dve\nc. tri", "<p>a. ena</p>\n<p>b. dve</p>\n<p>c. tri</p>"),
        ("أ. أول\nب. ثان", "<p>أ. أول</p>\n<p>ب. ثان</p>"),
        ("v. d. direktorja\nd. o. o. Bilten", "<p>v. d. direktorja d. o. o. Bilten</p>"),
        (
            "- Rekli so:\n  – Ne.\n  – Da.",
            "<ul>\n<li>\n<p>Rekli so:</p>\n<p>– Ne.</p>\n<p>– Da.</p>\n</li>\n</ul>",
        ),
        ("✓ ena\n✓ dve", "<p>✓ ena</p>\n<p>✓ dve</p>"),
        ("beseda – in\n– še ena", "<p>beseda – in – še ena</p>"),
        ("31.\ndecember", "<p>31. december</p>"),
        ("Od 24. do\n31.\ndecembra", "<p>Od 24. do 31. decembra</p>"),
        ("در تاریخ\n۱۰. دسامبر آمدند", "<p>در تاریخ ۱۰. دسامبر آمدند</p>"),
    ],
)
def test_points_with_other_signs_stand_on_lines_of_their_own(body: str, expected: str) -> None:
    assert html(body) == expected


def test_a_star_inside_a_word_is_a_star() -> None:
    assert html("bralci*ke in naročniki*ce, 2*3*4") == "<p>bralci*ke in naročniki*ce, 2*3*4</p>"
    assert html("*Bilten*a in **Bilten**u") == "<p><em>Bilten</em>a in <strong>Bilten</strong>u</p>"


_MARKUP = st.sampled_from([
    " ", " ", " ", "\n", "\n", "\n\n", "\n\n", "*", "**", "_", "~~", "`", "\\", "[", "]", "](", ")", "(", "!",
    "|", " | ", "\n|---|---|\n", "\n---\n", "\n===\n", "\n# ", "\n> ", "\n- ", "\n- [ ] ", "\n10. ", "\n1. ",
    "\n2. ", "\n3) ", "    ", "\n\t", "<", ">", "<br>", "<b>", "&amp;", "&", ";", ":", "]: ", "https://x.example/",
    "www.", "[^1]",
    "\n\n[^1]: ", "^[",
    "\n```\n", "'", '"', "\n***\n", "+ ", "#", "{", "}", "–", "«",
    "==", "~", "^", ":", "\n: ", "++", "$", "[[", "]]", ":word:", "{.", "%%",
])  # fmt: skip
_PIECES = st.lists(st.just("word") | _MARKUP, max_size=24)


@settings(max_examples=400, deadline=None)
@given(_PIECES)
def test_every_word_arrives_once_and_in_order_or_the_text_is_refused(pieces: list[str]) -> None:
    numbered = [f"{piece}{at}x" if piece == "word" else piece for at, piece in enumerate(pieces)]
    try:
        arrived = re.findall(r"word\d+x", shown("".join(numbered)))
    except InputRefused:
        return
    written = re.findall(r"word\d+x", "".join(numbered))
    if any("^" in piece for piece in pieces):  # what a footnote says stands at the end
        assert sorted(arrived) == sorted(written)
    else:
        assert arrived == written


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2_100), st.sampled_from([".", ")"])), min_size=1, max_size=6), st.booleans()
)
def test_the_numbers_that_begin_lines_are_those_that_were_written(
    marks: list[tuple[int, str]], apart: bool
) -> None:
    body = ("\n\n" if apart else "\n").join(f"{number}{mark} line" for number, mark in marks)
    arrived = [int(literal) for literal in re.findall(r"(?:<p>|\n)(\d+)[.)]", html(body))]
    counted = [
        int(start or 1) + at
        for start, points in re.findall(r'<ol(?: start="(\d+)")?>(.*?)</ol>', html(body), re.DOTALL)
        for at in range(points.count("<li>"))
    ]
    assert sorted(arrived + counted) == sorted(number for number, _ in marks)


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [("comment.en.md", "tag-in-body", 12), ("links.en.md", "link-unusable", 8)],
)
def test_a_file_is_refused_with_the_line_of_what_cannot_be_shown(name: str, code: str, line: int) -> None:
    assert refused(case(name)) == (code, line)


def test_a_telephone_number_in_an_arabic_text_is_as_it_was_written() -> None:
    text = shown(case("arabic.ar.md"))
    assert all(written in text for written in ("+386 1 234 56 78", "C++", "50%", "1,200"))
