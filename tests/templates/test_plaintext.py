"""Html of an item as a person would have typed it."""

import pytest

from templates.plaintext import html_to_text, isolate, wrap

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a\n   b<br/>c</p>", "a b\nc"),
        ("<h2>Title</h2><p>a</p>", "Title\n\na"),
        ("<p>x:</p><ul><li>a</li><li>b</li></ul><p>c</p>", "x:\n\n- a\n- b\n\nc"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ('<ol type="a" start="26"><li>a</li><li>b</li></ol>', "z. a\naa. b"),
        ('<ol type="I" start="1999"><li>a</li><li>b</li></ol>', "MCMXCIX. a\nMM. b"),
        ('<ol type="i" start="-1"><li>a</li><li>b</li><li>c</li></ol>', "-1. a\n0. b\ni. c"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n- b"),
        (
            '<p>see <a href="https://x.example/?a=1&amp;b=2">the list</a>.</p>',
            "see the list (https://x.example/?a=1&b=2).",
        ),
        ('<p><a href="https://x.example">https://x.example</a></p>', "https://x.example"),
        ('<p><a href="mailto:a@x.example">a@x.example</a></p>', "a@x.example"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b"),
        ("<p>a</p><hr/><p>b</p>", "a\n\n* * *\n\nb"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"),
        (
            "<p>x</p><table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td>d</td></tr></table><p>y</p>",
            "x\n\na | | c\n| d\n\ny",
        ),
        ("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>", "a\n\nb"),
        ("<p><s>12</s> 14</p>", "~~12~~ 14"),
        ("<p>a<sup>[1]</sup></p>", "a[1]"),
        ("<p>10<sup>6</sup>, 5 m<sup>−2</sup>, 1<sup>st</sup></p>", "10⁶, 5 m⁻², 1st"),
        ("<p>H<sub>2</sub>O, SO<sub>4</sub><sup>2−</sup>, x<sub>i</sub></p>", "H₂O, SO₄²⁻, xi"),
        ('<p><a href="tel:+38612345678">+386 (0)1 234 56 78</a></p>', "+386 (0)1 234 56 78"),
        ('<p><a href="tel:+38612345678">help line</a></p>', "help line (+38612345678)"),
        ('<p><img src="x" alt="A sea"/></p>', "[A sea]"),
        ("<p>a &amp; b &lt;c&gt;&nbsp;d</p>", "a & b <c>\xa0d"),
        ("", ""),
    ],
)
def test_structure_is_kept(html: str, text: str) -> None:
    assert html_to_text(html, "en") == text


def test_long_items_hang_under_their_first_word() -> None:
    lines = html_to_text(f"<ul><li>{'word ' * 30}</li></ul>", "en").splitlines()
    assert lines[0].startswith("- word")
    assert all(line.startswith("  word") for line in lines[1:])
    assert all(len(line) <= 72 for line in lines)


def test_a_long_quotation_is_marked_on_every_line() -> None:
    lines = html_to_text(f"<blockquote><p>{'word ' * 30}</p></blockquote>", "en").splitlines()
    assert len(lines) > 1
    assert all(line.startswith("> word") for line in lines)


def test_an_address_is_never_broken() -> None:
    url = "https://x.example/" + "a-b" * 40
    assert url in wrap(f"see {url} there").splitlines()


def test_a_merge_field_is_never_broken() -> None:
    field = "[[recipient_name|dear friends of ours]]"
    assert field in wrap("x " * 25 + field + " and more")


def test_addresses_stand_alone_in_right_to_left_text() -> None:
    text = html_to_text('<p>انظر <a href="https://x.example/a">القائمة</a>.</p>', "ar")
    assert text.splitlines() == ["انظر القائمة", "https://x.example/a", "."]


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("منظمة Alarm Phone وعن", f"منظمة {FSI}Alarm Phone{PDI} وعن"),
        ("لعام 2023-2024.", f"لعام {FSI}2023-2024{PDI}."),
        ("مشروع GEtCoheSive.", f"مشروع {FSI}GEtCoheSive{PDI}."),
        ("https://x.example/ar", "https://x.example/ar"),
        (f"في {FSI}Info Kolpa{PDI}", f"في {FSI}Info Kolpa{PDI}"),
        ("[[unsubscribe_url]]", "[[unsubscribe_url]]"),
        ("مرحبًا [[recipient_name|بك]]", f"مرحبًا {FSI}[[recipient_name|بك]]{PDI}"),
        (f"{FSI}واحد\nاثنان{PDI}", f"{FSI}واحد{PDI}\n{FSI}اثنان{PDI}"),
    ],
)
def test_latin_and_numbers_are_isolated_in_right_to_left_text(text: str, isolated: str) -> None:
    assert isolate(text, "ar") == isolated


def test_left_to_right_text_needs_no_isolates() -> None:
    assert isolate("Alarm Phone 2023", "sl") == "Alarm Phone 2023"


@pytest.mark.parametrize(
    ("language", "expected"), [("fa", "۹. یک\n۱۰. دو"), ("ar", "9. یک\n10. دو"), ("sl", "9. یک\n10. دو")]
)
def test_points_are_counted_in_the_digits_of_the_language(language: str, expected: str) -> None:
    text = html_to_text('<ol start="9"><li>یک</li><li>دو</li></ol>', language)
    assert text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))) == expected
